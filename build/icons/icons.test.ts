import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pixels, svg } from './drawing.mjs';
import { icnsTypes } from './encode.mjs';

const read = (name: string): Buffer => readFileSync(join(import.meta.dirname, name));

/** Rows of a PNG written by encode.mjs, which uses no filter: compared, since two zlibs may pack differently. */
function rowsOf(image: Buffer): { size: number; rows: Buffer } {
  expect(image.subarray(1, 4).toString()).toBe('PNG');
  const at = image.indexOf('IDAT');
  return {
    size: image.readUInt32BE(16),
    rows: inflateSync(image.subarray(at + 4, at + 4 + image.readUInt32BE(at - 4))),
  };
}

function expectDrawing(image: Buffer, expectedSize: number): void {
  const { size, rows } = rowsOf(image);
  expect(size).toBe(expectedSize);
  const drawn = pixels(size);
  for (let y = 0; y < size; y += 1) {
    const row = rows.subarray(y * (size * 4 + 1) + 1, (y + 1) * (size * 4 + 1));
    expect(row.equals(drawn.subarray(y * size * 4, (y + 1) * size * 4))).toBe(true);
  }
}

test('the icons in the project are what their drawing gives', () => {
  expect(read('icon.svg').toString()).toBe(svg());
  for (const size of [16, 32, 48, 64]) expectDrawing(read(`linux/${size}x${size}.png`), size);

  const ico = read('icon.ico');
  for (let n = 0; n < ico.readUInt16LE(4); n += 1) {
    const at = 6 + n * 16;
    expectDrawing(ico.subarray(ico.readUInt32LE(at + 12)), ico[at] || 256);
  }

  const icns = read('icon.icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const found: Record<string, number> = {};
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    found[icns.toString('latin1', at, at + 4)] = icns.readUInt32BE(at + 8 + 16);
  }
  expect(found).toEqual(icnsTypes);
});
