/** Bridges planted among noise: each is found, and nothing else is taken for one. From ballots to the statement. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Ground, groundOf } from '../../shared/domain/scoring/common-ground.ts';
import { SHOWN_FROM, tallyOf } from '../../shared/domain/scoring/tally.ts';
import { SIDES, type Side } from '../../shared/domain/scoring/types.ts';

const seed = Number(process.env.HIWAR_SEED ?? Date.now() % 2 ** 31);
const LONG = process.env.HIWAR_LONG === '1';

/** Scores of one side for one deficit: how many of `people` score high is chosen, who and how high is not. */
const scoresOf = (people: number, high: fc.Arbitrary<number>): fc.Arbitrary<number[]> =>
  high.chain((many) =>
    fc
      .tuple(
        fc.array(fc.integer({ min: 3, max: 4 }), { minLength: many, maxLength: many }),
        fc.array(fc.integer({ min: 1, max: 2 }), { minLength: people - many, maxLength: people - many }),
        fc.infiniteStream(fc.nat()),
      )
      .map(([above, below, order]) => shuffled([...above, ...below], order)),
  );

function shuffled(scores: number[], order: Iterator<number>): number[] {
  for (let at = scores.length - 1; at > 0; at -= 1) {
    const other = (order.next().value as number) % (at + 1);
    [scores[at], scores[other]] = [scores[other] as number, scores[at] as number];
  }
  return scores;
}

type Kind = 'bridge' | 'split' | 'noise';
const least = (people: number): number => Math.ceil((2 * people) / 3);

/** Whatever noise is, one side at least has fewer than two thirds of high scores. */
function deficitOf(kind: Kind, people: Readonly<Record<Side, number>>) {
  const anything = (side: Side) => fc.integer({ min: 0, max: people[side] });
  const leaning = (side: Side) => fc.integer({ min: least(people[side]), max: people[side] });
  const short = (side: Side) => fc.integer({ min: 0, max: least(people[side]) - 1 });
  const away = (side: Side) => fc.integer({ min: 0, max: people[side] - least(people[side]) });
  return fc.shuffledSubarray([...SIDES], { minLength: 3 }).chain(([one, two]) => {
    const high = (side: Side): fc.Arbitrary<number> => {
      if (kind === 'bridge') return leaning(side);
      if (kind === 'split') return side === one ? leaning(side) : side === two ? away(side) : anything(side);
      return side === one ? short(side) : anything(side);
    };
    return fc
      .record({
        G: scoresOf(people.G, high('G')),
        E: scoresOf(people.E, high('E')),
        W: scoresOf(people.W, high('W')),
      })
      .map((scores) => ({ kind, scores }));
  });
}

const people = fc.record({
  G: fc.integer({ min: SHOWN_FROM, max: 25 }),
  E: fc.integer({ min: SHOWN_FROM, max: 25 }),
  W: fc.integer({ min: SHOWN_FROM, max: 25 }),
});
const planted = people.chain((count) =>
  fc
    .array(fc.constantFrom<Kind>('bridge', 'split', 'noise', 'noise', 'noise'), {
      minLength: 1,
      maxLength: 24,
    })
    .chain((kinds) => fc.tuple(...kinds.map((kind) => deficitOf(kind, count))))
    .map((deficits) => ({ count, deficits })),
);

test(
  `[scoring] every planted bridge is found and no false one (seed ${seed})`,
  () => {
    const met = { bridge: 0, split: 0, noise: 0 };
    fc.assert(
      fc.property(planted, ({ count, deficits }) => {
        const ids = deficits.map((_, n) => `deficit ${n}`);
        const ballots = SIDES.flatMap((constituency) =>
          Array.from({ length: count[constituency] }, (_, person) => ({
            constituency,
            scores: Object.fromEntries(
              ids.map((id, n) => [id, { severity: deficits[n]?.scores[constituency][person] ?? 1 }]),
            ),
          })),
        );
        const grounds = tallyOf(ballots, ids, ['severity']).map(({ cells }) => groundOf(cells).ground);
        deficits.forEach(({ kind }, n) => {
          met[kind] += 1;
          const expected: readonly Ground[] =
            kind === 'bridge' ? ['common'] : kind === 'split' ? ['split'] : ['split', 'neither'];
          expect(expected, `${kind} at ${n}`).toContain(grounds[n]);
        });
      }),
      { seed, numRuns: LONG ? 20_000 : 300 },
    );
    // Neither would say anything of data that had none of them.
    expect(Math.min(met.bridge, met.split, met.noise)).toBeGreaterThan(100);
  },
  LONG ? 600_000 : 30_000,
);
