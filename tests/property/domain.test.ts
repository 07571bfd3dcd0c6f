/** What the pure functions of the domain promise for every input. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONSTITUENCIES, POSITION_VALUES, type PositionValue } from '../../shared/domain/codes.ts';
import { composeMembers, expandMembers, parsePath } from '../../shared/domain/fields.ts';
import { canonical, type Json, sameJson } from '../../shared/domain/json.ts';
import { LANGS } from '../../shared/domain/languages.ts';
import { isAgreed, outcomeOf, type Position, type Positions } from '../../shared/domain/position.ts';
import { costLines, definitionOf } from '../../shared/domain/records/index.ts';
import {
  findHits,
  indexText,
  normaliseForSearch,
  queryWords,
  snippetOf,
} from '../../shared/domain/search-text.ts';

const seed = Number(process.env.HIWAR_SEED ?? Date.now() % 2 ** 31);
const numRuns = process.env.HIWAR_LONG === '1' ? 100_000 : 1000;
const always = <T extends unknown[]>(property: fc.IPropertyWithHooks<T>): void =>
  fc.assert(property, { seed, numRuns });

const wellFormed = fc.string({ unit: 'binary' }).filter((s) => s.isWellFormed());
const json = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }).filter((value) => wellFormedAll(value));
function wellFormedAll(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => key.isWellFormed() && wellFormedAll(inner));
}

/** The same members in another order, at every depth. */
function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner as Json)]),
  );
}

describe(`canonical JSON (seed ${seed})`, () => {
  test('[L1] parses back to the value it was made from', () => {
    always(
      fc.property(json, (value) => {
        expect(JSON.parse(canonical(value as Json))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('[L1] does not depend on the order of members, and holds no white space', () => {
    always(
      fc.property(json, (value) => {
        const text = canonical(value as Json);
        expect(canonical(reversed(value as Json))).toBe(text);
        expect(canonical(JSON.parse(text))).toBe(text);
        expect(sameJson(value as Json, reversed(value as Json))).toBe(true);
      }),
    );
  });

  test('[L1] sorts members by UTF-16 code unit, as RFC 8785 asks', () => {
    always(
      fc.property(fc.uniqueArray(wellFormed, { maxLength: 12 }), (keys) => {
        const text = canonical(Object.fromEntries(keys.map((key) => [key, 1])));
        const units = (s: string): number[] => Array.from({ length: s.length }, (_, i) => s.charCodeAt(i));
        const expected = [...keys].sort((a, b) => {
          const [left, right] = [units(a), units(b)];
          for (let i = 0; i < Math.min(left.length, right.length); i += 1)
            if (left[i] !== right[i]) return (left[i] as number) - (right[i] as number);
          return left.length - right.length;
        });
        expect(text).toBe(`{${expected.map((key) => `${JSON.stringify(key)}:1`).join(',')}}`);
      }),
    );
  });

  test('[L1] refuses what two implementations could print differently', () => {
    for (const value of [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      undefined,
      '\ud800',
      { '\udfff': 1 },
      [undefined],
    ])
      expect(() => canonical(value as Json)).toThrow(TypeError);
  });
});

const texts = fc
  .record(
    Object.fromEntries(
      LANGS.map((lang) => [
        lang,
        fc.record({
          text: fc.string({ minLength: 1, maxLength: 40 }),
          status: fc.constantFrom('original', 'draft', 'checked', 'official'),
        }),
      ]),
    ),
    { requiredKeys: [] },
  )
  .filter((entry) => Object.keys(entry).length > 0);
const byConstituency = <T>(inner: fc.Arbitrary<T>) =>
  fc
    .record(Object.fromEntries(CONSTITUENCIES.map((constituency) => [constituency, inner])), {
      requiredKeys: [],
    })
    .filter((entry) => Object.keys(entry).length > 0);
const codes = fc
  .uniqueArray(fc.stringMatching(/^[A-Z][0-9]{1,3}$/), { minLength: 1, maxLength: 6 })
  .map((list) => [...list].sort());
const deficitMembers = fc.record(
  {
    title: texts,
    statement: texts,
    area: fc.constantFrom('TA1', 'TA6'),
    instruments: codes,
    affectedGroups: codes,
    severity: byConstituency(fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant({ missing: 'not-known' }))),
    position: byConstituency(fc.constantFrom({ value: 'agree' }, { value: 'absent' })),
    priorityRank: fc.integer({ min: 1, max: 10_000 }),
  },
  { requiredKeys: [] },
);

describe(`members of records (seed ${seed})`, () => {
  const { fields } = definitionOf('deficit');

  test('[L3] what is cut into ledger fields comes together again, whatever the order', () => {
    always(
      fc.property(deficitMembers, fc.boolean(), (members, backwards) => {
        const { flat, problems } = expandMembers(fields, members);
        expect(problems).toEqual([]);
        const entries = Object.entries(flat);
        const back = composeMembers(fields, backwards ? entries.reverse() : entries);
        expect(canonical(back)).toBe(canonical(members as Json));
        for (const field of Object.keys(flat)) expect(parsePath(fields, field)).toBeDefined();
      }),
    );
  });

  test('[L3] a set given as a list clears what it leaves out and nothing else', () => {
    always(
      fc.property(codes, codes, (before, after) => {
        const { flat } = expandMembers(fields, { instruments: after }, () => before);
        const now = new Set(before);
        for (const [field, value] of Object.entries(flat))
          if (value === null) now.delete(field.split(':')[1] as string);
          else now.add(field.split(':')[1] as string);
        expect([...now].sort()).toEqual(after);
        for (const [field, value] of Object.entries(flat))
          if (value === null) expect(after).not.toContain(field.split(':')[1]);
      }),
    );
  });

  test('[L11] no text is taken for a field that does not exist', () => {
    always(
      fc.property(fc.string({ maxLength: 30 }), (name) => {
        const path = parsePath(fields, name);
        if (path) expect(Object.hasOwn(fields, path.name)).toBe(true);
        else
          expect(
            expandMembers(fields, { [name]: 'TA1' }).problems.length + Number(name in fields),
          ).toBeGreaterThan(0);
      }),
    );
    for (const name of ['__proto__', 'constructor', 'toString', 'title.__proto__', 'severity.constructor'])
      expect(parsePath(fields, name)).toBeUndefined();
  });
});

const LETTERS = [
  ...'اأإآىيئؤوةهكنبتعجزسل',
  ...'eéèÉœOoæßñü',
  ...'٣3۳',
  '\u0640',
  '\u064e',
  '\u0651',
  '\u0301',
  'ﷺ',
  'ﻻ',
  '😀',
];
const words = fc.array(fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 7 }), {
  maxLength: 12,
});
const sentence = fc
  .tuple(words, fc.constantFrom(' ', ' و', '، ', '-', ' ال'))
  .map(([list, joint]) => list.join(joint));

describe(`search (seed ${seed})`, () => {
  test('normal form is a fixed point', () => {
    always(
      fc.property(fc.oneof(sentence, wellFormed), (text) => {
        const normal = normaliseForSearch(text);
        expect(normaliseForSearch(normal)).toBe(normal);
      }),
    );
  });

  test('hits are places of the original text, sorted and apart, that say a word of the query', () => {
    always(
      fc.property(fc.oneof(sentence, wellFormed), sentence, fc.nat(), (text, other, from) => {
        // Half the queries are cut out of the text itself.
        const query =
          from % 2 === 0 ? other : text.slice(from % (text.length + 1), (from % (text.length + 1)) + 6);
        const wanted = queryWords(query);
        let last = 0;
        for (const { start, end } of findHits(text, query)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
          const marked = normaliseForSearch(text.slice(start, end));
          expect(wanted.some((word) => marked.includes(word) || word.includes(marked))).toBe(true);
          expect(text.slice(start, end).isWellFormed() || !text.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test('what the index holds of a text is marked in that text', () => {
    always(
      fc.property(sentence, (text) => {
        for (const word of indexText(text).split(' ').filter(Boolean))
          if (queryWords(word).length === 1) expect(findHits(text, word).length, word).toBeGreaterThan(0);
      }),
    );
  });

  test('a piece of a text comes from the text', () => {
    always(
      fc.property(sentence, sentence, fc.integer({ min: 10, max: 60 }), (text, query, length) => {
        const piece = snippetOf(text, query, length);
        if (piece === null) expect(findHits(text, query)).toEqual([]);
        else expect(text).toContain(piece.replace(/^…|…$/g, ''));
      }),
    );
  });
});

describe(`outcomes (seed ${seed})`, () => {
  const rules = [
    undefined,
    { kind: 'consensus' },
    { kind: 'each-constituency' },
    { kind: 'qualified-majority', numerator: 2, denominator: 3, base: 'present' },
  ] as const;
  const stances: readonly (PositionValue | undefined)[] = [undefined, ...POSITION_VALUES];
  const positionsOf = (values: readonly (PositionValue | undefined)[]): Positions =>
    Object.fromEntries(
      CONSTITUENCIES.flatMap((constituency, i) => {
        const value = values[i];
        return value ? [[constituency, { value } as Position]] : [];
      }),
    );

  test('never agreed while one of the three is absent, was not asked, is divided or does not agree', () => {
    const against = ['absent', 'not-requested', 'does-not-agree', 'divided', undefined];
    let agreed = 0;
    for (const rule of rules)
      for (const g of stances)
        for (const e of stances)
          for (const w of stances) {
            const outcome = outcomeOf(positionsOf([g, e, w]), rule);
            if ([g, e, w].some((value) => against.includes(value))) expect(isAgreed(outcome)).toBe(false);
            if (isAgreed(outcome)) agreed += 1;
            if ([g, e, w].includes('agree-with-reservation')) expect(outcome).not.toBe('agreed');
          }
    expect(agreed).toBeGreaterThan(0);
  });

  test('the order in which constituencies are named does not matter', () => {
    for (const rule of rules)
      for (const g of stances)
        for (const e of stances)
          for (const w of stances)
            expect(outcomeOf(positionsOf([g, e, w]), rule)).toBe(outcomeOf(positionsOf([w, g, e]), rule));
  });
});

describe(`costs (seed ${seed})`, () => {
  const money = fc.record({
    amount: fc.integer({ min: 0, max: 1_000_000 }),
    currency: fc.constantFrom('USD', 'EUR', 'TND'),
  });
  const years = fc.record({ '2026': money, '2027': money, '2028': money }, { requiredKeys: [] });
  const actions = fc.array(fc.record({ cost: years, ownFunds: years }), { maxLength: 6 });

  test('nothing is lost, no currencies are added together, no gap is below zero or above its cost', () => {
    always(
      fc.property(actions, (list) => {
        const lines = costLines(list);
        const total = (member: 'cost' | 'ownFunds', currency: string): number =>
          list
            .flatMap((action) => Object.values(action[member]))
            .filter((entry) => entry.currency === currency)
            .reduce((sum, entry) => sum + entry.amount, 0);
        for (const currency of ['USD', 'EUR', 'TND']) {
          const of = lines.filter((line) => line.currency === currency);
          expect(of.reduce((sum, line) => sum + line.cost, 0)).toBe(total('cost', currency));
          expect(of.reduce((sum, line) => sum + line.ownFunds, 0)).toBe(total('ownFunds', currency));
        }
        for (const line of lines) {
          expect(line.gap).toBeGreaterThanOrEqual(0);
          expect(line.gap).toBeLessThanOrEqual(line.cost);
          expect(line.gap).toBeGreaterThanOrEqual(line.cost - line.ownFunds);
        }
        const keys = lines.map((line) => `${line.year}${line.currency}`);
        expect(keys).toEqual([...new Set(keys)].sort());
      }),
    );
  });
});

test('[L1] the hash of canonical JSON is that of its UTF-8 bytes', () => {
  const text = canonical({ ب: 'é', a: [1, 1e21, -0, 0.1] });
  expect(text).toBe('{"a":[1,1e+21,0,0.1],"ب":"é"}');
  expect(createHash('sha256').update(text).digest('hex')).toBe(
    createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex'),
  );
});
