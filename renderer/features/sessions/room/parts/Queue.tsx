import { GripVertical, Hand, Mic, Reply, Sparkles, UserPlus, X } from 'lucide-react';
import { type KeyboardEvent, memo, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import { useTranslation } from 'react-i18next';
import type { Seat } from '../../../../../shared/domain/codes.ts';
import type { TurnKind } from '../../../../../shared/domain/floor/constants.ts';
import type { FloorEntry, FloorState } from '../../../../../shared/domain/floor/state.ts';
import { useFormat } from '../../../../i18n/useFormat.ts';
import { Badge } from '../../../../ui/Badge.tsx';
import { Button, IconButton } from '../../../../ui/Button.tsx';
import { Card } from '../../../../ui/Card.tsx';
import { ConstituencyTile, SEATS } from '../../../../ui/constituency.tsx';
import { ToggleButton } from '../../../../ui/ToggleButton.tsx';
import { LiveTime } from '../LiveTime.tsx';
import type { FloorAct } from '../useFloor.ts';
import { reasonOf, useSeatNames, useWho } from '../words.ts';

/** Above this, rows off the screen are not drawn. */
const DRAWN_WHOLE = 60;
const ROW = 40;
const KEPT_TYPE = 'application/x-hiwar-entry';

export interface QueueProps {
  readonly state: FloorState;
  readonly at: number;
  readonly act: (act: FloorAct) => void;
  /** Order of the list, with the words that say it. */
  readonly move: (entry: FloorEntry, before: string | null) => unknown;
  readonly remove: (entry: FloorEntry) => unknown;
  readonly add: (seat: Seat) => void;
  /** What the next one added is asking for. */
  readonly kind: TurnKind;
  readonly onKind: (kind: TurnKind) => void;
  readonly onByName: () => void;
}

/** Who waits for the floor, in the order the chair gives it. */
export const Queue = memo(function Queue(props: QueueProps) {
  const { state, add, kind, onKind, onByName } = props;
  const { t } = useTranslation('room');
  const format = useFormat();
  const names = useSeatNames();
  const isOpen = state.phase === 'open' || state.phase === 'suspended';
  return (
    <div data-region className="sitting-queue">
      <Card
        title={t('queue.title')}
        count={format.count(state.queue.length)}
        className="sitting-fill"
        actions={
          isOpen && (
            <>
              <Button
                className="sitting-small"
                variant="quiet"
                icon={<UserPlus size={14} aria-hidden />}
                keyHint="A"
                onPress={onByName}
              >
                {t('queue.byName')}
              </Button>
              <ToggleButton
                className="sitting-small"
                icon={<Hand size={14} aria-hidden />}
                isSelected={kind === 'point-of-order'}
                onChange={(on) => onKind(on ? 'point-of-order' : 'turn')}
              >
                {t('turn.point-of-order')} <Key>O</Key>
              </ToggleButton>
              <ToggleButton
                className="sitting-small"
                icon={<Reply size={14} aria-hidden className="flip" />}
                isSelected={kind === 'reply'}
                onChange={(on) => onKind(on ? 'reply' : 'turn')}
              >
                {t('turn.reply')} <Key>R</Key>
              </ToggleButton>
            </>
          )
        }
      >
        {isOpen && (
          <fieldset className="sitting-add">
            <legend className="visually-hidden">{t('queue.add')}</legend>
            <span className={kind === 'turn' ? 'muted' : 'sitting-add-kind'} aria-hidden="true">
              {kind === 'turn' ? t('queue.add') : t('queue.kindFirst', { kind: t(`turn.${kind}`) })}
            </span>
            {SEATS.map((seat, index) => (
              <Button
                key={seat}
                className="sitting-small"
                icon={<ConstituencyTile seat={seat} size="s" isDecorative />}
                keyHint={String(index + 1)}
                onPress={() => add(seat)}
              >
                <span aria-hidden="true">{names[seat]}</span>
                <span className="visually-hidden">{t('queue.addSeat', { who: names[seat] })}</span>
              </Button>
            ))}
          </fieldset>
        )}
        {state.queue.length === 0 ? (
          <p className="muted sitting-empty">{t('queue.empty')}</p>
        ) : (
          <Entries {...props} />
        )}
      </Card>
    </div>
  );
});

const Key = ({ children }: { readonly children: ReactNode }) => (
  <span className="key" aria-hidden="true">
    {children}
  </span>
);

function Entries({ state, at, act, move, remove }: QueueProps) {
  const { t } = useTranslation('room');
  const { queue } = state;
  const names = useSeatNames();
  const who = useWho();
  const current = state.speaking?.id ?? null;
  const isOpen = state.phase === 'open';
  const entryOf = (id: string): FloorEntry | undefined => queue.find((entry) => entry.id === id);

  const { dragAndDropHooks } = useDragAndDrop({
    // The id alone: what is dragged onto another program names nobody.
    getItems: (keys) => [...keys].map((key) => ({ [KEPT_TYPE]: String(key) })),
    onReorder: ({ keys, target }) => {
      const entry = entryOf(String([...keys][0]));
      if (!entry) return;
      const others = queue.filter(({ id }) => id !== entry.id);
      const place = others.findIndex(({ id }) => id === String(target.key));
      const before = others[target.dropPosition === 'before' ? place : place + 1];
      move(entry, before?.id ?? null);
    },
  });

  /** Alt with an arrow moves one place, Delete takes off: nothing here is reached by pointer alone. */
  const onKeyDown = (event: KeyboardEvent): void => {
    const id = (event.target as HTMLElement).closest('[role=row]')?.getAttribute('data-key');
    const index = queue.findIndex((entry) => entry.id === id);
    const entry = queue[index];
    if (!entry) return;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'ArrowUp' && index > 0) move(entry, queue[index - 1]?.id ?? null);
      if (event.key === 'ArrowDown' && index < queue.length - 1) move(entry, queue[index + 2]?.id ?? null);
    } else if (event.key === 'Delete') {
      event.preventDefault();
      event.stopPropagation();
      remove(entry);
    }
  };

  const list = (
    <GridList
      aria-label={t('queue.title')}
      aria-describedby="sitting-queue-help"
      className="sitting-list"
      items={queue}
      dependencies={[state.suggestion, at, current, isOpen, state.clock.isRunning]}
      dragAndDropHooks={dragAndDropHooks}
      disallowTypeAhead
    >
      {(entry) => (
        <GridListItem id={entry.id} textValue={who(entry)} className="sitting-entry">
          <AriaButton
            slot="drag"
            className="icon-button small"
            aria-label={t('queue.drag', { who: who(entry) })}
          >
            <GripVertical size={14} aria-hidden />
          </AriaButton>
          <ConstituencyTile seat={entry.seat} size="s" name={names[entry.seat]} isDecorative={!entry.name} />
          <span
            className={`sitting-entry-name${state.mayName ? '' : ' sitting-secret'}`}
            onCopy={(event) => {
              if (!state.mayName) event.preventDefault();
            }}
          >
            {who(entry)}
          </span>
          {entry.organization && <span className="muted clip-1">{entry.organization}</span>}
          <span className="sitting-marks">
            {entry.turn !== 'turn' && <Badge tone="warn">{t(`turn.${entry.turn}`)}</Badge>}
            {entry.spokesperson && <Badge>{t('queue.spokesperson')}</Badge>}
            {entry.isFirst && entry.turn === 'turn' && (
              <span className="sitting-first">{t('queue.first')}</span>
            )}
            {entry.id === state.suggestion && (
              <span className="badge accent" title={t(`reason.${reasonOf(entry, state)}`)}>
                <Sparkles size={12} aria-hidden /> {t('queue.suggested')}
              </span>
            )}
          </span>
          <span className="sitting-wait">
            <span className="visually-hidden">{t('queue.waits')}</span>{' '}
            <LiveTime ms={entry.sinceMs} at={at} isRunning={state.clock.isRunning} />
          </span>
          {isOpen && (
            <IconButton
              size="s"
              label={t('queue.give', { who: who(entry) })}
              icon={<Mic size={14} aria-hidden />}
              onPress={() => act({ kind: 'next', current, entry: entry.id })}
            />
          )}
          <IconButton
            size="s"
            label={t('queue.remove', { who: who(entry) })}
            icon={<X size={14} aria-hidden />}
            onPress={() => remove(entry)}
          />
        </GridListItem>
      )}
    </GridList>
  );
  const suggested = state.suggestion ? entryOf(state.suggestion) : undefined;
  return (
    <>
      {suggested && (
        <p className="sitting-suggestion">
          <Sparkles size={14} aria-hidden />
          <span>
            {t('queue.suggested')} ·{' '}
            <b className={state.mayName ? undefined : 'sitting-secret'}>{who(suggested)}</b>{' '}
            <span className="muted">{t(`reason.${reasonOf(suggested, state)}`)}</span>
          </span>
          {isOpen && (
            <Button
              className="sitting-small"
              keyHint="S"
              onPress={() => act({ kind: 'next', current, entry: suggested.id })}
            >
              {t('queue.giveFloor')}
            </Button>
          )}
        </p>
      )}
      {/* The keys of the rows are heard before the list takes the arrows for itself. */}
      <div className="sitting-scroll" onKeyDownCapture={onKeyDown}>
        {queue.length > DRAWN_WHOLE ? (
          <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW }}>
            {list}
          </Virtualizer>
        ) : (
          list
        )}
      </div>
      <p id="sitting-queue-help" className="visually-hidden">
        {t('queue.help')}
      </p>
    </>
  );
}
