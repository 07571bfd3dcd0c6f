import { expect, test } from 'vitest';
import { readArguments } from './arguments.ts';
import { browserCommand } from './open-browser.ts';

test('the words of the command line are read', () => {
  expect(readArguments([])).toEqual({ demo: false, open: true, port: 0 });
  expect(readArguments(['--browser', '--demo', '--no-open', '--port', '8123'])).toEqual({
    demo: true,
    open: false,
    port: 8123,
  });
  expect(readArguments(['--help'])).toBe('help');
});

test('words that mean nothing are not guessed at', () => {
  for (const words of [
    ['--prot'],
    ['x'],
    ['--port'],
    ['--port', '-1'],
    ['--port', '65536'],
    ['--port', '1e3'],
  ]) {
    expect(readArguments(words), words.join(' ')).toBeUndefined();
  }
});

test('the browser is opened with one word for the address on every system, where there is a screen', () => {
  const address = 'http://127.0.0.1:1/#k=a&open=b';
  expect(browserCommand(address, 'linux', {})).toBeUndefined();
  const display = { command: 'xdg-open', args: [address] };
  expect(browserCommand(address, 'linux', { DISPLAY: ':0' })).toEqual(display);
  expect(browserCommand(address, 'linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(display);
  expect(browserCommand(address, 'darwin', {})).toEqual({ command: 'open', args: [address] });
  expect(browserCommand(address, 'win32', {})?.args.at(-1)).toBe(`start "" "${address}"`);
});
