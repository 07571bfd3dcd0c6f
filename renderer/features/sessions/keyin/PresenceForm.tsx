import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Seat } from '../../../../shared/domain/codes.ts';
import { STANDINGS, type Standing } from '../../../../shared/domain/floor/constants.ts';
import { ConstituencyTile, SEATS } from '../../../ui/constituency.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { useSpeakerNames } from './words.ts';

interface Counted {
  readonly seat: Seat;
  readonly standing: Standing;
  readonly count: number;
}
/** By seat and standing. */
export type PaperPresence = { readonly [cell: string]: Counted };

export const isTaken = ([, { count }]: readonly [string, Counted]): boolean => count > 0;

/** The sign-in sheet: heads counted by seat and standing, never a name. */
export function PresenceForm({
  presence,
  onChange,
}: {
  readonly presence: PaperPresence;
  readonly onChange: (presence: PaperPresence) => void;
}): ReactNode {
  const { t } = useTranslation('sessions');
  const names = useSpeakerNames();
  return (
    <section aria-labelledby="keyin-presence">
      <h3 id="keyin-presence">{t('keyIn.presence')}</h3>
      <p className="muted sessions-note">{t('keyIn.presenceHelp')}</p>
      <table className="sessions-agenda">
        <thead>
          <tr>
            <td />
            {STANDINGS.map((standing) => (
              <th key={standing} scope="col">
                {t(`standing.${standing}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SEATS.map((seat) => (
            <tr key={seat}>
              <th scope="row">
                <span className="sessions-title">
                  <ConstituencyTile seat={seat} size="s" isDecorative /> {names[seat]}
                </span>
              </th>
              {STANDINGS.map((standing) => {
                const cell = `${seat} ${standing}`;
                return (
                  <td key={standing}>
                    <NumberField
                      className="sessions-minutes"
                      label={t('keyIn.countOf', { who: names[seat], what: t(`standing.${standing}`) })}
                      hideLabel
                      value={presence[cell]?.count}
                      minValue={0}
                      maxValue={200}
                      step={1}
                      formatOptions={{ maximumFractionDigits: 0 }}
                      onChange={(count = 0) =>
                        onChange({ ...presence, [cell]: { seat, standing, count: Math.round(count) } })
                      }
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
