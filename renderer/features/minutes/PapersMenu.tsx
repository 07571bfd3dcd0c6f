import type { ReactNode } from 'react';
import type { Sheet } from '../../../shared/contract/index.ts';

/** The sheets of a session, to be printed. */
export function PapersMenu(_: {
  readonly dossierId: string;
  readonly sessionId: string;
  readonly clause?: string;
  readonly sheets?: readonly Sheet[];
}): ReactNode {
  return null;
}
