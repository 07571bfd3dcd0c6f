import { useTranslation } from 'react-i18next';
import { paths, type Section } from '../../../app/router.ts';
import { useFormat } from '../../../i18n/useFormat.ts';

const HELD = [
  ['deficit', 'deficits'],
  ['evidence', 'deficits'],
  ['strategy', 'strategies'],
  ['action', 'strategies'],
  ['organization', 'participants'],
  ['participant', 'participants'],
  ['session', 'sessions'],
  ['comment', undefined],
] as const satisfies readonly (readonly [string, Section | undefined])[];

/** How many records of each kind there are. */
export function Holdings({
  dossierId,
  counts,
}: {
  readonly dossierId: string;
  readonly counts: { readonly [type: string]: number };
}) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  // A row of noughts tells the maker of a new dossier nothing.
  if (HELD.every(([type]) => !counts[type])) return null;
  return (
    <ul className="overview-holdings" aria-label={t('holds.title')}>
      {HELD.map(([type, section]) => {
        const content = (
          <>
            <span className="num">{format.count(counts[type] ?? 0)}</span> <span>{t(`holds.${type}`)}</span>
          </>
        );
        return (
          <li key={type}>
            {section ? <a href={paths.section(dossierId, section)}>{content}</a> : <div>{content}</div>}
          </li>
        );
      })}
    </ul>
  );
}
