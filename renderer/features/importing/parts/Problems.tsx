import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportCheck, ImportColumn } from '../../../../shared/contract/index.ts';
import { PROBLEMS, type ProblemCode } from '../../../../shared/domain/import/constants.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Card } from '../../../ui/Card.tsx';
import { useColumnName } from '../words.ts';

const PROBLEM_CODES = Object.keys(PROBLEMS) as ProblemCode[];
const ICONS = { fault: CircleX, decision: TriangleAlert, notice: Info } as const;

/** What is wrong, row by row: where it is, what stands there, and what follows. Of very many the first. */
export function Problems({
  columns,
  checked,
}: {
  readonly columns: readonly ImportColumn[];
  readonly checked: ImportCheck;
}) {
  const { t } = useTranslation('importing');
  const format = useFormat();
  const columnName = useColumnName();
  const rest = checked.problemCount - checked.problems.length;
  return (
    <Card title={t('problems.title')} count={format.count(checked.problemCount)}>
      {checked.problems.length === 0 ? (
        <p className="importing-line">
          <CircleCheck size={16} aria-hidden /> {t('problems.none')}
        </p>
      ) : (
        <table className="importing-table importing-problems">
          <thead>
            <tr>
              <th scope="col">{t('problems.row')}</th>
              <th scope="col">{t('problems.column')}</th>
              <th scope="col">{t('problems.value')}</th>
              <th scope="col">{t('problems.what')}</th>
              <th scope="col">{t('problems.weight')}</th>
            </tr>
          </thead>
          <tbody>
            {checked.problems.map(({ row, column, code, value }) => {
              const weight = PROBLEMS[code];
              const Icon = ICONS[weight];
              return (
                <tr key={`${row} ${column} ${code}`}>
                  <td className="num">{format.count(row)}</td>
                  <th scope="row">
                    {column === null ? (
                      t('problems.wholeRow')
                    ) : (
                      <bdi>{columnName(columns[column], column)}</bdi>
                    )}
                  </th>
                  <td>
                    <bdi>{value}</bdi>
                  </td>
                  <td>{t(`problem.${code}`)}</td>
                  <td className={`importing-weight ${weight}`}>
                    <Icon size={15} aria-hidden /> {t(`problems.${weight}`)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {rest > 0 && (
        <div className="importing-rest">
          <p>{t('problems.rest', { count: rest })}</p>
          <ul>
            {PROBLEM_CODES.filter((code) => checked.byCode[code]).map((code) => (
              <li key={code}>
                {t(`problem.${code}`)} <span className="num">{format.count(checked.byCode[code] ?? 0)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
