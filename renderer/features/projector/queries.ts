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
  readonly freeze: (on: boolean) => void;
  readonly blank: (on: boolean) => void;
  readonly setLanguages: (languages: readonly Lang[]) => void;
}

/** What the room is shown, and what is done to it. A refusal is said at once: the room keeps what it has. */
export function useProjector(dossierId: string, sessionId: string): Projector {
  const { t } = useTranslation('projector');
  const client = useQueryClient();
  const errorText = useErrorText();
  const ref = { dossier: dossierId, session: sessionId };
  const { data } = useCall('projector.state', ref, { recordTypes: [] });
  const act = <N extends ProjectorCall>(name: N, input: Input<N>, done: string): void => {
    invoke(name, input).then(
      (state) => {
        client.setQueriesData<ProjectorState>({ queryKey: ['projector.state'] }, state);
        announce(state.held ? t('waits') : done);
      },
      (failure: unknown) => showToast({ tone: 'bad', text: errorText(failure).what }),
    );
  };
  return {
    state: data,
    show: (request) =>
      act(
        'projector.show',
        { ...ref, request },
        t('now.sees', { what: t(`show.${request.kind === 'table' ? request.table : request.kind}`) }),
      ),
    freeze: (on) => act('projector.freeze', { ...ref, on }, t(on ? 'now.frozen' : 'now.thawed')),
    blank: (on) => act('projector.blank', { ...ref, on }, t(on ? 'now.blank' : 'now.lit')),
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
