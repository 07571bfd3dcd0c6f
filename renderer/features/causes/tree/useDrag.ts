import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Point } from '../../../../shared/domain/causes/svg.ts';

/** So many pixels make a drag of what would else be a press. */
const START = 6;
/** Nearer than this to an edge of the frame, the picture moves along. */
const EDGE = 36;
const MOST_STEP = 14;

export interface Drag {
  readonly id: string;
  /** The pointer, in units of the picture. */
  readonly at: Point;
  /** How far it has come, in the same units. */
  readonly by: Point;
}

/**
 * Dragging a box by mouse, pen or finger. `layer` lies over the picture; its parent that scrolls moves along at its
 * edges. Escape lets go without a change.
 */
export function useDrag(
  layer: RefObject<HTMLElement | null>,
  scale: number,
  onDrop: (id: string, at: Point) => void,
): {
  readonly drag: Drag | undefined;
  readonly begin: (event: PointerEvent, id: string) => void;
} {
  const [drag, setDrag] = useState<Drag>();
  const latest = useRef({ scale, onDrop });
  latest.current = { scale, onDrop };
  const end = useRef<() => void>(undefined);
  useEffect(() => () => end.current?.(), []);

  const begin = (event: PointerEvent, id: string): void => {
    if (event.button !== 0 || !event.isPrimary || !layer.current) return;
    end.current?.();
    const box = layer.current;
    const frame = box.closest<HTMLElement>('.causes-frame');
    const pointOf = (x: number, y: number): Point => {
      const { left, top } = box.getBoundingClientRect();
      return [(x - left) / latest.current.scale, (y - top) / latest.current.scale];
    };
    const { pointerId } = event;
    const start = pointOf(event.clientX, event.clientY);
    const pressed = [event.clientX, event.clientY] as const;
    let [x, y] = pressed;
    let isDragging = false;
    let turn = 0;
    const update = (): void => {
      const at = pointOf(x, y);
      setDrag({ id, at, by: [at[0] - start[0], at[1] - start[1]] });
    };
    const alongEdges = (): void => {
      turn = requestAnimationFrame(alongEdges);
      if (!frame) return;
      const { left, right, top, bottom } = frame.getBoundingClientRect();
      const step = (low: number, high: number, now: number): number =>
        Math.max(-MOST_STEP, Math.min(0, (now - low - EDGE) / 2)) +
        Math.min(MOST_STEP, Math.max(0, (now - high + EDGE) / 2));
      const before = [frame.scrollLeft, frame.scrollTop];
      frame.scrollBy(step(left, right, x), step(top, bottom, y));
      if (before[0] !== frame.scrollLeft || before[1] !== frame.scrollTop) update();
    };
    const onMove = (moved: globalThis.PointerEvent): void => {
      if (moved.pointerId !== pointerId) return;
      [x, y] = [moved.clientX, moved.clientY];
      if (!isDragging) {
        if (Math.hypot(x - pressed[0], y - pressed[1]) < START) return;
        isDragging = true;
        turn = requestAnimationFrame(alongEdges);
      }
      update();
    };
    const onUp = (moved: globalThis.PointerEvent): void => {
      if (moved.pointerId !== pointerId) return;
      const wasDragging = isDragging;
      end.current?.();
      if (wasDragging) latest.current.onDrop(id, pointOf(moved.clientX, moved.clientY));
    };
    const onKey = (key: KeyboardEvent): void => {
      if (key.key !== 'Escape' || !isDragging) return;
      key.preventDefault();
      key.stopPropagation();
      end.current?.();
    };
    const leave = (): void => end.current?.();
    const keepUnmarked = (event: Event): void => event.preventDefault();
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', leave);
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('selectstart', keepUnmarked);
    end.current = () => {
      end.current = undefined;
      cancelAnimationFrame(turn);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', leave);
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('selectstart', keepUnmarked);
      setDrag(undefined);
    };
  };
  return { drag, begin };
}
