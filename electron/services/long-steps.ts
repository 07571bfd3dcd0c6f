/** Steps of thousands of records: written slice by slice in one transaction, while other writers wait their turn. */
import { beginLongStep } from '../../db/ledger/long-step.ts';
import type { CallName, Handlers } from '../../shared/contract/index.ts';
import type { Desk, OpenedDossier } from './desk.ts';

/** How long the thread is kept before others are let in. */
const SLICE_MS = 40;
/** A step of more records than this is worth slicing. */
export const LONG_STEP = 500;
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Runs `body` to its end in one transaction and answers what it returned; it yields wherever others may be let in.
 * Undefined, with nothing written, where `signal` was aborted or the dossier closed. What `body` throws is thrown on,
 * and takes everything back.
 */
export async function inLongStep<T>(
  desk: Desk,
  opened: OpenedDossier,
  body: Generator<void, T>,
  options: { readonly signal?: AbortSignal; readonly onSlice?: () => void } = {},
): Promise<T | undefined> {
  const step = beginLongStep(opened.db);
  let free = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    free = resolve;
  });
  opened.long = { ended, abandon: step.abandon };
  try {
    let until = performance.now() + SLICE_MS;
    for (;;) {
      const slice = body.next();
      if (slice.done) {
        step.commit();
        return slice.value;
      }
      if (performance.now() < until) continue;
      options.onSlice?.();
      await breathe();
      if (options.signal?.aborted || desk.open.get(opened.id) !== opened) return undefined;
      until = performance.now() + SLICE_MS;
    }
  } finally {
    step.abandon();
    opened.long = undefined;
    free();
  }
}

/** Calls that only read, and so go on at once: screens stay alive. What is not named here waits. */
const READING: readonly CallName[] = [
  'record.get',
  'record.list',
  'record.history',
  'record.bin',
  'conflict.list',
  'undo.state',
  'dossier.info',
  'dossier.overview',
  'register.window',
  'register.facets',
  'register.position',
  'search.jump',
  'strategy.list',
  'import.inspect',
  'floor.state',
];

export function waitingForLongSteps(desk: Desk, handlers: Handlers): Handlers {
  const waiting = Object.entries(handlers).map(([name, handler]) => {
    if (READING.includes(name as CallName)) return [name, handler];
    const call = handler as (input: unknown) => unknown;
    return [
      name,
      (input: unknown) => {
        const ended = longStepOf(desk, input);
        return ended ? ended.then(() => call(input)) : call(input);
      },
    ];
  });
  return Object.fromEntries(waiting) as Handlers;
}

function longStepOf(desk: Desk, input: unknown): Promise<void> | undefined {
  const { dossier } = (input ?? {}) as { dossier?: unknown };
  return typeof dossier === 'string' ? desk.open.get(dossier)?.long?.ended : undefined;
}
