/** While a step of thousands of records is being written, other writers of that dossier wait their turn. */
import type { CallName, Handlers } from '../../shared/contract/index.ts';
import type { Desk } from './desk.ts';

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
