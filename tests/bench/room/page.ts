/**
 * A plenary of sixty people for six hours with three hundred entries, played by keys on the built page with the
 * processor throttled: does the sixth hour feel like the first ten minutes?
 */
import { type Browser, chromium } from '@playwright/test';
import { chromiumArgs } from '../../../build/chromium.mjs';
import { dossierOf } from '../../fixtures/ask.ts';
import { player } from '../../fixtures/room/by-keys.ts';
import { sixHours } from '../../fixtures/room/script.ts';
import { SIXTY_SESSION } from '../../fixtures/room/sixty.ts';
import { startSteppedHost } from '../../fixtures/room/stepped-host.ts';
import { wordsOf } from '../../fixtures/words.ts';
import { type Figure, percentile } from '../figure.ts';
import { heldBy } from './held.ts';

const SLOWER = 4;
const SEED = 6;
const HOUR_MS = 3_600_000;
const FIRST_MS = 600_000;
/** Of fewer than these nothing can be said of a p95. */
const ENOUGH = 4;

interface Played {
  /** The worst ratio of an action's p95 over the whole session to its p95 in the first ten minutes. */
  readonly slowing: number;
  /** The longest task of the page in milliseconds, after the screen had opened. */
  readonly longest: number;
  /** What the page holds at the end beside what it held after the first hour. */
  readonly growth: number;
  readonly hostGrowth: number;
}

async function play(): Promise<Played> {
  const host = await startSteppedHost({ dossier: 'sixty' });
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({
      executablePath: process.env.HIWAR_CHROMIUM || '/usr/bin/chromium',
      args: [...chromiumArgs, '--no-sandbox'],
    });
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'ar-MA' });
    await page.goto(host.address);
    await page.getByRole('main').waitFor();
    const dossier = dossierOf(page);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/d/${dossier}/sessions/${SIXTY_SESSION}?view=room`);
    await page.locator('.sitting').waitFor();
    const tools = await page.context().newCDPSession(page);
    await tools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.evaluate(() => {
      const tasks: { from: number; ms: number }[] = [];
      new PerformanceObserver((list) => {
        // Short ones are not kept: three thousand of them would stand in the page's memory, which is measured too.
        for (const { startTime, duration } of list.getEntries())
          if (duration >= 100) tasks.push({ from: startTime, ms: duration });
      }).observe({ type: 'longtask' });
      Object.assign(window, { hiwarTasks: tasks });
    });
    /** Times of the page between which it was made to collect: that task is the measuring's own. */
    const measuring: [from: number, to: number][] = [];
    const pageNow = (): Promise<number> => page.evaluate(() => performance.now());
    const held = async (): Promise<number> => {
      const from = await pageNow();
      const bytes = await heldBy(tools);
      measuring.push([from, await pageNow()]);
      return bytes;
    };

    const room = player(page, host, wordsOf('ar', 'room'), true);
    let passed = 0;
    let afterHour: { page: number; host: number } | undefined;
    for (const step of sixHours(SEED)) {
      await room.play(step);
      passed += step.afterMs;
      if (!afterHour && passed >= HOUR_MS) afterHour = { page: await held(), host: host.resident() };
    }
    if (!afterHour) throw new Error('the script is too short');
    const kinds = Map.groupBy(room.done, ({ kind }) => kind);
    const ratios = [...kinds.values()].flatMap((all) => {
      const first = all.filter(({ sessionMs }) => sessionMs < FIRST_MS);
      if (first.length < ENOUGH) return [];
      const p95 = (some: typeof all): number =>
        percentile(
          some.map(({ tookMs }) => tookMs),
          0.95,
        );
      return [p95(all) / p95(first)];
    });
    const growth = (await held()) / afterHour.page;
    const tasks = await page.evaluate(
      () => (window as unknown as { hiwarTasks: { from: number; ms: number }[] }).hiwarTasks,
    );
    const own = tasks.filter(
      (task) => !measuring.some(([from, to]) => task.from + task.ms > from && task.from < to),
    );
    return {
      slowing: Math.max(...ratios),
      longest: Math.max(0, ...own.map(({ ms }) => ms)),
      growth,
      hostGrowth: host.resident() / afterHour.host,
    };
  } finally {
    await browser?.close();
    await host.remove();
  }
}

let played: Promise<Played> | undefined;
/** One session gives all of the figures. */
const once = (): Promise<Played> => {
  played ??= play();
  return played;
};

export const pageFigures: readonly Figure[] = [
  {
    name: 'any action in six hours beside the first ten minutes (p95)',
    target: { atMost: 3 },
    unit: 'x',
    measure: async () => (await once()).slowing,
  },
  {
    name: 'longest task of the page in six hours',
    target: { atMost: 200 },
    unit: 'ms',
    measure: async () => (await once()).longest,
  },
  {
    name: 'memory of the page after six hours beside one',
    target: { atMost: 1.1 },
    unit: 'x',
    measure: async () => (await once()).growth,
  },
  {
    name: 'memory of the host after six hours beside one',
    target: { atMost: 1.1 },
    unit: 'x',
    measure: async () => (await once()).hostGrowth,
  },
];
