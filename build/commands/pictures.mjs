/** `npm run pictures`: takes the pictures of the README anew from the built application. */
import { ensureBuilt } from '../build.mjs';
import { chromiumOrAdvice } from '../chromium.mjs';
import { takePictures } from '../pictures.mjs';

/** @returns {Promise<number>} */
export async function run() {
  const chromium = chromiumOrAdvice();
  if (!chromium.path) {
    console.error(chromium.advice);
    return 1;
  }
  await ensureBuilt();
  for (const path of await takePictures(chromium.path)) console.log(path);
  return 0;
}
