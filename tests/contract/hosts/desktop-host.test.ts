import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checks, deathChecks } from '../../fixtures/electron-stand-in/checks.mjs';
import { type Line, runOnStandIn as run } from '../../fixtures/electron-stand-in/run-on-stand-in.ts';
import { buildShell, mutate } from './built-shell.ts';

const ENTRY = 'the entry module ends before Electron is ready';

let folder: string;
const copies: string[] = [];
beforeAll(async () => {
  folder = await buildShell();
  copies.push(folder);
});
afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
});

describe('the built desktop host, on the stand-in for Electron', () => {
  let lines: Map<string, Line>;
  beforeAll(async () => {
    lines = await run(folder);
  });

  for (const name of [ENTRY, ...Object.keys(checks)]) {
    test(name, () => {
      expect(lines.get(name)).toEqual({ check: name, ok: true });
    });
  }
});

for (const name of Object.keys(deathChecks)) {
  test(name, async () => {
    expect((await run(folder, 'death')).get(name)).toEqual({ check: name, ok: true });
  });
}

/** What is broken in a copy, how, and the check that must notice. */
const mutants: [string, string | RegExp, string, string][] = [
  [
    'the guard of navigation is gone',
    'contents.on("will-navigate"',
    'contents.on("x"',
    'the window stays on its own page',
  ],
  [
    'the content security policy is not sent',
    '"content-security-policy": [',
    '"x-nothing": [',
    'every answer of the protocol carries the policy, and the policy holds',
  ],
  [
    'the policy lets inline scripts run',
    `"script-src 'self'"`,
    `"script-src 'self' 'unsafe-inline'"`,
    'every answer of the protocol carries the policy, and the policy holds',
  ],
  [
    'the sender is not checked',
    /if \(!isOurPage\(event\)\)/,
    'if (false)',
    'a message from another page, from a frame inside ours or from no frame is refused',
  ],
  [
    'a frame inside the page may speak',
    'frame === event.sender.mainFrame',
    'true',
    'a message from another page, from a frame inside ours or from no frame is refused',
  ],
  [
    'a handler is left out',
    /answerPage\(CHANNELS\.saveDownload/,
    'void (CHANNELS.saveDownload',
    'exactly four channels are answered',
  ],
  [
    'the room may call anything',
    /if \(this\.#isRoom\(sender\) && !/,
    'if (false && !',
    'the window of the room may look at the room, hears of nothing else, and has no dialogs',
  ],
  [
    'the room hears everything',
    /if \(isForTheRoom\(event\)\)/,
    'if (true)',
    'the window of the room may look at the room, hears of nothing else, and has no dialogs',
  ],
  [
    'readiness is awaited at the top level',
    'else startWithWindow();',
    'else startWithWindow(); await app.whenReady();',
    ENTRY,
  ],
  [
    'the isolation of the page is off',
    'contextIsolation: true',
    'contextIsolation: false',
    'the preferences of the window are exactly these',
  ],
  [
    'the sandbox is off',
    'sandbox: true',
    'sandbox: false',
    'the preferences of the window are exactly these',
  ],
  ['permissions are granted', 'decide(false)', 'decide(true)', 'every permission and every device is denied'],
  [
    'requests may leave',
    /cancel: !staysInside\([^)]*\)/,
    'cancel: false',
    'no request leaves the application',
  ],
  [
    'the preload hands over Electron’s event',
    '(_event, value) => listener(value)',
    '(_event, value) => listener(_event, value)',
    'events reach the page as bare values until it stops listening',
  ],
];

describe('a broken host is noticed', () => {
  for (const [what, from, to, check] of mutants) {
    test(what, async () => {
      const copy = mutate(folder, from, to);
      copies.push(copy);
      const line = (await run(copy)).get(check);
      expect(line).toMatchObject({ check, ok: false });
    });
  }
});
