import { useEffect, useRef } from 'react';
import { useSettings } from '../settings.tsx';
import { type Combination, isPressed, isSingleKey, isTyping } from './keys.ts';

/**
 * Runs `action` on a combination anywhere in the window. Single keys rest while one types, behind an open
 * dialog, and when a person has switched them off. An action that answers false leaves the key to the page.
 */
export function useShortcut(
  wanted: Combination,
  // biome-ignore lint/suspicious/noConfusingVoidType: most actions answer nothing
  action: (event: KeyboardEvent) => boolean | void,
  isEnabled = true,
): void {
  const { singleKeys } = useSettings().settings;
  const latest = useRef({ action, wanted });
  latest.current = { action, wanted };
  const isActive = isEnabled && (singleKeys || !isSingleKey(wanted));
  useEffect(() => {
    if (!isActive) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      if (!isPressed(event, latest.current.wanted)) return;
      if (isSingleKey(latest.current.wanted) && (isTyping(event.target) || hasOpenDialog())) return;
      if (latest.current.action(event) !== false) event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [isActive]);
}

export const hasOpenDialog = (): boolean =>
  document.querySelector('[role=dialog],[role=alertdialog]') !== null;
