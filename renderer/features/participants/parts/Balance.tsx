import { TriangleAlert } from 'lucide-react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import type { Seat } from '../../../../shared/domain/codes.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { ConstituencyTile, seatStyle } from '../../../ui/constituency.tsx';
import { type Balance, MINIMUM_SHARE } from '../balance.ts';
import { useSeatNames } from '../words.ts';

/** A tile a seat: how many, women among them against the 30 per cent line. Pressed, it filters the list. */
export function BalanceTiles({
  balances,
  value,
  onChange,
}: {
  readonly balances: readonly Balance[];
  readonly value: Seat | undefined;
  readonly onChange: (seat: Seat | undefined) => void;
}) {
  const { t } = useTranslation('participants');
  return (
    <ToggleButtonGroup
      className="participants-balance"
      aria-label={t('balance.label')}
      selectionMode="single"
      selectedKeys={value ? [value] : []}
      onSelectionChange={(keys) => {
        const [key] = keys;
        onChange(key === undefined ? undefined : (String(key) as Seat));
      }}
    >
      {balances.map((balance) => (
        <ToggleButton
          key={balance.seat}
          id={balance.seat}
          className="participants-seat"
          style={seatStyle(balance.seat)}
        >
          <Tile balance={balance} />
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

function Tile({ balance }: { readonly balance: Balance }) {
  const { t } = useTranslation('participants');
  const format = useFormat();
  const names = useSeatNames();
  const { seat, all, women, men, other, missing, share, isBelow } = balance;
  const known = women + men + other;
  return (
    <>
      <span className="participants-seat-head">
        <ConstituencyTile seat={seat} size="s" isDecorative />
        <span>{names[seat]}</span>
        <b className="num">{format.count(all)}</b>
      </span>
      <span className="participants-bar" aria-hidden="true">
        <i style={{ inlineSize: `${(share ?? 0) * 100}%` }} />
        <em style={{ insetInlineStart: `${MINIMUM_SHARE * 100}%` }} />
      </span>
      <span className="participants-seat-text">
        {all === 0 ? (
          t('balance.nobody')
        ) : (
          <>
            {share === undefined ? t('balance.unknown') : t('balance.women', { n: women, of: known, share })}
            {isBelow && (
              <span className="participants-below">
                <TriangleAlert size={12} aria-hidden /> {t('balance.below')}
              </span>
            )}
            {share !== undefined && missing > 0 && <span> · {t('balance.missing', { count: missing })}</span>}
          </>
        )}
      </span>
    </>
  );
}
