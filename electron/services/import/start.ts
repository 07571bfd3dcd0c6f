/** Writes what was checked: one step in one transaction, slice by slice, so that everything else goes on meanwhile. */
import { randomUUID } from 'node:crypto';
import { refusalOf } from '../../../db/errors.ts';
import { append, type Draft } from '../../../db/ledger/append.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { Change } from '../../../shared/domain/change.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Flat } from '../../../shared/domain/import/read-deficit.ts';
import { err, ok, Refusal, type Result } from '../../../shared/errors.ts';
import { announce, type Desk, type ExportRunner, type OpenedDossier, writable } from '../desk.ts';
import { startJob } from '../exports.ts';
import { groundsAsked } from '../grounds.ts';
import { inLongStep, LONG_STEP } from '../long-steps.ts';
import { nextNumber } from '../records.ts';
import { type Checked, putBack, type ReadRow, takeChecked } from './check.ts';
import { forgetTable } from './load.ts';

export function start(desk: Desk, input: Parsed<'import.start'>): { jobId: string } {
  const opened = writable(desk, input.dossier);
  const checked = takeChecked(desk, input.dossier, input.checkId);
  // Rows were read by what the mandate asked then.
  const isAsked = groundsAsked(opened.db);
  if ([...checked.grounds].some(([ground, was]) => isAsked(ground) !== was))
    throw new Refusal('import.stale');
  const rows = accepted(checked, input);
  return startJob(desk, input.dossier, 'import', async (_folders, onProgress, signal) => {
    const result = await write(desk, opened, checked, rows, onProgress, signal);
    if (result.ok) forgetTable(desk);
    else putBack(desk, checked);
    return result;
  });
}

/** The rows a person wants: right ones, held ones where what holds them may go, and repeated ones by what was decided. */
export function accepted(checked: Checked, input: Parsed<'import.start'>): ReadRow[] {
  const except = new Set(input.except);
  return checked.rows.filter(({ row, state, isHeld }) => {
    if (state === 'faulty' || state === 'beside') return false;
    if (isHeld && !input.withoutHeld) return false;
    return state !== 'duplicate' || (input.duplicates === 'import') !== except.has(row);
  });
}

async function write(
  desk: Desk,
  opened: OpenedDossier,
  { type }: Checked,
  rows: readonly ReadRow[],
  onProgress: Parameters<ExportRunner>[1],
  signal: AbortSignal,
): Promise<Result<readonly never[]>> {
  const records = rows.flatMap((row) => row.records);
  const total = records.length;
  onProgress({ done: 0, total, step: 'write' });
  if (total === 0) return ok([]);
  const { introduce } = opened;
  const group = randomUUID();
  const changes: Written[] = [];
  const tell = (): void => onProgress({ done: changes.length, total, step: 'write' });
  try {
    const body = appending(opened, type, records, group, changes);
    const isWritten = await inLongStep(desk, opened, body, { signal, onSlice: tell });
    if (!isWritten) {
      opened.introduce = introduce;
      return err('job.cancelled');
    }
  } catch (thrown) {
    opened.introduce = introduce;
    const refusal = refusalOf(thrown);
    if (!refusal) throw thrown;
    return { ok: false, error: refusal.error };
  } finally {
    // Rows may have been seen that are not there any more.
    announce(desk, opened, changes as Change[]);
  }
  opened.undo.push({ group, type, kind: 'import', ...(total > LONG_STEP && { isLong: true }) });
  opened.redo.length = 0;
  tell();
  return ok([]);
}

type Written = Pick<Change, 'recordType' | 'recordId'>;

function* appending(
  opened: OpenedDossier,
  type: Checked['type'],
  records: readonly Flat[],
  group: string,
  changes: Written[],
): Generator<void, true> {
  opened.introduce?.();
  opened.introduce = null;
  const number = type === 'deficit' ? numbersOf(opened) : undefined;
  for (const flat of records) {
    const set = number ? { ...flat, number: number() } : flat;
    const draft: Draft = { recordType: type, recordId: randomUUID() as RecordId, set, intent: 'create' };
    for (const { recordType, recordId } of append(opened.db, opened.acting, [draft], group))
      changes.push({ recordType, recordId });
    yield;
  }
  return true;
}

/** Numbers of this copy one after another; asked of the register once. */
function numbersOf(opened: OpenedDossier): () => string {
  const first = nextNumber(opened, 'deficit') as string;
  const [, digits = '1', letter = ''] = /^(\d+)([a-z]*)$/.exec(first) ?? [];
  let next = Number(digits);
  return () => `${String(next++).padStart(3, '0')}${letter}`;
}
