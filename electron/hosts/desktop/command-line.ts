/** What the words of the command line ask for. Electron and the system add words of their own to them. */
import { resolve } from 'node:path';

/** The dossier a person opened the application with, as a whole path. */
export function dossierIn(words: readonly string[], folder: string): string | undefined {
  const word = words.slice(1).findLast((each) => !each.startsWith('-') && /\.hiwar$/i.test(each));
  return word === undefined ? undefined : resolve(folder, word);
}
