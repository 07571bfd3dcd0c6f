/** Changes to the problem tree: each is one step, and one undo takes it back. */
import { randomUUID } from 'node:crypto';
import type { Draft } from '../../../db/ledger/append.ts';
import { composedById } from '../../../db/queries/record-view.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import {
  type CauseEdit,
  mayLieUnder,
  planLift,
  planMove,
  planPlace,
  siblingsOf,
} from '../../../shared/domain/causes/moves.ts';
import { branchOf, kindOf } from '../../../shared/domain/causes/outline.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Cause, Link } from '../../../shared/domain/records/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import { type Desk, type OpenedDossier, writable, writeStep } from '../desk.ts';
import { withPasted } from '../originals.ts';
import { flatten } from '../records.ts';
import { closesLinkRing } from './rings.ts';
import { evidenceOf, linksFrom, outlineOfDeficit } from './tree.ts';

/** The record, where people may still work on it. */
function standing<T>(opened: OpenedDossier, type: 'cause' | 'deficit' | 'link', id: string): T {
  const record = composedById(opened.db, type, id).record as { readonly withdrawn?: boolean };
  if (record.withdrawn) throw new Refusal('record.withdrawn');
  return record as T;
}

const draftOf = (opened: OpenedDossier, { id, ...members }: CauseEdit): Draft => ({
  recordType: 'cause',
  recordId: id as RecordId,
  set: flatten(opened, 'cause', id, members),
  intent: 'edit',
});

export function addCause(desk: Desk, input: Parsed<'causes.add'>): { id: string } {
  const opened = writable(desk, input.dossier);
  standing(opened, 'deficit', input.deficit);
  const outline = outlineOfDeficit(opened.db, input.deficit);
  const { kind, under } = input;
  if (under !== null && !outline.some((row) => row.id === under && row.kind === kind))
    throw new Refusal('input.invalid', { path: 'under' });
  const id = randomUUID() as RecordId;
  const [own, others] = parted(planPlace(outline, id, kind, under, input.after), id);
  const members = {
    deficit: input.deficit,
    kind,
    ...(under !== null && { under }),
    order: own?.order,
    body: input.body,
  };
  writeStep(desk, opened, 'create', [
    {
      recordType: 'cause',
      recordId: id,
      set: flatten(opened, 'cause', undefined, withPasted(opened, 'cause', undefined, members, input.pasted)),
      intent: 'create',
    },
    ...others.map((edit) => draftOf(opened, edit)),
  ]);
  return { id };
}

const parted = (edits: readonly CauseEdit[], id: string): [CauseEdit | undefined, CauseEdit[]] => [
  edits.find((edit) => edit.id === id),
  edits.filter((edit) => edit.id !== id),
];

export function moveCause(desk: Desk, input: Parsed<'causes.move'>): { moved: boolean } {
  const opened = writable(desk, input.dossier);
  const cause = standing<Cause>(opened, 'cause', input.id);
  const drafts =
    typeof input.to === 'object' && 'deficit' in input.to
      ? toAnother(opened, cause, input.to.deficit)
      : within(opened, cause, input.to).map((edit) => draftOf(opened, edit));
  return { moved: drafts.length > 0 && writeStep(desk, opened, 'edit', drafts).length > 0 };
}

function within(
  opened: OpenedDossier,
  cause: Cause,
  to: Exclude<Parsed<'causes.move'>['to'], { deficit: string }>,
): readonly CauseEdit[] {
  if (!cause.deficit) throw new Refusal('record.missing');
  const outline = outlineOfDeficit(opened.db, cause.deficit);
  if (typeof to === 'string') return planMove(outline, cause.id, to) ?? [];
  if (to.under !== null) {
    if (!mayLieUnder(outline, cause.id, to.under)) throw new Refusal('causes.cycle', { id: cause.id });
    if (!outline.some((row) => row.id === to.under && row.kind === kindOf(cause)))
      throw new Refusal('input.invalid', { path: 'to.under' });
  }
  return planPlace(outline, cause.id, kindOf(cause), to.under, to.after);
}

/** The whole branch goes, with the evidence that names something in it: evidence belongs to one deficit. */
function toAnother(opened: OpenedDossier, cause: Cause, deficit: RecordId): Draft[] {
  if (deficit === cause.deficit) return [];
  standing(opened, 'deficit', deficit);
  const from = cause.deficit;
  const branch = from ? branchOf(outlineOfDeficit(opened.db, from), cause.id) : [];
  const ids = new Set<string>([cause.id, ...branch.map(({ id }) => id)]);
  const last = siblingsOf(outlineOfDeficit(opened.db, deficit), kindOf(cause), null);
  const [own, others] = parted(planPlace(last, cause.id, kindOf(cause), null, undefined), cause.id);
  const inBranch = [...ids].filter((id) => id !== cause.id);
  return [
    {
      ...draftOf(opened, own ?? { id: cause.id, under: null }),
      set: flatten(opened, 'cause', cause.id, { deficit, under: null, order: own?.order }),
    },
    ...inBranch.map(
      (id): Draft => ({
        recordType: 'cause',
        recordId: id as RecordId,
        set: { deficit },
        intent: 'edit',
      }),
    ),
    ...others.map((edit) => draftOf(opened, edit)),
    ...(from ? evidenceOf(opened.db, from) : [])
      .filter(({ cause: named }) => named && ids.has(named))
      .map(({ id }): Draft => ({ recordType: 'evidence', recordId: id, set: { deficit }, intent: 'edit' })),
  ];
}

export function withdrawCause(desk: Desk, input: Parsed<'causes.withdraw'>): { lifted: number } {
  const opened = writable(desk, input.dossier);
  const cause = standing<Cause>(opened, 'cause', input.id);
  const lifts = cause.deficit ? planLift(outlineOfDeficit(opened.db, cause.deficit), cause.id) : [];
  writeStep(desk, opened, 'withdraw', [
    {
      recordType: 'cause',
      recordId: input.id,
      set: { withdrawn: true },
      intent: 'withdraw',
      ...(input.reason ? { reason: input.reason } : {}),
    },
    ...lifts.map((edit) => draftOf(opened, edit)),
  ]);
  return { lifted: lifts.filter(({ under }) => under !== undefined).length };
}

export function linkDeficits(desk: Desk, input: Parsed<'causes.link'>): { id: string } {
  const opened = writable(desk, input.dossier);
  const { from, to, kind } = input;
  standing(opened, 'deficit', from);
  standing(opened, 'deficit', to);
  if (linksFrom(opened.db, from).some((link) => link.to === to && link.kind === kind))
    throw new Refusal('causes.linked', { from, to });
  if (closesLinkRing(opened.db, from, to)) throw new Refusal('causes.cycle', { from, to });
  const id = randomUUID() as RecordId;
  const members = { from, to, kind, note: input.note };
  writeStep(desk, opened, 'create', [
    {
      recordType: 'link',
      recordId: id,
      set: flatten(opened, 'link', undefined, withPasted(opened, 'link', undefined, members, input.pasted)),
      intent: 'create',
    },
  ]);
  return { id };
}

export function unlinkDeficits(desk: Desk, input: Parsed<'causes.unlink'>): null {
  const opened = writable(desk, input.dossier);
  standing<Link>(opened, 'link', input.id);
  writeStep(desk, opened, 'withdraw', [
    {
      recordType: 'link',
      recordId: input.id,
      set: { withdrawn: true },
      intent: 'withdraw',
      ...(input.reason ? { reason: input.reason } : {}),
    },
  ]);
  return null;
}
