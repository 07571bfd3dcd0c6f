import { TriangleAlert } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { APART, MINIMUM_SHARE } from '../../../../../shared/domain/floor/constants.ts';
import type { FloorState, WomenShares } from '../../../../../shared/domain/floor/state.ts';
import type { Sum } from '../../../../../shared/domain/floor/types.ts';
import { balanceBar } from '../../../../charts/balance.ts';
import { useFormat } from '../../../../i18n/useFormat.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Card } from '../../../../ui/Card.tsx';
import { ConstituencyTile, seatStyle } from '../../../../ui/constituency.tsx';
import { useClockText } from '../times.ts';
import { useLiveBalance } from '../useLiveBalance.ts';
import { useSeatNames, useSpeakerName } from '../words.ts';

/** Time and turns against the shares of the mandate, and the three shares of women side by side. */
export const Gauge = memo(function Gauge({ state, at }: { readonly state: FloorState; readonly at: number }) {
  const { t } = useTranslation('room');
  const clock = useClockText();
  const [isTable, setTable] = useState(false);
  const balance = useLiveBalance(state, at);
  const bar = balanceBar(balance);
  return (
    <Card
      title={t('gauge.title')}
      count={clock(bar.totalMs)}
      actions={
        <Button variant="quiet" className="sitting-small" onPress={() => setTable(!isTable)}>
          {isTable ? t('gauge.asBars') : t('gauge.asTable')}
        </Button>
      }
    >
      {isTable ? (
        <AsTable bar={bar} invited={balance.time.invited} />
      ) : (
        <AsBars bar={bar} invited={balance.time.invited} />
      )}
      <Women women={state.women} />
      <dl className="sitting-apart-times">
        {APART.map((speaker) => (
          <div key={speaker}>
            <dt>{t(`apart.${speaker}`)}</dt>
            <dd className="num" dir="ltr">
              {clock(balance.time[speaker].ms)}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('gauge.pointsOfOrder')}</dt>
          <dd className="num" dir="ltr">
            {clock(balance.pointsOfOrder.ms)}
          </dd>
        </div>
      </dl>
    </Card>
  );
});

type Bar = ReturnType<typeof balanceBar>;

function AsBars({ bar, invited }: { readonly bar: Bar; readonly invited: Sum }) {
  const { t } = useTranslation('room');
  const format = useFormat();
  const clock = useClockText();
  const names = useSeatNames();
  return (
    <>
      <div className="sitting-bar" aria-hidden="true">
        {bar.rows.map(({ seat, share }) =>
          share ? (
            <span
              key={seat}
              className={`sitting-bar-part seat-${seat}`}
              style={{ ...seatStyle(seat), inlineSize: `${share * 100}%` }}
            />
          ) : null,
        )}
        {bar.lines.map((at) => (
          <i key={at} style={{ insetInlineStart: `${at * 100}%` }} />
        ))}
      </div>
      {bar.totalMs === 0 && <p className="muted sitting-note">{t('gauge.nobody')}</p>}
      <ul className="sitting-shares">
        {bar.rows.map((row) => (
          <li key={row.seat} style={seatStyle(row.seat)}>
            <ConstituencyTile seat={row.seat} size="s" isDecorative />
            <span className="sitting-share-name">{names[row.seat]}</span>
            <b className="num" dir="ltr">
              {clock(row.ms)}
            </b>
            <span className="sitting-share-turns">{t('gauge.turns', { count: row.turns })}</span>
            <span className="sitting-share-of num">
              {row.share === null ? '–' : format.percent(row.share)}
            </span>
            <span className={`sitting-share-note ${row.standing}`}>
              <span>
                {t('gauge.target', { share: format.percent(row.target) })}
                {row.standing !== 'none' && ` · ${t(`gauge.${row.standing}`)}`}
              </span>{' '}
              {row.leftMs !== null && (
                <span>
                  {row.leftMs < 0
                    ? t('gauge.overdrawn', { time: clock(-row.leftMs) })
                    : t('gauge.left', { time: clock(row.leftMs) })}
                </span>
              )}
            </span>
          </li>
        ))}
        {invited.turns + invited.ms > 0 && (
          <li style={seatStyle('invited')}>
            <ConstituencyTile seat="invited" size="s" isDecorative />
            <span className="sitting-share-name">{names.invited}</span>
            <b className="num" dir="ltr">
              {clock(invited.ms)}
            </b>
            <span className="sitting-share-turns">{t('gauge.turns', { count: invited.turns })}</span>
          </li>
        )}
      </ul>
    </>
  );
}

function AsTable({ bar, invited }: { readonly bar: Bar; readonly invited: Sum }) {
  const { t } = useTranslation('room');
  const format = useFormat();
  const clock = useClockText();
  const speaker = useSpeakerName();
  const hasBudget = bar.rows.some(({ leftMs }) => leftMs !== null);
  return (
    <table className="sitting-table">
      <caption className="visually-hidden">{t('gauge.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('gauge.who')}</th>
          <th scope="col">{t('gauge.timeHead')}</th>
          <th scope="col">{t('gauge.turnsHead')}</th>
          <th scope="col">{t('gauge.shareHead')}</th>
          <th scope="col">{t('gauge.targetHead')}</th>
          {hasBudget && <th scope="col">{t('gauge.budgetHead')}</th>}
        </tr>
      </thead>
      <tbody className="num">
        {bar.rows.map((row) => (
          <tr key={row.seat}>
            <th scope="row">{speaker(row.seat)}</th>
            <td>{clock(row.ms)}</td>
            <td>{format.count(row.turns)}</td>
            <td>{row.share === null ? '–' : format.percent(row.share)}</td>
            <td>{format.percent(row.target)}</td>
            {hasBudget && (
              <td>
                {row.leftMs === null
                  ? '–'
                  : row.leftMs < 0
                    ? t('gauge.overdrawn', { time: clock(-row.leftMs) })
                    : clock(row.leftMs)}
              </td>
            )}
          </tr>
        ))}
        <tr>
          <th scope="row">{speaker('invited')}</th>
          <td>{clock(invited.ms)}</td>
          <td>{format.count(invited.turns)}</td>
          <td>–</td>
          <td>–</td>
          {hasBudget && <td>–</td>}
        </tr>
      </tbody>
    </table>
  );
}

const WOMEN = ['present', 'spokespersons', 'time'] as const satisfies readonly (keyof WomenShares)[];

const Women = memo(function Women({ women }: { readonly women: WomenShares }) {
  const { t } = useTranslation('room');
  const format = useFormat();
  return (
    <section className="sitting-women" aria-label={t('gauge.women')}>
      <h3>
        {t('gauge.women')}
        <span className="muted">{t('gauge.line', { share: format.percent(MINIMUM_SHARE) })}</span>
      </h3>
      <ul>
        {WOMEN.map((what) => {
          const share = women[what];
          const isUnder = share !== null && share < MINIMUM_SHARE;
          return (
            <li key={what}>
              <b className="num">{share === null ? t('gauge.unknown') : format.percent(share)}</b>
              <span className="sitting-women-bar" aria-hidden="true">
                <span style={{ inlineSize: `${(share ?? 0) * 100}%` }} />
                <i style={{ insetInlineStart: `${MINIMUM_SHARE * 100}%` }} />
              </span>
              <span>{t(`gauge.${what}`)}</span>
              {isUnder && (
                <span className="sitting-late">
                  <TriangleAlert size={11} aria-hidden />{' '}
                  {t('gauge.under', { share: format.percent(MINIMUM_SHARE) })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
});
