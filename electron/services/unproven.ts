import { damageOf } from '../../db/errors.ts';
import type { Handlers } from '../../shared/contract/index.ts';
import type { Desk } from './desk.ts';

/**
 * Rows are shown while the proof behind them is still under way. What cannot be read of such a dossier is said
 * to be damage, with the way back that goes with it; of a proven one it is a bug and goes on as one.
 */
export function takingDamageIntoAccount(desk: Desk, handlers: Handlers): Handlers {
  const guarded = Object.entries(handlers).map(([name, handler]) => [
    name,
    (input: unknown) => {
      try {
        return (handler as (input: unknown) => unknown)(input);
      } catch (thrown) {
        throw isUnproven(desk, input) ? damageOf(thrown) : thrown;
      }
    },
  ]);
  return Object.fromEntries(guarded) as Handlers;
}

function isUnproven(desk: Desk, input: unknown): boolean {
  const { dossier } = (input ?? {}) as { dossier?: unknown };
  const opened = typeof dossier === 'string' ? desk.open.get(dossier) : undefined;
  return opened !== undefined && opened.verification !== 'ok';
}
