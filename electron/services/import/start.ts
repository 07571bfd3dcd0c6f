/** Writes what was checked: one step in one transaction, slice by slice, so that everything else goes on meanwhile. */
import { randomUUID } from 'node:crypto';
import { refusalOf } from '../../../db/errors.ts';
import { append, type Draft } from '../../../db/ledger/append.ts';
import { beginLongStep } from '../../../db/ledger/long-step.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { Change } from '../../../shared/domain/change.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { err, ok, type Result } from '../../../shared/errors.ts';
import { announce, type Desk, type ExportRunner, type OpenedDossier, writable } from '../desk.ts';
import { startJob } from '../exports.ts';
import { nextNumber } from '../records.ts';
import { breathe, type Checked, dropChecked, type ReadRow, takeChecked } from './check.ts';
import { forgetTable } from './load.ts';

/** How long the thread is kept before others are let in. */
const SLICE_MS = 40;

export function start(desk: Desk, input: Parsed<'import.start'>): { jobId: string } {
  const opened = writable(desk, input.dossier);
  const checked = takeChecked(desk, input.dossier, input.checkId);
  const rows = accepted(checked, input);
  return startJob(desk, input.dossier, 'import', async (_folders, onProgress, signal) => {
    const result = await write(desk, opened, checked, rows, onProgress, signal);
    if (result.ok) {
      dropChecked(desk, input.dossier);
      forgetTable(desk);
    }
    return result;
  });
}

/** The rows a person wants: right ones, marked ones where the marks may go, and repeated ones by what was decided. */
export function accepted(checked: Checked, input: Parsed<'import.start'>): ReadRow[] {
  const except = new Set(input.except);
  return checked.rows.filter(({ row, state, isRepeated }) => {
    if (state === 'faulty' || state === 'beside') return false;
    if (state === 'marked' && !input.withoutMarks) return false;
    return !isRepeated || (input.duplicates === 'import') !== except.has(row);
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
  const total = rows.reduce((sum, row) => sum + row.records.length, 0);
  if (total === 0) return ok([]);
  onProgress({ done: 0, total, step: 'write' });
  const { introduce } = opened;
  const group = randomUUID();
  const changes: Pick<Change, 'recordType' | 'recordId'>[] = [];
  try {
    const step = beginLongStep(opened.db);
    let free = (): void => undefined;
    opened.long = { ended: new Promise((resolve) => (free = resolve)), abandon: step.abandon };
    let isWritten = false;
    try {
      introduce?.();
      opened.introduce = null;
      const number = type === 'deficit' ? numbersOf(opened) : undefined;
      let until = performance.now() + SLICE_MS;
      for (const { records } of rows)
        for (const flat of records) {
          const set = number ? { ...flat, number: number() } : flat;
          const draft: Draft = {
            recordType: type,
            recordId: randomUUID() as RecordId,
            set,
            intent: 'create',
          };
          for (const { recordType, recordId } of append(opened.db, opened.acting, [draft], group))
            changes.push({ recordType, recordId });
          if (performance.now() < until) continue;
          onProgress({ done: changes.length, total, step: 'write' });
          await breathe();
          if (signal.aborted || desk.open.get(opened.id) !== opened) {
            step.abandon();
            return err('job.cancelled');
          }
          until = performance.now() + SLICE_MS;
        }
      step.commit();
      isWritten = true;
    } finally {
      step.abandon();
      // Whoever was made known with it is not, where nothing of it stands.
      if (!isWritten) opened.introduce = introduce;
      opened.long = undefined;
      free();
    }
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (!refusal) throw thrown;
    return { ok: false, error: refusal.error };
  } finally {
    // Rows may have been seen that are not there any more.
    announce(desk, opened, changes as Change[]);
  }
  opened.undo.push({ group, type, kind: 'import' });
  opened.redo.length = 0;
  onProgress({ done: total, total, step: 'write' });
  return ok([]);
}

/** Numbers of this copy one after another; asked of the register once. */
function numbersOf(opened: OpenedDossier): () => string {
  const first = nextNumber(opened, 'deficit') as string;
  const [, digits = '1', letter = ''] = /^(\d+)([a-z]*)$/.exec(first) ?? [];
  let next = Number(digits);
  return () => `${String(next++).padStart(3, '0')}${letter}`;
}
