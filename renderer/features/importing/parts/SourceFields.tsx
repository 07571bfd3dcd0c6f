import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportInspection } from '../../../../shared/contract/index.ts';
import {
  ENCODINGS,
  IMPORT_KINDS,
  type ImportKind,
  SEPARATORS,
  type Separator,
} from '../../../../shared/domain/import/constants.ts';
import { LANGS } from '../../../../shared/domain/languages.ts';
import { invoke } from '../../../app/calls.ts';
import { LANGUAGE_NAMES } from '../../../i18n/locale.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { Checkbox } from '../../../ui/Choice.tsx';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { type Option, Select } from '../../../ui/Select.tsx';
import type { Mapping, Source } from '../mapping.ts';
import { ENCODING_NAMES } from '../words.ts';

const SEPARATOR_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const satisfies {
  readonly [S in Separator]: string;
};

/** How the file is read. Each change reads it anew. */
export function FileFields({
  source,
  seen,
  onSource,
}: {
  readonly source: Source;
  readonly seen: ImportInspection;
  readonly onSource: (source: Source) => void;
}) {
  const { t } = useTranslation('importing');
  return (
    <>
      <Select
        label={t('kind.label')}
        options={IMPORT_KINDS.map((id) => ({ id, label: t(`kind.${id}.name`) }))}
        value={seen.kind}
        isDisabled={seen.format === 'json'}
        onChange={(kind) => onSource({ ...source, kind })}
      />
      {seen.sheets.length > 1 && (
        <Select
          label={t('source.sheet')}
          options={seen.sheets.map((sheet, n) => ({
            id: String(n),
            label: sheet.name,
            hint: sheet.isHidden ? t('source.hidden') : undefined,
          }))}
          value={String(seen.sheet)}
          onChange={(sheet) => onSource({ uploadId: source.uploadId, sheet: Number(sheet) })}
        />
      )}
      {seen.encoding && (
        <Select
          label={t('source.encoding')}
          options={ENCODINGS.map((id) => ({ id, label: ENCODING_NAMES[id] }))}
          value={seen.encoding}
          onChange={(encoding) => onSource({ ...source, encoding })}
        />
      )}
      {seen.separator && (
        <Select
          label={t('source.separator')}
          options={SEPARATORS.map((id) => ({ id, label: t(`separators.${SEPARATOR_NAMES[id]}`) }))}
          value={seen.separator}
          onChange={(separator) => onSource({ ...source, separator })}
        />
      )}
      {seen.format !== 'json' && (
        <NumberField
          label={t('source.headerRow')}
          value={seen.headerRow}
          minValue={1}
          maxValue={seen.headerRow + seen.rows}
          step={1}
          onChange={(headerRow) => headerRow && onSource({ ...source, headerRow })}
        />
      )}
    </>
  );
}

/** What holds for the table as a whole. */
export function TableFields({
  dossierId,
  kind,
  mapping,
  onMapping,
}: {
  readonly dossierId: string;
  readonly kind: ImportKind;
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
}) {
  const { t } = useTranslation('importing');
  const lang = useLang();
  const load = useCallback(
    async (query: string): Promise<readonly Option[]> => {
      const search = query.trim();
      const found = await invoke('register.window', {
        dossier: dossierId,
        lang,
        filter: search ? { search } : {},
        sort: 'number',
        descending: false,
        offset: 0,
        limit: 30,
      });
      return found.rows.map(({ id, number, title }) => ({
        id,
        label: title ? `D-${number} · ${title.text}` : `D-${number}`,
      }));
    },
    [dossierId, lang],
  );
  const hasDeficits = mapping.columns.some(({ target }) => target === 'deficit');
  return (
    <>
      <Select
        label={t('source.lang')}
        options={LANGS.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
        value={mapping.lang}
        onChange={(chosen) => onMapping({ ...mapping, lang: chosen })}
      />
      {kind !== 'deficits' && (
        <DateField
          label={kind === 'evidence' ? t('source.vintage') : t('source.checkedOn')}
          value={mapping.vintage}
          onChange={(vintage) => onMapping({ ...mapping, vintage })}
        />
      )}
      {kind === 'evidence' && (
        <>
          {!hasDeficits && (
            <ComboBox
              label={t('source.deficit')}
              description={t('source.deficitHelp')}
              className="importing-wide"
              load={load}
              value={mapping.deficit}
              valueLabel={mapping.deficitLabel}
              isRequired
              onChange={(deficit) =>
                void labelOf(load, deficit).then((deficitLabel) =>
                  onMapping({ ...mapping, deficit, deficitLabel }),
                )
              }
            />
          )}
          <Checkbox
            isSelected={mapping.ownCountry}
            onChange={(ownCountry) => onMapping({ ...mapping, ownCountry })}
          >
            {t('source.ownCountry')}
          </Checkbox>
        </>
      )}
    </>
  );
}

async function labelOf(
  load: (query: string) => Promise<readonly Option[]>,
  id: string | undefined,
): Promise<string | undefined> {
  if (id === undefined) return undefined;
  return (await load('')).find((option) => option.id === id)?.label;
}
