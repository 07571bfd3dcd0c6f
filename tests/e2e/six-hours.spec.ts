/**
 * A plenary of sixty people for six hours, in the time that its keys take: everything by keyboard, the host's clocks
 * moved by the script. What stands on the screen is held against a reckoning that knows nothing of the engine.
 */
import { execFileSync } from 'node:child_process';
import { expect, type Page, test } from '@playwright/test';
import type { FloorState } from '../../shared/contract/index.ts';
import { SEATS } from '../../shared/domain/codes.ts';
import { SPEAKERS } from '../../shared/domain/floor/types.ts';
import { ask, dossierOf } from '../fixtures/ask.ts';
import { player, readGauge } from '../fixtures/room/by-keys.ts';
import { reference, type Step, sixHours } from '../fixtures/room/script.ts';
import { SIXTY_SESSION } from '../fixtures/room/sixty.ts';
import { startSteppedHost } from '../fixtures/room/stepped-host.ts';
import { wordsOf } from '../fixtures/words.ts';
import { pick, press, reach } from './keyboard.ts';

const AGREE = { ar: /^موافقة$/, en: /^Agrees$/ };
const MANDATED = { ar: 'بتفويض', en: 'Mandated' };
const CLOSE = { ar: 'اختتام', en: 'Close' };

/** Every total on the screen is within two seconds of the reckoning. */
async function expectGauge(page: Page, steps: readonly Step[]): Promise<void> {
  const { time, pointsOfOrder } = reference(steps);
  const shown = await readGauge(page);
  for (const [who, ms] of Object.entries(shown)) {
    const expected = who === 'pointsOfOrder' ? pointsOfOrder.ms : time[who as keyof typeof time].ms;
    expect(Math.abs(ms - expected), `${who}: ${ms} on the screen, ${expected} reckoned`).toBeLessThanOrEqual(
      2000,
    );
  }
}

for (const [language, locale, seed] of [
  ['ar', 'ar-MA', 7],
  ['en', 'en-GB', 8],
] as const)
  test.describe(language, () => {
    test.use({
      locale,
      viewport: { width: 1366, height: 768 },
      colorScheme: language === 'ar' ? 'light' : 'dark',
      // Movement between states is drawn for nobody here, a thousand times over.
      contextOptions: { reducedMotion: 'reduce' },
    });
    const words = wordsOf(language, 'room');
    const reading = wordsOf(language, 'readback');
    const minutes = wordsOf(language, 'minutes');

    test(`[room] six hours of sixty people, by keyboard, with the reckoning beside it (${language})`, async ({
      page,
    }) => {
      test.setTimeout(420_000);
      const host = await startSteppedHost({ dossier: 'sixty' });
      let ref = { dossier: '', session: SIXTY_SESSION };
      const stateOf = () => ask<FloorState>(page, 'floor.state', ref);
      const enter = async (): Promise<void> => {
        await page.goto('about:blank');
        await page.goto(host.address);
        await page.getByRole('main').waitFor();
        const dossier = dossierOf(page);
        ref = { ...ref, dossier };
        await page.evaluate((hash) => {
          location.hash = hash;
        }, `#/d/${dossier}/sessions/${ref.session}?view=room`);
        await page.locator('.sitting').waitFor();
      };
      const dialog = page.getByRole('dialog');
      const named = (name: string) => page.getByRole('button', { name, exact: true });

      /** The oldest conclusion that waits is read; all three agree, and the chair rules. */
      const readBack = async (): Promise<void> => {
        await page.keyboard.press('l');
        await press(page, dialog.getByRole('button', { name: reading.begin }));
        for (const seat of ['G', 'E', 'W']) {
          const form = dialog.locator('.readback-form');
          await pick(page, form.getByRole('radiogroup').first(), AGREE[language]);
          await pick(page, form.getByRole('radiogroup').nth(1), MANDATED[language]);
          await press(page, form.getByRole('button', { name: reading.record.split('{{')[0].trim() }));
          await expect(dialog.locator(`[data-seat=${seat}]`)).toContainText(MANDATED[language]);
        }
        await press(page, dialog.getByRole('button', { name: reading.confirm }));
        await expect(dialog).toHaveCount(0);
      };

      try {
        await enter();
        await test.step('the titular members arrive, and the quorum is there', async () => {
          await page.keyboard.press('p');
          for (const n of [0, 1, 2]) {
            const seat = dialog.locator('.sitting-seat').nth(n);
            await press(page, seat.getByRole('button', { name: words.presence.all }));
            const { entitled } = (await stateOf()).quorum.seats[SEATS[n] as 'G'];
            await expect
              .poll(async () => (await stateOf()).quorum.seats[SEATS[n] as 'G'].present)
              .toBe(entitled);
          }
          await page.keyboard.press('Escape');
          await expect(dialog).toHaveCount(0);
          expect((await stateOf()).quorum.met).toBe(true);
        });

        const steps = sixHours(seed);
        const room = player(page, host, words);
        await test.step('six hours pass', async () => {
          let turns = 0;
          let decisions = 0;
          for (const [n, step] of steps.entries()) {
            await room.play(step);
            const so = steps.slice(0, n + 1);
            if (step.act?.kind === 'next' && ++turns % 25 === 0) await expectGauge(page, so);
            if (step.note?.kind === 'proposed-conclusion' && ++decisions === 2) {
              await room.leaveLine();
              await readBack();
              await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
            }
            if (step.act?.kind === 'suspend' && step.act.why === 'prayer') {
              const queue = (await stateOf()).queue.map(({ id }) => id);
              await host.kill();
              await host.restart();
              await enter();
              await expectGauge(page, so);
              expect((await stateOf()).queue.map(({ id }) => id)).toEqual(queue);
            }
          }
          await room.leaveLine();
          await expectGauge(page, steps);
          if (process.env.HIWAR_PICTURES)
            await page.screenshot({ path: `${process.env.HIWAR_PICTURES}/six-hours-${language}.png` });
        });

        await test.step('nothing is lost of what was said and who spoke', async () => {
          const { balance } = await stateOf();
          const expected = reference(steps);
          for (const speaker of SPEAKERS)
            expect(balance.time[speaker].turns, speaker).toBe(expected.time[speaker].turns);
          const { total } = await ask<{ total: number }>(page, 'session.record', ref);
          expect(total).toBe(steps.filter(({ note }) => note).length);
          expect(total).toBeGreaterThanOrEqual(300);
        });

        await test.step('the session is closed, and its minutes are there in both languages', async () => {
          await press(page, named(words.head.close), 'Shift+Tab');
          await press(
            page,
            page
              .getByRole('alertdialog')
              .locator('.dialog-foot')
              .getByRole('button', { name: CLOSE[language], exact: true }),
          );
          await expect(page).toHaveURL(/view=minutes/);
          // Arabic and English are what this room is handed; the dialogue has others.
          const untick = async (name: string): Promise<void> => {
            const box = page.getByRole('checkbox', { name });
            await reach(page, box);
            await page.keyboard.press('Space');
            await expect(box).not.toBeChecked();
          };
          for (const other of ['Français', 'Español']) await untick(other);
          await press(page, named(minutes.issue.action));
          await expect(page.getByRole('heading', { name: minutes.phase.draft })).toBeVisible();
          // What is in the copy of all three does not depend on how long they sat.
          await untick(minutes.files.format.copy);
          await press(page, page.getByRole('button', { name: minutes.files.make }));
          for (const lang of ['ar', 'en']) {
            const save = page.getByRole('button', { name: new RegExp(`minutes-.*-${lang}\\.pdf$`) });
            await expect(save).toBeVisible({ timeout: 120_000 });
            const saved = page.waitForEvent('download');
            await press(page, save);
            const text = execFileSync('pdftotext', [await (await saved).path(), '-'], { encoding: 'utf8' });
            expect(text).toContain(`Heard ${steps.filter(({ note }) => note).length}`);
          }
        });
      } finally {
        await host.remove();
      }
    });
  });
