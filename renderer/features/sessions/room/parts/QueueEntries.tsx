import { GripVertical, Mic, Sparkles, X } from 'lucide-react';
import { type KeyboardEvent, memo, type RefObject, useMemo, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import { useTranslation } from 'react-i18next';
import type { FloorEntry, FloorState } from '../../../../../shared/domain/floor/state.ts';
import { Badge } from '../../../../ui/Badge.tsx';
import { Button, IconButton } from '../../../../ui/Button.tsx';
import { ConstituencyTile } from '../../../../ui/constituency.tsx';
import { useSame } from '../../../../ui/useSame.ts';
import { useTick } from '../ticker.ts';
import { useClockText } from '../times.ts';
import type { FloorAct } from '../useFloor.ts';
import { type Reason, reasonOf, useSeatNames, useWho } from '../words.ts';

/** Above this, rows off the screen are not drawn. */
const DRAWN_WHOLE = 60;
const ROW = 40;
const KEPT_TYPE = 'application/x-hiwar-entry';

export interface EntriesProps {
  readonly state: FloorState;
  /** `performance.now()` when the state came. */
  readonly at: number;
  readonly act: (act: FloorAct) => void;
  /** Order of the list, with the words that say it. */
  readonly move: (entry: FloorEntry, before: string | null) => unknown;
  readonly remove: (entry: FloorEntry) => unknown;
}

/** What a row says, without how long it has waited: that goes on by itself and draws no row. */
interface Row {
  readonly id: string;
  readonly entry: Omit<FloorEntry, 'sinceMs'>;
  /** Why it would be fair next; of the suggested one alone. */
  readonly reason: Reason | undefined;
}

interface Waiting {
  /** `performance.now()` at which the waits were so. */
  readonly at: number;
  readonly isRunning: boolean;
  readonly ms: ReadonlyMap<string, number>;
}

/** Rows that say the same stay the same, and a list of the same rows the same list. */
function useRows(state: EntriesProps['state']): readonly Row[] {
  const held = useRef<{ list: readonly Row[]; rows: Map<string, { row: Row; said: string }> }>(undefined);
  return useMemo(() => {
    const before = held.current;
    const rows = new Map(
      state.queue.map((queued) => {
        const { sinceMs: _, ...entry } = queued;
        const row: Row = {
          id: entry.id,
          entry,
          reason: entry.id === state.suggestion ? reasonOf(queued, state) : undefined,
        };
        const said = JSON.stringify(row);
        const known = before?.rows.get(entry.id);
        return [entry.id, known?.said === said ? known : { row, said }];
      }),
    );
    const list = [...rows.values()].map(({ row }) => row);
    const isSame = before?.list.length === list.length && list.every((row, n) => before.list[n] === row);
    held.current = { list: isSame ? before.list : list, rows };
    return held.current.list;
  }, [state]);
}

/** Those who wait, in their order, and above them the one who would be fair next. */
export function QueueEntries({ state, at, act, move, remove }: EntriesProps) {
  const { t } = useTranslation('room');
  const who = useWho();
  const rows = useRows(state);
  const waiting = useRef<Waiting>(undefined);
  waiting.current = {
    at,
    isRunning: state.clock.isRunning,
    ms: new Map(state.queue.map(({ id, sinceMs }) => [id, sinceMs])),
  };
  const isOpen = state.phase === 'open';
  const entryOf = (id: string): FloorEntry | undefined => state.queue.find((entry) => entry.id === id);
  const give = useSame((entry: string) => act({ kind: 'next', current: state.speaking?.id ?? null, entry }));
  const moveBefore = useSame((id: string, before: string | null): void => {
    const entry = entryOf(id);
    if (entry) move(entry, before);
  });
  const removeOne = useSame((id: string): void => {
    const entry = entryOf(id);
    if (entry) remove(entry);
  });
  const suggested = rows.find(({ reason }) => reason !== undefined);
  return (
    <>
      {suggested && (
        <p className="sitting-suggestion">
          <Sparkles size={14} aria-hidden />
          <span>
            {t('queue.suggested')} ·{' '}
            <b className={state.mayName ? undefined : 'sitting-secret'}>{who(suggested.entry)}</b>{' '}
            <span className="muted">{suggested.reason && t(`reason.${suggested.reason}`)}</span>
          </span>
          {isOpen && (
            <Button className="sitting-small" keyHint="S" onPress={() => give(suggested.id)}>
              {t('queue.giveFloor')}
            </Button>
          )}
        </p>
      )}
      <Rows
        rows={rows}
        waiting={waiting}
        isOpen={isOpen}
        mayName={state.mayName}
        give={give}
        move={moveBefore}
        remove={removeOne}
      />
      <p id="sitting-queue-help" className="visually-hidden" hidden={rows.length === 0}>
        {t('queue.help')}
      </p>
    </>
  );
}

interface RowsProps {
  readonly rows: readonly Row[];
  readonly waiting: RefObject<Waiting | undefined>;
  readonly isOpen: boolean;
  readonly mayName: boolean;
  readonly give: (entry: string) => void;
  readonly move: (entry: string, before: string | null) => void;
  readonly remove: (entry: string) => void;
}

/** Drawn again only when a row is another: most acts change nobody's place. */
const Rows = memo(function Rows({ rows, waiting, isOpen, mayName, give, move, remove }: RowsProps) {
  const { t } = useTranslation('room');
  const names = useSeatNames();
  const who = useWho();

  const { dragAndDropHooks } = useDragAndDrop({
    // The id alone: what is dragged onto another program names nobody.
    getItems: (keys) => [...keys].map((key) => ({ [KEPT_TYPE]: String(key) })),
    onReorder: ({ keys, target }) => {
      const id = String([...keys][0]);
      const others = rows.filter((row) => row.id !== id);
      const place = others.findIndex((row) => row.id === String(target.key));
      const before = others[target.dropPosition === 'before' ? place : place + 1];
      move(id, before?.id ?? null);
    },
  });

  /** Alt with an arrow moves one place, Delete takes off: nothing here is reached by pointer alone. */
  const onKeyDown = (event: KeyboardEvent): void => {
    const id = (event.target as HTMLElement).closest('[role=row]')?.getAttribute('data-key');
    const index = rows.findIndex((row) => row.id === id);
    if (!id || index < 0) return;
    const idAt = (place: number): string | null => rows[place]?.id ?? null;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'ArrowUp' && index > 0) move(id, idAt(index - 1));
      if (event.key === 'ArrowDown' && index < rows.length - 1) move(id, idAt(index + 2));
    } else if (event.key === 'Delete') {
      event.preventDefault();
      event.stopPropagation();
      remove(id);
    }
  };

  const list = (
    <GridList
      aria-label={t('queue.title')}
      aria-describedby="sitting-queue-help"
      className="sitting-list"
      items={rows}
      dependencies={[isOpen, mayName, who, names, t]}
      dragAndDropHooks={dragAndDropHooks}
      disallowTypeAhead
    >
      {({ entry, reason }) => (
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
            className={`sitting-entry-name${mayName ? '' : ' sitting-secret'}`}
            onCopy={(event) => {
              if (!mayName) event.preventDefault();
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
            {reason && (
              <span className="badge accent" title={t(`reason.${reason}`)}>
                <Sparkles size={12} aria-hidden /> {t('queue.suggested')}
              </span>
            )}
          </span>
          <span className="sitting-wait">
            <span className="visually-hidden">{t('queue.waits')}</span>{' '}
            <Waited id={entry.id} waiting={waiting} />
          </span>
          {isOpen && (
            <IconButton
              size="s"
              label={t('queue.give', { who: who(entry) })}
              icon={<Mic size={14} aria-hidden />}
              onPress={() => give(entry.id)}
            />
          )}
          <IconButton
            size="s"
            label={t('queue.remove', { who: who(entry) })}
            icon={<X size={14} aria-hidden />}
            onPress={() => remove(entry.id)}
          />
        </GridListItem>
      )}
    </GridList>
  );
  return (
    // The keys of the rows are heard before the list takes the arrows for itself.
    <div className="sitting-scroll" hidden={rows.length === 0} onKeyDownCapture={onKeyDown}>
      {rows.length > DRAWN_WHOLE ? (
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW }}>
          {list}
        </Virtualizer>
      ) : (
        list
      )}
    </div>
  );
});

/** How long one has waited. */
function Waited({ id, waiting }: { readonly id: string; readonly waiting: RowsProps['waiting'] }) {
  const ref = useRef<HTMLSpanElement>(null);
  const text = useClockText();
  useTick((now) => {
    const held = waiting.current;
    const ms = held?.ms.get(id);
    if (!held || ms === undefined) return;
    const next = text(held.isRunning ? ms + (now - held.at) : ms);
    if (ref.current && ref.current.textContent !== next) ref.current.textContent = next;
  });
  return <span ref={ref} dir="ltr" className="num sitting-time" />;
}
