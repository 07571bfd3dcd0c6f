import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../../shared/contract/index.ts';
import { type Labels, pick } from '../../../../shared/domain/languages.ts';
import { paths, type Section } from '../../../app/router.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { Card } from '../../../ui/Card.tsx';
import { useTypeLabel } from '../../history/index.ts';

/** Records that have a screen of their own to go to. */
const SECTIONS: { readonly [type: string]: { readonly section: Section; readonly letter: string } } = {
  deficit: { section: 'deficits', letter: 'D' },
  strategy: { section: 'strategies', letter: 'S' },
};

const SHOWN = 5;

export function Recent({
  dossierId,
  recent,
}: {
  readonly dossierId: string;
  readonly recent: Overview['recent'];
}) {
  const { t } = useTranslation('overview');
  const lang = useLang();
  const format = useFormat();
  const typeLabel = useTypeLabel();
  if (recent.length === 0) return null;
  return (
    <Card title={t('recent.title')}>
      <ul className="overview-recent">
        {recent.slice(0, SHOWN).map((record) => {
          const place = SECTIONS[record.type];
          const title = pick(record.title as Labels, lang);
          const name = (
            <span className="clip-2" lang={title?.lang} dir="auto">
              {title?.value ?? t('untitledRecord')}
            </span>
          );
          return (
            <li key={record.id}>
              {place ? <a href={paths.section(dossierId, place.section, record.id)}>{name}</a> : name}
              <span className="muted">
                {place && record.number ? (
                  <bdi className="mono">
                    {place.letter}-{record.number}
                  </bdi>
                ) : (
                  typeLabel(record.type)
                )}{' '}
                · <time dateTime={record.at}>{format.relative(record.at)}</time>
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
