// biome-ignore-all lint/a11y/useFocusableInteractive: one tab stop, and it is the row
// biome-ignore-all lint/a11y/useSemanticElements: a table cannot hold rows that lie under one another; roles and keys are the outline's own
// biome-ignore-all lint/a11y/noNoninteractiveElementInteractions: rows take the keys of the treegrid
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keys are those of the treegrid
import { ChevronRight, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, memo, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { referenceOf } from '../../../../shared/domain/causes/drawing.ts';
import type { Move } from '../../../../shared/domain/causes/moves.ts';
import type { CauseRow, CauseTree } from '../../../../shared/domain/causes/types.ts';
import { directionOf, pick } from '../../../../shared/domain/languages.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { BestText } from '../../../ui/BestText.tsx';
import { classes } from '../../../ui/classes.ts';
import { useDeficitName } from '../parts/words.ts';
import { outlineKey } from './keys.ts';
import { CauseLine, DraftLine } from './LineEditor.tsx';
import { HEADS, type Line, linesOf, type Place, PROBLEM } from './rows.ts';
import type { Acts } from './useActs.ts';

/** What is under work: a row, and whether its text is open. */
interface Editing {
  readonly key: string;
  readonly typed: string;
}

/**
 * The problem tree as an outline: effects, the problem, causes. One tab stop; Enter adds, Tab sets in, arrows with
 * Alt move, Delete withdraws, and any letter writes.
 */
export function Outline({
  dossierId,
  tree,
  acts,
  chosen,
  isReadOnly,
  onChoose,
  onWithdraw,
}: {
  readonly dossierId: string;
  readonly tree: CauseTree;
  readonly acts: Acts;
  readonly chosen: string;
  readonly isReadOnly: boolean;
  readonly onChoose: (key: string) => void;
  readonly onWithdraw: (row: CauseRow) => void;
}) {
  const { t } = useTranslation('causes');
  const lang = useLang();
  const name = useDeficitName();
  const hint = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<Editing>();
  /** Who only passes through with Tab changes nothing: it sets in and out once another key has been used here. */
  const isReleased = useRef(true);
  /** The row that is to have the focus once it is drawn. */
  const wanted = useRef<string>(undefined);
  const lastAdd = useRef<Promise<string | undefined>>(Promise.resolve(undefined));
  const { draft, pending, write } = acts;
  const lines = useMemo(() => linesOf(tree, closed, draft, pending), [tree, closed, draft, pending]);
  const current = lines.some(({ key }) => key === chosen) ? chosen : PROBLEM;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the wanted row may come with any new drawing
  useEffect(() => {
    const key = wanted.current;
    const row = key && grid.current?.querySelector<HTMLElement>(`[data-key="${key}"]`);
    if (!row) return;
    wanted.current = undefined;
    const inside = row.querySelector<HTMLElement>('textarea');
    (inside ?? row).focus();
  }, [lines, editing]);

  const focus = (key: string): void => {
    onChoose(key);
    const row = grid.current?.querySelector<HTMLElement>(`[data-key="${key}"]`);
    // A wish that has come true is none any more: the next drawing must not take the focus back.
    wanted.current = row ? undefined : key;
    row?.focus();
  };
  /** To what was written last, as soon as it is stored; not where somebody has gone elsewhere meanwhile. */
  const focusAdded = (): void => {
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    void lastAdd.current.then((id) => {
      const active = document.activeElement;
      if (id && (active === document.body || grid.current?.contains(active))) focus(id);
    });
  };
  const open = (key: string, isOpen: boolean): void =>
    setClosed((all) => {
      const next = new Set(all);
      if (isOpen) next.delete(key);
      else next.add(key);
      return next;
    });
  const draftAt = (place: Place): void => {
    setEditing(undefined);
    if (place.under !== null) open(place.under, true);
    write(place);
  };
  const addAt = (line: Line): void => {
    if (line.type === 'head') draftAt({ kind: line.kind, under: null, after: null });
    else if (line.type === 'problem') draftAt({ kind: 'cause', under: null, after: lastRoot(tree) });
    else if (line.type === 'cause')
      draftAt({ kind: line.row.kind, under: line.row.parent, after: line.row.id });
  };
  const move = (row: CauseRow, to: Move): void => {
    wanted.current = row.id;
    if (to === 'indent') {
      const siblings = tree.rows.filter((one) => one.kind === row.kind && one.parent === row.parent);
      const previous = siblings[siblings.findIndex(({ id }) => id === row.id) - 1];
      if (previous) open(previous.id, true);
    }
    void acts.move(row.id, to);
  };

  const onKey = (event: KeyboardEvent, line: Line): boolean => {
    const key = outlineKey(event, directionOf(lang) === 'rtl', isReleased.current);
    const at = lines.indexOf(line);
    const row = line.type === 'cause' ? line.row : undefined;
    const go = (to: number): boolean => {
      const next = lines[Math.min(lines.length - 1, Math.max(0, to))];
      if (next) focus(next.key);
      return true;
    };
    if (key === undefined) return false;
    isReleased.current = key === 'release';
    switch (key) {
      case 'previous':
        return go(at - 1);
      case 'next':
        return go(at + 1);
      case 'first':
        return go(0);
      case 'last':
        return go(lines.length - 1);
      case 'release':
        return false;
      case 'open':
        if (line.type !== 'cause' || line.isOpen === undefined) return true;
        if (line.isOpen) return go(at + 1);
        open(line.key, true);
        return true;
      case 'close':
        if (line.type !== 'cause') return true;
        if (line.isOpen) open(line.key, false);
        else focus(line.row.parent ?? HEADS[line.row.kind]);
        return true;
    }
    if (isReadOnly) return false;
    if (key === 'add') {
      addAt(line);
      return true;
    }
    if (!row) return false;
    if (key === 'withdraw') onWithdraw(row);
    else if (key === 'edit') setEditing({ key: row.id, typed: '' });
    else if (typeof key === 'object') setEditing({ key: row.id, typed: key.type });
    else move(row, key);
    return true;
  };

  const cells = (line: Line): ReactNode => {
    switch (line.type) {
      case 'head':
        return <strong>{t(line.kind === 'cause' ? 'causes' : 'effects', { count: line.count })}</strong>;
      case 'problem':
        return (
          <span className="causes-problem">
            <bdi className="mono">{referenceOf(tree.deficit.number)}</bdi>{' '}
            <bdi>{pick(tree.deficit.title, lang)?.value.text ?? t('untitled')}</bdi>
          </span>
        );
      case 'pending':
        return <span className="muted">{line.text}</span>;
      case 'draft':
        return (
          <DraftLine
            label={t(draft?.kind === 'effect' ? 'newEffect' : 'newCause')}
            onAdd={(text, goOn, pasted) => {
              lastAdd.current = acts.add(text, goOn, pasted);
              if (!goOn) focusAdded();
            }}
            onLeave={(toOutline) => {
              const back = draft?.after ?? draft?.under ?? (draft ? HEADS[draft.kind] : PROBLEM);
              write(undefined);
              if (!toOutline) return;
              if (pending.length > 0) focusAdded();
              else focus(back);
            }}
            onShift={acts.shift}
          />
        );
      case 'cause':
        return editing?.key === line.key ? (
          <CauseLine
            dossierId={dossierId}
            row={line.row}
            label={t(line.row.kind === 'effect' ? 'textOfEffect' : 'textOfCause')}
            typed={editing.typed}
            onKey={(event) => {
              wanted.current = line.key;
              return onKey(event, line);
            }}
            onDone={(then) => {
              if (then === 'add') addAt(line);
              else setEditing((now) => (now?.key === line.key ? undefined : now));
              if (then === 'stay') wanted.current = line.key;
            }}
          />
        ) : (
          <CauseText body={line.row.body} />
        );
    }
  };

  return (
    <>
      <div
        ref={grid}
        role="treegrid"
        aria-label={t('outline', { name: name(tree.deficit) })}
        aria-describedby={hint}
        className="causes-outline"
        onBlur={({ relatedTarget, currentTarget }) => {
          if (!currentTarget.contains(relatedTarget)) isReleased.current = true;
        }}
      >
        {lines.map((line) => (
          <div
            key={line.key}
            data-key={line.key}
            role="row"
            tabIndex={line.key === current ? 0 : -1}
            className={classes('causes-row', line.type, line.key === current && 'selected')}
            style={{ ['--level' as string]: levelOf(line) - 1 }}
            aria-level={levelOf(line)}
            {...(line.type === 'cause' && {
              'aria-posinset': line.at,
              'aria-setsize': line.of,
              ...(line.isOpen !== undefined && { 'aria-expanded': line.isOpen }),
            })}
            aria-selected={line.key === current}
            onFocus={({ target, currentTarget }) => {
              if (target === currentTarget && line.key !== chosen) onChoose(line.key);
            }}
            onPointerDown={() => {
              isReleased.current = false;
            }}
            onDoubleClick={() => {
              if (line.type === 'cause' && !isReadOnly) setEditing({ key: line.key, typed: '' });
            }}
            onKeyDown={(event) => {
              if (event.target === event.currentTarget && onKey(event, line)) event.preventDefault();
            }}
          >
            <div role="gridcell" className="causes-cell">
              <Twisty line={line} onToggle={() => line.type === 'cause' && open(line.key, !line.isOpen)} />
              {cells(line)}
            </div>
            <div role="gridcell" className="causes-flags">
              {line.type === 'cause' && <Flags row={line.row} />}
            </div>
          </div>
        ))}
      </div>
      <p id={hint} className="causes-hint">
        {t(isReadOnly ? 'hintReading' : 'hint')}
      </p>
    </>
  );
}

const levelOf = (line: Line): number =>
  line.type === 'cause'
    ? line.row.level + 1
    : line.type === 'draft' || line.type === 'pending'
      ? line.level + 1
      : 1;

const lastRoot = ({ rows }: CauseTree): string | null =>
  rows.filter(({ kind, parent }) => kind === 'cause' && parent === null).at(-1)?.id ?? null;

function Twisty({ line, onToggle }: { readonly line: Line; readonly onToggle: () => void }) {
  if (line.type !== 'cause') return null;
  // For the mouse alone: the arrows do it for the keyboard, and the row says whether it is open.
  return line.isOpen === undefined ? (
    <span className="causes-dot" aria-hidden />
  ) : (
    <span className="causes-twisty" aria-hidden onClick={onToggle}>
      <ChevronRight size={14} className={classes('chevron', line.isOpen && 'open')} />
    </span>
  );
}

/** Drawn anew only when it is another text: a held arrow key goes through a hundred rows. */
const CauseText = memo(function CauseText({ body }: { readonly body: CauseRow['body'] }) {
  const { t } = useTranslation('causes');
  return (
    <span className="causes-text">
      <BestText texts={body} isBlock={false} empty={<span className="muted">{t('empty')}</span>} />
    </span>
  );
});

/** What a reader has to be told of a cause, in words. */
const Flags = memo(function Flags({ row }: { readonly row: CauseRow }) {
  const { t } = useTranslation('causes');
  const format = useFormat();
  return (
    <>
      {row.evidence > 0 && (
        <span className="causes-evidence muted" title={format.count(row.evidence)}>
          {t('evidence', { count: row.evidence })}
        </span>
      )}
      {row.flags.map((flag) => (
        <span key={flag} className="causes-flag">
          <TriangleAlert size={13} aria-hidden />
          {t(`flag.${flag}`)}
        </span>
      ))}
    </>
  );
});

/** What a cause is called where it is spoken of. */
export function useCauseName(): (row: CauseRow) => string {
  const { t } = useTranslation('causes');
  const lang = useLang();
  return (row) => pick(row.body, lang)?.value.text ?? t('empty');
}
