import type { Lang } from '../../../shared/domain/languages.ts';
import { useCall } from '../../app/calls.ts';
import { useDossier } from '../../app/dossier.tsx';
import { useLang } from '../../i18n/useFormat.ts';

const TYPES = ['cause', 'deficit', 'evidence', 'link'];

export const useTree = (dossier: string, deficit: string) =>
  useCall('causes.tree', { dossier, deficit }, { recordTypes: TYPES, keepPrevious: true });

export const useMap = (dossier: string) => useCall('causes.map', { dossier }, { recordTypes: TYPES });

/** The language a new text is written in: that of the screen where the dialogue uses it, else the dialogue's first. */
export function useWritingLang(): Lang {
  const lang = useLang();
  const { languages } = useDossier();
  return languages.includes(lang) ? lang : (languages[0] ?? lang);
}
