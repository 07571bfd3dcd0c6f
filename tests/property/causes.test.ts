/** Whatever a problem tree looks like, rings and orphans included: the picture and the outline hold all of it, once. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ARROWS, neighbour } from '../../renderer/features/causes/parts/spatial.ts';
import { layoutAcross } from '../../shared/domain/causes/across.ts';
import { problemTreeLayout, problemTreeSvg, type TreeWords } from '../../shared/domain/causes/drawing.ts';
import { leadsTo, linksInRings } from '../../shared/domain/causes/links.ts';
import { type CauseEdit, MOVES, mayLieUnder, planLift, planMove } from '../../shared/domain/causes/moves.ts';
import { type CauseItem, outlineOf } from '../../shared/domain/causes/outline.ts';
import type { Point } from '../../shared/domain/causes/svg.ts';
import {
  type CauseFlag,
  type CauseMap,
  type CauseTree,
  LINK_KINDS,
} from '../../shared/domain/causes/types.ts';
import { widthOf, wrap } from '../../shared/domain/causes/wrap.ts';

const text = fc.string({
  unit: fc.constantFrom('a', 'M', ' ', 'ع', 'لا', 'ُ', '،', '界', '\u202e', '<', '&', '😀', '\ud800'),
  maxLength: 300,
});
/** Items of a few ids that name each other at will: chains, rings, orphans, both kinds under one another. */
const tangled = fc
  .array(
    fc.record(
      {
        kind: fc.constantFrom('cause' as const, 'effect' as const),
        under: fc.integer({ min: 0, max: 45 }).map((n) => `c${n}`),
        order: fc.integer({ min: 1, max: 20 }),
      },
      { requiredKeys: [] },
    ),
    { maxLength: 40 },
  )
  .map((all) => all.map((item, at): CauseItem => ({ ...item, id: `c${at}` })));

/** Trees as people write them: each under an earlier one of its kind, or at the problem. */
const grown = fc
  .array(fc.record({ kind: fc.constantFrom('cause' as const, 'effect' as const), at: fc.nat() }), {
    maxLength: 40,
  })
  .map((all) => {
    const items: CauseItem[] = [];
    all.forEach(({ kind, at }, index) => {
      const earlier = items.filter((item) => item.kind === kind);
      const under = earlier[at % (earlier.length + 1)]?.id;
      items.push({ id: `c${index}`, kind, under, order: (index + 1) * 1000 });
    });
    return items;
  });
const items = fc.oneof(tangled, grown);

const seed = Number(process.env.HIWAR_SEED ?? Date.now() % 2 ** 31);
const long = process.env.HIWAR_LONG === '1' ? 100 : 1;
const always = <T extends unknown[]>(property: fc.IPropertyWithHooks<T>, numRuns = 200): void =>
  fc.assert(property, { seed, numRuns: numRuns * long });

const words: TreeWords = {
  title: 'Tree',
  description: 'A tree',
  untitled: 'No title',
  empty: 'No text',
  flags: { 'no-evidence': 'Without evidence', orphan: 'Lost', ring: 'In a ring', conflict: 'In conflict' },
};
const ltr = { lang: 'en', dir: 'ltr', words } as const;
const rtl = { lang: 'en', dir: 'rtl', words } as const;

const tree = fc.tuple(items, fc.array(text, { minLength: 41, maxLength: 41 })).map(
  ([all, texts]): CauseTree => ({
    deficit: {
      id: 'd',
      number: '001',
      title: { en: { text: texts[40] || 'x', status: 'original' } },
      area: null,
      withdrawn: false,
      causes: 0,
      effects: 0,
    },
    rows: outlineOf(all).map((placed, at) => ({
      id: placed.id,
      kind: placed.kind,
      parent: placed.parent,
      level: placed.level,
      order: null,
      body: { [at % 2 ? 'ar' : 'en']: { text: texts[at] || 'x', status: 'original' } },
      evidence: 0,
      flags: [
        'no-evidence',
        ...(placed.isOrphan ? ['orphan'] : []),
        ...(placed.inRing ? ['ring'] : []),
      ] as CauseFlag[],
    })),
    links: [],
    others: [],
  }),
);

test('the outline holds each item once, below what it lies under, and no ring is walked twice', () => {
  always(
    fc.property(items, (all) => {
      const outline = outlineOf(all);
      expect(outline.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
      const at = new Map(outline.map((row, index) => [row.id, index]));
      for (const row of outline) {
        const parent = row.parent === null ? undefined : outline[at.get(row.parent) as number];
        expect(row.level).toBe((parent?.level ?? 0) + 1);
        if (parent) expect(at.get(parent.id)).toBeLessThan(at.get(row.id) as number);
      }
    }),
  );
});

test('every box is drawn once, none over another, and reading from the right mirrors it all', () => {
  always(
    fc.property(tree, (one) => {
      const there = problemTreeLayout(one, ltr);
      const back = problemTreeLayout(one, rtl);
      expect(there.boxes.map(({ id }) => id).sort()).toEqual(['d', ...one.rows.map(({ id }) => id)].sort());
      // By their tops, so that a hundred boxes are not compared each with each.
      const boxes = [...there.boxes].sort((a, b) => a.y - b.y);
      boxes.forEach((a, index) => {
        for (let next = index + 1; next < boxes.length; next += 1) {
          const b = boxes[next] as (typeof boxes)[number];
          if (b.y >= a.y + a.height) break;
          expect(b.x >= a.x + a.width || a.x >= b.x + b.width, `${a.id} over ${b.id}`).toBe(true);
        }
        expect(a.x).toBeGreaterThanOrEqual(0);
        expect(a.x + a.width).toBeLessThanOrEqual(there.width);
        expect(a.y + a.height).toBeLessThanOrEqual(there.height);
      });
      expect(back.width).toBeCloseTo(there.width);
      there.boxes.forEach((box, index) => {
        const mirrored = back.boxes[index] as (typeof boxes)[number];
        expect(mirrored.y).toBeCloseTo(box.y);
        expect(mirrored.x).toBeCloseTo(there.width - box.x - box.width);
      });
      const problem = there.boxes.find(({ id }) => id === 'd') as (typeof boxes)[number];
      for (const box of there.boxes) {
        if (box.role === 'cause') expect(box.y).toBeGreaterThan(problem.y + problem.height);
        if (box.role === 'effect') expect(box.y + box.height).toBeLessThan(problem.y);
      }
    }),
    60,
  );
});

test('every box is reached from the problem by the arrows, whichever way the page is read', () => {
  always(
    fc.property(tree, fc.boolean(), (one, isRtl) => {
      const { boxes, width } = problemTreeLayout(one, isRtl ? rtl : ltr);
      const spots = boxes.map((box) => (box.role === 'problem' ? { ...box, x: 0, width } : box));
      const reached = new Set(['d']);
      for (const id of reached)
        for (const way of Object.values(ARROWS)) {
          const next = neighbour(spots, id, way);
          if (next) reached.add(next.id);
        }
      expect(reached.size).toBe(boxes.length);
    }),
    60,
  );
});

test('the picture is well formed and takes no markup from a text', () => {
  always(
    fc.property(tree, (one) => {
      const svg = problemTreeSvg(one, rtl);
      expect(svg.isWellFormed()).toBe(true);
      const tags = [...svg.matchAll(/<\/?([a-z]*)/g)].map(([, tag]) => tag);
      expect(new Set(tags)).toEqual(
        new Set(['svg', 'title', 'desc', 'g', 'rect', 'text', ...(one.rows.length > 0 ? ['path'] : [])]),
      );
      expect(svg.match(/<rect/g)).toHaveLength(one.rows.length + 1);
      expect(svg).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
    }),
    40,
  );
});

test('lines are no wider than their box and no more than may be', () => {
  always(
    fc.property(text, fc.integer({ min: 40, max: 300 }), (whole, width) => {
      const lines = wrap(whole, 13, width, 5);
      expect(lines.length).toBeLessThanOrEqual(5);
      for (const line of lines) expect(widthOf(line, 13)).toBeLessThanOrEqual(width);
      const letters = wrap(whole, 13, width, 1000).join('').replace(/\s/gu, '');
      expect(letters).toBe(whole.replace(/\s/gu, ''));
    }),
  );
});

const applied = (all: readonly CauseItem[], edits: readonly CauseEdit[]): CauseItem[] =>
  all.map((item) => {
    const edit = edits.find(({ id }) => id === item.id);
    if (!edit) return item;
    const { under = item.under, order = item.order } = edit;
    return { ...item, order, under: under ?? undefined };
  });

test('a move changes the place of one branch, and no move closes a ring', () => {
  always(
    fc.property(items, fc.nat(), fc.constantFrom(...MOVES), (all, pick, move) => {
      const before = outlineOf(all);
      const row = before[pick % Math.max(1, before.length)];
      if (!row) return;
      const edits = planMove(before, row.id, move);
      if (!edits) return;
      for (const { order } of edits)
        if (order !== undefined) expect(order >= 1 && order <= 1_000_000).toBe(true);
      const after = outlineOf(applied(all, edits));
      const moved = after.find(({ id }) => id === row.id);
      if (move === 'indent') {
        expect(moved?.level).toBe(row.level + 1);
        expect(mayLieUnder(before, row.id, moved?.parent ?? '')).toBe(true);
      }
      if (move === 'outdent' && row.parent !== null) expect(moved?.level).toBe(row.level - 1);
      if (move === 'up' || move === 'down') expect(moved?.parent).toBe(row.parent);
      expect(after.filter(({ inRing }) => inRing).length).toBeLessThanOrEqual(
        before.filter(({ inRing }) => inRing).length,
      );
    }),
  );
});

test('withdrawing one loses none of what lay under it', () => {
  always(
    fc.property(items, fc.nat(), (all, pick) => {
      const before = outlineOf(all);
      const row = before[pick % Math.max(1, before.length)];
      if (!row) return;
      const left = applied(all, planLift(before, row.id)).filter(({ id }) => id !== row.id);
      const after = outlineOf(left);
      const order = before.filter(({ id, kind }) => id !== row.id && kind === row.kind).map(({ id }) => id);
      expect(after).toHaveLength(all.length - 1);
      expect(after.filter(({ isOrphan }) => isOrphan).length).toBeLessThanOrEqual(
        before.filter(({ isOrphan }) => isOrphan).length + all.filter(({ under }) => under === row.id).length,
      );
      if (!before.some(({ isOrphan, inRing }) => isOrphan || inRing))
        expect(after.filter(({ kind }) => kind === row.kind).map(({ id }) => id)).toEqual(order);
    }),
  );
});

const linkClosesRing = (
  links: readonly { readonly from: string; readonly to: string }[],
  from: string,
  to: string,
): boolean => leadsTo((id) => links.flatMap((link) => (link.from === id ? link.to : [])), to, from);

test('links that are made one by one never come to lie on a ring', () => {
  const ends = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }));
  always(
    fc.property(fc.array(ends, { maxLength: 40 }), (pairs) => {
      const links: { id: string; from: string; to: string }[] = [];
      pairs.forEach(([a, b], at) => {
        const [from, to] = [`d${a}`, `d${b}`];
        if (!linkClosesRing(links, from, to)) links.push({ id: String(at), from, to });
      });
      expect(linksInRings(links).size).toBe(0);
    }),
  );
});

test('links on rings are found in one walk as they are link by link', () => {
  const ends = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
  always(
    fc.property(fc.array(ends, { maxLength: 40 }), (pairs) => {
      const links = pairs.map(([a, b], at) => ({ id: String(at), from: `d${a}`, to: `d${b}` }));
      const naive = links.filter(({ from, to }) => linkClosesRing(links, from, to)).map(({ id }) => id);
      expect([...linksInRings(links)]).toEqual(naive);
    }),
  );
  const chain = Array.from({ length: 20_000 }, (_, at) => ({
    id: String(at),
    from: `d${at}`,
    to: `d${(at + 1) % 20_000}`,
  }));
  expect(linksInRings(chain).size).toBe(20_000);
  expect(linksInRings(chain.slice(1)).size).toBe(0);
});

const linked = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 11 }),
      fc.integer({ min: 0, max: 11 }),
      fc.constantFrom(...LINK_KINDS),
    ),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map(
    (ends): CauseMap => ({
      deficits: Array.from({ length: 12 }, (_, at) => ({
        id: `d${at}`,
        number: String(at),
        title: { en: { text: `Deficit ${at}`, status: 'original' } },
        area: at % 5 === 4 ? null : `TA${(at % 5) + 1}`,
        withdrawn: false,
        causes: 0,
        effects: 0,
      })),
      links: ends.map(([from, to, kind], at) => ({
        id: `l${at}`,
        from: `d${from}`,
        to: `d${to}`,
        kind,
        note: {},
        flags: [],
      })),
    }),
  );

test('every link is an arrow of its own, no way round runs behind a box, and no word lies on another', () => {
  const said = {
    title: 'Across',
    description: 'Links',
    untitled: 'No title',
    areas: ['TA1', 'TA2', 'TA3', 'TA4', 'TA5', 'TA6', null].map((area) => ({
      area,
      label: area ?? 'No area',
    })),
    says: { causes: 'causes', blocks: 'blocks', worsens: 'worsens' },
  };
  always(
    fc.property(linked, (map) => {
      const there = layoutAcross(map, { lang: 'en', dir: 'ltr', words: said });
      const back = layoutAcross(map, { lang: 'en', dir: 'rtl', words: said });
      if (!there || !back) throw new Error('nothing is drawn');
      expect(there.arrows.map(({ link }) => link.id)).toEqual(map.links.map(({ id }) => id));
      for (const { points, isCurve } of there.arrows)
        if (!isCurve)
          points.slice(1).forEach(([x, y], at) => {
            const [px, py] = points[at] as Point;
            for (const box of there.boxes) {
              const beside = Math.max(x, px) <= box.x || Math.min(x, px) >= box.x + box.width;
              const above = Math.max(y, py) <= box.y || Math.min(y, py) >= box.y + box.height;
              expect(beside || above).toBe(true);
            }
          });
      const labels = there.arrows.map(({ label }) => label);
      labels.forEach((a, at) => {
        for (const b of labels.slice(at + 1))
          expect(Math.abs(a.y - b.y) >= 8 || a.x + a.width <= b.x || b.x + b.width <= a.x).toBe(true);
      });
      there.boxes.forEach((box, at) => {
        expect(back.boxes[at]?.x).toBeCloseTo(there.width - box.x - box.width);
      });
    }),
    100,
  );
});
