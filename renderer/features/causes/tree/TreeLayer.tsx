import { CornerDownRight, Plus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TreeLayout } from '../../../../shared/domain/causes/layout.ts';
import type { Move } from '../../../../shared/domain/causes/moves.ts';
import type { CauseKind, CauseRow, CauseTree } from '../../../../shared/domain/causes/types.ts';
import { directionOf } from '../../../../shared/domain/languages.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Boxes, keyAt, placed } from '../parts/Boxes.tsx';
import { neighbour } from '../parts/spatial.ts';
import { useDeficitName } from '../parts/words.ts';
import { Dragged } from './Dragged.tsx';
import { drawingKey } from './drawing-keys.ts';
import { dropAt } from './drop.ts';
import { CauseLine, DraftLine } from './LineEditor.tsx';
import { DRAFT, type Place, PROBLEM, placeLast } from './rows.ts';
import type { Acts } from './useActs.ts';
import { useDrag } from './useDrag.ts';
import { useTreeBoxes } from './useTreeBoxes.ts';

export interface DrawingProps {
  readonly dossierId: string;
  readonly tree: CauseTree;
  readonly acts: Acts;
  readonly chosen: string;
  readonly isReadOnly: boolean;
  /** Whether a question is asked before a cause is withdrawn. */
  readonly isAsking: boolean;
  readonly onChoose: (key: string) => void;
  readonly onWithdraw: (row: CauseRow) => void;
}

/** The text that is open, and the letter that opened it. */
interface Editing {
  readonly id: string;
  readonly typed: string;
}

/**
 * Over the picture of a problem tree: a tree item for each box, one tab stop. Arrows go from box to box as they lie,
 * Enter, F2 or a letter writes at the place of the box, Alt with the arrows moves, Delete withdraws; a box is dragged
 * under or beside another.
 */
export function TreeLayer({
  dossierId,
  tree,
  acts,
  chosen,
  isReadOnly,
  isAsking,
  onChoose,
  onWithdraw,
  layout,
  scale,
  hint,
}: DrawingProps & {
  /** Of the tree with what is being written in it. */
  readonly layout: TreeLayout;
  readonly scale: number;
  readonly hint: string;
}) {
  const { t } = useTranslation('causes');
  const isRtl = directionOf(useLang()) === 'rtl';
  const name = useDeficitName();
  const layer = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<Editing>();
  /** The box that is to have the focus once it stands where it belongs. */
  const wanted = useRef<string>(undefined);
  const focused = useRef<string>(undefined);
  const lastAdd = useRef<Promise<string | undefined>>(Promise.resolve(undefined));
  const { draft, pending, write } = acts;
  const boxes = useTreeBoxes(tree, layout);
  const current = tree.rows.some(({ id }) => id === chosen) ? chosen : PROBLEM;
  const rowOf = (key: string | undefined): CauseRow | undefined => tree.rows.find(({ id }) => id === key);
  const rectOf = (key: string) =>
    layout.boxes.find(({ id }) => id === (key === PROBLEM ? tree.deficit.id : key));

  const itemOf = (key: string) =>
    layer.current?.querySelector<HTMLElement>(`[role=treeitem][data-key="${key}"]`);
  const focus = (key: string): void => {
    onChoose(key);
    const item = itemOf(key);
    wanted.current = item ? undefined : key;
    item?.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wanted box may come with any new drawing
  useEffect(() => {
    const inside = layer.current?.querySelector<HTMLElement>('textarea');
    inside?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const item = wanted.current && itemOf(wanted.current);
    if (!item) return;
    wanted.current = undefined;
    (inside ?? item).focus();
  }, [layout]);

  const isLost = focused.current !== undefined && focused.current !== PROBLEM && !rowOf(focused.current);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each box that is gone
  useEffect(() => {
    if (!isLost || isAsking) return;
    // A dialog gives the focus back a moment after it is closed, and here to a box that is gone.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (document.activeElement === document.body) focus(current);
        else focused.current = undefined;
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [isLost, isAsking, current]);

  const draftAt = (place: Place): void => {
    setEditing(undefined);
    write(place);
  };
  const addBeside = ({ id, kind, parent }: CauseRow): void => draftAt({ kind, under: parent, after: id });
  const addAtProblem = (kind: CauseKind): void => draftAt(placeLast(tree, kind, null));
  const moveTo = (id: string, to: Parameters<typeof acts.move>[1] | Move): void => {
    wanted.current = id;
    void acts.move(id, to).then((moved) => {
      if (!moved && wanted.current === id) wanted.current = undefined;
    });
  };
  /** To what was written last, as soon as it is stored; not where somebody has gone elsewhere meanwhile. */
  const focusAdded = (): void => {
    itemOf(current)?.focus();
    void lastAdd.current.then((id) => {
      const active = document.activeElement;
      if (id && (active === document.body || layer.current?.contains(active))) focus(id);
    });
  };

  const { drag, begin } = useDrag(layer, scale, (id, at) => {
    const drop = dropAt(layout, tree.rows, id, at, isRtl);
    if (drop && 'place' in drop) moveTo(id, drop.place as never);
  });
  const drop = drag && dropAt(layout, tree.rows, drag.id, drag.at, isRtl);

  const onKey = (event: KeyboardEvent, key: string): boolean => {
    const meant = drawingKey(event, isRtl);
    const row = rowOf(key);
    if (meant === undefined) return false;
    if (meant === 'first' || meant === 'last') {
      focus(meant === 'first' ? PROBLEM : (boxes.at(-1)?.id ?? PROBLEM));
      return true;
    }
    if (typeof meant === 'object' && 'go' in meant) {
      // The problem is as wide as all that hangs on it: from each of them it is the next that way.
      const spots = boxes.map((box) => (box.id === PROBLEM ? { ...box, x: 0, width: layout.width } : box));
      const next = neighbour(spots, key, meant.go);
      if (next) focus(next.id);
      return true;
    }
    if (isReadOnly) return false;
    if (!row) {
      if (meant === 'write') addAtProblem('cause');
      return meant === 'write';
    }
    if (meant === 'withdraw') onWithdraw(row);
    else if (meant === 'write') setEditing({ id: row.id, typed: '' });
    else if ('move' in meant) moveTo(row.id, meant.move);
    else setEditing({ id: row.id, typed: meant.type });
    return true;
  };

  const open = editing && rowOf(editing.id);
  const field = (): ReactNode => {
    if (draft)
      return (
        <DraftLine
          key={DRAFT}
          label={t(draft.kind === 'effect' ? 'newEffect' : 'newCause')}
          onAdd={(text, goOn, pasted) => {
            lastAdd.current = acts.add(text, goOn, pasted);
            // Who left for another box by pointing at it stays there.
            if (!goOn && layer.current?.contains(document.activeElement)) focusAdded();
          }}
          onLeave={(toDrawing) => {
            const back = draft.after ?? draft.under ?? PROBLEM;
            write(undefined);
            if (!toDrawing) return;
            if (pending.length > 0) focusAdded();
            else focus(back);
          }}
          onShift={acts.shift}
        />
      );
    return (
      open && (
        <CauseLine
          key={open.id}
          dossierId={dossierId}
          row={open}
          label={t(open.kind === 'effect' ? 'textOfEffect' : 'textOfCause')}
          typed={editing.typed}
          onKey={(event) => event.altKey && onKey(event, open.id)}
          onDone={(then) => {
            if (then === 'add') addBeside(open);
            else setEditing((now) => (now?.id === open.id ? undefined : now));
            if (then === 'stay') focus(open.id);
          }}
        />
      )
    );
  };
  const writing = draft ? rectOf(DRAFT) : open && rectOf(open.id);
  const row = rowOf(current);
  const beside = !isReadOnly && !drag && !writing && row ? rectOf(row.id) : undefined;
  const problem = rectOf(PROBLEM);

  return (
    // Pictures are set from the left, whatever is read.
    <div ref={layer} className="causes-layer" dir="ltr">
      <div
        role="tree"
        aria-label={t('outline', { name: name(tree.deficit) })}
        aria-describedby={hint}
        className={isReadOnly ? undefined : 'causes-movable'}
        onFocus={({ target }) => {
          const key = keyAt(target);
          focused.current = key;
          if (key && key !== chosen) onChoose(key);
        }}
        onPointerDown={(event) => {
          const key = keyAt(event.target);
          if (key && !isReadOnly && rowOf(key)) begin(event, key);
        }}
        onDoubleClick={({ target }) => {
          const key = keyAt(target);
          if (key && !isReadOnly && rowOf(key)) setEditing({ id: key, typed: '' });
        }}
        onKeyDown={(event) => {
          const key = keyAt(event.target);
          if (key && onKey(event, key)) event.preventDefault();
        }}
      >
        <Boxes
          role="treeitem"
          boxes={boxes}
          scale={scale}
          current={current}
          chosen={current}
          lifted={drag?.id}
        />
      </div>
      {!isReadOnly &&
        problem &&
        (['effect', 'cause'] as const).map((kind) => (
          <div
            key={kind}
            className={`causes-head-add ${kind}`}
            style={placed(
              { ...problem, y: problem.y + (kind === 'cause' ? problem.height : 0), height: 0 },
              scale,
            )}
          >
            <Button icon={<Plus size={14} aria-hidden />} onPress={() => addAtProblem(kind)}>
              {t(kind === 'cause' ? 'drawing.addCause' : 'drawing.addEffect')}
            </Button>
          </div>
        ))}
      {beside && row && (
        <div
          className="causes-at"
          style={placed({ ...beside, y: beside.y + beside.height, height: 0 }, scale)}
        >
          <div className="causes-box-add" dir={isRtl ? 'rtl' : 'ltr'}>
            <IconButton
              size="s"
              label={t('drawing.addBeside')}
              icon={<Plus size={15} aria-hidden />}
              onPress={() => addBeside(row)}
            />
            <IconButton
              size="s"
              label={t('drawing.addUnder')}
              icon={<CornerDownRight size={15} aria-hidden className="flip" />}
              onPress={() => draftAt(placeLast(tree, row.kind, row.id))}
            />
          </div>
        </div>
      )}
      {writing && (
        <div
          className="causes-write"
          style={{ ...placed(writing, scale), blockSize: undefined, minBlockSize: writing.height * scale }}
        >
          {field()}
        </div>
      )}
      {drag && <Dragged drag={drag} drop={drop} box={rectOf(drag.id)} scale={scale} isRtl={isRtl} />}
    </div>
  );
}
