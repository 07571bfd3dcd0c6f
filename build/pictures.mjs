/**
 * The pictures of the README, taken from the built application with the sample dossier: the deficit register in
 * Arabic and in English, on the smallest screen the application is made for, in the light theme.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArgs } from './chromium.mjs';
import { startHost } from './dev/host.mjs';
import { out, root } from './paths.mjs';

const screen = { width: 1366, height: 768 };
const folder = join(root, 'docs', 'pictures');

/** file -> language of the browser, which the application follows at its first start, and the deficit that is chosen */
const pictures = [
  { file: 'register-ar.png', locale: 'ar-MA', number: 'D-007' },
  { file: 'register-en.png', locale: 'en-GB', number: 'D-007' },
];

/** @param {string} executablePath of a Chromium @returns {Promise<string[]>} the files that were written */
export async function takePictures(executablePath) {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: chromiumArgs });
  try {
    const written = [];
    for (const picture of pictures) written.push(await take(browser, picture));
    return written;
  } finally {
    await browser.close();
  }
}

/** @param {import('@playwright/test').Browser} browser @param {typeof pictures[number]} picture */
async function take(browser, { file, locale, number }) {
  // A data folder of its own, so that nothing a person has set shows.
  const data = mkdtempSync(join(tmpdir(), 'hiwar-pictures-'));
  const host = await startHost(out, ['--demo', '--no-open'], { HIWAR_DATA: data });
  const context = await browser.newContext({
    viewport: screen,
    locale,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await page.goto(host.address);
    await page.waitForURL(/#\/d\//);
    await page.goto(page.url().replace(/(#\/d\/[^/]+).*$/, '$1/deficits'));
    await page.locator('.grid-body [role=row]', { hasText: number }).click();
    // The pane follows the choice a moment later.
    await page.locator('.deficits-detail-head', { hasText: number }).waitFor();
    await page.locator('[aria-busy=true], .skeleton').first().waitFor({ state: 'detached' });
    await page.evaluate('document.fonts.ready.then(() => true)');
    const path = join(folder, file);
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    return path;
  } finally {
    await context.close();
    await host.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
