/** What a key means on a box of the problem tree, whichever way the page is read. */
import type { KeyboardEvent } from 'react';
import type { Move } from '../../../../shared/domain/causes/moves.ts';
import { type Way, wayOf } from '../parts/spatial.ts';
import { outlineKey } from './keys.ts';

export type DrawingKey =
  | { readonly go: Way }
  | { readonly move: Move }
  | { readonly type: string }
  | 'first'
  | 'last'
  | 'write'
  | 'withdraw';

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** Keys that change the size of the picture: they never begin a text here, so they hold wherever the focus is. */
export const ZOOM_KEYS: readonly string[] = ['+', '=', '-', '0'];

/**
 * Undefined: not a key of the drawing. Arrows go to what lies that way on the screen; with Alt they move a cause as in
 * the outline. Tab leaves: there is one stop.
 */
export function drawingKey(pressed: Pressed, isRtl: boolean): DrawingKey | undefined {
  const { key, altKey, ctrlKey, metaKey } = pressed;
  if (ctrlKey || metaKey || (!altKey && ZOOM_KEYS.includes(key))) return undefined;
  const way = altKey ? undefined : wayOf(key);
  if (way) return { go: way };
  const meant = outlineKey(pressed, isRtl, true);
  switch (meant) {
    case 'add':
    case 'edit':
      return 'write';
    case 'first':
    case 'last':
    case 'withdraw':
      return meant;
    case 'up':
    case 'down':
    case 'indent':
    case 'outdent':
      return { move: meant };
  }
  return typeof meant === 'object' ? meant : undefined;
}
