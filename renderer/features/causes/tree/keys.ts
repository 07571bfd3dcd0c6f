/** What a key means in the outline, whichever way the page is read. */
import type { KeyboardEvent } from 'react';

export type OutlineKey =
  | 'previous'
  | 'next'
  | 'first'
  | 'last'
  | 'open'
  | 'close'
  | 'indent'
  | 'outdent'
  | 'up'
  | 'down'
  | 'add'
  | 'edit'
  | 'withdraw'
  | 'release'
  | { readonly type: string };

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/**
 * Undefined: not a key of the outline. Tab sets in and out, but leaves as everywhere while `isReleased`: on the way
 * through and after Escape. Alt with an arrow does the same as Tab and holds nobody.
 */
export function outlineKey(
  { key, altKey, ctrlKey, metaKey, shiftKey }: Pressed,
  isRtl: boolean,
  isReleased: boolean,
): OutlineKey | undefined {
  if (ctrlKey || metaKey) return undefined;
  const [inwards, outwards] = isRtl ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  if (altKey) {
    if (key === 'ArrowUp') return 'up';
    if (key === 'ArrowDown') return 'down';
    if (key === inwards) return 'indent';
    return key === outwards ? 'outdent' : undefined;
  }
  if (key === 'Tab') return isReleased ? undefined : shiftKey ? 'outdent' : 'indent';
  if (key === inwards) return 'open';
  if (key === outwards) return 'close';
  const named = NAMED[key];
  if (named) return named;
  return [...key].length === 1 && key !== ' ' ? { type: key } : undefined;
}

const NAMED: { readonly [key: string]: OutlineKey } = {
  ArrowUp: 'previous',
  ArrowDown: 'next',
  Home: 'first',
  End: 'last',
  Enter: 'add',
  F2: 'edit',
  Delete: 'withdraw',
  Escape: 'release',
};
