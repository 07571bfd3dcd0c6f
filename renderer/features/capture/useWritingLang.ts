import type { Lang } from '../../../shared/domain/languages.ts';
import { useDossier } from '../../app/dossier.tsx';
import { useLang } from '../../i18n/useFormat.ts';

/** The language that was chosen to write in, else the reader's where the dialogue has it, else its first. */
export function useWritingLang(chosen: Lang | undefined): Lang {
  const reader = useLang();
  const { languages } = useDossier();
  const usual = languages.includes(reader) ? reader : (languages[0] ?? reader);
  return chosen && languages.includes(chosen) ? chosen : usual;
}
