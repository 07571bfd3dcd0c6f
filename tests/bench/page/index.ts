/** The real built browser host and page in a real Chromium. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumArgs } from '../../../build/chromium.mjs';
import { firstLoad } from '../../../build/first-load.mjs';
import { requireMeta } from '../../../db/meta.ts';
import type { DossierInfo, RegisterRow, RegisterWindow } from '../../../shared/contract/index.ts';
import { ask } from '../../fixtures/ask.ts';
import { FIXTURE, type LargeOptions } from '../../fixtures/large.ts';
import { type Figure, type Group, median, percentile } from '../figure.ts';
import { large, scratchFolder } from '../scratch.ts';
import { serveBareList } from './bare-list.ts';
import { type Host, startHost } from './host.ts';
import { goTo, scrollFrames, untilRows } from './in-page.ts';

const VIEWPORT = { width: 1366, height: 768 };
/** Milliseconds. */
const REST = 20_000;
const WARM_UP: LargeOptions = { deficits: 24, seed: 24 };

let browser: Browser | undefined;
const hosts: Host[] = [];

async function launched(): Promise<Browser> {
  browser ??= await chromium.launch({
    executablePath: process.env.HIWAR_CHROMIUM || '/usr/bin/chromium',
    args: [...chromiumArgs, '--no-sandbox'],
  });
  return browser;
}

async function pageOf(address: string): Promise<Page> {
  const page = await (await launched()).newPage({ viewport: VIEWPORT, locale: 'en-GB' });
  await page.goto(address);
  return page;
}

/** Every figure has a host of its own: none is measured with what another left in memory. */
async function freshHost(): Promise<{ host: Host; page: Page }> {
  const host = await startHost();
  hosts.push(host);
  const page = await pageOf(host.address);
  await page.getByRole('main').waitFor();
  return { host, page };
}

/** A copy of the dossier of these options, closed and whole in one file. */
function fileOf(options: LargeOptions): { file: string; dossier: string } {
  const { opened } = large(options);
  const dossier = requireMeta(opened.db, 'dossier');
  const file = join(scratchFolder(), `${options.deficits}-${hosts.length}.hiwar`);
  opened.db.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(opened.file, file);
  return { file, dossier };
}

/** Opens a file from another path of the disk, so that the library knows it. */
async function adopt(page: Page, options: LargeOptions): Promise<string> {
  const { file, dossier } = fileOf(options);
  await ask(page, 'library.open', { path: file });
  return dossier;
}

async function verified(page: Page, dossier: string): Promise<void> {
  for (;;) {
    const { verification } = await ask<DossierInfo>(page, 'dossier.info', { dossier });
    if (verification === 'ok') return;
    if (verification === 'failed') throw new Error('the fixture did not pass its own verification');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * At rest, with the register shown and read, and the proof of the dossier over: all that happens before an export.
 * V8 keeps the pages of a thread that has ended for some ten seconds in case another one wants them.
 */
async function memory(): Promise<number> {
  const { host, page } = await freshHost();
  const dossier = await adopt(page, FIXTURE);
  await untilRows(page, `#/d/${dossier}/deficits`);
  await scrollFrames(page, '.grid', 120);
  await verified(page, dossier);
  await new Promise((resolve) => setTimeout(resolve, REST));
  return host.resident();
}

/**
 * From the library to the first rows: `library.open`, and all that the page asks before it can draw. Each turn is a
 * page loaded anew that has shown another register before, so that only the opening differs.
 */
async function opening(): Promise<number> {
  const { page } = await freshHost();
  const warm = await adopt(page, WARM_UP);
  const huge = await adopt(page, FIXTURE);
  const { dossier: sample } = await ask<DossierInfo & { dossier: string }>(page, 'library.openDemo', {});
  const times = { huge: [] as number[], sample: [] as number[] };
  for (let turn = 0; turn < 6; turn += 1)
    for (const [name, dossier] of [
      ['huge', huge],
      ['sample', sample],
    ] as const) {
      await page.reload();
      await page.getByRole('main').waitFor();
      await goTo(page, `#/d/${warm}/deficits`);
      await page.locator('.grid-body [role=row]:not(.waiting)').first().waitFor();
      await goTo(page, '#/library');
      await page.locator('.library-list').waitFor();
      await verified(page, dossier);
      await ask(page, 'library.close', { dossier });
      const taken = await untilRows(page, `#/d/${dossier}/deficits`);
      // The proof runs behind the rows; the next turn waits until it is over.
      await verified(page, dossier);
      if (turn > 0) times[name].push(taken);
    }
  return median(times.huge) / median(times.sample);
}

const textsOf = (row: RegisterRow): string[] => [
  `D-${row.number}`,
  row.title?.text ?? '',
  Object.values(row.severity).join(' '),
  Object.values(row.positions).join(' '),
  row.outcome,
  row.confidentiality ?? '',
];

async function allRows(page: Page, dossier: string): Promise<RegisterRow[]> {
  const rows: RegisterRow[] = [];
  for (;;) {
    const { total, rows: more } = await ask<RegisterWindow>(page, 'register.window', {
      dossier,
      lang: 'en',
      filter: {},
      sort: 'number',
      descending: false,
      offset: rows.length,
      limit: 200,
    });
    rows.push(...more);
    if (rows.length >= total) return rows;
  }
}

async function scrolling(): Promise<number> {
  const { page } = await freshHost();
  const dossier = await adopt(page, FIXTURE);
  await untilRows(page, `#/d/${dossier}/deficits`);
  await verified(page, dossier);
  const { height, rowHeight } = await page.evaluate(() => ({
    height: document.querySelector('.grid')?.clientHeight ?? 0,
    rowHeight: document.querySelector('.grid-body [role=row]')?.getBoundingClientRect().height ?? 0,
  }));
  const rows = (await allRows(page, dossier)).map(textsOf);
  const bare = await serveBareList({ rows, height, rowHeight });
  const frames = { register: [] as number[], bare: [] as number[] };
  try {
    const list = await pageOf(bare.address);
    await list.locator('.row').first().waitFor();
    for (let turn = 0; turn < 6; turn += 1)
      for (const [name, shown, selector] of [
        ['register', page, '.grid'],
        ['bare', list, '#scroller'],
      ] as const) {
        await shown.bringToFront();
        const taken = await scrollFrames(shown, selector, 300);
        if (turn > 0) frames[name].push(percentile(taken, 0.95));
      }
  } finally {
    await bare.stop();
  }
  return median(frames.register) / median(frames.bare);
}

/** The register with all it draws now beside rows that are virtual and nothing else. */
export const registerScroll: Figure = {
  name: 'register scroll, p95 frame / bare virtual list',
  target: { atMost: 1.5 },
  unit: 'x',
  measure: scrolling,
};

export async function closePages(): Promise<void> {
  await browser?.close();
  browser = undefined;
  for (const host of hosts.splice(0)) await host.stop();
}

export const pageFigures: Group = {
  name: 'page',
  figures: [
    {
      name: 'resident memory of the browser host with the fixture open',
      target: { atMost: 150 },
      unit: 'MB',
      measure: memory,
    },
    {
      name: 'opening 10,000 deficits to first rows / opening 24',
      target: { atMost: 3 },
      unit: 'x',
      measure: opening,
    },
    registerScroll,
    {
      name: 'script of the first load, gzipped',
      target: { atMost: 250 },
      unit: 'kB',
      measure: () => firstLoad().bytes / 1000,
    },
  ],
  close: closePages,
};
