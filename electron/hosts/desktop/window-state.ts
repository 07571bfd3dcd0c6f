/** Size and place of the window, kept in a small file and brought back only onto a screen that is there. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const Kept = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200).max(20_000),
  height: z.int().min(200).max(20_000),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof Kept>;

export const SMALLEST = { width: 800, height: 560 } as const;
const USUAL = { width: 1280, height: 800 } as const;
/** So much of the title bar must be on a screen that a hand can still grip it. */
const GRIP = { width: 120, height: 30 } as const;

/** The kept state, or undefined when there is none or it is not one of ours. */
export function readWindowState(path: string): WindowState | undefined {
  try {
    return Kept.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** A lost window place harms nobody, so a disk that refuses is not reported. */
export function keepWindowState(path: string, state: WindowState): void {
  try {
    writeFileSync(`${path}.new`, JSON.stringify(state));
    renameSync(`${path}.new`, path);
  } catch {
    return;
  }
}

const overlap = (a: number, aLength: number, b: number, bLength: number): number =>
  Math.min(a + aLength, b + bLength) - Math.max(a, b);

/** Where to open the window: the kept place if it can be reached on a screen, else the middle of the first one. */
export function placeWindow(kept: WindowState | undefined, workAreas: readonly Box[]): Partial<Box> {
  const [first] = workAreas;
  const largest = workAreas.reduce(
    (best, area) => (area.width > best.width ? area : best),
    first ?? { ...USUAL, x: 0, y: 0 },
  );
  const width = Math.min(Math.max(kept?.width ?? USUAL.width, SMALLEST.width), largest.width);
  const height = Math.min(Math.max(kept?.height ?? USUAL.height, SMALLEST.height), largest.height);
  const reachable =
    kept &&
    workAreas.some(
      (area) =>
        overlap(kept.x, width, area.x, area.width) >= GRIP.width &&
        kept.y >= area.y &&
        kept.y + GRIP.height <= area.y + area.height,
    );
  return reachable ? { x: kept.x, y: kept.y, width, height } : { width, height };
}
