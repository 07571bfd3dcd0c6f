import type { ReactNode } from 'react';

/** Offers to print the session set when the battery runs low. */
export function BatteryNotice(_: { readonly dossierId: string; readonly sessionId: string }): ReactNode {
  return null;
}
