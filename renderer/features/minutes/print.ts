import type { Sheet } from '../../../shared/contract/index.ts';

/** Makes sheets and hands the files over. */
export async function printSheets(
  _dossierId: string,
  _sessionId: string,
  _sheets: readonly Sheet[],
  _clause?: string,
): Promise<void> {}
