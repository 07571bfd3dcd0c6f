/** What is asked of the page itself. Functions given to `evaluate` run in the page and see nothing of this file. */
import type { Page } from '@playwright/test';

export const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

/** Goes to the address and returns the milliseconds until the first row with its texts is on the screen. */
export const untilRows = (page: Page, hash: string): Promise<number> =>
  page.evaluate(
    (to) =>
      new Promise<number>((resolve, reject) => {
        const limit = setTimeout(() => reject(new Error('no rows within a minute')), 60_000);
        const from = performance.now();
        const look = (): void => {
          if (!document.querySelector('.grid-body [role=row]:not(.waiting)')) return;
          observer.disconnect();
          clearTimeout(limit);
          // Painted is what counts: the frame after the rows are in the document.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)));
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { childList: true, subtree: true });
        location.hash = to;
      }),
    hash,
  );

/** Scrolls 120 pixels a frame and returns how long each frame took, in milliseconds. */
export const scrollFrames = (page: Page, selector: string, frames: number): Promise<number[]> =>
  page.evaluate(
    ([scrolled, wanted]) =>
      new Promise<number[]>((resolve, reject) => {
        const scroller = document.querySelector(scrolled);
        if (!scroller) {
          reject(new Error('nothing to scroll'));
          return;
        }
        scroller.scrollTop = 0;
        const taken: number[] = [];
        let last: number | undefined;
        const step = (now: number): void => {
          if (last !== undefined) taken.push(now - last);
          last = now;
          if (taken.length >= wanted) {
            resolve(taken);
            return;
          }
          scroller.scrollTop += 120;
          requestAnimationFrame(step);
        };
        // Two frames of rest, so that the jump to the top is not measured.
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(step)));
      }),
    [selector, frames] as const,
  );
