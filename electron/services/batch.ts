/** Batches of records from a file: the same validation as the screens, all or nothing. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { append, type Draft } from '../../db/ledger/append.ts';
import { findRecord } from '../../db/ledger/store.ts';
import { inLedger } from '../../db/ledger/transaction.ts';
import { requireMeta } from '../../db/meta.ts';
import { RecordId } from '../../shared/domain/ids.ts';
import { EDITABLE_TYPES } from '../../shared/domain/records/index.ts';
import { Refusal } from '../../shared/errors.ts';
import { refuseRing } from './causes/rings.ts';
import type { OpenedDossier } from './desk.ts';
import { refuseUnasked } from './grounds.ts';
import { draftOfCreate, flatten } from './records.ts';

const Line = z.strictObject({
  type: z.enum(EDITABLE_TYPES),
  id: RecordId.optional(),
  set: z.record(z.string().max(120), z.json()),
  reason: z.string().trim().min(1).max(2000).optional(),
});
export type BatchLine = z.infer<typeof Line>;

/** One JSON object a line; empty lines are passed over. Refuses with `input.invalid`, the line and the path. */
export function parseBatch(text: string): { line: number; entry: BatchLine }[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap((raw, index) => {
      if (raw.trim() === '') return [];
      const line = index + 1;
      let json: unknown;
      try {
        json = JSON.parse(raw);
      } catch {
        throw new Refusal('input.invalid', { line, path: '' });
      }
      const parsed = Line.safeParse(json);
      if (!parsed.success)
        throw new Refusal('input.invalid', { line, path: parsed.error.issues[0]?.path.join('.') ?? '' });
      return [{ line, entry: parsed.data }];
    });
}

/** Writes all lines as one step and returns the record id of each. A refusal names its line. */
export function applyBatch(
  opened: OpenedDossier,
  lines: readonly { line: number; entry: BatchLine }[],
): RecordId[] {
  const group = randomUUID();
  return inLedger(opened.db, () =>
    lines.map(({ line, entry }) => {
      try {
        const id = idOf(opened, entry);
        append(opened.db, opened.acting, draftsOf(opened, entry, id), group);
        return id;
      } catch (thrown) {
        if (thrown instanceof Refusal)
          throw new Refusal(thrown.error.code, { line, ...thrown.error.details });
        throw thrown;
      }
    }),
  );
}

/** There is one dossier record in a dossier: a line of that type need not name it, and cannot make another. */
function idOf(opened: OpenedDossier, entry: BatchLine): RecordId {
  if (entry.type !== 'dossier') return entry.id ?? (randomUUID() as RecordId);
  const own = requireMeta(opened.db, 'dossier') as RecordId;
  if (entry.id !== undefined && entry.id !== own) throw new Refusal('dossier.other');
  return own;
}

function draftsOf(opened: OpenedDossier, entry: BatchLine, id: RecordId): Draft[] {
  const reason = entry.reason ? { reason: entry.reason } : {};
  if (!findRecord(opened.db, entry.type, id)) {
    const draft = draftOfCreate(opened, entry.type, id, entry.set, 0, entry.reason);
    refuseUnasked(opened.db, entry.type, undefined, draft.set);
    return [draft];
  }
  const { withdrawn, ...members } = entry.set;
  const common = { recordType: entry.type, recordId: id, ...reason };
  const drafts: Draft[] = [];
  if (withdrawn === null || withdrawn === false)
    drafts.push({ ...common, set: { withdrawn: null }, intent: 'restore' });
  if (Object.keys(members).length > 0) {
    const set = flatten(opened, entry.type, id, members);
    refuseRing(opened.db, entry.type, id, set);
    refuseUnasked(opened.db, entry.type, id, set);
    drafts.push({ ...common, set, intent: 'edit' });
  }
  if (withdrawn === true) drafts.push({ ...common, set: { withdrawn: true }, intent: 'withdraw' });
  return drafts;
}
