/**
 * The register as of an earlier moment, against the register of now: the same windows of fifty rows, asked turn by
 * turn of both as the data thread answers them. Making the view comes before and is not part of it; how long that
 * takes, beside a window of now, is printed in a line of its own.
 */
import { arrivals } from '../../../db/ledger/as-of.ts';
import { requireMeta } from '../../../db/meta.ts';
import { dispatch } from '../../../electron/data-thread/dispatch.ts';
import type { Desk, OpenedDossier } from '../../../electron/services/desk.ts';
import { createHandlers } from '../../../electron/services/index.ts';
import type { Handlers } from '../../../shared/contract/index.ts';
import { type Figure, median } from '../figure.ts';
import { large } from '../scratch.ts';

const LIMIT = 50;
const TURNS = 120;
const WARM = 30;

/** Scrolled, sorted, filtered and searched windows in turn. */
const WINDOWS = [
  { offset: 0 },
  { offset: 5000 },
  { offset: 0, sort: 'edited', descending: true },
  { offset: 0, filter: { area: 'TA3' } },
  { offset: 0, filter: { search: 'عمل' } },
  { offset: 0, filter: { search: 'work' } },
] as const;

async function window(handlers: Handlers, dossier: string, turn: number, asOf?: number): Promise<number> {
  const from = performance.now();
  const answer = await dispatch(handlers, 'register.window', {
    dossier,
    lang: 'ar',
    filter: {},
    sort: 'number',
    descending: false,
    limit: LIMIT,
    ...WINDOWS[turn % WINDOWS.length],
    ...(asOf !== undefined && { asOf }),
  });
  const took = performance.now() - from;
  if (!answer.ok) throw new Error(`register.window answered ${answer.error.code}`);
  if ((answer.value as { rows: readonly unknown[] }).rows.length === 0) throw new Error('an empty window');
  return took;
}

async function asOfView(): Promise<number> {
  const { opened } = large();
  const dossier = requireMeta(opened.db, 'dossier');
  const desk = { open: new Map([[dossier, { ...opened, id: dossier } as OpenedDossier]]) } as unknown as Desk;
  const handlers = createHandlers(desk);
  // All but the last tenth of what had arrived.
  const moment = Math.floor(arrivals(opened.db) * 0.9);
  const made = await window(handlers, dossier, 0, moment);
  const past: number[] = [];
  const live: number[] = [];
  for (let turn = 0; turn < TURNS + WARM; turn += 1) {
    const then = await window(handlers, dossier, turn, moment);
    const now = await window(handlers, dossier, turn);
    if (turn < WARM) continue;
    past.push(then);
    live.push(now);
  }
  console.log(
    `  making the as-of view, once a moment: ${Math.round(made)} ms, ${Math.round(made / median(live))} x a live window`,
  );
  return median(past) / median(live);
}

export const figures: readonly Figure[] = [
  {
    name: 'as-of register window, once the view is made / live register window',
    target: { atMost: 2 },
    unit: 'x',
    measure: asOfView,
  },
];
