import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextEntry, Texts } from '../../../shared/domain/fields.ts';
import { isLang, LANGS, type Lang } from '../../../shared/domain/languages.ts';
import { keepsPasted } from '../../../shared/domain/paste/originals.ts';
import { useAutosave } from '../../app/autosave.ts';
import { useDossier } from '../../app/dossier.tsx';
import { MultiText } from '../../ui/MultiText.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { PasteWatch } from '../pasting/index.ts';
import { useOriginals } from './originals.ts';
import { useRecordEditing } from './record.tsx';
import { useSaveError, useTyped } from './values.ts';

const sameEntry = (a: TextEntry | undefined, b: TextEntry | undefined): boolean =>
  a?.text === b?.text && a?.status === b?.status;
const sameTexts = (a: Texts, b: Texts): boolean => LANGS.every((lang) => sameEntry(a[lang], b[lang]));
const NO_TEXTS: Texts = {};

export interface TextsFieldProps {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly multiline?: boolean;
  readonly minRows?: number;
  readonly maxLength: number;
  readonly autoFocus?: boolean;
  readonly className?: string;
  readonly isRequired?: boolean;
}

/**
 * One text in the languages of the dialogue; each language is a field of its own and is saved alone. What is pasted may
 * be cleaned where the record keeps it as it was.
 */
export function TextsField({
  name,
  label,
  description,
  multiline = true,
  minRows,
  maxLength,
  autoFocus,
  className,
  isRequired,
}: TextsFieldProps) {
  const { t } = useTranslation('editing');
  const { type, members, conflicts, isReadOnly, edit } = useRecordEditing();
  const { languages } = useDossier();
  const stored = (members[name] ?? NO_TEXTS) as Texts;
  const touched = useRef(new Set<Lang>());
  const originals = useOriginals();
  const saved = useAutosave<Texts>({
    value: stored,
    isEqual: sameTexts,
    save: async (texts) => {
      // Only what was written here: another language may have been written elsewhere meanwhile.
      const langs = [...touched.current];
      const written = Object.fromEntries(langs.map((lang) => [lang, texts[lang] ?? null]));
      await originals.store((pasted) => edit({ [name]: written }, { pasted }));
      for (const lang of langs)
        if (sameEntry(texts[lang], latest.current[lang])) touched.current.delete(lang);
    },
  });
  const latest = useRef(saved.value);
  latest.current = saved.value;
  const inConflict = (lang: Lang): boolean => conflicts.includes(`${name}.${lang}`);
  // Texts in a language that the dialogue does not list are shown as well: nothing recorded is hidden.
  const shown = useMemo(
    () => [...languages, ...LANGS.filter((lang) => !languages.includes(lang) && stored[lang])],
    [languages, stored],
  );
  const write = (lang: Lang, entry: TextEntry | undefined): void => {
    touched.current.add(lang);
    const { [lang]: _, ...others } = latest.current;
    const next = entry ? { ...others, [lang]: entry } : others;
    latest.current = next;
    saved.setValue(next);
  };
  const field = (
    <MultiText
      label={label}
      description={description}
      className={className}
      value={saved.value}
      languages={shown}
      multiline={multiline}
      {...(minRows !== undefined && { minRows })}
      maxLength={maxLength}
      autoFocus={autoFocus}
      isReadOnly={isReadOnly}
      isRequired={isRequired}
      isReadOnlyIn={inConflict}
      noteOf={(lang) => (inConflict(lang) ? t('fieldInConflict') : undefined)}
      onChange={write}
      onBlur={saved.flush}
      error={useSaveError(saved)}
    />
  );
  if (!keepsPasted(type)) return field;
  return (
    <PasteWatch
      onClean={(text, original, lang) => {
        if (!isLang(lang)) return;
        originals.add(lang, original);
        write(lang, { text, status: latest.current[lang]?.status ?? 'original' });
      }}
    >
      {field}
    </PasteWatch>
  );
}

/** A plain line, the same in every language: an acronym, a name, a code. */
export function LineField({
  name,
  label,
  description,
  maxLength,
  className,
}: {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly maxLength: number;
  readonly className?: string;
}) {
  const typed = useTyped(name);
  return (
    <TextField
      label={label}
      description={description}
      className={className}
      value={typed.value}
      onChange={typed.setValue}
      onBlur={typed.flush}
      maxLength={maxLength}
      isReadOnly={typed.isReadOnly}
      error={typed.error}
    />
  );
}
