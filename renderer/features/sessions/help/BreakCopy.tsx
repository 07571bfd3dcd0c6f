import type { ReactNode } from 'react';

/** Offers a copy on a second medium at every break. */
export function BreakCopy(_: { readonly dossierId: string; readonly isBreak: boolean }): ReactNode {
  return null;
}
