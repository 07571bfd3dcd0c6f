/** What a deficit of the fixture takes on the disk, with its notes, its share of strategies and its whole history. */
import { statSync } from 'node:fs';
import { FIXTURE } from '../fixtures/large.ts';
import type { Group } from './figure.ts';
import { large } from './scratch.ts';

function bytesADeficit(): number {
  const { opened } = large();
  // Nothing may wait in the write-ahead log.
  opened.db.pragma('wal_checkpoint(TRUNCATE)');
  return statSync(opened.file).size / FIXTURE.deficits;
}

export const sizeFigures: Group = {
  name: 'size',
  figures: [
    {
      name: 'file of the fixture, a deficit',
      target: { atMost: 4000 },
      unit: 'bytes',
      measure: bytesADeficit,
    },
  ],
};
