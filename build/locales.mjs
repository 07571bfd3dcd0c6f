/**
 * Whether every text exists in every language and every key is used: the texts of shared/locales against
 * each other and against the page that asks for them. `node build/locales.mjs` prints what is wrong.
 */
import { join } from 'node:path';
import { compareLanguages } from './locales/compare.mjs';
import { readLanguages, readTexts } from './locales/texts.mjs';
import { compareUsage, readUsage } from './locales/usage.mjs';
import { root } from './paths.mjs';

/** @param {string} [folder] @returns {{ texts: number, problems: string[] }} */
export function checkLocales(folder = root) {
  const locales = join(folder, 'shared', 'locales');
  const texts = readTexts(locales);
  const problems = [
    ...compareLanguages(texts, readLanguages(locales)),
    ...compareUsage(texts, readUsage(folder)),
  ];
  return { texts: texts.length, problems };
}

if (process.argv[1] === join(import.meta.dirname, 'locales.mjs')) {
  const { texts, problems } = checkLocales();
  for (const problem of problems) console.error(problem);
  console.error(`${texts} texts, ${problems.length} problems`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
