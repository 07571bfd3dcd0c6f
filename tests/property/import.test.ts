/** Whatever a hand-over holds, it is taken or refused with a code; what is refused leaves nothing behind. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idOf as changeIdOf } from '../../db/ledger/hash.ts';
import { handoverOf, mergeHandover } from '../../db/ledger/merge.ts';
import { fingerprints, rebuildProjections } from '../../db/ledger/rebuild.ts';
import type { Change, ChangeBody } from '../../shared/domain/change.ts';
import { isRefusal } from '../../shared/errors.ts';
import { changesOf, create, edit, emptyOut, idOf, memoryReplica, original } from '../fixtures/dossiers.ts';

const seed = Number(process.env.HIWAR_SEED ?? Date.now() % 2 ** 31);
const numRuns = process.env.HIWAR_LONG === '1' ? 100_000 : 2000;

const source = memoryReplica('source');
create(source, 'deficit', idOf('a deficit'), {
  number: '001',
  title: { ar: original('غياب التفتيش') },
  severity: { G: 3 },
  instruments: ['C081'],
  position: { G: { value: 'agree-with-reservation', reservation: { en: original('Not all') } } },
  spokesperson: { G: 'Speaker' },
});
edit(source, 'deficit', idOf('a deficit'), { area: 'TA1', spokesperson: { G: 'Other speaker' } });
create(source, 'action', idOf('an action'), { cost: { '2026': { amount: 1, currency: 'USD' } } });
const CHANGES = changesOf(source);
const DETACHED = [...(handoverOf(source.db).detached ?? [])];

type Path = readonly string[];

/** Every place within a value, its own last. */
function places(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key])), path];
}

/** The value with something else, or nothing, at one place. */
function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((inner, n) => (String(n) === key ? replaced(inner, rest, by) : inner));
  const members = Object.entries(value as object).map(([name, inner]) => [
    name,
    name === key ? replaced(inner, rest, by) : inner,
  ]);
  return Object.fromEntries(members.filter(([, inner]) => inner !== undefined));
}

const somethingElse = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    2 ** 53,
    '',
    'main',
    'caucus:G',
    [],
    {},
    'a'.repeat(64),
    idOf('other'),
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary' }),
);
/** What might stand there as well: some of what is spoiled is another change, and as good. */
const plausible = fc.constantFrom<unknown>(
  null,
  true,
  2,
  'TA2',
  'agree',
  'EUR',
  original('Other words'),
  idOf('other'),
  'b'.repeat(64),
  '2026-03-01T10:00:00.000Z',
);
const spoiling = fc.record({
  which: fc.nat(),
  place: fc.nat(),
  by: fc.oneof(somethingElse, plausible),
  rehashed: fc.boolean(),
  dropped: fc.nat(9).map((n) => n === 0),
});

const target = memoryReplica('target');

test(`[L11] ${numRuns} spoiled hand-overs: taken or refused, never half, never a fault (seed ${seed})`, () => {
  const met = { taken: 0, refused: 0 };
  fc.assert(
    fc.property(fc.array(spoiling, { minLength: 1, maxLength: 2 }), fc.boolean(), (spoils, values) => {
      emptyOut(target.db);
      const changes: unknown[] = [...CHANGES];
      // Values belong to changes as they were: beside spoiled ones they would hide everything else.
      const detached: unknown[] = values ? [...DETACHED] : [];
      for (const { which, place, by, rehashed, dropped } of spoils) {
        const list = values ? detached : changes;
        const at = which % list.length;
        if (dropped) {
          list.splice(at, 1);
          continue;
        }
        const spots = places(list[at]);
        let spoiled = replaced(list[at], spots[place % spots.length] as Path, by);
        if (rehashed && !values) spoiled = withNewId(spoiled);
        list[at] = spoiled;
      }
      const before = fingerprints(target.db);
      try {
        mergeHandover(target.db, { changes, detached });
        met.taken += 1;
      } catch (thrown) {
        if (!isRefusal(thrown)) throw thrown;
        met.refused += 1;
        expect(fingerprints(target.db)).toEqual(before);
        return;
      }
      // What was taken reads back as it came, and projects to the same twice.
      for (const change of changesOf(target)) expect(changeIdOf(bodyOf(change))).toBe(change.id);
      const marks = fingerprints(target.db);
      rebuildProjections(target.db);
      expect(fingerprints(target.db)).toEqual(marks);
    }),
    { numRuns, seed },
  );
  expect(met.taken).toBeGreaterThan(numRuns / 50);
  expect(met.refused).toBeGreaterThan(numRuns / 10);
});

function bodyOf({ id: _, ...body }: Change): ChangeBody {
  return body;
}

/** The hash that fits what was spoiled, where it can be hashed at all. */
function withNewId(spoiled: unknown): unknown {
  if (typeof spoiled !== 'object' || spoiled === null || Array.isArray(spoiled)) return spoiled;
  try {
    const { id: _, ...body } = spoiled as Change;
    return { ...body, id: changeIdOf(body) };
  } catch {
    return spoiled;
  }
}
