/**
 * Another process, for the tests of files that are held or of folders that may not be written to:
 *
 *   node other-process.ts hold FILE          opens the dossier, says `held`, and holds it until its input ends
 *   node other-process.ts as-nobody FILE     gives up its rights, tries to open, make and read, says what came of it
 */
import { writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createDossierFile, openDossierFile, openForReading } from '../../../db/open.ts';
import { DOSSIER, idOf, refusal } from '../../fixtures/dossiers.ts';

const [mode, file] = process.argv.slice(2) as [string, string];

if (mode === 'hold') {
  const opened = openDossierFile(file);
  writeSync(1, 'held\n');
  process.stdin.on('end', () => opened.close()).resume();
} else {
  if (process.getuid?.() === 0) {
    process.setgroups?.([]);
    process.setgid?.(65_534);
    process.setuid?.(65_534);
  }
  const made = join(dirname(file), 'made.hiwar');
  const answers = {
    open: refusal(() => openDossierFile(file).close()),
    make: refusal(() => createDossierFile(made, { dossier: DOSSIER, device: idOf('device') }).close()),
    read: refusal(() => openForReading(file).close()),
  };
  writeSync(1, `${JSON.stringify(answers)}\n`);
}
