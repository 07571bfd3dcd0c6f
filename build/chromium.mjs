/** Finds the Chromium that drives the page in tests: Playwright's own, or an installed Chromium, Chrome or Edge. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { installDebianPackage } from './debian.mjs';

/** How Chromium is started everywhere in the project: nothing it does by itself may reach a network. */
export const chromiumArgs = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];

/** @returns {string | undefined} path of the program; HIWAR_CHROMIUM names one by hand */
export function findChromium() {
  return candidates().find((path) => existsSync(path));
}

/** Like findChromium, but installs Debian's when it may, and otherwise says what a person can do. */
export function chromiumOrAdvice() {
  if (!findChromium()) installDebianPackage('chromium');
  return { path: findChromium(), advice };
}

const advice =
  'No Chromium was found for the tests in the page. Install Chromium, Chrome or Edge, ' +
  'or run "npx playwright install chromium", or name one in HIWAR_CHROMIUM.';

function candidates() {
  const named = process.env.HIWAR_CHROMIUM;
  return [...(named ? [named] : []), chromium.executablePath(), ...installed()];
}

function installed() {
  if (process.platform === 'win32') return onWindows();
  if (process.platform === 'darwin') return onMac();
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ];
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

function onWindows() {
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
  const programs = ['Chromium/Application/chrome.exe', 'Google/Chrome/Application/chrome.exe'];
  return folders
    .filter((folder) => folder !== undefined)
    .flatMap((folder) =>
      [...programs, 'Microsoft/Edge/Application/msedge.exe'].map((program) => join(folder, program)),
    );
}

function onMac() {
  return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  );
}
