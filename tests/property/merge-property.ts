/** The property of L4, L5, L6, L9 and L10 over random histories, in shards so that both cores have work. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { handoverOf, mergeHandover } from '../../db/ledger/merge.ts';
import { fingerprints, rebuildProjections } from '../../db/ledger/rebuild.ts';
import { gapsOf, versionOf } from '../../db/ledger/version.ts';
import type { Change, DetachedValue } from '../../shared/domain/change.ts';
import { canonical, type Json } from '../../shared/domain/json.ts';
import { changesOf, emptyOut, memoryReplica, type Replica } from '../fixtures/dossiers.ts';
import { keyOf, type Modelled, modelOf } from '../fixtures/ledger-model.ts';
import { conflictsIn, erasedButHere, erasedIn, headsIn, REPLICAS, SECTIONS, World } from './histories.ts';
import { reseed } from './seeded-crypto.ts';

export interface History {
  readonly steps: readonly number[];
  /** Decides the orders in which all meet at the end. */
  readonly orders: number;
}

export const anyHistory: fc.Arbitrary<History> = fc.record({
  steps: fc.array(fc.nat(2 ** 31 - 2), { minLength: 6, maxLength: 40, size: 'max' }),
  orders: fc.nat(2 ** 31 - 2),
});

/** A small generator of its own: orders must come out the same for the same number. */
function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled<T>(list: readonly T[], next: () => number): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i -= 1) {
    const j = Math.floor(next() * (i + 1));
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}

let world: World | undefined;
let meetings: Replica[] | undefined;

/** Plays one history, lets all laptops meet in three orders, and checks what the rules promise. */
export function checkHistory(history: History): { changes: readonly Change[]; model: Modelled } {
  reseed(canonical(history as unknown as Json));
  world ??= new World();
  meetings ??= [memoryReplica('meeting 1'), memoryReplica('meeting 2'), memoryReplica('meeting 3')];
  world.play(history.steps);
  const next = random(history.orders);
  const all = Array.from({ length: REPLICAS }, (_, n) => n);
  for (const meeting of meetings) emptyOut(meeting.db);
  const lost = lostChanges(world.replicas, next);
  const [first, second, third] = meetings as [Replica, Replica, Replica];
  for (const n of shuffled(all, next)) take(first, world.replicas[n] as Replica, lost);
  const order = shuffled(all, next);
  for (const n of [...order, order[0] as number]) take(second, world.replicas[n] as Replica, lost);
  takeInPieces(third, world.replicas, lost, next);

  const changes = changesOf(first);
  const model = modelOf(changes);
  for (const meeting of meetings) compare(meeting, model, changes.length);
  const marks = fingerprints(first.db);
  expect(fingerprints(second.db), '[L4] second order').toEqual(marks);
  expect(fingerprints(third.db), '[L4] in pieces').toEqual(marks);
  rebuildProjections(third.db);
  expect(fingerprints(third.db), 'rebuilt').toEqual(marks);
  resolutionsHaveReasons(changes);
  // Each laptop's own view obeys the same rules, with what it knows.
  const laptop = world.replicas[Math.floor(next() * REPLICAS)] as Replica;
  const known = changesOf(laptop);
  compare(laptop, modelOf(known), known.length);
  const own = fingerprints(laptop.db);
  rebuildProjections(laptop.db);
  expect(fingerprints(laptop.db), 'rebuilt laptop').toEqual(own);
  return { changes, model };
}

/** In every second history a change or two reach nobody any more, on whatever laptop they were made. */
function lostChanges(replicas: readonly Replica[], next: () => number): ReadonlySet<string> {
  const known = [
    ...new Set(replicas.flatMap((replica) => changesOf(replica).map(({ id }) => id as string))),
  ].sort();
  const count = Math.max(0, Math.floor(next() * 4) - 1);
  return new Set(Array.from({ length: count }, () => known[Math.floor(next() * known.length)] as string));
}

interface Arriving {
  readonly changes: Change[];
  readonly detached: DetachedValue[];
}

function arriving({ db }: Replica, section: string, lost: ReadonlySet<string>): Arriving {
  const { changes, detached } = handoverOf(db, { section });
  return {
    changes: [...(changes as Iterable<Change>)].filter(({ id }) => !lost.has(id)),
    detached: [...(detached as Iterable<DetachedValue>)].filter(({ change }) => !lost.has(change)),
  };
}

function take(meeting: Replica, from: Replica, lost: ReadonlySet<string>): void {
  for (const section of SECTIONS) mergeHandover(meeting.db, arriving(from, section, lost), section);
}

/** Every change for itself, in any order, so that what supersedes often comes before what it supersedes. */
function takeInPieces(
  meeting: Replica,
  from: readonly Replica[],
  lost: ReadonlySet<string>,
  next: () => number,
): void {
  for (const section of SECTIONS) {
    const changes = new Map<string, Change>();
    const detached: DetachedValue[] = [];
    for (const replica of from) {
      const handover = arriving(replica, section, lost);
      for (const change of handover.changes) changes.set(change.id, change);
      detached.push(...handover.detached);
    }
    const pieces = shuffled([...changes.values()], next);
    while (pieces.length > 0)
      mergeHandover(meeting.db, { changes: pieces.splice(0, 1 + Math.floor(next() * 6)) }, section);
    mergeHandover(meeting.db, { changes: [], detached: shuffled(detached, next) }, section);
  }
}

function compare({ db }: Replica, model: Modelled, count: number): void {
  expect(headsIn(db), '[L3] heads').toEqual(model.heads);
  expect(conflictsIn(db), '[L3] conflicts').toEqual(model.conflicts);
  expect(erasedIn(db), '[L10] erased').toEqual(model.erased);
  expect(erasedButHere(db), '[L10] erased and still here').toBe(0);
  for (const [section, version] of model.versions) {
    expect(gapsOf(db, section).length, `[L5] gaps of ${section}`).toBe(model.gaps.get(section)?.length);
    expect(versionOf(db, section), `[L9] version of ${section}`).toBe(version);
  }
  expect(changesOf({ db } as Replica).length).toBe(count);
}

/** L6: whoever supersedes several heads that differ says why. */
function resolutionsHaveReasons(changes: readonly Change[]): void {
  const byId = new Map(changes.map((change) => [change.id as string, change]));
  for (const change of changes)
    for (const [field, ids] of Object.entries(change.supersedes)) {
      const said = new Set(
        ids.flatMap((id) => {
          const other = byId.get(id);
          return other && keyOf(other, field) === keyOf(change, field)
            ? [canonical(other.set[field] as Json) + (field.startsWith('position') ? String(other.seen) : '')]
            : [];
        }),
      );
      if (said.size > 1) expect(change.reason, `[L6] ${field} superseded ${ids.length} heads`).toBeTruthy();
    }
}

const LONG = process.env.HIWAR_LONG === '1';
const HISTORIES = LONG ? 100_000 : 2_000;
const SHARDS = 2;

export function describeHistories(shard: number): void {
  const seed = Number(process.env.HIWAR_SEED ?? Date.now() % 2 ** 31) + shard;
  const numRuns = HISTORIES / SHARDS;
  test(
    `[L4][L5][L6][L9][L10] ${numRuns} random histories of five laptops meet alike in every order (seed ${seed})`,
    () => {
      const met = {
        conflicts: 0,
        superseded: 0,
        sequence: 0,
        fork: 0,
        erased: 0,
        reasons: 0,
        caucus: 0,
        sealed: 0,
      };
      fc.assert(
        fc.property(anyHistory, (history) => {
          const { changes, model } = checkHistory(history);
          const gaps = [...model.gaps.values()].flat();
          const has = (kind: string) => Number(gaps.some((line) => line.startsWith(`gap ${kind}`)));
          met.conflicts += Number(model.conflicts.length > 0);
          met.superseded += has('superseded');
          met.sequence += has('sequence');
          met.fork += has('fork');
          met.erased += Number(model.erased.size > 0);
          met.reasons += Number(changes.some((change) => change.reason));
          met.caucus += Number(model.versions.has('caucus:E'));
          met.sealed += Number(model.versions.has('sealed:r1'));
        }),
        { numRuns, seed },
      );
      // Histories in which nothing goes wrong prove nothing.
      for (const [what, often] of Object.entries(met)) expect(often, what).toBeGreaterThan(numRuns / 200);
    },
    LONG ? 0 : undefined,
  );
}
