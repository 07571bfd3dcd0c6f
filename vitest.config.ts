import { defineConfig } from 'vitest/config';

// HIWAR_SYSTEM_NODE: the bootstrap found no packaged Node for this platform and took a recent one of the system.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24 && !process.env.HIWAR_SYSTEM_NODE) {
  console.error(
    `The tests need Node 24 and this is ${process.version}: use "npm test" or "npx vitest", which bring their own Node.`,
  );
  process.exit(1);
}

const sources = ['shared', 'db', 'electron', 'renderer', 'build'];

// The long run takes the hours it takes; 0 is no limit.
const minutes = (count: number) => (process.env.HIWAR_LONG ? 0 : count * 60_000);

/** One project a kind of test, so that each can be run alone: `npx vitest run --project property`. */
const kind = (name: string, testTimeout: number, more: object = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout, hookTimeout: testTimeout, ...more },
});

const beside = (end: string): string[] => sources.map((folder) => `${folder}/**/*.${end}.{ts,tsx}`);

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    // Two cores are what the smallest build machine has; more workers only make timings unsteady.
    maxWorkers: 2,
    passWithNoTests: true,
    // What a test spied on is itself again in the next: some share a process.
    restoreMocks: true,
    // What another process does is waited for; a second is too short where two cores carry everything.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      // A process for each file would take as long as the tests: nothing outside them is kept by what they test.
      kind('unit', 20_000, { include: beside('test'), exclude: beside('apart.test'), isolate: false }),
      // Those that put another module in the place of one do so in a process of their own.
      kind('apart', 20_000, { include: beside('apart.test') }),
      kind('contract', minutes(1)),
      kind('property', minutes(10)),
      kind('crash', minutes(10)),
      kind('packaging', minutes(5)),
    ],
  },
});
