import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PointRow, RecordView } from '../../../../shared/contract/index.ts';
import type { Seat } from '../../../../shared/domain/codes.ts';
import type { TurnKind } from '../../../../shared/domain/floor/constants.ts';
import type { FloorEntry, FloorState } from '../../../../shared/domain/floor/state.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import { useCall } from '../../../app/calls.ts';
import { paths } from '../../../app/router.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { Card, PageHead } from '../../../ui/Card.tsx';
import { ErrorState, Notice, Skeleton } from '../../../ui/states.tsx';
import { announce } from '../../../ui/toasts.ts';
import { useSame } from '../../../ui/useSame.ts';
import { CloseDialog } from '../../minutes/index.ts';
import { ProjectorControls, useProjectorKeys } from '../../projector/index.ts';
import { OpenReadBack, ReadBackDialog, useIsReadBackOpen } from '../../readback/index.ts';
import { KeyInDialog } from '../keyin/index.ts';
import { AgendaColumn, type ItemView, useItemTitle } from './parts/AgendaColumn.tsx';
import { ByNameDialog, type Named } from './parts/ByNameDialog.tsx';
import { COMPOSER_ID } from './parts/Composer.tsx';
import { FloorCard } from './parts/FloorCard.tsx';
import { Gauge } from './parts/Gauge.tsx';
import { HeardCard } from './parts/HeardCard.tsx';
import { NoticeStrip } from './parts/NoticeStrip.tsx';
import { PresenceDrawer } from './parts/PresenceDrawer.tsx';
import { Queue } from './parts/Queue.tsx';
import { RecordPane } from './parts/RecordPane.tsx';
import { RoomHead } from './parts/RoomHead.tsx';
import './room.css';
import { useAnnouncements } from './useAnnouncements.ts';
import { useEntryFloor } from './useEntryFloor.ts';
import { type Floor, useFloor } from './useFloor.ts';
import { isUnput, useRecord } from './useRecord.ts';
import { useRoomKeys } from './useRoomKeys.ts';
import { useSeatNames, useWho } from './words.ts';

interface RoomProps {
  readonly dossierId: string;
  readonly sessionId: string;
}

/** A session while it runs: agenda, floor, list, record and balance on one screen, worked by single keys. */
export function RoomScreen({ dossierId, sessionId }: RoomProps): ReactNode {
  const { t } = useTranslation('room');
  const lang = useLang();
  const floor = useFloor(dossierId, sessionId);
  const session = useCall(
    'record.get',
    { dossier: dossierId, type: 'session', id: sessionId },
    { recordTypes: ['session'] },
  );
  const items = useCall(
    'record.list',
    { dossier: dossierId, type: 'agendaItem', of: { field: 'session', id: sessionId } },
    { recordTypes: ['agendaItem'], keepPrevious: true },
  );
  const record = (session.data as RecordView<'session'> | undefined)?.record;
  const title = pick(record?.title, lang)?.value.text ?? t('untitled');
  const error = session.error ?? items.error ?? floor.error;
  if (record?.kind === 'caucus')
    return (
      <div className="screen">
        <PageHead title={title} />
        <Notice
          action={
            <a className="button" href={paths.section(dossierId, 'sessions', sessionId, { view: 'caucus' })}>
              {t('toCaucus')}
            </a>
          }
        >
          {t('caucus')}
        </Notice>
      </div>
    );
  if (!floor.state || !record || !items.data)
    return (
      <div className="screen">
        <PageHead title={record ? title : t('title')} />
        {error ? <ErrorState error={error} onRetry={() => void floor.refetch()} /> : <Skeleton lines={8} />}
      </div>
    );
  return (
    <Room
      dossierId={dossierId}
      sessionId={sessionId}
      title={title}
      floor={floor}
      state={floor.state}
      items={items.data as readonly ItemView[]}
    />
  );
}

function Room({
  dossierId,
  sessionId,
  title,
  floor,
  state,
  items,
}: RoomProps & {
  readonly title: string;
  readonly floor: Floor;
  readonly state: FloorState;
  readonly items: readonly ItemView[];
}) {
  const { t } = useTranslation('room');
  const record = useRecord(dossierId, sessionId);
  const entryFloor = useEntryFloor(state);
  const names = useSeatNames();
  const who = useWho();
  const titleOf = useItemTitle();
  const [open, setOpen] = useState<'presence' | 'byName' | 'close' | 'keyIn'>();
  /** What is read back: an entry, or the read-back that is open already. */
  const [put, setPut] = useState<PointRow | 'open'>();
  const isReadBackOpen = useIsReadBackOpen(dossierId, sessionId);
  const [kind, setKind] = useState<TurnKind>('turn');
  const dismiss = useCallback(() => setOpen(undefined), []);
  const openPresence = useCallback(() => setOpen('presence'), []);
  const openByName = useCallback(() => setOpen('byName'), []);
  const openClose = useCallback(() => setOpen('close'), []);
  const openKeyIn = useCallback(() => setOpen('keyIn'), []);

  const { act: doAct } = floor;
  const act = useCallback((wanted: Parameters<typeof doAct>[0]) => void doAct(wanted), [doAct]);
  const add = useSame(async (named: Named): Promise<void> => {
    setKind('turn');
    const next = await doAct({ kind: 'add', id: crypto.randomUUID(), ...named });
    if (next) announce(t('queue.added', { who: names[named.seat] }));
  });
  const addSeat = useSame((seat: Seat): void => void add({ seat, turn: kind }));
  const move = useSame(async (entry: FloorEntry, before: string | null): Promise<void> => {
    const next = await doAct({ kind: 'move', entry: entry.id, before });
    const place = next?.queue.findIndex(({ id }) => id === entry.id) ?? -1;
    if (next && place >= 0)
      announce(t('queue.moved', { who: who(entry), place: place + 1, of: next.queue.length }));
  });
  const remove = useSame(async (entry: FloorEntry): Promise<void> => {
    if (await doAct({ kind: 'remove', entry: entry.id })) announce(t('queue.removed', { who: who(entry) }));
  });
  const onKind = useSame((wanted: TurnKind): void => {
    setKind(wanted);
    if (wanted !== 'turn') announce(t('queue.kindFirst', { kind: t(`turn.${wanted}`) }));
  });

  useProjectorKeys(dossierId, sessionId);
  useAnnouncements(state, (id) => {
    const view = items.find((item) => item.record.id === id);
    return view && titleOf(view);
  });
  useRoomKeys(state, {
    act,
    add: addSeat,
    kind,
    onKind,
    onByName: openByName,
    onPresence: openPresence,
    onWrite: () => document.getElementById(COMPOSER_ID)?.focus(),
    onReadBack: () => {
      // Half answered, a conclusion waits no more: it is gone on with before another is begun.
      if (isReadBackOpen) {
        setPut('open');
        return;
      }
      const marked = document.activeElement?.closest('[data-point]')?.getAttribute('data-point');
      const waiting = record.points.filter(isUnput);
      setPut(waiting.find(({ id }) => id === marked) ?? waiting[0]);
    },
  });

  const isRunning = state.phase === 'open' || state.phase === 'suspended';
  return (
    <div className="sitting">
      <RoomHead
        dossierId={dossierId}
        sessionId={sessionId}
        title={title}
        state={state}
        at={floor.at}
        act={act}
        onPresence={openPresence}
        onClose={openClose}
        onKeyIn={openKeyIn}
      />
      <NoticeStrip dossierId={dossierId} sessionId={sessionId} state={state} floor={floor} />
      {!put && <OpenReadBack dossierId={dossierId} sessionId={sessionId} />}
      <div className="sitting-body">
        <AgendaColumn dossierId={dossierId} state={state} items={items} act={act} />
        <div className="sitting-middle">
          <FloorCard state={state} at={floor.at} act={act} />
          <Queue
            state={state}
            at={floor.at}
            act={act}
            move={move}
            remove={remove}
            add={addSeat}
            kind={kind}
            onKind={onKind}
            onByName={openByName}
          />
          <RecordPane
            dossierId={dossierId}
            sessionId={sessionId}
            floor={entryFloor}
            record={record}
            onPut={setPut}
          />
        </div>
        <div className="sitting-column" data-region>
          <Gauge state={state} at={floor.at} />
          <HeardCard record={record} canPut={isRunning} onPut={setPut} />
          <Card title={t('projector')}>
            <div className="sitting-projector">
              <ProjectorControls dossierId={dossierId} sessionId={sessionId} />
            </div>
          </Card>
        </div>
      </div>
      <PresenceDrawer
        dossierId={dossierId}
        state={state}
        act={doAct}
        isOpen={open === 'presence'}
        onClose={dismiss}
      />
      {open === 'byName' && (
        <ByNameDialog
          dossierId={dossierId}
          state={state}
          kind={kind}
          onClose={dismiss}
          onAdd={(named) => {
            dismiss();
            void add(named);
          }}
        />
      )}
      <CloseDialog dossierId={dossierId} sessionId={sessionId} isOpen={open === 'close'} onClose={dismiss} />
      <KeyInDialog
        dossierId={dossierId}
        sessionId={sessionId}
        isClosed={state.phase === 'closed'}
        isOpen={open === 'keyIn'}
        onClose={dismiss}
      />
      {put && (
        <ReadBackDialog
          dossierId={dossierId}
          sessionId={sessionId}
          clause={put === 'open' ? undefined : (put.clause ?? undefined)}
          point={put === 'open' ? undefined : put.id}
          onClose={() => setPut(undefined)}
        />
      )}
    </div>
  );
}
