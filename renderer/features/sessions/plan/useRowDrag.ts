import { type PointerEvent, type RefObject, useEffect, useState } from 'react';

interface Dragged {
  readonly id: string;
  /** The row was taken at `from` and would stand before the row at `gap`; at the end it is their number. */
  readonly from: number;
  readonly gap: number;
}

export interface RowDrag {
  /** Where a row that is dragged would go, as classes of the row at `index`. */
  readonly classOf: (index: number) => string | undefined;
  /** For the handle of a row: pressed and drawn, by mouse, pen or finger. */
  readonly handleOf: (
    id: string,
    index: number,
  ) => {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
  };
}

/**
 * The rows of a table moved by the pointer. The table stays a table: a list that can be dragged as a whole takes the
 * arrow keys for itself, and here they belong to the fields in the rows. Without a pointer there are other ways.
 */
export function useRowDrag(
  table: RefObject<HTMLTableElement | null>,
  onDrop: (id: string, to: number) => void,
): RowDrag {
  const [dragged, setDragged] = useState<Dragged>();
  const isDragging = dragged !== undefined;
  useEffect(() => {
    if (!isDragging) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setDragged(undefined);
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [isDragging]);
  const gapAt = (y: number): number =>
    [...(table.current?.tBodies[0]?.rows ?? [])].filter((row) => {
      const { top, height } = row.getBoundingClientRect();
      return top + height / 2 < y;
    }).length;
  const isNowhere = ({ from, gap }: Dragged): boolean => gap === from || gap === from + 1;
  return {
    classOf: (index) => {
      if (!dragged) return undefined;
      if (index === dragged.from) return 'is-dragged';
      if (isNowhere(dragged)) return undefined;
      if (index === dragged.gap) return 'is-before';
      const isLast = index + 1 === table.current?.tBodies[0]?.rows.length;
      return isLast && dragged.gap > index ? 'is-after' : undefined;
    },
    handleOf: (id, index) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged({ id, from: index, gap: index });
      },
      onPointerMove: (event) => {
        if (dragged) setDragged({ ...dragged, gap: gapAt(event.clientY) });
      },
      onPointerUp: () => {
        if (!dragged) return;
        setDragged(undefined);
        if (!isNowhere(dragged))
          onDrop(dragged.id, dragged.gap > dragged.from ? dragged.gap - 1 : dragged.gap);
      },
      onPointerCancel: () => setDragged(undefined),
    }),
  };
}
