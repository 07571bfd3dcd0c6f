import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContentDeficit } from '../../../../shared/domain/content.ts';
import { leftOutWordings } from '../../../../shared/domain/duplicates/left-out.ts';
import { narrow } from '../../../../shared/domain/narrow.ts';
import {
  aContent,
  aDeficit,
  allAgree,
  missing,
  reserves,
  say,
  stableId,
} from '../../../../tests/fixtures/content/build.ts';
import { registerView } from '../../papers/register-view.ts';
import { reportView } from './index.ts';

const made = (number: string, more: Partial<ContentDeficit> = {}): ContentDeficit =>
  aDeficit({
    id: stableId(number),
    number,
    title: say({ en: `Title ${number}` }),
    statement: say({ en: `Statement ${number}` }),
    ...more,
  });
const ids = (...numbers: readonly string[]): string[] => numbers.map(stableId);

const chain = [
  made('001', { joinedInto: stableId('010'), raisedBy: 'W' }),
  made('002', {
    joinedInto: stableId('010'),
    raisedBy: missing('withheld'),
    positions: { ...allAgree, E: reserves(say({ en: 'Phased in over two years' })) },
  }),
  made('010', { origin: 'joined', parents: ids('001', '002'), joinedInto: stableId('011') }),
  made('009', { joinedInto: stableId('011') }),
  made('011', { origin: 'joined', parents: ids('010', '009') }),
  made('012', { origin: 'split', parents: ids('011') }),
];
const inReport = (deficits: readonly ContentDeficit[], leftOut?: { [id: string]: number }) =>
  new Map(
    reportView(aContent({ deficits }), 'en', leftOut).areas.flatMap((area) =>
      area.deficits.map((each) => [each.number, each.lineage]),
    ),
  );
const inRegister = (deficits: readonly ContentDeficit[], leftOut?: { [id: string]: number }) =>
  new Map(
    registerView(aContent({ deficits }), 'en', leftOut).groups.flatMap(({ rows }) =>
      rows.map((row) => [row.number, row.lineage]),
    ),
  );

describe('wordings on paper', () => {
  it('[wordings] are printed on request alone', () => {
    expect([...inReport(chain).values(), ...inRegister(chain).values()].filter((each) => each)).toEqual([]);
  });

  it('[wordings] the whole lineage is under the deficit, the nearest first, with who raised it and what it came from', () => {
    const lineage = inReport(chain, {}).get('D-011');
    expect(lineage?.wordings.map(({ number }) => number)).toEqual(['D-009', 'D-010', 'D-001', 'D-002']);
    expect(lineage?.wordings[1]).toMatchObject({
      title: { text: 'Title 010' },
      statement: { paragraphs: ['Statement 010'] },
      lines: [expect.stringMatching(/^Joined from .*D-001.*D-002/)],
    });
    expect(lineage?.wordings[2]?.lines).toEqual(['Raised by: Workers']);
    expect(lineage?.wordings[3]?.lines).toEqual([]);
    expect(inReport(chain, {}).get('D-012')?.from).toMatch(/^Split from .*D-011/);
    expect(inReport(chain, {}).get('D-001')).toBeNull();
  });

  it('[wordings] the register prints positions of what has no row of its own, each reservation whole', () => {
    const rows = inRegister(chain, {});
    expect([...rows.keys()]).toEqual(['D-011', 'D-012']);
    const [, , , second] = rows.get('D-011')?.wordings ?? [];
    expect(second).toMatchObject({
      place: null,
      said: { notes: [{ seat: 'E', body: { paragraphs: ['Phased in over two years'] } }] },
    });
    expect(second?.said?.positions[1]?.text).toBe('Agree with reservation');
    const [whole] = rows.get('D-012')?.wordings ?? [];
    expect(whole).toMatchObject({ said: null, place: expect.stringContaining('D-011') });
  });

  it('[wordings] a ring and a parent that is nowhere end the walk, are said, and leave nothing off the paper', () => {
    const deficits = [
      made('021', { origin: 'joined', parents: ids('022', 'nowhere'), joinedInto: stableId('022') }),
      made('022', { origin: 'joined', parents: ids('021'), joinedInto: stableId('021') }),
    ];
    for (const lineages of [inReport(deficits, {}), inRegister(deficits, {})]) {
      expect([...lineages.keys()]).toEqual(['D-021', 'D-022']);
      expect(lineages.get('D-021')?.wordings.map(({ number }) => number)).toEqual(['D-022']);
      expect(lineages.get('D-021')?.notes).toEqual([
        'Wordings that are not part of this edition: 1',
        expect.stringContaining('among its own sources'),
      ]);
    }
  });

  it('[wordings] what an edition leaves out is counted; where only a package is known, it is said without a number', () => {
    const alone = [made('031', { origin: 'joined' })];
    const [id] = ids('031') as [string];
    expect(inReport(alone, { [id]: 2 }).get('D-031')).toMatchObject({
      from: null,
      wordings: [],
      notes: ['Wordings that are not part of this edition: 2'],
    });
    expect(inReport(alone, {}).get('D-031')?.notes).toEqual([
      'The wordings it came from are not part of this edition.',
    ]);
  });
});

it('[wordings] of what is left out only numbers are known, behind it as well, in rings and of what is missing', () => {
  const known = [
    { id: 'a', parents: ['hidden', 'b'] },
    { id: 'hidden', parents: ['behind', 'gone', 'a'] },
    { id: 'b' },
    { id: 'behind' },
  ];
  expect(leftOutWordings(known, new Set(['a', 'b']))).toEqual({ a: 3 });
  expect(leftOutWordings(known, new Set(['a', 'b', 'hidden', 'behind']))).toEqual({ a: 1, hidden: 1 });
  expect(leftOutWordings(known, new Set())).toEqual({});
});

const seed = Number(process.env.HIWAR_SEED ?? Date.now() % 2 ** 31);
const graph = fc.array(
  fc.record({
    parents: fc.uniqueArray(fc.nat(11), { maxLength: 3 }),
    into: fc.option(fc.nat(11), { nil: null }),
    level: fc.constantFrom('public', 'secretariat', 'embargoed'),
  }),
  { minLength: 1, maxLength: 10 },
);

it(`[wordings] whatever descends from what, no paper prints what its edition leaves out (seed ${seed})`, () => {
  fc.assert(
    fc.property(graph, (drawn) => {
      const all = drawn.map(({ parents, into, level }, n) =>
        made(`${level === 'public' ? 'open' : 'hidden'}${n}`, {
          number: `${100 + n}`,
          confidentiality: level,
          origin: parents.length > 0 ? 'joined' : null,
          parents: parents.map((at) => idAt(drawn, at)),
          joinedInto: into === null ? null : idAt(drawn, into),
        }),
      );
      const content = narrow(aContent({ deficits: all }), 'public');
      const held = new Set(content.deficits.map(({ id }) => id));
      const known = all.map(({ id, parents }) => ({ id, parents }));
      const leftOut = leftOutWordings(known, held);
      const papers = JSON.stringify([
        reportView(content, 'en', leftOut),
        registerView(content, 'en', leftOut),
        leftOut,
      ]);
      for (const { id, statement } of all.filter((each) => !held.has(each.id))) {
        expect(papers).not.toContain(statement.en?.text);
        expect(papers).not.toContain(id);
      }
      for (const lineage of inReport(content.deficits, leftOut).values()) {
        const numbers = lineage?.wordings.map(({ number }) => number) ?? [];
        expect(new Set(numbers).size).toBe(numbers.length);
      }
    }),
    { seed, numRuns: 60 },
  );
});

/** Numbers beyond those drawn name what is nowhere. */
const idAt = (drawn: readonly { readonly level: string }[], at: number): string =>
  stableId(`${drawn[at]?.level === 'public' ? 'open' : 'hidden'}${at}`);
