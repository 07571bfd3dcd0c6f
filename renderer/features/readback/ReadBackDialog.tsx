import type { ReactNode } from 'react';

/** Reads a clause back to the three, one answer after the other. */
export function ReadBackDialog(_: {
  readonly dossierId: string;
  readonly sessionId: string;
  readonly clause: string | undefined;
  readonly point: string | undefined;
  readonly onPaper?: boolean;
  readonly onClose: () => void;
}): ReactNode {
  return null;
}
