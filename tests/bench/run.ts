/** `npm run bench [-- GROUP]`: one line a figure: name, measured, target, ok or missed. Exit 1 if any is missed. */
import { diagnosisFigures } from './diagnosis/index.ts';
import { editFigures } from './edit.ts';
import type { Figure, Group } from './figure.ts';
import { mergeFigures } from './merge/index.ts';
import { pageFigures } from './page/index.ts';
import { roomFigures } from './room/index.ts';
import { clearScratch } from './scratch.ts';
import { searchFigures } from './search.ts';
import { sizeFigures } from './size.ts';

const GROUPS: readonly Group[] = [
  editFigures,
  mergeFigures,
  searchFigures,
  sizeFigures,
  pageFigures,
  roomFigures,
  diagnosisFigures,
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !GROUPS.some((group) => group.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `no group ${unknown.join(', ')}; there are: ${GROUPS.map((group) => group.name).join(', ')}\n`,
  );
  process.exit(2);
}

function line({ name, target, unit }: Figure, measured: number): { text: string; ok: boolean } {
  const [words, bound] = 'atMost' in target ? ['at most', target.atMost] : ['at least', target.atLeast];
  const ok = 'atMost' in target ? measured <= bound : measured >= bound;
  return {
    ok,
    text: `${name}: ${measured.toFixed(2)} ${unit}, ${words} ${bound} ${unit}, ${ok ? 'ok' : 'missed'}`,
  };
}

let missed = 0;
try {
  for (const group of GROUPS) {
    if (wanted.length > 0 && !wanted.includes(group.name)) continue;
    try {
      for (const figure of group.figures) {
        const { text, ok } = line(figure, await figure.measure());
        process.stdout.write(`${text}\n`);
        if (!ok) missed += 1;
      }
    } finally {
      await group.close?.();
      // A group may write to its dossiers as no application does: the next one makes its own.
      clearScratch();
    }
  }
} finally {
  clearScratch();
}
process.exitCode = missed > 0 ? 1 : 0;
