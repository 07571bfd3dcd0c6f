import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CauseMap, DeficitBox } from '../../../../shared/domain/causes/types.ts';
import { paths } from '../../../app/router.ts';
import { AddLink } from '../parts/AddLink.tsx';
import { Links } from '../parts/Links.tsx';
import { useDeficitName } from '../parts/words.ts';

/** The deficit chosen in the drawing: what it does to others and others to it, and what may be said of it. */
export function ChosenDeficit({
  dossierId,
  map,
  boxes,
  deficit,
  isReadOnly,
}: {
  readonly dossierId: string;
  readonly map: CauseMap;
  readonly boxes: ReadonlyMap<string, DeficitBox>;
  readonly deficit: DeficitBox;
  readonly isReadOnly: boolean;
}) {
  const { t } = useTranslation('causes');
  const name = useDeficitName();
  const links = useMemo(
    () => map.links.filter(({ from, to }) => from === deficit.id || to === deficit.id),
    [map, deficit.id],
  );
  return (
    <>
      <h2 className="causes-side-title">{name(deficit)}</h2>
      <p>
        <a href={paths.section(dossierId, 'deficits', deficit.id, { view: 'causes' })}>{t('summary.open')}</a>
      </p>
      <Links
        dossierId={dossierId}
        links={links}
        boxes={boxes}
        isReadOnly={isReadOnly}
        none={t('linksNone')}
      />
      {!isReadOnly && !deficit.withdrawn && (
        <AddLink key={deficit.id} dossierId={dossierId} from={{ id: deficit.id, label: name(deficit) }} />
      )}
    </>
  );
}
