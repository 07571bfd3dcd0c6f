/**
 * Reading keys the same on every layout. A Latin letter counts as itself (so Ctrl Z is where Z is printed);
 * on a layout without Latin letters, such as Arabic, the place of the key counts. Digits count by place.
 */
export interface Combination {
  /** 'k', 'z' for letters; 'Digit1' and other `event.code` names for the rest; `event.key` names for F6. */
  readonly key: string;
  readonly ctrl?: boolean;
  readonly alt?: boolean;
  readonly shift?: boolean;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The letter a press stands for, or undefined. */
export function letterOf(event: Pick<Pressed, 'key' | 'code'>): string | undefined {
  if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase();
  const place = /^Key([A-Z])$/.exec(event.code)?.[1];
  return place?.toLowerCase();
}

/** Control on Linux and Windows, Command on a Mac. */
export function isPressed(event: Pressed, wanted: Combination): boolean {
  if ((event.ctrlKey || event.metaKey) !== (wanted.ctrl ?? false)) return false;
  if (event.altKey !== (wanted.alt ?? false)) return false;
  if (wanted.key === '?') return event.key === '?' || event.key === '؟';
  if (event.shiftKey !== (wanted.shift ?? false)) return false;
  if (/^[a-z]$/.test(wanted.key)) return letterOf(event) === wanted.key;
  return event.code === wanted.key || event.key === wanted.key;
}

/** A key that types something when no modifier is held: these have an off switch (WCAG 2.1.4). */
export const isSingleKey = (wanted: Combination): boolean =>
  !wanted.ctrl && !wanted.alt && !/^(F\d+|Escape)$/.test(wanted.key);

/** Whether the focus is where typing writes. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLInputElement)
    return !['button', 'checkbox', 'radio', 'range'].includes(target.type);
  return target.getAttribute('role') === 'spinbutton';
}
