import { hasFeature, RAIL_END, RAIL_START } from '../features.ts';
import { isTyping } from '../keyboard/keys.ts';
import { focusMain, goToRegion } from '../keyboard/regions.ts';
import { hasOpenDialog, useShortcut } from '../keyboard/useShortcut.ts';
import { navigate, paths } from '../router.ts';
import type { Undo } from './useUndo.ts';

/** Sections in the order of Alt 1..8. */
export const NUMBERED = [...RAIL_START, ...RAIL_END].filter((section) => hasFeature(section));

export function useShellKeys({
  dossierId,
  undo,
  openPalette,
  openKeys,
}: {
  readonly dossierId: string | undefined;
  readonly undo: Undo;
  readonly openPalette: () => void;
  readonly openKeys: () => void;
}): void {
  const goTo = (n: number): boolean => {
    const section = NUMBERED[n - 1];
    if (!dossierId || !section || hasOpenDialog()) return false;
    navigate(paths.section(dossierId, section));
    focusMain();
    return true;
  };
  useShortcut({ key: 'k', ctrl: true }, () => (hasOpenDialog() ? false : openPalette()));
  useShortcut({ key: '?' }, openKeys);
  useShortcut({ key: 'F6' }, () => goToRegion(1));
  useShortcut({ key: 'F6', shift: true }, () => goToRegion(-1));
  useShortcut({ key: 'f', ctrl: true }, () => {
    const search = document.querySelector<HTMLInputElement>('main [data-search]');
    if (!search || hasOpenDialog()) return false;
    search.focus();
    search.select();
    return true;
  });
  // In a field Ctrl Z takes back typing; elsewhere it takes back the last step.
  useShortcut({ key: 'z', ctrl: true }, (event) => (isTyping(event.target) ? false : undo.undo()));
  useShortcut({ key: 'z', ctrl: true, shift: true }, (event) =>
    isTyping(event.target) ? false : undo.redo(),
  );
  useShortcut({ key: 'Digit1', alt: true }, () => goTo(1));
  useShortcut({ key: 'Digit2', alt: true }, () => goTo(2));
  useShortcut({ key: 'Digit3', alt: true }, () => goTo(3));
  useShortcut({ key: 'Digit4', alt: true }, () => goTo(4));
  useShortcut({ key: 'Digit5', alt: true }, () => goTo(5));
  useShortcut({ key: 'Digit6', alt: true }, () => goTo(6));
  useShortcut({ key: 'Digit7', alt: true }, () => goTo(7));
  useShortcut({ key: 'Digit8', alt: true }, () => goTo(8));
}
