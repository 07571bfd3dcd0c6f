/** The running record: what was heard, written as it is said. */
import type { Draft } from '../../../db/ledger/append.ts';
import { type ComposedRecord, composeRecord } from '../../../db/ledger/compose.ts';
import { findRecord } from '../../../db/ledger/store.ts';
import { decisionRule } from '../../../db/projections/deficit.ts';
import { composedById, outcomeOfRecord } from '../../../db/queries/record-view.ts';
import { pointsPage } from '../../../db/queries/session.ts';
import type { Db } from '../../../db/statements.ts';
import type { Parsed, PointRow } from '../../../shared/contract/index.ts';
import type { Seat } from '../../../shared/domain/codes.ts';
import type { EditionContent } from '../../../shared/domain/content.ts';
import { expandMembers } from '../../../shared/domain/fields.ts';
import { isLooser, kept, strictest } from '../../../shared/domain/floor/attribution.ts';
import type { Json } from '../../../shared/domain/json.ts';
import { LANGS } from '../../../shared/domain/languages.ts';
import { findName } from '../../../shared/domain/names.ts';
import { type Clause, definitionOf, type Point } from '../../../shared/domain/records/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import { type Desk, dossierOf, writable, writeStep } from '../desk.ts';
import { nextNumber } from '../records.ts';
import { floorOf } from './load.ts';
import type { Floor } from './memory.ts';
import { settle } from './settle.ts';
import { refuseInCaucus, requireRunning } from './step.ts';

type Note = Parsed<'session.note'>;

export function readRecord(
  desk: Desk,
  input: Parsed<'session.record'>,
): { total: number; points: PointRow[] } {
  const { db } = dossierOf(desk, input.dossier);
  const { total, points } = pointsPage(db, input.session, input);
  return { total, points: points.map((composed) => rowOf(db, composed)) };
}

/**
 * Writes an entry, new or again: the page makes its id, so that a second try writes nothing twice. An empty body
 * withdraws what was there; of a new entry it writes nothing and answers null.
 *
 * Who spoke is kept as far as the level allows, and no further than the level the entry was made under.
 */
export function note(desk: Desk, input: Note): PointRow | null {
  const opened = writable(desk, input.dossier);
  const { floor } = floorOf(desk, input.dossier, input.session);
  requireRunning(floor);
  refuseInCaucus(floor);
  const row = findRecord(opened.db, 'point', input.id);
  const old = row && (composeRecord(opened.db, row.n)?.record as Point | undefined);
  if (old && old.session !== input.session) throw new Refusal('record.exists');
  const isEmpty = Object.values(input.body ?? {}).every(
    (entry) => (typeof entry === 'string' ? entry : (entry?.text ?? '')).trim() === '',
  );
  if (isEmpty && !old) return null;
  const members = isEmpty ? {} : membersOf(floor, input, old);
  const { flat, problems } = expandMembers(definitionOf('point').fields, members);
  if (problems[0]) throw new Refusal('input.invalid', { path: problems[0].path });
  const who = isEmpty ? {} : whoOf(floor, input, old);
  const set: { [field: string]: Json } = { ...flat, ...who };
  if (!old) {
    const number = nextNumber(opened, 'point');
    if (number) set.number = number;
    set.at = new Date(desk.now()).toISOString();
    set.level = floor.facts.level;
    set.confidentiality = isLooser(floor.facts.level, 'group') ? 'public' : 'secretariat';
  }
  const draft: Draft = isEmpty
    ? { recordType: 'point', recordId: input.id, set: { withdrawn: true }, intent: 'withdraw' }
    : { recordType: 'point', recordId: input.id, set, intent: old ? 'edit' : 'create' };
  writeStep(desk, opened, old ? 'edit' : 'create', [draft]);
  wasUsed(desk, floor);
  const written = rowOf(opened.db, composedById(opened.db, 'point', input.id));
  return namesSomebody(floor, written) ? { ...written, namesPerson: true } : written;
}

/** Writing is doing something: the turn that runs meanwhile was not forgotten. */
function wasUsed(desk: Desk, floor: Floor): void {
  settle(desk, floor);
  floor.idleMs = 0;
  floor.lastAct = {
    wall: desk.now(),
    elapsedMs: floor.clock.elapsedMs,
    heldMs: floor.clock.heldMs,
    itemMs: floor.item === null ? 0 : (floor.spent.get(floor.item) ?? 0),
  };
}

function membersOf(floor: Floor, input: Note, old: Point | undefined): { [name: string]: unknown } {
  const { body, spoken, deficit, clause, responsible, due } = input;
  const item = input.item === undefined && !old ? floor.item : input.item;
  return {
    ...(old ? {} : { session: input.session }),
    kind: input.kind,
    body,
    ...(item === undefined || (item === null && !old) ? {} : { item }),
    ...Object.fromEntries(
      Object.entries({ spoken, deficit, clause, responsible, due }).filter(
        ([, value]) => value !== undefined && (value !== null || old !== undefined),
      ),
    ),
    ...(input.interpreted === undefined ? {} : { interpreted: input.interpreted ? true : null }),
  };
}

/** Only what was said of the speaker is written; what is not allowed is left as if nobody had said it. */
function whoOf(floor: Floor, input: Note, old: Point | undefined): { [field: string]: Json } {
  const { participant, organization, seat } = input;
  if (participant === undefined && organization === undefined && seat === undefined) return {};
  const person = participant ? floor.facts.participants.get(participant) : undefined;
  const level = strictest(floor.facts.level, old?.level);
  const who = kept(
    level,
    {
      participant: person?.id ?? null,
      organization: organization ?? person?.organization ?? null,
      sex: null,
      seat: (seat ?? person?.seat ?? 'invited') as Seat,
    },
    { F: 0, M: 0, X: 0 },
    'point',
  );
  const said: { [field: string]: Json } = {
    ...(who.participant ? { participant: who.participant } : {}),
    ...(who.organization ? { organization: who.organization } : {}),
    ...(who.seat && (seat || person) ? { seat: who.seat } : {}),
  };
  if (!old) return said;
  const cleared = Object.entries({ participant, organization, seat })
    .filter(([field, value]) => value !== undefined && !(field in said) && old[field as 'seat'] !== undefined)
    .map(([field]) => [field, null]);
  return { ...said, ...Object.fromEntries(cleared) };
}

/** A participant's full name in the words, where the level lets none be kept. */
function namesSomebody(floor: Floor, row: PointRow): boolean {
  if (floor.facts.level === 'named') return false;
  const names = [...floor.facts.participants.values()].flatMap(({ name }) => name ?? []);
  const texts = LANGS.map((lang) => row.body[lang]?.text ?? '');
  return findName({ participants: [], texts } as unknown as EditionContent, names) !== undefined;
}

export function rowOf(db: Db, composed: ComposedRecord): PointRow {
  const record = composed.record as Point;
  const clause = record.clause === undefined ? undefined : clauseOf(db, record.clause);
  return {
    id: record.id,
    number: record.number ?? null,
    kind: record.kind ?? 'point',
    item: record.item ?? null,
    body: record.body ?? {},
    at: record.at ?? null,
    spoken: record.spoken ?? null,
    interpreted: record.interpreted === true,
    seat: record.seat ?? null,
    participant: record.participant ?? null,
    organization: record.organization ?? null,
    deficit: record.deficit ?? null,
    clause: record.clause ?? null,
    clauseNumber: (clause?.record as Clause | undefined)?.number ?? null,
    outcome: clause ? outcomeOfRecord(clause, decisionRule(db)) : null,
    responsible: record.responsible ?? {},
    due: record.due ?? null,
    confidentiality: record.confidentiality ?? null,
    level: record.level ?? null,
    conflicts: composed.conflicts,
    withdrawn: record.withdrawn === true,
  };
}

/** A clause that is not here yet is a finding, and has neither number nor outcome. */
function clauseOf(db: Db, id: string): ComposedRecord | undefined {
  const row = findRecord(db, 'clause', id);
  return row && composeRecord(db, row.n);
}
