import type { ReactNode } from 'react';

/** Closes a session and leads to its minutes. */
export function CloseDialog(_: {
  readonly dossierId: string;
  readonly sessionId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactNode {
  return null;
}
