import { MessageSquareQuote } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PointRow } from '../../../../../shared/contract/index.ts';
import { pick } from '../../../../../shared/domain/languages.ts';
import { useFormat, useLang } from '../../../../i18n/useFormat.ts';
import { BestText } from '../../../../ui/BestText.tsx';
import { Button } from '../../../../ui/Button.tsx';
import { Card } from '../../../../ui/Card.tsx';
import { isUnput, type Recorded } from '../useRecord.ts';

/** Proposed conclusions that no read-back has made anything of yet. */
export const HeardCard = memo(function HeardCard({
  record,
  canPut,
  onPut,
}: {
  readonly record: Recorded;
  readonly canPut: boolean;
  readonly onPut: (point: PointRow) => void;
}) {
  const { t } = useTranslation('room');
  const format = useFormat();
  const lang = useLang();
  const heard = record.points.filter(isUnput);
  return (
    <Card title={t('heard.title')} count={format.count(heard.length)}>
      {heard.length === 0 ? (
        <p className="muted">{t('heard.none')}</p>
      ) : (
        <ul className="sitting-heard">
          {heard.map((point, index) => (
            <li key={point.id} data-point={point.id}>
              <BestText texts={point.body} />
              {canPut && (
                <Button
                  className="sitting-small"
                  icon={<MessageSquareQuote size={14} aria-hidden />}
                  keyHint={index === 0 ? 'L' : undefined}
                  onPress={() => onPut(point)}
                >
                  <span aria-hidden="true">{t('record.put')}</span>
                  <span className="visually-hidden">
                    {t('record.putThis', { text: (pick(point.body, lang)?.value.text ?? '').slice(0, 60) })}
                  </span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="muted sitting-note">
        {t('heard.note')}
        {record.hasOlder && ` ${t('heard.partial', { n: record.points.length, of: record.total })}`}
      </p>
    </Card>
  );
});
