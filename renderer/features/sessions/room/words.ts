import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Seat } from '../../../../shared/domain/codes.ts';
import { APART, type Apart, type Speaker } from '../../../../shared/domain/floor/constants.ts';
import type { FloorEntry, FloorState } from '../../../../shared/domain/floor/state.ts';
import { useConstituencyNames } from '../../positions/index.ts';

/** What this country calls the seats. */
export function useSeatNames(): { readonly [S in Seat]: string } {
  const { t } = useTranslation('ui');
  const names = useConstituencyNames();
  return useMemo(() => ({ ...names, invited: t('seat.invited') }), [names, t]);
}

export const isApart = (speaker: Speaker): speaker is Apart => (APART as readonly string[]).includes(speaker);

export function useSpeakerName(): (speaker: Speaker) => string {
  const { t } = useTranslation('room');
  const names = useSeatNames();
  return useCallback((speaker) => (isApart(speaker) ? t(`apart.${speaker}`) : names[speaker]), [t, names]);
}

/** A person and where from, or the constituency alone: what is on the operator's screen and said to him. */
export function useWho(): (
  who: { readonly name: string | null } & ({ readonly seat: Seat } | { readonly speaker: Speaker }),
) => string {
  const speakerName = useSpeakerName();
  return useCallback((who) => who.name ?? speakerName('seat' in who ? who.seat : who.speaker), [speakerName]);
}

export type Reason = 'point-of-order' | 'reply' | 'spokesperson' | 'first' | 'share' | 'order';

/** Why an entry is suggested, read from what can be seen of it. */
export function reasonOf(entry: FloorEntry, state: FloorState): Reason {
  if (entry.turn !== 'turn') return entry.turn;
  if (entry.spokesperson) return 'spokesperson';
  if (state.queue[0]?.id === entry.id) return 'order';
  if (entry.isFirst) return 'first';
  if (entry.seat === 'invited') return 'order';
  const { share, target } = state.balance.shares[entry.seat];
  return share !== null && share < target ? 'share' : 'order';
}
