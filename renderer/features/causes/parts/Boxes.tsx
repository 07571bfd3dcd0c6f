// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the role comes from who draws the boxes, and has a name
import { type CSSProperties, memo } from 'react';
import type { Rect } from '../../../../shared/domain/causes/svg.ts';
import { classes } from '../../../ui/classes.ts';

/** A box over one of the picture: its name in words, and what takes the focus. */
export interface BoxOver extends Rect {
  readonly id: string;
  readonly label: string;
  /** The whole text, where the picture shows less. */
  readonly title?: string | undefined;
  readonly level?: number;
  readonly at: number;
  readonly of: number;
}

/** A place of the picture on the screen. The layer is set from the left whatever is read, as pictures are. */
export const placed = ({ x, y, width, height }: Rect, scale: number): CSSProperties => ({
  insetInlineStart: x * scale,
  insetBlockStart: y * scale,
  inlineSize: width * scale,
  blockSize: height * scale,
});

/** The boxes of a picture as items of a tree or a list, one of them in the tab order. */
export const Boxes = memo(function Boxes({
  role,
  boxes,
  scale,
  current,
  chosen,
  lifted,
}: {
  readonly role: 'treeitem' | 'option';
  readonly boxes: readonly BoxOver[];
  readonly scale: number;
  /** The one in the tab order. */
  readonly current: string;
  /** The one that is chosen, which may be none yet. */
  readonly chosen: string | undefined;
  /** The one that is dragged. */
  readonly lifted?: string | undefined;
}) {
  return boxes.map((box) => (
    <Box
      key={box.id}
      role={role}
      box={box}
      scale={scale}
      isCurrent={box.id === current}
      isChosen={box.id === chosen}
      isLifted={box.id === lifted}
    />
  ));
});

const Box = memo(function Box({
  role,
  box,
  scale,
  isCurrent,
  isChosen,
  isLifted,
}: {
  readonly role: 'treeitem' | 'option';
  readonly box: BoxOver;
  readonly scale: number;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly isLifted: boolean;
}) {
  return (
    <div
      role={role}
      data-key={box.id}
      tabIndex={isCurrent ? 0 : -1}
      className={classes('causes-over', isChosen && 'selected', isLifted && 'lifted')}
      style={placed(box, scale)}
      aria-label={box.label}
      title={box.title}
      aria-selected={isChosen}
      aria-level={box.level}
      aria-posinset={box.at}
      aria-setsize={box.of}
    />
  );
});

/** The key of the box an event came from. */
export const keyAt = (target: EventTarget): string | undefined =>
  (target as Element).closest<HTMLElement>('[data-key]')?.dataset.key;
