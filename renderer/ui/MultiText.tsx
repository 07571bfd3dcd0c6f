import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { useTranslation } from 'react-i18next';
import type { TextEntry, TextStatus, Texts } from '../../shared/domain/fields.ts';
import type { Lang } from '../../shared/domain/languages.ts';
import { LANGUAGE_NAMES } from '../i18n/locale.ts';
import { useLang } from '../i18n/useFormat.ts';
import { TextStatusMark } from './Badge.tsx';
import { classes } from './classes.ts';
import type { FieldProps } from './field.tsx';
import { Select } from './Select.tsx';
import { TextArea, TextField } from './TextField.tsx';

const STATUSES = ['original', 'draft', 'checked', 'official'] as const satisfies readonly TextStatus[];

export interface MultiTextProps extends FieldProps {
  readonly value: Texts | undefined;
  /** One language at a time; `undefined` when its text was emptied. */
  readonly onChange: (lang: Lang, entry: TextEntry | undefined) => void;
  /** The dialogue's languages, in their order. */
  readonly languages: readonly Lang[];
  readonly multiline?: boolean;
  readonly minRows?: number;
  readonly maxLength?: number | undefined;
  readonly onBlur?: (() => void) | undefined;
  /** Shown under the text of a language, e.g. that it is in conflict. */
  readonly noteOf?: ((lang: Lang) => string | undefined) | undefined;
  /** A language that cannot be written now while the others can. */
  readonly isReadOnlyIn?: ((lang: Lang) => boolean) | undefined;
}

/**
 * One text in several languages, a tab each, with the mark of how far it has come. The first text written is
 * the original; a text added beside it begins as a draft.
 */
export function MultiText({
  value,
  onChange,
  languages,
  multiline = true,
  minRows,
  maxLength,
  onBlur,
  noteOf,
  isReadOnlyIn,
  ...field
}: MultiTextProps) {
  const { t } = useTranslation('ui');
  const reader = useLang();
  const [chosen, setChosen] = useState<Lang>();
  const selected = chosen ?? (languages.includes(reader) ? reader : (languages[0] ?? reader));
  const write = (lang: Lang, text: string): void => {
    const others = languages.some((other) => other !== lang && value?.[other]);
    const status = value?.[lang]?.status ?? (others ? 'draft' : 'original');
    onChange(lang, text === '' ? undefined : { text, status });
  };
  const statusOptions = STATUSES.map((id) => ({ id, label: t(`textStatus.${id}`) }));
  return (
    <div className={classes('field', 'multi-text', field.className)}>
      <Tabs
        className="multi-tabs"
        selectedKey={selected}
        onSelectionChange={(key) => setChosen(String(key) as Lang)}
      >
        <div className="multi-head">
          <span className="field-label">
            {field.label} {field.isRequired && <span className="field-required">{t('field.required')}</span>}
          </span>
          <TabList className="multi-list" aria-label={t('multi.languagesOf', { name: field.label })}>
            {languages.map((lang) => (
              <Tab key={lang} id={lang} className={classes('multi-tab', !value?.[lang] && 'empty')}>
                <span lang={lang}>{LANGUAGE_NAMES[lang]}</span>
                {!value?.[lang] && <span className="visually-hidden">{t('multi.noText')}</span>}
              </Tab>
            ))}
          </TabList>
        </div>
        {languages.map((lang) => {
          const entry = value?.[lang];
          const isReadOnly = field.isReadOnly || (isReadOnlyIn?.(lang) ?? false);
          const Field = multiline ? TextArea : TextField;
          return (
            <TabPanel key={lang} id={lang} className="multi-panel">
              <Field
                label={t('multi.textIn', { name: field.label, language: LANGUAGE_NAMES[lang] })}
                hideLabel
                value={entry?.text ?? ''}
                onChange={(text) => write(lang, text)}
                onBlur={onBlur}
                lang={lang}
                maxLength={maxLength}
                error={field.error}
                description={field.description}
                isDisabled={field.isDisabled}
                isReadOnly={isReadOnly}
                autoFocus={field.autoFocus && chosen === undefined}
                {...(multiline && minRows !== undefined && { minRows })}
              />
              {noteOf?.(lang) && <p className="field-error">{noteOf(lang)}</p>}
              {entry &&
                (isReadOnly ? (
                  <TextStatusMark status={entry.status} />
                ) : (
                  <Select
                    layout="bar"
                    className="multi-status"
                    label={t('multi.status')}
                    options={statusOptions}
                    value={entry.status}
                    onChange={(status) => onChange(lang, { text: entry.text, status })}
                  />
                ))}
            </TabPanel>
          );
        })}
      </Tabs>
    </div>
  );
}
