import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import configuration, { fuses } from '../../build/electron-builder.mjs';

const require = createRequire(import.meta.url);
// A private path: electron-builder is pinned to one version, and offers no other way to check a configuration.
const { validateConfiguration } = require('app-builder-lib/out/util/config/config.js') as {
  validateConfiguration: (given: object, log: object) => Promise<void>;
};
const { DebugLogger } = require('builder-util') as { DebugLogger: new (enabled: boolean) => object };
const validate = (given: object) => validateConfiguration(given, new DebugLogger(false));

test('electron-builder accepts the configuration', async () => {
  await expect(validate(configuration)).resolves.toBeUndefined();
});

test('a misspelt key is refused, at the top and inside', async () => {
  await expect(validate({ ...configuration, productNam: 'x' })).rejects.toThrow(/productNam/);
  await expect(validate({ ...configuration, win: { ...configuration.win, icn: 'x' } })).rejects.toThrow(
    /configuration\.win/,
  );
  const misspelt = { ...fuses, runAsNod: false };
  await expect(validate({ ...configuration, electronFuses: misspelt })).rejects.toThrow(/electronFuses/);
});

test('every installer is named, for both processors', () => {
  const targets = (given: unknown) =>
    (given as { target: { target: string; arch: string[] }[] }).target.map(({ target, arch }) => [
      target,
      ...arch,
    ]);
  const both = ['x64', 'arm64'];
  expect(targets(configuration.win)).toEqual([
    ['nsis', ...both],
    ['portable', ...both],
  ]);
  expect(targets(configuration.mac)).toEqual([
    ['dmg', ...both],
    ['zip', ...both],
  ]);
  expect(targets(configuration.linux)).toEqual([
    ['AppImage', ...both],
    ['deb', ...both],
    ['rpm', ...both],
  ]);
});

test('nothing is packed that would look for a newer version', () => {
  expect(configuration.publish).toBeNull();
});
