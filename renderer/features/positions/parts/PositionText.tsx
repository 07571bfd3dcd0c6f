import { useTranslation } from 'react-i18next';
import type { Constituency } from '../../../../shared/domain/codes.ts';
import type { Position } from '../../../../shared/domain/position.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { BestText } from '../../../ui/BestText.tsx';
import { Stance } from '../../../ui/constituency.tsx';
import { useOrganizations } from '../queries.ts';
import '../positions.css';

/** The reservation of a position, whole: wherever a position is read, its reservation is read. */
export function Reservation({
  position,
}: {
  readonly position: Pick<Position, 'value' | 'reservation'> | undefined;
}) {
  const { t } = useTranslation('positions');
  if (!position?.reservation) return null;
  const isReservation = position.value === 'agree-with-reservation';
  return (
    <div className="positions-reservation">
      <span className="positions-reservation-label">{isReservation ? t('reservation') : t('note')}</span>
      <BestText texts={position.reservation} />
    </div>
  );
}

/** A position in full: value, reservation, organizations that differ, mandate, when it was read back. */
export function PositionText({
  dossierId,
  position,
  seat,
  isStanceShown = true,
}: {
  readonly dossierId: string;
  readonly position: Position;
  readonly seat: Constituency;
  readonly isStanceShown?: boolean;
}) {
  const { t } = useTranslation('positions');
  const format = useFormat();
  const differing = position.organizations ?? [];
  const organizations = useOrganizations(dossierId, differing.length > 0);
  const nameOf = (id: string): string =>
    organizations.find((known) => known.id === id)?.name ?? t('organizationUnknown');
  return (
    <div className="positions-text">
      {isStanceShown && <Stance value={position.value} seat={seat} />}
      <Reservation position={position} />
      {differing.length > 0 && (
        <div className="positions-differing">
          <p className="positions-small">{t('differing')}</p>
          <ul>
            {differing.map((one) => (
              <li key={one.organization}>
                <p>
                  <strong>{nameOf(one.organization)}</strong> <Stance value={one.value} seat={seat} />
                </p>
                <Reservation position={one} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {(position.mandate || position.readBackAt) && (
        <p className="positions-small">
          {position.mandate && <span>{t(`mandate.${position.mandate}`)}</span>}
          {position.readBackAt && (
            <span>{t('readBackAt', { when: format.dateTime(position.readBackAt) })}</span>
          )}
        </p>
      )}
    </div>
  );
}
