import { useCallback, useEffect, useRef, useState } from 'react';
import { setQueryParam, useQueryParam } from '../../../app/router.ts';

/**
 * State that lies in the address, written there a moment later: browsers drop address changes that come at
 * the pace of a held arrow key or of fast typing. A change of the address from elsewhere wins.
 */
export function useUrlState(
  name: string,
  delay = 250,
): readonly [string | undefined, (value: string | undefined) => void] {
  const inAddress = useQueryParam(name);
  const [value, setValue] = useState(inAddress);
  const known = useRef(inAddress);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (inAddress !== known.current) {
    known.current = inAddress;
    if (value !== inAddress) setValue(inAddress);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const set = useCallback(
    (next: string | undefined) => {
      setValue(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        known.current = next || undefined;
        setQueryParam(name, next);
      }, delay);
    },
    [name, delay],
  );
  return [value, set];
}

/** A value that follows another once it has rested. */
export function useRested<T>(value: T, delay: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), delay);
    return () => clearTimeout(timer);
  }, [value, delay]);
  return rested;
}
