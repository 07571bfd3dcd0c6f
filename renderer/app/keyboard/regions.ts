/** Regions of the window that F6 goes round: bar, rail, main, and whatever pane marks itself `data-region`. */

const FOCUSABLE =
  'a[href],button:not([disabled]),input:not([disabled]),select,textarea,[tabindex]:not([tabindex="-1"])';

const isShown = (element: HTMLElement): boolean => element.checkVisibility();

/** Moves the focus to the next region, or back; where a region was left is where it is entered again. */
export function goToRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => isShown(region) && entryOf(region),
  );
  if (regions.length === 0) return;
  const active = document.activeElement;
  // A pane may lie within main: the innermost region that holds the focus is the one we are in.
  let here = step === 1 ? -1 : 0;
  regions.forEach((region, index) => {
    if (region.contains(active)) here = index;
  });
  const next = regions[(here + step + regions.length) % regions.length];
  if (next) entryOf(next)?.focus();
}

const left = new WeakMap<HTMLElement, HTMLElement>();

/** Remembers where the focus is, for coming back by F6. */
export function rememberFocus(event: FocusEvent): void {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return;
  const region = target.closest<HTMLElement>('[data-region]');
  if (region) left.set(region, target);
}

/** Where a region is entered; undefined where nothing in it takes the focus. */
function entryOf(region: HTMLElement): HTMLElement | undefined {
  const before = left.get(region);
  if (before && region.contains(before) && isShown(before)) return before;
  const first = [...region.querySelectorAll<HTMLElement>(FOCUSABLE)].find(
    (element) => isShown(element) && element.closest('[data-region]') === region,
  );
  return first ?? (region.tabIndex === -1 && region.hasAttribute('tabindex') ? region : undefined);
}

/** The main region itself, after going to another screen. */
export function focusMain(): void {
  document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
}
