import { useTranslation } from 'react-i18next';
import { pick } from '../../../../shared/domain/languages.ts';
import { useCall } from '../../../app/calls.ts';
import { paths } from '../../../app/router.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { Reference } from '../reference.tsx';

/** How many causes and effects a deficit has, what it does to others and they to it, and the way to its tree. */
export function CausesText({ dossierId, deficit }: { readonly dossierId: string; readonly deficit: string }) {
  const { t } = useTranslation('causes');
  const lang = useLang();
  const { data: tree } = useCall(
    'causes.tree',
    { dossier: dossierId, deficit },
    { recordTypes: ['cause', 'deficit', 'evidence', 'link'] },
  );
  if (!tree) return null;
  const boxes = new Map([...tree.others, tree.deficit].map((box) => [box.id, box]));
  const unproven = tree.rows.filter(({ flags }) => flags.includes('no-evidence')).length;
  const end = (id: string) => {
    const box = boxes.get(id);
    if (id === deficit) return <Reference number={box?.number} />;
    return box ? (
      <a href={paths.section(dossierId, 'deficits', id)}>
        <Reference number={box.number} /> {pick(box.title, lang)?.value.text ?? t('untitled')}
      </a>
    ) : (
      <span className="muted">{t('missing')}</span>
    );
  };
  return (
    <section className="deficits-causes" aria-labelledby={`causes-${deficit}`}>
      <h3 id={`causes-${deficit}`}>
        <a href={paths.section(dossierId, 'deficits', deficit, { view: 'causes' })}>{t('summary.open')}</a>
      </h3>
      <p className="muted">
        {tree.rows.length === 0
          ? t('summary.none')
          : `${t('causes', { count: tree.deficit.causes })} · ${t('effects', { count: tree.deficit.effects })}`}
        {unproven > 0 && ` · ${t('unproven', { count: unproven })}`}
      </p>
      {tree.links.length > 0 && (
        <ul>
          {tree.links.map((link) => (
            <li key={link.id}>
              {end(link.from)} <b>{t(`says.${link.kind}`)}</b> {end(link.to)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
