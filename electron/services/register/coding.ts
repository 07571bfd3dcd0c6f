/** Coding many deficits in one step, after a look at what it would do to each. */
import type { Draft } from '../../../db/ledger/append.ts';
import { type CodedRow, codedRows } from '../../../db/queries/coding.ts';
import { composedById, labelOf } from '../../../db/queries/record-view.ts';
import type { Coding, CodingPreview, Parsed } from '../../../shared/contract/index.ts';
import type { Confidentiality } from '../../../shared/domain/codes.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Json } from '../../../shared/domain/json.ts';
import { isMoreOpen, type Levelled } from '../../../shared/domain/levels.ts';
import {
  CODED_SETS,
  CODED_VALUES,
  CODING_STATES,
  type CodingState,
} from '../../../shared/domain/register.ts';
import { Refusal } from '../../../shared/errors.ts';
import { areaOfSubTopic } from '../../../shared/reference/national.ts';
import { type Desk, dossierOf, type OpenedDossier, writable, writeStep } from '../desk.ts';
import { nationalParents, refuseUnasked } from '../grounds.ts';
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
  /** More people may read it then. */
  readonly isOpened: boolean;
}

/** The fields of a coding, flat. A sub-topic belongs to its area and brings it along. */
function fieldsOf(opened: OpenedDossier, coding: Coding, areaOf: AreaOf): Flat {
  const flat: { [field: string]: Json } = {};
  for (const name of CODED_VALUES) if (coding[name] !== undefined) flat[name] = coding[name] as Json;
  for (const name of CODED_SETS) {
    for (const code of coding[name]?.remove ?? []) flat[`${name}:${code}`] = null;
    for (const code of coding[name]?.add ?? []) flat[`${name}:${code}`] = true;
  }
  if (typeof flat.subTopic === 'string') {
    const area = areaOf(flat.subTopic);
    if (area !== undefined && flat.area === undefined) flat.area = area;
    if (area !== undefined && flat.area !== area) throw new Refusal('input.invalid', { path: 'subTopic' });
  }
  if (Object.keys(flat).length === 0) throw new Refusal('input.invalid', { path: 'coding' });
  const fields = flatten(opened, 'deficit', undefined, flat) as Flat;
  refuseUnasked(opened.db, 'deficit', undefined, fields);
  return fields;
}

type AreaOf = (subTopic: string) => string | undefined;

const JUDGED = ['area', 'subTopic'];

function planOf(id: RecordId, row: CodedRow | undefined, fields: Flat, areaOf: AreaOf): Plan {
  const plan = (state: CodingState, set: Flat = {}, { isJudged = false, isOpened = false } = {}): Plan => ({
    id,
    state,
    set,
    isJudged,
    isOpened,
  });
  if (!row) return plan('missing');
  if (row.isWithdrawn) return plan('withdrawn');
  const value = (field: string): Json => row.values.get(field) ?? null;
  const set: { [field: string]: Json } = {};
  // Equal to the one that is shown is not agreed on, where others are beside it.
  for (const [field, wanted] of Object.entries(fields))
    if (value(field) !== wanted || row.conflicts.has(field)) set[field] = wanted;
  // A sub-topic of another area leaves with the area it belonged to.
  if ('area' in set && !('subTopic' in fields)) {
    const subTopic = value('subTopic');
    if (typeof subTopic === 'string' && areaOf(subTopic) !== set.area) set.subTopic = null;
  }
  // An embargo that is laid anew does not begin with the release of an earlier one.
  if (set.confidentiality === 'embargoed' && value('released') !== null) set.released = null;
  const names = Object.keys(set);
  if (names.some((field) => row.conflicts.has(field))) return plan('conflict');
  if (names.length === 0) return plan('same');
  return plan('changes', set, {
    isJudged: row.isJudged && names.some((field) => JUDGED.includes(field)),
    isOpened:
      'confidentiality' in set &&
      isMoreOpen(
        levelOf(value),
        levelOf((field) => set[field] ?? null),
      ),
  });
}

/** What nobody gave a level is read by participants alone. */
const levelOf = (value: (field: string) => Json): Levelled => ({
  confidentiality: (value('confidentiality') as Confidentiality | null) ?? 'participants',
  released: value('released') as string | null,
});

/** What decides beside the coded fields themselves. */
const CONSIDERED = ['subTopic', 'confidentiality', 'released'];

function plans(opened: OpenedDossier, ids: readonly RecordId[], coding: Coding): Plan[] {
  const own = nationalParents(opened.db, 'sub-topics');
  const areaOf: AreaOf = (subTopic) => areaOfSubTopic(subTopic, own);
  const fields = fieldsOf(opened, coding, areaOf);
  const asked = [...new Set(ids)];
  const rows = codedRows(opened.db, asked, [...Object.keys(fields), ...CONSIDERED]);
  return asked.map((id) => planOf(id, rows.get(id), fields, areaOf));
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
  return {
    counts,
    judged: all.filter(({ isJudged }) => isJudged).length,
    opened: all.filter(({ isOpened }) => isOpened).length,
    kept,
  };
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
