/**
 * Minutes of a long session beside a bare compile of the same text by the same typesetter.
 *
 * Each turn is a process of its own, as each job of an export is: nobody makes the same minutes six times over by a
 * typesetter that remembers them. The typesetter is made ready before the clock starts, for both.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { snapshotOf } from '../../../db/queries/snapshot.ts';
import { minutesView } from '../../../electron/exports/papers/minutes-view.ts';
import { editionOf } from '../../../shared/domain/edition.ts';
import { minutesOf } from '../../../shared/domain/minutes/minutes-of.ts';
import { DOSSIER, memoryReplica } from '../../fixtures/dossiers.ts';
import { FIRST_DRAFT, HELD, holdSession } from '../../fixtures/room/held-session.ts';
import { type Figure, median } from '../figure.ts';
import { scratchFolder } from '../scratch.ts';
import { TEMPLATES, type Template } from './minutes-turn.ts';

/**
 * The first brings programs and files into the system's memory, and does not count. Single turns lie between 1.0 and
 * 1.9 where two cores carry everything: of seven the median moves by a tenth, of twenty-one it holds still.
 */
const TURNS = 22;

/** What someone said, as the template takes it. */
interface Point {
  readonly number: string;
  readonly meta: string;
  readonly seat: string | null;
  readonly who: { readonly text: string } | null;
  readonly body: unknown;
}

/** Names that the template prints for the codes of seats. */
interface Names {
  readonly letters: { readonly [seat: string]: string };
  readonly seats: { readonly [seat: string]: string };
}

const CODES = ['kind', 'lang', 'tile', 'seat', 'value', 'code', 'anchor'];

/** Every text that is printed, in order: one for each line or paragraph of the minutes. */
function textsIn(value: unknown, names: Names): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  if ('meta' in value && 'seat' in value) return textsOfPoint(value as Point, names);
  return Object.entries(value).flatMap(([key, inner]) =>
    CODES.includes(key) && typeof inner === 'string' ? [] : textsIn(inner, names),
  );
}

/** Who said it and when stand in one line, above what was said. */
function textsOfPoint({ number, meta, seat, who, body }: Point, names: Names): string[] {
  const head = [
    ...(seat ? [`${names.letters[seat]} · ${names.seats[seat]}`] : []),
    ...(who ? [who.text] : []),
    meta === '' ? number : `${number} · ${meta}`,
  ];
  return [head.join('  '), ...textsIn(body, names)];
}

function makeReady(): { readonly [T in Template]: string } {
  const replica = memoryReplica();
  holdSession(replica, DOSSIER, { more: 300 });
  const snapshot = snapshotOf(replica.db);
  const edition = editionOf(snapshot, 'restricted', {});
  const view = minutesView(minutesOf(snapshot, HELD.session, edition, FIRST_DRAFT), edition, 'ar');
  const files = {
    minutes: join(scratchFolder(), 'minutes.json'),
    bare: join(scratchFolder(), 'bare.json'),
  };
  writeFileSync(files.minutes, JSON.stringify(view));
  writeFileSync(files.bare, JSON.stringify(textsIn(view.blocks, view as unknown as Names)));
  return files;
}

function measure(): number {
  const files = makeReady();
  const program = fileURLToPath(new URL('minutes-turn.ts', import.meta.url));
  const ratios: number[] = [];
  for (let count = 0; count < TURNS; count += 1) {
    const took = {} as Record<Template, number>;
    for (const template of TEMPLATES)
      took[template] = Number(
        execFileSync(process.execPath, [program, template, files[template]], { encoding: 'utf8' }),
      );
    if (count > 0) ratios.push(took.minutes / took.bare);
  }
  return median(ratios);
}

export const minutesFigures: readonly Figure[] = [
  { name: 'minutes beside a bare compile of their text', target: { atMost: 1.5 }, unit: 'x', measure },
];
