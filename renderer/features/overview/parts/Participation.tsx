import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../../shared/contract/index.ts';
import type { Seat } from '../../../../shared/domain/codes.ts';
import { type Labels, pick } from '../../../../shared/domain/languages.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { paths } from '../../../app/router.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { Card } from '../../../ui/Card.tsx';
import { ConstituencyTile, SEATS, seatStyle } from '../../../ui/constituency.tsx';
import { LINE, shareOf } from '../shares.ts';

/** Who sits in the room, by constituency and sex, against the 30 per cent line. */
export function Participation({
  dossierId,
  overview,
}: {
  readonly dossierId: string;
  readonly overview: Overview;
}) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const seats = SEATS.flatMap((seat) => {
    const seated = overview.participation.find((each) => each.seat === seat);
    return seated && (seat !== 'invited' || shareOf(seated).all > 0) ? [{ seat, seated }] : [];
  });
  const isEmpty = seats.every(({ seated }) => shareOf(seated).all === 0);
  return (
    <Card
      title={t('participation.title')}
      actions={<a href={paths.section(dossierId, 'participants')}>{t('participation.open')}</a>}
    >
      {isEmpty ? (
        <p className="muted">{t('participation.none')}</p>
      ) : (
        <ul className="overview-seats">
          {seats.map(({ seat, seated }) => (
            <SeatLine key={seat} seat={seat} seated={seated} />
          ))}
        </ul>
      )}
      {!isEmpty && (
        <p className="overview-note">
          <span className="overview-line-key" aria-hidden="true" />{' '}
          {t('participation.line', { share: format.percent(LINE) })}
        </p>
      )}
      <p className="muted overview-note">{t('participation.presence')}</p>
    </Card>
  );
}

function SeatLine({
  seat,
  seated,
}: {
  readonly seat: Seat;
  readonly seated: Overview['participation'][number];
}) {
  const { t } = useTranslation(['overview', 'ui']);
  const lang = useLang();
  const format = useFormat();
  const { constituencyLabels } = useDossier();
  const { all, recorded, share } = shareOf(seated);
  const own = pick(constituencyLabels[seat] as Labels | undefined, lang)?.value;
  const isBelow = share !== null && share < LINE;
  return (
    <li style={seatStyle(seat)}>
      <ConstituencyTile seat={seat} isDecorative />
      <div>
        <p className="overview-seat-name">
          <span>{own ?? t(`ui:seat.${seat}`)}</span>
          <span className="num">{t('participation.people', { count: all })}</span>
        </p>
        {share === null ? (
          <p className="muted">{all > 0 ? t('participation.unrecorded') : t('participation.nobody')}</p>
        ) : (
          <>
            <span className="overview-share" aria-hidden="true">
              <i style={{ inlineSize: `${share * 100}%` }} />
              <b style={{ insetInlineStart: `${LINE * 100}%` }} />
            </span>
            <p className={isBelow ? 'overview-warn' : 'muted'}>
              {t('participation.women', { n: seated.women, of: recorded, share: format.percent(share) })}
              {isBelow && <> · {t('participation.below')}</>}
              {seated.missing > 0 && <> · {t('participation.missing', { count: seated.missing })}</>}
            </p>
          </>
        )}
      </div>
    </li>
  );
}
