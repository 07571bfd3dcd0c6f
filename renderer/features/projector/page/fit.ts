import { type RefObject, useLayoutEffect } from 'react';

/** Nobody scrolls on the screen of a room; below half its size, a text would not be read from the last row either. */
export const SMALLEST = 0.5;

/** How much smaller a picture is drawn so that all of it is seen. Heights in CSS pixels. */
export const scaleFor = (wanted: number, given: number): number =>
  wanted <= given || wanted === 0 ? 1 : Math.max(SMALLEST, given / wanted);

/** Draws the picture inside `frame` whole, whatever its length; measured anew when `picture` changes. */
export function useFit(frame: RefObject<HTMLElement | null>, picture: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another picture has another height
  useLayoutEffect(() => {
    const draw = (): void => {
      const section = frame.current?.querySelector('section');
      if (!frame.current || !section) return;
      const { paddingBlockStart, paddingBlockEnd } = getComputedStyle(frame.current);
      const given = innerHeight - Number.parseFloat(paddingBlockStart) - Number.parseFloat(paddingBlockEnd);
      section.style.zoom = '1';
      section.style.zoom = String(scaleFor(section.scrollHeight, given));
    };
    draw();
    addEventListener('resize', draw);
    return () => removeEventListener('resize', draw);
  }, [frame, picture]);
}
