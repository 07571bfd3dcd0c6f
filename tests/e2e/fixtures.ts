/**
 * A browser host of its own for every test: the built programs, a data folder that is thrown away, and a page
 * opened at the printed address in the wanted language and theme.
 *
 *   test.use({ language: 'ar', theme: 'dark', start: 'demo' });
 *   test('...', async ({ hiwar, page }) => { ... });
 *
 * `HIWAR_OUT` names another build than `out`.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { test as base, type Page } from '@playwright/test';
import type { Lang } from '../../shared/domain/languages.ts';

const root = join(import.meta.dirname, '../..');
const out = process.env.HIWAR_OUT ?? join(root, 'out');
const LOCALES: { readonly [L in Lang]: string } = { ar: 'ar-MA', en: 'en-GB', fr: 'fr-FR', es: 'es-ES' };

export interface HiwarOptions {
  language: Lang;
  theme: 'light' | 'dark';
  /** 'demo' opens the illustrative sample, 'empty' the library of a new data folder. */
  start: 'demo' | 'empty';
}

export interface Hiwar {
  readonly folder: string;
  /** Opens the page at a fresh address, in the sample or in the library. */
  open(page: Page): Promise<void>;
  /** Ends the host in order; `open` afterwards starts it again on the same data. */
  stop(): Promise<void>;
  /** Ends the host at once, as a power cut would; `open` afterwards starts it again on the same data. */
  kill(): Promise<void>;
  /** Runs the command line on the same data folder; rejects where it refuses. Answers what it printed. */
  cli(...args: string[]): Promise<string>;
  /** The dossier files that lie in the data folder. */
  dossiers(): string[];
}

class Host implements Hiwar {
  readonly folder = mkdtempSync(join(tmpdir(), 'hiwar-e2e-'));
  readonly #start: HiwarOptions['start'];
  #child: ChildProcess | undefined;
  #address: string | undefined;

  constructor(start: HiwarOptions['start']) {
    this.#start = start;
  }

  get #env(): NodeJS.ProcessEnv {
    return { ...process.env, HIWAR_DATA: this.folder };
  }

  async open(page: Page): Promise<void> {
    // An address lets in once: a second page needs a host of its own.
    if (this.#address === undefined) await this.stop();
    if (!this.#child) await this.#run();
    const address = this.#address as string;
    this.#address = undefined;
    await page.goto('about:blank');
    await page.goto(address);
    await page.getByRole('main').waitFor();
  }

  async #run(): Promise<void> {
    const args = [join(out, 'host/index.js'), '--no-open', ...(this.#start === 'demo' ? ['--demo'] : [])];
    const child = spawn(process.execPath, args, { env: this.#env, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#child = child;
    for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
      const address = /^Hiwar: (http\S+)$/.exec(line)?.[1];
      if (!address) continue;
      this.#address = address;
      return;
    }
    throw new Error('the host ended before it had an address');
  }

  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  async #end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    this.#address = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }

  async cli(...args: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(process.execPath, [join(out, 'cli/index.js'), ...args], {
      env: this.#env,
    });
    return stdout;
  }

  dossiers(): string[] {
    return readdirSync(this.folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.hiwar'))
      .map((name) => join(this.folder, name));
  }
}

export const test = base.extend<HiwarOptions & { hiwar: Hiwar }>({
  language: ['en', { option: true }],
  theme: ['light', { option: true }],
  start: ['demo', { option: true }],
  locale: async ({ language }, use) => use(LOCALES[language]),
  colorScheme: async ({ theme }, use) => use(theme),
  viewport: { width: 1366, height: 768 },
  hiwar: async ({ start }, use) => {
    const host = new Host(start);
    await use(host);
    await host.stop();
    rmSync(host.folder, { recursive: true, force: true });
  },
  page: async ({ page, hiwar }, use) => {
    await hiwar.open(page);
    await use(page);
  },
});

export { expect } from '@playwright/test';

/** Goes to a section of the open dossier by its address, as a link would. */
export async function goTo(page: Page, section: string, query = ''): Promise<void> {
  await page.evaluate(
    ([name, search]) => {
      const dossier = location.hash.split('/')[2] ?? '';
      location.hash = `#/d/${dossier}/${name}${search}`;
    },
    [section, query],
  );
}
