/** Coding many deficits in one step, after a look at what it would do to each. */
import type { Draft } from '../../../db/ledger/append.ts';
import { HeadsView } from '../../../db/ledger/heads-view.ts';
import { findRecord, findTerm } from '../../../db/ledger/store.ts';
import { composedById, labelOf } from '../../../db/queries/record-view.ts';
import { type Db, pluck, sql } from '../../../db/statements.ts';
import type { Coding, CodingPreview, Parsed } from '../../../shared/contract/index.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Json } from '../../../shared/domain/json.ts';
import {
  CODED_SETS,
  CODED_VALUES,
  CODING_STATES,
  type CodingState,
} from '../../../shared/domain/register.ts';
import { Refusal } from '../../../shared/errors.ts';
import { codelist, itemIn } from '../../../shared/reference/index.ts';
import { type Desk, dossierOf, type OpenedDossier, writable, writeStep } from '../desk.ts';
import { flatten } from '../records.ts';

/** Those left alone that are named; the others are counted. */
const NAMED = 100;

type Flat = { readonly [field: string]: Json };

interface Plan {
  readonly id: RecordId;
  readonly state: CodingState;
  readonly set: Flat;
  /** Somebody stands on the text that would be another. */
  readonly isJudged: boolean;
}

/** The fields of a coding, flat. A sub-topic belongs to its area and brings it along. */
function fieldsOf(opened: OpenedDossier, coding: Coding): Flat {
  const flat: { [field: string]: Json } = {};
  for (const name of CODED_VALUES) if (coding[name] !== undefined) flat[name] = coding[name] as Json;
  for (const name of CODED_SETS) {
    for (const code of coding[name]?.remove ?? []) flat[`${name}:${code}`] = null;
    for (const code of coding[name]?.add ?? []) flat[`${name}:${code}`] = true;
  }
  if (typeof flat.subTopic === 'string') {
    const area = parentOf(flat.subTopic);
    if (area !== undefined && flat.area === undefined) flat.area = area;
    if (area !== undefined && flat.area !== area) throw new Refusal('input.invalid', { path: 'subTopic' });
  }
  if (Object.keys(flat).length === 0) throw new Refusal('input.invalid', { path: 'coding' });
  return flatten(opened, 'deficit', undefined, flat) as Flat;
}

const parentOf = (subTopic: string): string | undefined =>
  itemIn(codelist('thematic-areas'), subTopic)?.parent;

const JUDGED = ['area', 'subTopic'];

function planOf(db: Db, id: RecordId, fields: Flat): Plan {
  const plan = (state: CodingState, set: Flat = {}, isJudged = false): Plan => ({ id, state, set, isJudged });
  const record = findRecord(db, 'deficit', id);
  const row =
    record &&
    sql<{ withdrawn: number; conflicts: number; stands: number }>(
      db,
      `SELECT withdrawn, conflicts, position_g IS NOT NULL OR position_e IS NOT NULL OR position_w IS NOT NULL AS stands
       FROM deficit WHERE record = ?`,
    ).get(record.n);
  if (!record || !row) return plan('missing');
  if (row.withdrawn === 1) return plan('withdrawn');
  const heads = new HeadsView(db, record.n);
  const set: { [field: string]: Json } = {};
  for (const [field, value] of Object.entries(fields))
    if (heads.value(field) !== value || heads.heads(field).length > 1) set[field] = value;
  // A sub-topic of another area leaves with the area it belonged to.
  if ('area' in set && !('subTopic' in fields)) {
    const subTopic = heads.value('subTopic');
    if (typeof subTopic === 'string' && parentOf(subTopic) !== set.area) set.subTopic = null;
  }
  const names = Object.keys(set);
  if (row.conflicts > 0 && names.some((field) => isInConflict(db, record.n, field))) return plan('conflict');
  const changed = names.filter((field) => heads.value(field) !== set[field]);
  if (changed.length === 0) return plan('same');
  return plan(
    'changes',
    Object.fromEntries(changed.map((field) => [field, set[field] as Json])),
    row.stands === 1 && changed.some((field) => JUDGED.includes(field)),
  );
}

function isInConflict(db: Db, record: number, field: string): boolean {
  const term = findTerm(db, field);
  return (
    term !== undefined &&
    pluck(db, 'SELECT 1 FROM conflict WHERE record = ? AND field = ?').get(record, term) === 1
  );
}

function plans(opened: OpenedDossier, ids: readonly RecordId[], coding: Coding): Plan[] {
  const fields = fieldsOf(opened, coding);
  return [...new Set(ids)].map((id) => planOf(opened.db, id, fields));
}

/** Writes nothing. */
export function previewCoding(desk: Desk, input: Parsed<'register.codePreview'>): CodingPreview {
  const opened = dossierOf(desk, input.dossier);
  const all = plans(opened, input.ids, input.coding);
  const counts = Object.fromEntries(
    CODING_STATES.map((state) => [state, all.filter((plan) => plan.state === state).length]),
  ) as CodingPreview['counts'];
  const kept = all
    .flatMap(({ id, state }) => (state === 'changes' ? [] : [{ id, state }]))
    // What a person must do something about comes first.
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
    .slice(0, NAMED)
    .map(({ id, state }) => {
      if (state === 'missing') return { id, state, number: '', title: {} };
      const composed = composedById(opened.db, 'deficit', id);
      return {
        id,
        state,
        number: (composed.record as { number?: string }).number ?? '',
        title: labelOf(composed),
      };
    });
  return { counts, judged: all.filter(({ isJudged }) => isJudged).length, kept };
}
const ORDER: readonly CodingState[] = ['conflict', 'withdrawn', 'missing', 'same'];

/** One step for all of them; those in conflict, withdrawn or so already are left alone. */
export function codeMany(desk: Desk, input: Parsed<'register.code'>): { changed: number } {
  const opened = writable(desk, input.dossier);
  const drafts = plans(opened, input.ids, input.coding).flatMap(({ id, state, set }): Draft[] =>
    state === 'changes'
      ? [
          {
            recordType: 'deficit',
            recordId: id,
            set,
            intent: 'edit',
            ...(input.reason ? { reason: input.reason } : {}),
          },
        ]
      : [],
  );
  if (drafts.length > 0) writeStep(desk, opened, 'edit', drafts);
  return { changed: drafts.length };
}
