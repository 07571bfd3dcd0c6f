import type { KeyboardEvent } from 'react';

const isEnter = (event: KeyboardEvent): boolean => event.key === 'Enter' && !event.nativeEvent.isComposing;

/** Enter goes on; with Ctrl or Shift it is a new line of the text. */
export function onEnterIn(event: KeyboardEvent<HTMLElement>, goOn: () => void): void {
  if (!isEnter(event)) return;
  const { target } = event;
  const isText = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
  // A dialog that was opened from here is heard here as well.
  if (!isText || !event.currentTarget.contains(target)) return;
  if (event.shiftKey || event.ctrlKey || event.metaKey) {
    // Shift Enter breaks the line by itself; what Ctrl Enter does is ours to do.
    if (!(target instanceof HTMLTextAreaElement) || event.shiftKey) return;
    event.preventDefault();
    document.execCommand('insertText', false, '\n');
    return;
  }
  event.preventDefault();
  goOn();
}
