/** Commands that screens add to the palette while they are shown. */
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';

export interface Command {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly hint?: string | undefined;
  readonly run: () => void;
}

const sources = new Map<symbol, readonly Command[]>();
const listeners = new Set<() => void>();
let all: readonly Command[] = [];
function tell(): void {
  all = [...sources.values()].flat();
  for (const listener of listeners) listener();
}

/** Offers commands as long as the component is there. Memoise the list. */
export function useCommands(commands: readonly Command[]): void {
  const source = useRef(Symbol('commands'));
  useEffect(() => {
    const key = source.current;
    sources.set(key, commands);
    tell();
    return () => {
      sources.delete(key);
      tell();
    };
  }, [commands]);
}

export const useAllCommands = (): readonly Command[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => all,
  );
