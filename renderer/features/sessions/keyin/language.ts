import type { Lang } from '../../../../shared/domain/languages.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { useLang } from '../../../i18n/useFormat.ts';

/** The language that lines are typed in: the reader's, where the dialogue works in it. */
export function useEntryLanguage(): Lang {
  const { languages } = useDossier();
  const reader = useLang();
  return languages.includes(reader) ? reader : (languages[0] ?? reader);
}
