import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/calls.ts';
import { paths } from '../../app/router.ts';
import { BestText } from '../../ui/BestText.tsx';
import { referenceOf, useDeficitView } from './suggestions.ts';
import './duplicates.css';

const MOST = 3;

/** Deficits that say nearly what this one says, where there are any: seen while it is written, not weeks later. */
export function Similar({ dossierId, id }: { readonly dossierId: string; readonly id: string }) {
  const { t } = useTranslation('duplicates');
  const { data } = useCall(
    'duplicates.suggest',
    { dossier: dossierId, id, limit: MOST },
    { recordTypes: ['deficit', 'notSame'], keepPrevious: true },
  );
  // Read beside the deficit: a failure here must not stand in its way.
  if (!data || data.pairs.length === 0) return null;
  return (
    <section className="duplicates-lineage" aria-label={t('similar.title')}>
      <header className="duplicates-side-head">
        <h3>{t('similar.title')}</h3>
        <span className="grow" />
        <a href={paths.section(dossierId, 'deficits', undefined, { view: 'duplicates' })}>
          {t('similar.compare')}
        </a>
      </header>
      <ul className="duplicates-lineage-list">
        {data.pairs.map(({ b }) => (
          <One key={b} dossierId={dossierId} id={b} />
        ))}
      </ul>
    </section>
  );
}

function One({ dossierId, id }: { readonly dossierId: string; readonly id: string }) {
  const { t } = useTranslation('duplicates');
  const { view } = useDeficitView(dossierId, id);
  if (!view) return null;
  return (
    <li className="duplicates-line">
      <a className="mono" href={paths.section(dossierId, 'deficits', id)}>
        <bdi>{referenceOf(view.record.number)}</bdi>
      </a>
      <span>
        <BestText texts={view.record.title} isBlock={false} empty={t('untitled')} />
      </span>
    </li>
  );
}
