import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RoomCell, RoomShown, RoomView } from '../../../../shared/contract/index.ts';
import type { Seat } from '../../../../shared/domain/codes.ts';
import { OutcomeStatus } from '../../../ui/Badge.tsx';
import { CONSTITUENCIES, SEATS, StanceGlyph, seatStyle } from '../../../ui/constituency.tsx';
import { Timer, useMinutes } from './Timer.tsx';
import { SeatName, Two, TwoTexts } from './Two.tsx';
import { useFirst } from './words.ts';

type Of<K extends RoomView['kind']> = Extract<RoomView, { readonly kind: K }>;
type Labels = RoomShown['labels'];

const isSeat = (speaker: string): speaker is Seat => (SEATS as readonly string[]).includes(speaker);

export function Speaker({ view, labels }: { readonly view: Of<'speaker'>; readonly labels: Labels }) {
  const { speaker, clock } = view;
  return (
    <section className="wall-speaker" {...(speaker && isSeat(speaker) && { style: seatStyle(speaker) })}>
      {view.turn !== 'turn' && clock && (
        <p className="wall-kind">
          <Two say={({ t }) => t(`turn.${view.turn as 'reply' | 'point-of-order'}`)} />
        </p>
      )}
      <h1 className="wall-name">
        {view.name ? (
          <bdi>{view.name}</bdi>
        ) : speaker && isSeat(speaker) ? (
          <SeatName seat={speaker} labels={labels} />
        ) : (
          <Two
            say={({ t }) =>
              speaker && !isSeat(speaker) ? t(`apart.${speaker}`) : clock ? t('speaking') : t('nobody')
            }
          />
        )}
      </h1>
      {view.name && speaker && isSeat(speaker) && <SeatName seat={speaker} labels={labels} />}
      {view.organization && <TwoTexts texts={view.organization} />}
      {clock && <Timer clock={clock} />}
      {view.waiting.length > 0 && (
        <div className="wall-waiting">
          <Two say={({ t, formats }) => t('waiting', { n: formats.count(view.waiting.length) })} />
          <ol>
            {view.waiting.slice(0, 8).map((seat, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: places in a line, not people
              <li key={at}>
                <SeatName seat={seat} labels={labels} />
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}

export function Agenda({ view }: { readonly view: Of<'agenda'> }) {
  const late = Math.round(view.driftMs / 60_000);
  return (
    <section>
      <h1>
        <TwoTexts texts={view.title} />
      </h1>
      {late > 0 && (
        <p className="wall-late">
          <Two say={({ t, formats }) => t('late', { n: formats.count(late) })} />
        </p>
      )}
      <ol className="wall-agenda">
        {view.items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the room is given no ids
          <li key={at} className={item.state} aria-current={item.state === 'now' ? 'step' : undefined}>
            <span className="wall-state">
              {item.state === 'done' && <Check aria-hidden />}
              {item.state === 'now' && <Two say={({ t }) => t('current')} />}
            </span>
            {Object.keys(item.title).length > 0 ? (
              <TwoTexts texts={item.title} />
            ) : (
              <Two say={({ t }) => (item.kind === 'item' ? '–' : t(`break.${item.kind}`))} />
            )}
            {item.minutes > 0 && (
              <span className="wall-minutes">
                <Two say={({ t, formats }) => t('minutes', { n: formats.count(item.minutes) })} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

export function Balance({ view, labels }: { readonly view: Of<'balance'>; readonly labels: Labels }) {
  const { formats } = useFirst();
  const minutes = useMinutes();
  return (
    <section>
      <h1>
        <Two say={({ t }) => t('show.balance')} />
      </h1>
      <ul className="wall-balance">
        {CONSTITUENCIES.map((seat) => {
          const { share, target } = view.shares[seat];
          return (
            <li key={seat} style={seatStyle(seat)}>
              <SeatName seat={seat} labels={labels} />
              <span className="wall-bar" aria-hidden="true">
                <i style={{ inlineSize: `${(share ?? 0) * 100}%` }} />
                <b style={{ insetInlineStart: `${target * 100}%` }} />
              </span>
              <span className="wall-share">
                {share === null ? '–' : formats.percent(share)} · {minutes(view.time[seat]?.ms ?? 0)}
              </span>
              <small>
                <Two say={(one) => one.t('target', { share: one.formats.percent(target) })} />
              </small>
            </li>
          );
        })}
      </ul>
      {view.women !== null && (
        <p>
          <Two say={({ t, formats: own }) => t('women', { share: own.percent(view.women ?? 0) })} />
        </p>
      )}
    </section>
  );
}

export function Clause({ view, labels }: { readonly view: Of<'clause'>; readonly labels: Labels }) {
  return (
    <section>
      <p className="wall-kind">
        <Two say={({ t }) => t('clauseNumber', { number: view.number })} />
      </p>
      <h1 className="wall-clause">
        <TwoTexts texts={view.body} />
      </h1>
      <ul className="wall-columns">
        {CONSTITUENCIES.map((seat) => {
          const column = view.columns[seat];
          return (
            <li key={seat} style={seatStyle(seat)} className={view.asked === seat ? 'asked' : undefined}>
              <h2>
                <SeatName seat={seat} labels={labels} />
              </h2>
              {column ? (
                <>
                  <p className="wall-stance">
                    <StanceGlyph value={column.silent ? 'not-requested' : column.value} size={28} />
                    <Two say={({ t }) => (column.silent ? t('silent') : t(`ui:stance.${column.value}`))} />
                  </p>
                  {column.reservation && (
                    <blockquote>
                      <TwoTexts texts={column.reservation} />
                    </blockquote>
                  )}
                  {(column.mandate === 'mandated' || column.mandate === 'subject-to-consultation') && (
                    <small>
                      <Two
                        say={({ t }) =>
                          t(`mandate.${column.mandate as 'mandated' | 'subject-to-consultation'}`)
                        }
                      />
                    </small>
                  )}
                </>
              ) : (
                <p className="wall-stance">
                  <Two say={({ t }) => (view.asked === seat ? t('asked') : t('notAsked'))} />
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {view.outcome && <OutcomeStatus outcome={view.outcome} />}
    </section>
  );
}

export function Break({ view }: { readonly view: Of<'break'> }) {
  const why = view.why === 'prayer' || view.why === 'meal' ? view.why : 'pause';
  return (
    <section className="wall-break">
      <h1 className="wall-name">
        <Two say={({ t }) => t(`break.${why}`)} />
      </h1>
      {view.minutes !== null && (
        <p>
          <Two say={({ t, formats }) => t('minutes', { n: formats.count(view.minutes ?? 0) })} />
        </p>
      )}
    </section>
  );
}

const QUORUM_HEADS = ['present', 'needed', 'entitled'] as const;

export function Table({ view, labels }: { readonly view: Of<'table'>; readonly labels: Labels }) {
  const cell = (one: RoomCell): ReactNode => {
    if ('text' in one) return <TwoTexts texts={one.text} />;
    if ('number' in one) return <Figure value={one.number} />;
    if ('stance' in one)
      return (
        <span className="wall-stance" style={seatStyle(one.seat)}>
          <StanceGlyph value={one.stance} size={28} />
          <Two say={({ t }) => t(`ui:stance.${one.stance}`)} />
        </span>
      );
    return <SeatName seat={one.seat} labels={labels} />;
  };
  const width = view.columns.length + 1;
  return (
    <section>
      <h1>
        <Two say={({ t }) => t(`show.${view.title}`)} />
      </h1>
      {view.rows.length === 0 ? (
        <p>
          <Two say={({ t }) => t('noRows')} />
        </p>
      ) : (
        <table className="wall-table">
          <thead>
            <tr>
              <th scope="col">
                <Two say={({ t }) => (view.title === 'quorum' ? t('seat') : t('text'))} />
              </th>
              {view.title === 'quorum'
                ? QUORUM_HEADS.map((head) => (
                    <th key={head} scope="col">
                      <Two say={({ t }) => t(`head.${head}`)} />
                    </th>
                  ))
                : view.columns.map((column, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns are a picture and do not move
                    <th key={at} scope="col">
                      {cell(column)}
                    </th>
                  ))}
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row, at) => {
              const isReservation = view.title !== 'quorum' && row.length === 2;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows are a picture and do not move
                <tr key={at} className={isReservation ? 'wall-reservation' : undefined}>
                  {row.map((one, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above
                    <td key={place} {...(isReservation && place === 1 && { colSpan: width - 1 })}>
                      {cell(one)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Figure({ value }: { readonly value: number }) {
  const { formats } = useFirst();
  return <span className="num">{formats.count(value)}</span>;
}
