import { useTranslation } from 'react-i18next';
import type { ImportInspection } from '../../../../shared/contract/index.ts';
import { type ColumnChoice, isTarget, TARGETS } from '../../../../shared/domain/import/constants.ts';
import { isLang, LANGS } from '../../../../shared/domain/languages.ts';
import { LANGUAGE_NAMES } from '../../../i18n/locale.ts';
import { type Option, Select } from '../../../ui/Select.tsx';
import { isText, type Mapping } from '../mapping.ts';
import { useColumnName, useTargetLabel } from '../words.ts';

const NONE = 'none';

/** A row for each column of the file: its name, what stands below it, and what it becomes. */
export function Columns({
  seen,
  mapping,
  onMapping,
}: {
  readonly seen: ImportInspection;
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
}) {
  const { t } = useTranslation('importing');
  const targetLabel = useTargetLabel();
  const columnName = useColumnName();
  const options: readonly Option[] = [
    { id: NONE, label: t('columns.none') },
    ...TARGETS[seen.kind].map((target) => ({ id: target, label: targetLabel(target) })),
  ];
  const set = (index: number, choice: ColumnChoice): void =>
    onMapping({ ...mapping, columns: mapping.columns.map((old, n) => (n === index ? choice : old)) });
  return (
    <table className="importing-table">
      <thead>
        <tr>
          <th scope="col">{t('columns.header')}</th>
          <th scope="col">{t('columns.samples')}</th>
          <th scope="col">{t('columns.target')}</th>
          <th scope="col">{t('columns.lang')}</th>
        </tr>
      </thead>
      <tbody>
        {seen.columns.map((column, index) => {
          const choice = mapping.columns[index] ?? { target: null, lang: null };
          const name = columnName(column, index);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file are known by their place
            <tr key={index} data-left-out={choice.target === null ? '' : undefined}>
              <th scope="row">
                <bdi>{name}</bdi>
                {column.isRepeated && <small className="importing-flag">{t('columns.repeated')}</small>}
              </th>
              <td>
                {column.samples.length === 0 ? (
                  <span className="muted">{t('columns.empty')}</span>
                ) : (
                  <ul className="importing-samples">
                    {column.samples.map((sample) => (
                      <li key={sample}>
                        <bdi>{sample}</bdi>
                      </li>
                    ))}
                  </ul>
                )}
              </td>
              <td>
                <Select
                  label={t('columns.targetOf', { name })}
                  hideLabel
                  options={options}
                  value={choice.target ?? NONE}
                  onChange={(id) => {
                    const target = isTarget(seen.kind, id) ? id : null;
                    set(index, { target, lang: isText(target) ? choice.lang : null });
                  }}
                />
              </td>
              <td>
                {isText(choice.target) && (
                  <Select
                    label={t('columns.langOf', { name })}
                    hideLabel
                    options={LANGS.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
                    value={choice.lang ?? mapping.lang}
                    onChange={(lang) => set(index, { ...choice, lang: isLang(lang) ? lang : null })}
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
