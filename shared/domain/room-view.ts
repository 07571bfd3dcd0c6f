/**
 * What the room is shown: a function of what was asked for and of what is known, which copies member by member what
 * the room may see and nothing else. Types only are imported: the page uses this file too.
 *
 * | | named | organization | group | none |
 * |---|---|---|---|---|
 * | name of who speaks | yes | no | no | no |
 * | organization | yes | yes | no | no |
 * | seat, and the seats that wait | yes | yes | yes | no |
 *
 * Never: notes, texts that are drafts, whatever belongs to one group alone, spokespersons, the organizations that
 * differ within a constituency.
 */
import type { Attribution, Confidentiality, Constituency, Seat } from './codes.ts';
import type { Texts } from './fields.ts';
import type { RoomCell, RoomColumn, RoomTable, RoomView } from './floor/room.ts';
import type { FloorState } from './floor/state.ts';
import type { ItemKind } from './floor/types.ts';
import type { Lang } from './languages.ts';
import type { Outcome, Position } from './position.ts';

export type RoomQuestion =
  | { readonly kind: 'nothing' | 'agenda' | 'speaker' | 'balance' | 'break' | 'clause' }
  | { readonly kind: 'table'; readonly table: RoomTable };

export type RoomPositions = { readonly [C in Constituency]?: Position | undefined };

/** A clause as it may be shown: its text is that which was read, or that of the push. */
export interface ClauseFacts {
  readonly number: string;
  readonly body: Texts;
  readonly confidentiality: Confidentiality | undefined;
  /** Its text has several heads: nobody has said yet which of them is the text. */
  readonly isContested: boolean;
  /** Those answered in the read-back in course, those on record otherwise. */
  readonly positions: RoomPositions;
  readonly asked: Constituency | null;
  readonly outcome: Outcome | null;
}

export interface RoomFacts {
  /** Under which the room is told of whoever has the floor: the strictest since it was learnt who they are. */
  readonly level: Attribution;
  /** The mandate lets the balance of speaking time be shown. */
  readonly balanceShown: boolean;
  /** One or two, the upper first. */
  readonly languages: readonly Lang[];
  readonly title: Texts;
  readonly items: readonly {
    readonly id: string;
    readonly title: Texts;
    readonly kind: ItemKind;
    readonly minutes: number;
  }[];
  /** Null before the session was opened. */
  readonly floor: FloorState | null;
  /** Name of the organization of who speaks. */
  readonly organization: Texts | null;
  readonly clause: ClauseFacts | null;
  /** Clauses confirmed in this session. */
  readonly decisions: readonly ClauseFacts[];
}

const SEATS: readonly Seat[] = ['G', 'E', 'W', 'invited'];
const THREE: readonly Constituency[] = ['G', 'E', 'W'];
const isSeat = (speaker: string): speaker is Seat => SEATS.includes(speaker as Seat);

/** The view, or null where the question may not be answered to the room. */
export function roomView(question: RoomQuestion, facts: RoomFacts): RoomView | null {
  switch (question.kind) {
    case 'nothing':
      return { kind: 'nothing' };
    case 'agenda':
      return agendaView(facts);
    case 'speaker':
      return speakerView(facts);
    case 'balance':
      return facts.balanceShown && facts.floor ? balanceView(facts.floor) : null;
    case 'break':
      return breakView(facts);
    case 'clause':
      return facts.clause && clauseView(facts.clause, facts.languages);
    case 'table':
      return tableView(question.table, facts);
  }
}

function agendaView(facts: RoomFacts): RoomView {
  const states = new Map(facts.floor?.items.map((item) => [item.id, item.state]));
  return {
    kind: 'agenda',
    title: told(facts.title, facts.languages),
    items: facts.items.map(({ id, title, kind, minutes }) => ({
      title: told(title, facts.languages),
      kind,
      minutes,
      state: states.get(id) ?? 'ahead',
    })),
    driftMs: facts.floor?.driftMs ?? 0,
  };
}

function speakerView({ floor, level, organization, languages }: RoomFacts): RoomView {
  const speaking = floor?.speaking ?? null;
  return conceal(
    {
      kind: 'speaker',
      speaker: speaking?.speaker ?? null,
      name: speaking?.name ?? null,
      organization: speaking && organization ? told(organization, languages) : null,
      turn: speaking?.turn ?? 'turn',
      clock: speaking && {
        elapsedMs: speaking.elapsedMs,
        limitMs: speaking.limitMs,
        isRunning: !speaking.isHeld && floor?.phase === 'open',
      },
      waiting: floor?.queue.map((entry) => entry.seat) ?? [],
    },
    level,
  );
}

/** Takes from a view what this level does not let the room see: also from one that was frozen before it was tightened. */
export function conceal(view: RoomView, level: Attribution): RoomView {
  if (view.kind !== 'speaker') return view;
  return {
    ...view,
    speaker: level === 'none' && view.speaker !== null && isSeat(view.speaker) ? null : view.speaker,
    name: level === 'named' ? view.name : null,
    organization: level === 'named' || level === 'organization' ? view.organization : null,
    waiting: level === 'none' ? [] : view.waiting,
  };
}

function balanceView({ balance, women }: FloorState): RoomView {
  const share = (constituency: Constituency) => ({
    share: balance.shares[constituency].share,
    target: balance.shares[constituency].target,
  });
  return {
    kind: 'balance',
    time: balance.time,
    shares: { G: share('G'), E: share('E'), W: share('W') },
    women: women.time,
  };
}

function breakView({ floor, items }: RoomFacts): RoomView {
  const item = items.find(({ id }) => id === floor?.item);
  return item && item.kind !== 'item'
    ? { kind: 'break', why: item.kind, minutes: item.minutes || null }
    : { kind: 'break', why: 'pause', minutes: null };
}

/** Fit for the room: a text that stands, in a language of the room, of no level of one group alone. */
function isForTheRoom(clause: ClauseFacts, languages: readonly Lang[]): boolean {
  return (
    clause.confidentiality !== 'group-internal' &&
    !clause.isContested &&
    languages.some((lang) => clause.body[lang] && clause.body[lang].status !== 'draft')
  );
}

function clauseView(clause: ClauseFacts, languages: readonly Lang[]): RoomView | null {
  if (!isForTheRoom(clause, languages)) return null;
  const column = (constituency: Constituency): RoomColumn | null => {
    const position = clause.positions[constituency];
    return position
      ? {
          value: position.value,
          silent: position.silent === true,
          reservation: position.reservation ? whole(position.reservation as Texts, languages) : null,
          mandate: position.mandate ?? null,
        }
      : null;
  };
  return {
    kind: 'clause',
    number: clause.number,
    body: inPair(clause.body, languages),
    columns: { G: column('G'), E: column('E'), W: column('W') },
    asked: clause.asked,
    outcome: clause.outcome,
  };
}

function tableView(table: RoomTable, facts: RoomFacts): RoomView | null {
  if (table === 'quorum') {
    if (!facts.floor) return null;
    const { seats } = facts.floor.quorum;
    return {
      kind: 'table',
      title: table,
      columns: [],
      rows: THREE.map((seat) => [
        { seat },
        { number: seats[seat].present },
        { number: seats[seat].needed },
        { number: seats[seat].entitled },
      ]),
    };
  }
  if (table === 'positions') {
    const { clause } = facts;
    if (!clause || !isForTheRoom(clause, facts.languages)) return null;
    return { kind: 'table', title: table, columns: seatCells(), rows: clauseRows(clause, facts.languages) };
  }
  const decisions = facts.decisions.filter((each) => isForTheRoom(each, facts.languages));
  return {
    kind: 'table',
    title: table,
    columns: seatCells(),
    rows: decisions.flatMap((each) => clauseRows(each, facts.languages)),
  };
}

const seatCells = (): RoomCell[] => THREE.map((seat) => ({ seat }));

/** The text with three values, and under it each reservation whole: no value is shown without it. */
function clauseRows(clause: ClauseFacts, languages: readonly Lang[]): RoomCell[][] {
  const row: RoomCell[] = [
    { text: inPair(clause.body, languages) },
    ...THREE.map((seat) => ({ stance: clause.positions[seat]?.value ?? ('not-requested' as const), seat })),
  ];
  const reservations = THREE.flatMap((seat) => {
    const reservation = clause.positions[seat]?.reservation;
    return reservation ? [[{ seat }, { text: whole(reservation as Texts, languages) }]] : [];
  });
  return [row, ...reservations];
}

/** Texts that stand in the languages of the room. */
function inPair(texts: Texts, languages: readonly Lang[]): Texts {
  return only(texts, (lang) => languages.includes(lang) && texts[lang]?.status !== 'draft');
}

/** The same, or what stands in another language where the room's have none. */
function told(texts: Texts, languages: readonly Lang[]): Texts {
  const pair = inPair(texts, languages);
  return isEmpty(pair) ? only(texts, (lang) => texts[lang]?.status !== 'draft') : pair;
}

/** The same, or whatever there is: a reservation is never left out for want of a translation. */
function whole(texts: Texts, languages: readonly Lang[]): Texts {
  const standing = told(texts, languages);
  return isEmpty(standing) ? texts : standing;
}

const isEmpty = (texts: Texts): boolean => Object.keys(texts).length === 0;

const only = (texts: Texts, isKept: (lang: Lang) => boolean): Texts =>
  Object.fromEntries(
    (Object.entries(texts) as [Lang, NonNullable<Texts[Lang]>][])
      .filter(([lang]) => isKept(lang))
      .map(([lang, { text, status }]) => [lang, { text, status }]),
  );

/** What this country calls the constituencies, in the languages of the room. */
export const roomLabels = (
  labels: { readonly [C in Constituency]?: Texts } | undefined,
  languages: readonly Lang[],
): { readonly [C in Constituency]?: Texts } =>
  Object.fromEntries(
    THREE.flatMap((seat) => {
      const texts = inPair(labels?.[seat] ?? {}, languages);
      return isEmpty(texts) ? [] : [[seat, texts]];
    }),
  );
