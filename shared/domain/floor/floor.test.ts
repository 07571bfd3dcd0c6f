import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excess, kept, sexMayBeKept, strictest } from './attribution.ts';
import { addTurn, balanceOf, emptyBalance, targetsOf, womenShare } from './balance.ts';
import { advance, GAP_MS, isLeftOpen, startClock } from './clock.ts';
import { SEXES, SPEAKERS, TURN_KINDS } from './constants.ts';
import { driftOf, expectedFrom, runSheet } from './drift.ts';
import { addEntry, moveEntry, suggest } from './queue.ts';
import { countsOf, quorumOf } from './quorum.ts';
import type { Entry, Heard, TurnFact } from './types.ts';

const counts = (present: number, entitled: number) => ({ present, entitled });
const three = (present: number, entitled: number) => ({
  G: counts(present, entitled),
  E: counts(present, entitled),
  W: counts(present, entitled),
});

describe('[room] quorum: share, number, none, nobody registered, present above entitled', () => {
  const half = { kind: 'share-of-each', numerator: 1, denominator: 2 } as const;
  test.each([
    ['half of five is three', half, three(2, 5), false, 3],
    ['three of five', half, three(3, 5), true, 3],
    ['nobody registered reaches no share', half, three(0, 0), false, 0],
    ['a number', { kind: 'number-of-each', number: 4 } as const, three(3, 9), false, 4],
    ['the number itself', { kind: 'number-of-each', number: 4 } as const, three(4, 9), true, 4],
    ['no rule', undefined, three(0, 9), true, 0],
    ['none', { kind: 'none' } as const, three(0, 9), true, 0],
  ])('%s', (_name, rule, seats, met, needed) => {
    expect(quorumOf(rule, seats)).toMatchObject({ met, seats: { G: { needed, met } } });
  });
  test('one constituency below is the room below', () => {
    expect(quorumOf(half, { ...three(5, 5), W: counts(2, 5) })).toMatchObject({
      met: false,
      seats: { G: { met: true }, W: { met: false } },
    });
  });
  test('only those count who are here and take a seat, and never more than are entitled', () => {
    const here = { seat: 'G', counts: true } as const;
    const presence = [here, here, here, { seat: 'G' as const }, { ...here, leftAt: 'then' }];
    expect(countsOf(presence, { G: 2, E: 0, W: 0 }).G).toEqual(counts(2, 2));
  });
});

describe('[room] a clock: back, gap, wall moved forward and back, negative time counts nothing', () => {
  const from = startClock({ mono: 10_000, wall: 1_000_000 });
  test.each([
    ['a second', { mono: 11_000, wall: 1_001_000 }, 1000, []],
    ['the steady clock back', { mono: 4000, wall: 1_001_000 }, 0, []],
    ['a gap in both', { mono: 70_000, wall: 1_060_000 }, 0, [{ kind: 'gap', ms: 60_000 }]],
    ['the wall forward', { mono: 11_000, wall: 4_601_000 }, 1000, [{ kind: 'wall', ms: 3_600_000 }]],
    ['the wall back', { mono: 11_000, wall: -2_599_000 }, 1000, [{ kind: 'wall', ms: -3_600_000 }]],
  ])('%s', (_name, tick, passedMs, jumps) => {
    const after = advance(from, tick);
    expect(after).toMatchObject({ passedMs, jumps });
    expect(after.clock).toMatchObject({ elapsedMs: passedMs, heldMs: 0, last: tick });
  });
  test('held time is no time of the session, and no tick makes either less', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ mono: fc.integer(), wall: fc.integer(), hold: fc.boolean() })),
        (ticks) => {
          let clock = startClock({ mono: 0, wall: 0 });
          for (const { hold, ...tick } of ticks) {
            const before = clock;
            clock = advance({ ...clock, isHeld: hold }, tick).clock;
            expect(clock.elapsedMs - before.elapsedMs).toBeGreaterThanOrEqual(0);
            expect(clock.heldMs - before.heldMs).toBeGreaterThanOrEqual(0);
            const passed = clock.elapsedMs + clock.heldMs - before.elapsedMs - before.heldMs;
            expect(passed).toBeLessThanOrEqual(GAP_MS);
          }
        },
      ),
    );
  });
  test('left open: hours without an act, or a night; not a session that runs past midnight', () => {
    const evening = Date.UTC(2026, 0, 31, 23, 50);
    expect(isLeftOpen(evening, evening + 20 * 60_000, 0)).toBe(false);
    expect(isLeftOpen(evening, evening + 2 * 3_600_000, 0)).toBe(true);
    expect(isLeftOpen(evening - 12 * 3_600_000, evening - 9 * 3_600_000, 0)).toBe(false);
    expect(isLeftOpen(evening - 12 * 3_600_000, evening - 7 * 3_600_000, 0)).toBe(true);
  });
});

const fact = fc.record({
  speaker: fc.constantFrom(...SPEAKERS),
  kind: fc.constantFrom(...TURN_KINDS),
  sex: fc.option(fc.constantFrom(...SEXES)),
  ms: fc.integer({ min: 0, max: 7_200_000 }),
}) as fc.Arbitrary<TurnFact>;
const equal = targetsOf(undefined, undefined);

describe('[room] balance: order-free, apart and points of order never in shares', () => {
  test('the same turns in any order come to the same', () => {
    fc.assert(
      fc.property(fc.array(fact), fc.infiniteStream(fc.nat()), (facts, keys) => {
        const order = facts.map((one) => ({ one, key: keys.next().value as number }));
        const shuffled = order.sort((a, b) => a.key - b.key).map(({ one }) => one);
        expect(balanceOf(shuffled, equal)).toEqual(balanceOf(facts, equal));
      }),
    );
  });
  test('chair, ceremony, interpretation and points of order move no share and no sum by sex', () => {
    fc.assert(
      fc.property(fc.array(fact), fact, (facts, more) => {
        const before = balanceOf(facts, equal);
        const after = addTurn(before, more);
        const isApart = ['chair', 'ceremony', 'interpretation'].includes(more.speaker);
        if (!isApart && more.kind !== 'point-of-order') return;
        expect(after.shares).toEqual(before.shares);
        expect(after.sex).toEqual(before.sex);
        expect(after.totalMs).toBe(before.totalMs);
      }),
    );
  });
  test('shares are what the mandate says, equal where it says nothing; nobody has one before anybody spoke', () => {
    expect(targetsOf({ G: 20, E: 20, W: 40 }, { G: 30 })).toEqual({
      G: { target: 0.25, budgetMs: 1_800_000 },
      E: { target: 0.25, budgetMs: null },
      W: { target: 0.5, budgetMs: null },
    });
    expect(emptyBalance(equal).shares.G).toEqual({ share: null, target: 1 / 3, budgetMs: null });
    expect(womenShare({ F: 0, M: 0, X: 0 })).toBeNull();
    expect(womenShare({ F: 1, M: 3, X: 0 })).toBe(0.25);
  });
});

describe('[room] drift grows only by what runs over; run sheet past midnight', () => {
  const items = (now: number) => [
    { id: 'a', minutes: 30, spentMs: 40 * 60_000, state: 'done' as const },
    { id: 'b', minutes: 20, spentMs: now * 60_000, state: 'now' as const },
    { id: 'c', minutes: 10, spentMs: 0, state: 'ahead' as const },
  ];
  test('an item within its minutes adds nothing', () => {
    expect(driftOf(items(19)).driftMs).toBe(600_000);
    expect(driftOf(items(25)).driftMs).toBe(900_000);
    expect(driftOf(items(25)).rows.map(({ expectedAtMs }) => expectedAtMs / 60_000)).toEqual([0, 40, 65]);
  });
  test('what is ahead comes after what the item at hand has left, one that was passed over included', () => {
    const passed = { id: 'p', minutes: 5, spentMs: 0, state: 'ahead' as const };
    const { startsMs, endMs } = expectedFrom([passed, ...items(19)]);
    expect([...startsMs]).toEqual([
      ['p', 60_000],
      ['c', 360_000],
    ]);
    expect(endMs).toBe(960_000);
    // What the item at hand has run over comes out of nobody's minutes.
    expect(expectedFrom(items(25))).toEqual({ startsMs: new Map([['c', 0]]), endMs: 600_000 });
  });
  test('times of day go on after midnight', () => {
    const sheet = runSheet(
      [
        { id: 'a', minutes: 90 },
        { id: 'b', minutes: 0 },
        { id: 'c', minutes: 15 },
      ],
      '23:00',
    );
    expect(sheet.map(({ from, to, dayOffset }) => `${from} ${to} ${dayOffset}`)).toEqual([
      '23:00 00:30 0',
      '00:30 00:30 1',
      '00:30 00:45 1',
    ]);
  });
});

const entryOf = (id: string, more: Partial<Entry> = {}): Entry => ({
  id,
  seat: 'G',
  turn: 'turn',
  sinceMs: 0,
  person: null,
  spokesperson: false,
  sex: null,
  ...more,
});
const none = { ms: 0, turns: 0 };
const heard: Heard = {
  last: null,
  bySeat: { G: none, E: none, W: none, invited: none },
  persons: new Set(),
  bySex: { F: none, M: none, X: none },
  spokespersons: [],
};

describe('[room] the fair order', () => {
  const entries = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      seat: fc.constantFrom('G', 'E', 'W', 'invited'),
      turn: fc.constantFrom(...TURN_KINDS),
      person: fc.option(fc.constantFrom('a', 'b', 'c')),
      spokesperson: fc.boolean(),
      sex: fc.option(fc.constantFrom(...SEXES)),
      sinceMs: fc.constant(0),
    }) as fc.Arbitrary<Entry>,
    { selector: ({ id }) => id, minLength: 1, maxLength: 300 },
  );
  test('is a permutation of the list and never hides an entry; 300 speakers', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom('list', 'alternating', 'quota'), (all, rule) => {
        let queue = all.reduce<Entry[]>((so, entry) => addEntry(so, entry, []), []);
        const called: string[] = [];
        while (queue.length > 0) {
          const id = suggest(queue, heard, rule as 'list', equal) as string;
          called.push(id);
          queue = queue.filter((entry) => entry.id !== id);
        }
        expect(called.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
      }),
      { numRuns: 30 },
    );
  });
  test('points of order, replies and first group spokespersons stand before the rest, in turn', () => {
    const queue = [
      entryOf('1'),
      entryOf('2', { spokesperson: true }),
      entryOf('3', { turn: 'reply' }),
      entryOf('4', { turn: 'point-of-order' }),
      entryOf('5', { turn: 'point-of-order' }),
    ].reduce<Entry[]>((so, entry) => addEntry(so, entry, []), []);
    expect(queue.map(({ id }) => id).join('')).toBe('45321');
    expect(addEntry([entryOf('1')], entryOf('2', { spokesperson: true }), ['G']).at(-1)?.id).toBe('2');
  });
  test('first-time speakers, then another seat, or the seat that is owed time and the sex heard less', () => {
    const known = { ...heard, persons: new Set(['old']), last: 'G' as const };
    const queue = [entryOf('1', { person: 'old' }), entryOf('2', { seat: 'E', person: 'old' })];
    expect(suggest(queue, known, 'list', equal)).toBe('1');
    expect(suggest(queue, known, 'alternating', equal)).toBe('2');
    expect(suggest([...queue, entryOf('3', { person: 'new' })], known, 'alternating', equal)).toBe('3');
    const spoken = { ...known, bySeat: { ...heard.bySeat, E: { ms: 9000, turns: 1 } } };
    expect(suggest(queue, spoken, 'quota', equal)).toBe('1');
    const men = { ...spoken, bySex: { ...heard.bySex, M: { ms: 9000, turns: 1 } } };
    const both = [entryOf('1', { sex: 'M' }), entryOf('2', { sex: 'F' })];
    expect(suggest(both, men, 'quota', equal)).toBe('2');
    expect(suggest([], heard, 'quota', equal)).toBeNull();
  });
  test('moving keeps everybody; what is gone is said', () => {
    const queue = ['1', '2', '3'].map((id) => entryOf(id));
    expect(moveEntry(queue, '3', '1')?.map(({ id }) => id)).toEqual(['3', '1', '2']);
    expect(moveEntry(queue, '1', null)?.map(({ id }) => id)).toEqual(['2', '3', '1']);
    expect(moveEntry(queue, '2', '2')).toEqual(queue);
    expect(moveEntry(queue, '9', null)).toBeUndefined();
    expect(moveEntry(queue, '1', '9')).toBeUndefined();
  });
});

describe('[room] sex is kept only where each cell has three', () => {
  test.each([
    [{ F: 3, M: 3, X: 0 }, true],
    [{ F: 3, M: 2, X: 0 }, false],
    [{ F: 3, M: 0, X: 0 }, true],
    [{ F: 9, M: 9, X: 1 }, false],
    [{ F: 0, M: 0, X: 0 }, false],
  ])('%o', (cells, may) => {
    expect(sexMayBeKept('group', cells)).toBe(may);
    expect(sexMayBeKept('named', cells)).toBe(true);
  });
  test('what is kept is never more than what is allowed, and what is kept is never in excess', () => {
    const levels = fc.constantFrom('named', 'organization', 'group', 'none');
    const what = fc.constantFrom('turn', 'presence', 'point');
    const cells = fc.record({ F: fc.nat(5), M: fc.nat(5), X: fc.nat(5) });
    fc.assert(
      fc.property(levels, levels, what, cells, (level, later, kind, counted) => {
        const person = { participant: 'p', organization: 'o', sex: 'F', seat: 'W' } as const;
        const record = kept(level as 'none', person, counted, kind as 'turn');
        expect(excess(kind as 'turn', record, level as 'none', level as 'none', counted)).toEqual([]);
        const stricter = strictest(level as 'none', later as 'none');
        const gone = excess(kind as 'turn', record, stricter, level as 'none');
        const left = Object.keys(record).filter((field) => !(gone as string[]).includes(field));
        if (stricter !== 'named') expect(left).not.toContain('participant');
        if (kind === 'point') expect(left).not.toContain('sex');
        if (kind === 'point' && stricter === 'none') expect(left).toEqual([]);
        if (stricter === 'group' || stricter === 'none') expect(left).not.toContain('organization');
      }),
    );
  });
});
