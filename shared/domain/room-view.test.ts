import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Attribution } from './codes.ts';
import type { Texts } from './fields.ts';
import type { FloorState } from './floor/state.ts';
import type { Sum } from './floor/types.ts';
import { LANGS, type Lang } from './languages.ts';
import {
  type ClauseFacts,
  conceal,
  type RoomFacts,
  type RoomQuestion,
  roomLabels,
  roomView,
} from './room-view.ts';

const LEVELS: readonly Attribution[] = ['named', 'organization', 'group', 'none'];
const QUESTIONS: readonly RoomQuestion[] = [
  ...(['nothing', 'agenda', 'speaker', 'balance', 'break', 'clause'] as const).map((kind) => ({ kind })),
  ...(['quorum', 'decisions', 'positions'] as const).map((table) => ({ kind: 'table' as const, table })),
];
const original = (text: string): Texts => ({ en: { text, status: 'original' } });
const draft = (text: string, lang: Lang = 'ar'): Texts => ({ [lang]: { text, status: 'draft' } });

const sum: Sum = { ms: 60_000, turns: 1 };
const balance: FloorState['balance'] = {
  time: { G: sum, E: sum, W: sum, invited: sum, chair: sum, ceremony: sum, interpretation: sum },
  sex: { F: sum, M: sum, X: sum, withheld: sum },
  pointsOfOrder: sum,
  shares: {
    G: { share: 0.5, target: 0.34, budgetMs: 123_454_321 },
    E: { share: 0.25, target: 0.33, budgetMs: null },
    W: { share: 0.25, target: 0.33, budgetMs: null },
  },
  totalMs: 180_000,
};
const person = (name: string) => ({
  participant: 'PLANTED-participant',
  name,
  standing: 'titular' as const,
  here: true,
  steppedIn: false,
  spokesperson: true,
});
/** A floor in which every text that the room may not see holds a planted word. */
const floor: FloorState = {
  session: 'PLANTED-session',
  revision: 4,
  phase: 'open',
  level: 'named',
  mayName: true,
  clock: { elapsedMs: 1000, isRunning: true, openedAt: null, utcOffset: 0 },
  item: 'item-1',
  items: [{ id: 'item-1', kind: 'item', minutes: 10, spentMs: 0, state: 'now' }],
  driftMs: 60_000,
  expectedEndMs: 0,
  speaking: {
    id: 'PLANTED-turn',
    speaker: 'W',
    turn: 'turn',
    name: 'SPEAKER-NAME',
    organization: 'PLANTED-organization-id',
    elapsedMs: 5000,
    limitMs: 180_000,
    isHeld: false,
  },
  queue: [
    {
      id: 'PLANTED-entry',
      seat: 'E',
      turn: 'turn',
      sinceMs: 0,
      name: 'PLANTED-waiting',
      organization: 'PLANTED-organization',
      isFirst: true,
      spokesperson: true,
    },
  ],
  suggestion: 'PLANTED-entry',
  balance,
  women: { present: 0.4, spokespersons: 0.4, time: 0.3 },
  presence: [
    {
      seat: 'G',
      titular: 1,
      alternate: 0,
      adviser: 0,
      steppedIn: 0,
      women: 1,
      unidentified: 0,
      people: [person('PLANTED-present')],
    },
  ],
  quorum: {
    at: '2026-01-31T08:15:00.000Z',
    rule: null,
    met: true,
    seats: {
      G: { present: 1, entitled: 4, needed: 2, met: false },
      E: { present: 2, entitled: 4, needed: 2, met: true },
      W: { present: 3, entitled: 4, needed: 2, met: true },
    },
  },
  openReadBack: 'PLANTED-read-back',
  notices: [],
};
const clause: ClauseFacts = {
  number: '001',
  body: {
    ...original('The text'),
    ...draft('PLANTED-draft'),
    fr: { text: 'PLANTED-other-pair', status: 'checked' },
  },
  confidentiality: 'secretariat',
  isContested: false,
  positions: {
    G: { value: 'agree', mandate: 'mandated' },
    E: {
      value: 'agree-with-reservation',
      reservation: draft('THE-RESERVATION', 'es') as never,
      organizations: [{ organization: 'PLANTED-organization' as never, value: 'does-not-agree' }],
    },
  },
  asked: 'W',
  outcome: null,
};
const facts = (part: Partial<RoomFacts> = {}): RoomFacts => ({
  level: 'group',
  balanceShown: true,
  languages: ['ar', 'en'],
  title: { ...original('Plenary'), ...draft('PLANTED-title') },
  // A note is no member of the facts; one that came along would not be copied.
  items: [
    { id: 'item-1', title: original('Item'), kind: 'item', minutes: 10, notes: 'PLANTED-note' } as never,
  ],
  floor,
  organization: original('ORGANIZATION-NAME'),
  clause,
  decisions: [clause, { ...clause, body: original('PLANTED-internal'), confidentiality: 'group-internal' }],
  ...part,
});
const shown = (question: RoomQuestion, given: RoomFacts): string => JSON.stringify(roomView(question, given));

describe('[room] the room is shown nothing that was not pushed', () => {
  test('notes, names, drafts, ids and levels, whatever is asked for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...QUESTIONS),
        fc.constantFrom(...LEVELS),
        fc.uniqueArray(fc.constantFrom(...LANGS.filter((lang) => lang !== 'fr')), {
          minLength: 1,
          maxLength: 2,
        }),
        (question, level, languages) => {
          const text = shown(question, facts({ level, languages }));
          expect(text).not.toContain('PLANTED');
          expect(text).not.toContain('123454321');
          if (level !== 'named') expect(text).not.toContain('SPEAKER-NAME');
          if (level === 'group' || level === 'none') expect(text).not.toContain('ORGANIZATION-NAME');
        },
      ),
    );
  });

  test('each question answers with its own members', () => {
    expect(roomView({ kind: 'speaker' }, facts({ level: 'named' }))).toEqual({
      kind: 'speaker',
      speaker: 'W',
      name: 'SPEAKER-NAME',
      organization: original('ORGANIZATION-NAME'),
      turn: 'turn',
      clock: { elapsedMs: 5000, limitMs: 180_000, isRunning: true },
      waiting: ['E'],
    });
    expect(roomView({ kind: 'speaker' }, facts({ level: 'none' }))).toMatchObject({
      speaker: null,
      name: null,
      organization: null,
      waiting: [],
    });
    expect(roomView({ kind: 'agenda' }, facts())).toEqual({
      kind: 'agenda',
      title: original('Plenary'),
      items: [{ title: original('Item'), kind: 'item', minutes: 10, state: 'now' }],
      driftMs: 60_000,
    });
  });

  test('a view that was frozen is concealed when the level is tightened', () => {
    const frozen = roomView({ kind: 'speaker' }, facts({ level: 'named' }));
    expect(frozen && JSON.stringify(conceal(frozen, 'group'))).not.toMatch(/SPEAKER-NAME|ORGANIZATION-NAME/);
  });
});

test('[room] the balance is for the room only where the mandate says so', () => {
  expect(roomView({ kind: 'balance' }, facts({ balanceShown: false }))).toBeNull();
  expect(roomView({ kind: 'balance' }, facts())).toMatchObject({ women: 0.3, shares: { G: { share: 0.5 } } });
});

test('[room] a clause is for the room with a text that stands, in a language of the room, of no one group', () => {
  const asked = (part: Partial<ClauseFacts>, languages: readonly Lang[] = ['ar', 'en']) =>
    roomView({ kind: 'clause' }, facts({ clause: { ...clause, ...part }, languages }));
  expect(asked({ confidentiality: 'group-internal' })).toBeNull();
  expect(asked({ isContested: true })).toBeNull();
  expect(asked({ body: draft('PLANTED') })).toBeNull();
  expect(asked({}, ['es'])).toBeNull();
  expect(asked({})).toMatchObject({ body: original('The text'), columns: { W: null }, asked: 'W' });
});

test('[room] no value is shown without its reservation, whatever language it is in', () => {
  for (const question of QUESTIONS.filter(({ kind }) => kind === 'clause' || kind === 'table').filter(
    (each) => !('table' in each) || each.table !== 'quorum',
  ))
    expect(shown(question, facts()), JSON.stringify(question)).toContain('THE-RESERVATION');
});

test('[room] labels are those of the languages of the room', () => {
  expect(roomLabels({ G: { ...original('State'), ...draft('PLANTED') } }, ['ar', 'en'])).toEqual({
    G: original('State'),
  });
});
