import { Lock, PencilLine, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Constituency } from '../../../shared/domain/codes.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { CONSTITUENCIES, ConstituencyTile, Stance, seatStyle } from '../../ui/constituency.tsx';
import { useConstituencyNames } from './names.ts';
import { PositionDialog } from './PositionDialog.tsx';
import { PositionText } from './parts/PositionText.tsx';
import type { DecidedType, DecidedView } from './types.ts';
import './positions.css';

/**
 * Where the three constituencies stand on one text: always all three, each with its reservation. With
 * `isReadOnly` false each has a button that opens its dialog. A position that two people recorded
 * differently waits for a resolution, which the caller offers through `onResolve`.
 */
export function PositionsColumns({
  dossierId,
  type,
  view,
  layout = 'stack',
  isReadOnly = false,
  onResolve,
}: {
  readonly dossierId: string;
  readonly type: DecidedType;
  readonly view: DecidedView;
  /** 'columns' side by side where there is room, 'stack' one below the other. */
  readonly layout?: 'columns' | 'stack';
  readonly isReadOnly?: boolean;
  readonly onResolve?: ((field: string) => void) | undefined;
}) {
  const { t } = useTranslation('positions');
  const names = useConstituencyNames();
  const [edited, setEdited] = useState<Constituency>();
  return (
    <>
      <ul className={classes('positions', layout)} aria-label={t('title')}>
        {CONSTITUENCIES.map((seat) => {
          const position = view.record.position?.[seat];
          const field = `position.${seat}`;
          const inConflict = view.conflicts.includes(field);
          const spokesperson = view.record.spokesperson?.[seat];
          return (
            <li key={seat} className="positions-one" style={seatStyle(seat)} data-seat={seat}>
              <div className="positions-head">
                <ConstituencyTile seat={seat} name={names[seat]} isDecorative />
                <h3>{names[seat]}</h3>
                <Stance value={position?.value ?? 'not-requested'} seat={seat} />
              </div>
              {inConflict && (
                <div className="positions-warning">
                  <TriangleAlert size={14} aria-hidden />
                  <span>{t('inConflict')}</span>
                  {onResolve && !isReadOnly && (
                    <Button onPress={() => onResolve(field)}>{t('resolve')}</Button>
                  )}
                </div>
              )}
              {position && (
                <PositionText dossierId={dossierId} position={position} seat={seat} isStanceShown={false} />
              )}
              {spokesperson && (
                <p className="positions-small">
                  <span>
                    <Lock size={11} aria-hidden /> {t('spokesperson')} <bdi>{spokesperson}</bdi>
                  </span>
                </p>
              )}
              {view.changedSince.includes(seat) && (
                <div className="positions-warning">
                  <TriangleAlert size={14} aria-hidden />
                  <span>{isReadOnly ? t('changedSince') : t('changedSinceDo')}</span>
                </div>
              )}
              {!isReadOnly && !inConflict && (
                <Button
                  variant="quiet"
                  className="positions-edit"
                  icon={<PencilLine size={14} aria-hidden />}
                  aria-label={t(position ? 'changeOf' : 'recordOf', { who: names[seat] })}
                  onPress={() => setEdited(seat)}
                >
                  {t(position ? 'change' : 'record')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {edited && (
        <PositionDialog
          dossierId={dossierId}
          type={type}
          view={view}
          constituency={edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  );
}
