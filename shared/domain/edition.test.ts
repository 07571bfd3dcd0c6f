import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ATTRIBUTIONS, CONFIDENTIALITY, CONSTITUENCIES, type Confidentiality } from './codes.ts';
import { EDITIONS, type Edition, type EditionContent } from './content.ts';
import { editionOf } from './edition.ts';
import { holds } from './levels.ts';
import { narrow } from './narrow.ts';
import { RECORD_TYPES } from './records/index.ts';
import type { DossierSnapshot, RecordState } from './snapshot.ts';

const state: RecordState = {
  conflicts: [],
  changedSince: [],
  otherPositions: {},
  editedAt: '2026-01-02T03:04:05.678Z',
  createdAt: '2026-01-02T03:04:05.678Z',
};
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const text = (en: string) => ({ en: { text: en, status: 'original' as const } });

function snapshot(records: { [type: string]: object[] }): DossierSnapshot {
  return {
    versionId: 'f'.repeat(64),
    asOf: '2026-01-02T03:04:05.678Z',
    gaps: 0,
    records: Object.fromEntries(
      RECORD_TYPES.map((type) => [type, (records[type] ?? []).map((record) => ({ state, ...record }))]),
    ) as unknown as DossierSnapshot['records'],
  };
}

const edition = (from: DossierSnapshot, kind: Edition): EditionContent => editionOf(from, kind, {});

describe('who may see what', () => {
  const table: { readonly [L in Confidentiality]: readonly [boolean, boolean, boolean] } = {
    public: [true, true, true],
    'attributed-group': [true, true, true],
    'chatham-house': [true, true, true],
    secretariat: [false, true, true],
    embargoed: [false, true, true],
    participants: [false, false, true],
    'group-internal': [false, false, false],
  };
  test.each(CONFIDENTIALITY)(
    'a record of level %s is in the editions of the table and in no other',
    (level) => {
      const kept = EDITIONS.map((kind) => holds(kind, { confidentiality: level, released: null }));
      expect(kept).toEqual(table[level]);
    },
  );

  test('an embargo is lifted by a change that says so, never by a date that has come', () => {
    expect(holds('public', { confidentiality: 'embargoed', released: '2026-01-01' })).toBe(true);
    const long = snapshot({
      deficit: [{ id: id(1), confidentiality: 'embargoed', title: text('Secret until told') }],
    });
    expect(JSON.stringify(edition(long, 'public'))).not.toContain('Secret until told');
  });

  test('a record without a level stays among the participants, and readers learn how many, not what', () => {
    const from = snapshot({ deficit: [{ id: id(1), title: text('Unlevelled') }] });
    const restricted = edition(from, 'restricted');
    expect(restricted.deficits).toEqual([]);
    expect(restricted.leftOut).toEqual({ deficit: 1 });
    expect(JSON.stringify(restricted)).not.toContain('Unlevelled');
    expect(edition(from, 'internal').deficits).toHaveLength(1);
  });

  test('under the Chatham House Rule a comment names no group, and a position keeps its reservation but no organization', () => {
    const from = snapshot({
      deficit: [
        {
          id: id(1),
          confidentiality: 'chatham-house',
          position: {
            E: {
              value: 'agree-with-reservation',
              reservation: text('Not in season'),
              organizations: [{ organization: id(9), value: 'does-not-agree', reservation: text('Against') }],
            },
          },
        },
      ],
      comment: [
        { id: id(2), target: id(1), constituency: 'W', body: text('Said'), confidentiality: 'chatham-house' },
      ],
    });
    const [deficit] = edition(from, 'restricted').deficits;
    expect(deficit?.comments).toMatchObject([{ constituency: null }]);
    expect(deficit?.positions.E).toMatchObject({
      value: 'agree-with-reservation',
      reservation: text('Not in season'),
      organizations: [{ organization: null, value: 'does-not-agree', reservation: text('Against') }],
    });
  });

  test('money is withheld from the public edition, as a code', () => {
    const from = snapshot({
      strategy: [{ id: id(1), confidentiality: 'public' }],
      action: [{ id: id(2), strategy: id(1), cost: { 2027: { amount: 5, currency: 'JOD' } } }],
    });
    expect(edition(from, 'public').strategies[0]?.actions[0]?.cost).toEqual({ missing: 'withheld' });
    expect(edition(from, 'restricted').strategies[0]?.costs).toMatchObject([{ cost: 5, gap: 5 }]);
  });
});

describe('drafts', () => {
  const agreed = { G: { value: 'agree' }, E: { value: 'agree' }, W: { value: 'agree' } };
  const deficit = (more: object = {}) => ({
    id: id(1),
    confidentiality: 'public',
    position: agreed,
    ...more,
  });

  test('content is final only when everything in it is agreed as it stands', () => {
    expect(edition(snapshot({ deficit: [deficit()] }), 'public').draft).toBe(false);
    expect(edition(snapshot({}), 'public').draft).toBe(true);
    expect(
      edition(snapshot({ deficit: [deficit({ position: { ...agreed, W: { value: 'absent' } } })] }), 'public')
        .draft,
    ).toBe(true);
    expect(
      edition(snapshot({ deficit: [deficit({ state: { ...state, changedSince: ['G'] } })] }), 'public').draft,
    ).toBe(true);
    expect(
      edition(snapshot({ deficit: [deficit({ state: { ...state, conflicts: ['title.en'] } })] }), 'public')
        .draft,
    ).toBe(true);
  });

  test('originals of what was pasted in conflict leave a record agreed: they are in no edition', () => {
    const among = (conflicts: readonly string[]) =>
      edition(snapshot({ deficit: [deficit({ state: { ...state, conflicts } })] }), 'public');
    expect(among(['pasted.ar', 'pasted.en'])).toMatchObject({ draft: false, deficits: [{ inConflict: [] }] });
    expect(among(['pasted.ar', 'title.en'])).toMatchObject({
      draft: true,
      deficits: [{ inConflict: ['title.en'] }],
    });
  });

  test('a position in conflict is exported with every value that was recorded, each with its reservation', () => {
    const other = { value: 'agree-with-reservation', reservation: text('The other reservation') };
    const from = snapshot({ deficit: [deficit({ state: { ...state, otherPositions: { W: [other] } } })] });
    const content = edition(from, 'public');
    expect(content.deficits[0]?.positions.W.contested).toEqual([other]);
    expect(content.draft).toBe(true);
  });
});

const NAME = 'Plantedname';
const anySnapshot = fc
  .record({
    level: fc.constantFrom(...CONFIDENTIALITY, undefined),
    attribution: fc.constantFrom(...ATTRIBUTIONS),
    value: fc.constantFrom(
      'agree',
      'agree-with-reservation',
      'does-not-agree',
      'divided',
      'no-position',
      'absent',
    ),
    spokespersons: fc.subarray([...CONSTITUENCIES]),
    released: fc.constantFrom('2026-01-01', undefined),
  })
  .map(({ level, attribution, value, spokespersons, released }) => {
    const qualified = value === 'agree-with-reservation' ? { reservation: text('Kept beside it') } : {};
    const decided = {
      confidentiality: level,
      released,
      position: { W: { value, ...qualified }, G: { value: 'agree' } },
      spokesperson: Object.fromEntries(spokespersons.map((c) => [c, `${NAME} ${c}`])),
    };
    return snapshot({
      dossier: [{ id: id(100), attribution }],
      participant: [{ id: id(1), name: `${NAME} One`, seat: 'W', role: text('Only delegate') }],
      actor: [{ id: id(2), name: `${NAME} Author` }],
      attachment: [
        { id: id(3), fileName: `${NAME}.pdf`, sha256: 'a'.repeat(64), mediaType: 'application/pdf', size: 1 },
      ],
      deficit: [{ id: id(4), ...decided }],
      evidence: [{ id: id(5), deficit: id(4), attachment: id(3) }],
      clause: [{ id: id(6), subject: id(4), ...decided }],
      strategy: [{ id: id(7), ...decided }],
    });
  });

describe('what must never leave', () => {
  test('no personal name is in the content of the public or restricted edition, whatever the levels', () => {
    fc.assert(
      fc.property(anySnapshot, fc.constantFrom('public' as const, 'restricted' as const), (from, kind) => {
        const content = JSON.stringify(edition(from, kind));
        expect(content).not.toContain(NAME);
        expect(content).not.toContain('Only delegate');
      }),
      { numRuns: 2000 },
    );
  });

  test('every position that needs a reservation has it, in every edition and after narrowing', () => {
    fc.assert(
      fc.property(
        anySnapshot,
        fc.constantFrom(...EDITIONS),
        fc.constantFrom(...EDITIONS),
        (from, first, second) => {
          const content = narrow(edition(from, first), second);
          const decided = [
            ...content.deficits,
            ...content.strategies,
            ...content.clauses,
            ...content.deficits.flatMap((d) => d.clauses),
          ];
          for (const item of decided)
            for (const c of CONSTITUENCIES)
              if (item.positions[c].value === 'agree-with-reservation')
                expect(item.positions[c]).toHaveProperty('reservation', text('Kept beside it'));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('narrowing an edition gives what the narrower edition would have been, but for what was left out before', () => {
    fc.assert(
      fc.property(anySnapshot, (from) => {
        const narrowed = narrow(edition(from, 'restricted'), 'public');
        const direct = edition(from, 'public');
        expect({ ...narrowed, leftOut: {} }).toEqual({ ...direct, leftOut: {} });
      }),
      { numRuns: 500 },
    );
  });

  test('a position parted from its reservation is a bug that throws, never an export', () => {
    const from = snapshot({
      deficit: [
        { id: id(1), confidentiality: 'public', position: { E: { value: 'agree-with-reservation' } } },
      ],
    });
    expect(() => edition(from, 'public')).toThrow('parted');
  });
});
