import { useCallback, useRef } from 'react';

/** One and the same function for every drawing, which does what the newest would: what it is given to is left alone. */
export function useSame<A extends readonly unknown[], R>(act: (...given: A) => R): (...given: A) => R {
  const latest = useRef(act);
  latest.current = act;
  return useCallback((...given: A) => latest.current(...given), []);
}
