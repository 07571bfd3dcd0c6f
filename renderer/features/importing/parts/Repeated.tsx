import { useTranslation } from 'react-i18next';
import type { ImportCheck, ImportDuplicate } from '../../../../shared/contract/index.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Card } from '../../../ui/Card.tsx';
import { Checkbox, RadioGroup } from '../../../ui/Choice.tsx';
import type { Decision } from '../mapping.ts';

/** Rows that are there already: one decision for all of them, and another for single ones. */
export function Repeated({
  checked,
  decision,
  onDecision,
  except,
  onExcept,
}: {
  readonly checked: ImportCheck;
  readonly decision: Decision;
  readonly onDecision: (decision: Decision) => void;
  readonly except: ReadonlySet<number>;
  readonly onExcept: (rows: ReadonlySet<number>) => void;
}) {
  const { t } = useTranslation('importing');
  const format = useFormat();
  const likeText = ({ ofRow, ofNumber }: ImportDuplicate): string =>
    ofRow !== null
      ? t('repeated.ofRow', { row: format.count(ofRow) })
      : ofNumber !== null
        ? t('repeated.ofNumber', { number: ofNumber })
        : t('repeated.there');
  const rest = checked.duplicates - checked.repeated.length;
  return (
    <Card title={t('repeated.title')} count={format.count(checked.duplicates)}>
      <div className="stack">
        <p className="prose">{t('repeated.what')}</p>
        <RadioGroup
          label={t('repeated.decision')}
          layout="row"
          options={[
            { id: 'skip', label: t('repeated.skip') },
            { id: 'import', label: t('repeated.import') },
          ]}
          value={decision}
          onChange={onDecision}
        />
      </div>
      <table className="importing-table importing-repeated">
        <thead>
          <tr>
            <th scope="col">{t('repeated.row')}</th>
            <th scope="col">{t('repeated.text')}</th>
            <th scope="col">{t('repeated.like')}</th>
            <th scope="col">{t('repeated.except')}</th>
          </tr>
        </thead>
        <tbody>
          {checked.repeated.map((each) => {
            const row = format.count(each.row);
            return (
              <tr key={each.row}>
                <td className="num">{row}</td>
                <th scope="row">
                  <bdi>{each.label}</bdi>
                </th>
                <td>{likeText(each)}</td>
                <td>
                  <Checkbox
                    isSelected={except.has(each.row)}
                    onChange={(isExcept) => {
                      const next = new Set(except);
                      if (isExcept) next.add(each.row);
                      else next.delete(each.row);
                      onExcept(next);
                    }}
                  >
                    {decision === 'skip' ? t('repeated.importRow', { row }) : t('repeated.skipRow', { row })}
                  </Checkbox>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {rest > 0 && <p className="muted">{t('repeated.rest', { count: rest })}</p>}
    </Card>
  );
}
