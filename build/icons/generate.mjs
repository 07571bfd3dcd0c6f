/** `node build/icons/generate.mjs`: writes the icons again from drawing.mjs. The results are in git. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pixels, svg } from './drawing.mjs';
import { icns, ico, png } from './encode.mjs';

const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 256];

/** @type {Map<number, Buffer>} */
const drawn = new Map();
/** @param {number} size */
function imageOf(size) {
  const image = drawn.get(size) ?? png(size, pixels(size));
  drawn.set(size, image);
  return image;
}

/** Every icon file by its name. @returns {Map<string, string | Buffer>} */
export function icons() {
  /** @type {[string, string | Buffer][]} */
  const all = [
    ['icon.svg', svg()],
    ['icon.ico', ico(windowsSizes.map((size) => ({ size, image: imageOf(size) })))],
    ['icon.icns', icns(imageOf)],
    ...linuxSizes.map(
      (size) => /** @type {[string, Buffer]} */ ([`linux/${size}x${size}.png`, imageOf(size)]),
    ),
  ];
  return new Map(all);
}

if (import.meta.main) {
  mkdirSync(join(import.meta.dirname, 'linux'), { recursive: true });
  for (const [name, bytes] of icons()) writeFileSync(join(import.meta.dirname, name), bytes);
}
