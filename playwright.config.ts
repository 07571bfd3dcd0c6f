import { defineConfig } from '@playwright/test';
import { chromiumArgs, findChromium } from './build/chromium.mjs';

const executablePath = findChromium();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cache/test/e2e',
  // Each test starts a host and a browser of its own: two at a time are what two cores carry.
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'line',
  forbidOnly: true,
  use: {
    // A trace of every test would take as long as the tests: `npm run e2e -- --trace on` keeps one to look into.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { args: chromiumArgs, ...(executablePath ? { executablePath } : {}) },
  },
});
