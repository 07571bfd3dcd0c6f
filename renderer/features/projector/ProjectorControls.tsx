import type { ReactNode } from 'react';

/** What the room is shown: choice, freeze, blank, languages, and the window itself. */
export function ProjectorControls(_: { readonly dossierId: string; readonly sessionId: string }): ReactNode {
  return null;
}
