import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallName, Input, ProjectorState, RoomRequest } from '../../../shared/contract/index.ts';
import type { Lang } from '../../../shared/domain/languages.ts';
import { invoke, useCall } from '../../app/calls.ts';
import { openRoom } from '../../platform/index.ts';
import { useErrorText } from '../../ui/states.tsx';
import { announce, showToast } from '../../ui/toasts.ts';

type ProjectorCall = Extract<CallName, `projector.${string}`>;

export interface Projector {
  readonly state: ProjectorState | undefined;
  readonly show: (request: RoomRequest) => void;
  readonly turnFreeze: () => void;
  readonly turnBlank: () => void;
  readonly setLanguages: (languages: readonly Lang[]) => void;
}

/** What the room is shown, and what is done to it. A refusal is said at once: the room keeps what it has. */
export function useProjector(dossierId: string, sessionId: string): Projector {
  const { t } = useTranslation('projector');
  const client = useQueryClient();
  const errorText = useErrorText();
  const ref = { dossier: dossierId, session: sessionId };
  const { data } = useCall('projector.state', ref, { recordTypes: [] });
  const known = { queryKey: ['projector.state'] };
  const act = <N extends ProjectorCall>(name: N, input: Input<N>, done: string): void => {
    invoke(name, input).then(
      (state) => {
        client.setQueriesData<ProjectorState>(known, state);
        announce(state.held ? t('waits') : done);
      },
      (failure: unknown) => {
        void client.invalidateQueries(known);
        showToast({ tone: 'bad', text: errorText(failure).what });
      },
    );
  };
  /** Turns before the answer and from what is known, not from what is drawn: pressed twice in a breath means there and back. */
  const turn = (member: 'isFrozen' | 'isBlank'): boolean => {
    const key = ['projector.state', ref];
    const on = !client.getQueryData<ProjectorState>(key)?.shown[member];
    client.setQueryData<ProjectorState>(
      key,
      (state) => state && { ...state, shown: { ...state.shown, [member]: on } },
    );
    return on;
  };
  return {
    state: data,
    show: (request) =>
      act(
        'projector.show',
        { ...ref, request },
        t('now.sees', { what: t(`show.${request.kind === 'table' ? request.table : request.kind}`) }),
      ),
    turnFreeze: () => {
      const on = turn('isFrozen');
      act('projector.freeze', { ...ref, on }, t(on ? 'now.frozen' : 'now.thawed'));
    },
    turnBlank: () => {
      const on = turn('isBlank');
      act('projector.blank', { ...ref, on }, t(on ? 'now.blank' : 'now.lit'));
    },
    setLanguages: (languages) =>
      act('projector.languages', { ...ref, languages: [...languages] }, t('now.languages')),
  };
}

/** Opens the room's own window. `address` opens it by hand, where the browser let none open. */
export function useOpenRoom(): {
  readonly open: () => void;
  readonly address: string | undefined;
} {
  const { t } = useTranslation('projector');
  const [address, setAddress] = useState<string>();
  return {
    address,
    open: () => {
      void openRoom().then(({ isOpen, byHand }) => {
        setAddress(byHand);
        if (!isOpen) showToast({ tone: 'bad', text: t('notOpened') });
      });
    },
  };
}
