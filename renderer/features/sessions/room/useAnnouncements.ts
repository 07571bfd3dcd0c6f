import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorState } from '../../../../shared/domain/floor/state.ts';
import { announce } from '../../../ui/toasts.ts';
import { useWho } from './words.ts';

/** Says to a screen reader what a look at the screen would tell: the floor, the quorum, the item, the phase. */
export function useAnnouncements(
  state: FloorState | undefined,
  titleOf: (item: string | null) => string | undefined,
): void {
  const { t } = useTranslation('room');
  const who = useWho();
  const before = useRef<FloorState>(undefined);
  const latest = useRef({ t, who, titleOf });
  latest.current = { t, who, titleOf };
  useEffect(() => {
    const held = before.current;
    before.current = state;
    if (!held || !state || held === state) return;
    const { t, who, titleOf } = latest.current;
    const said: string[] = [];
    if (held.phase !== state.phase) {
      if (state.phase === 'open') said.push(t('floor.opened'));
      if (state.phase === 'suspended') said.push(t('floor.isSuspended'));
      if (state.phase === 'closed') said.push(t('floor.isClosed'));
    }
    if (held.item !== state.item) {
      const title = titleOf(state.item);
      if (title) said.push(t('floor.item', { title }));
    }
    if (held.speaking?.id !== state.speaking?.id) {
      if (state.speaking) said.push(t('floor.given', { who: who(state.speaking) }));
      else if (state.phase === held.phase) said.push(t('floor.ended'));
    } else if (held.speaking && state.speaking && held.speaking.isHeld !== state.speaking.isHeld)
      said.push(state.speaking.isHeld ? t('floor.isHeld') : t('floor.goesOn'));
    if (said.length > 0) announce(said.join('. '));
    const hasRule = state.quorum.rule !== null && state.quorum.rule.kind !== 'none';
    if (hasRule && held.quorum.met !== state.quorum.met)
      announce(state.quorum.met ? t('floor.quorumMet') : t('floor.quorumLost'), 'assertive');
  }, [state]);
}
