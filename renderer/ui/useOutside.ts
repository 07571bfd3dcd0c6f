import { type RefObject, useCallback, useEffect, useRef } from 'react';

/**
 * Closes a popover that lies beside the rest when something else is pressed: React Aria does that only for one that
 * lies over everything, and else by keys alone. Answers what the popover calls when it would open or close.
 */
export function useOutside(
  popover: RefObject<HTMLElement | null>,
  isBeside: boolean,
  isOpen: boolean,
  setOpen: (isOpen: boolean) => void,
): (isOpen: boolean) => void {
  /** The button that opened it was pressed to close it: that press opens nothing, the next does. */
  const isShutting = useRef(false);
  useEffect(() => {
    if (!isBeside) return;
    const onPointer = ({ target }: PointerEvent): void => {
      const pressed = target as Element | null;
      isShutting.current = false;
      if (!isOpen || popover.current?.contains(pressed)) return;
      isShutting.current = pressed?.closest('[aria-haspopup][aria-expanded=true]') != null;
      setOpen(false);
    };
    const onNext = (): void => {
      isShutting.current = false;
    };
    // After everybody has heard of the click: one without a press, of a screen reader, may follow.
    const onClick = (): void => void setTimeout(onNext);
    document.addEventListener('pointerdown', onPointer, true);
    document.addEventListener('keydown', onNext, true);
    document.addEventListener('click', onClick, true);
    return () => {
      document.removeEventListener('pointerdown', onPointer, true);
      document.removeEventListener('keydown', onNext, true);
      document.removeEventListener('click', onClick, true);
    };
  }, [popover, isBeside, isOpen, setOpen]);
  return useCallback((open) => setOpen(open && !isShutting.current), [setOpen]);
}
