/**
 * A level that was tightened erases what was kept under a looser one, at once and for good (L10); a level that was
 * loosened reveals nothing, since nothing more was ever kept.
 *
 * The erasures are in the transaction of the change that tightens, wherever it is made here. What comes from another
 * copy, from undo or from a file of lines is looked at after it was written, and whenever a dossier is opened.
 */
import { randomUUID } from 'node:crypto';
import { scrubErased } from '../../../db/erase.ts';
import type { Draft } from '../../../db/ledger/append.ts';
import { composeRecord } from '../../../db/ledger/compose.ts';
import { bytesOf, findRecord, findTerm } from '../../../db/ledger/store.ts';
import { liveSessions } from '../../../db/live.ts';
import { getMeta } from '../../../db/meta.ts';
import { childrenOf, listRecords } from '../../../db/queries/record-view.ts';
import { levelsOf } from '../../../db/queries/session.ts';
import { sql } from '../../../db/statements.ts';
import type { Attribution } from '../../../shared/domain/codes.ts';
import { excess, type Identifying, type Keeps, strictest } from '../../../shared/domain/floor/attribution.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Attachment, Minutes } from '../../../shared/domain/records/index.ts';
import { copiesFolder, type Desk, type OpenedDossier, writeStep } from '../desk.ts';
import { keepRow, liveRowOf, withoutPeople } from './live.ts';
import { refresh } from './load.ts';
import { floorsOf, noticeOf } from './memory.ts';
import { tell } from './settle.ts';
import { EVERY_SESSION, floorMoved } from './watch.ts';

/** What a level asks of the file. */
export interface Tightening {
  readonly drafts: readonly Draft[];
  /** Sessions of which something has to go. */
  readonly sessions: ReadonlySet<string>;
}

const TYPES = ['turn', 'presence', 'point'] as const satisfies readonly Keeps[];
type Identified = { readonly id: string; readonly level?: Attribution } & {
  readonly [F in Identifying]?: unknown;
};

/**
 * Erasures that the levels ask for. `edit` is a level that is about to be written, of one session or of the mandate:
 * it counts beside those that stand only where it is stricter, so that what it erases can go with it.
 */
export function tightening(
  opened: OpenedDossier,
  edit?: { readonly session: string | null; readonly level: Attribution },
): Tightening {
  const { db } = opened;
  const drafts: Draft[] = [];
  const sessions = new Set<string>();
  if (TYPES.every((type) => findTerm(db, type) === undefined)) return { drafts, sessions };
  for (const [session, held] of levelsOf(db)) {
    const isMeant = edit && (edit.session === null || edit.session === session);
    const level = isMeant ? strictest(held, edit.level) : held;
    if (level === 'named') continue;
    for (const type of TYPES)
      for (const withdrawn of [false, true])
        for (const n of childrenOf(db, type, session, withdrawn)) {
          const record = composeRecord(db, n)?.record as Identified | undefined;
          const fields = record ? excess(type, record, level, record.level ?? 'named') : [];
          if (!record || fields.length === 0) continue;
          drafts.push(erasureOf(record.id, fields));
          sessions.add(session);
        }
  }
  return { drafts, sessions };
}

const erasureOf = (target: string, fields: readonly string[]): Draft => ({
  recordType: 'erasure',
  recordId: randomUUID() as RecordId,
  set: { target, ...Object.fromEntries(fields.map((field) => [`fields:${field}`, true])) },
  intent: 'create',
});

/** Beside the ledger, in the same transaction: live rows hold nobody any more, minutes that were kept are dropped. */
export function forgetBeside(opened: OpenedDossier, sessions: ReadonlySet<string>): void {
  const { db } = opened;
  for (const session of liveSessions(db)) {
    const row = sessions.has(session) || !isNamed(opened, session) ? liveRowOf(db, session) : undefined;
    if (row) keepRow(db, session, withoutPeople(row));
  }
  for (const session of sessions)
    for (const { record } of listRecords(db, 'minutes', { of: { field: 'session', id: session } })) {
      const { content, copy } = record as Minutes;
      for (const id of [content, copy]) if (id !== undefined) dropBlob(opened, id);
    }
}

const isNamed = (opened: OpenedDossier, session: string): boolean =>
  levelsOf(opened.db).get(session) === 'named';

function dropBlob({ db }: OpenedDossier, attachment: string): void {
  const row = findRecord(db, 'attachment', attachment);
  const { sha256 } = ((row && composeRecord(db, row.n)?.record) ?? {}) as Partial<Attachment>;
  if (sha256 !== undefined) sql(db, 'DELETE FROM blob WHERE sha256 = ?').run(bytesOf(sha256));
}

/** After the transaction: bytes in log and copies, and the windows. */
export function scrubAfter(desk: Desk, opened: OpenedDossier, { drafts, sessions }: Tightening): void {
  if (drafts.length === 0) return;
  scrubErased(opened, copiesFolder(desk, opened.id), desk.now());
  desk.emit({ type: 'changed', dossier: opened.id, recordTypes: [...TYPES, 'minutes'], ids: [] });
  for (const session of sessions) {
    const floor = floorsOf(opened).get(session);
    if (!floor) continue;
    refresh(opened, floor);
    floor.revision += 1;
    floor.notices = [...floor.notices, noticeOf('level-tightened', 0, desk.now())];
    tell(desk, opened, floor);
  }
}

/** Erases whatever a session keeps beyond its level; writes nothing where nothing is. Never undone. */
export function enforceAttribution(desk: Desk, opened: OpenedDossier): void {
  if (opened.verification === 'failed' || getMeta(opened.db, 'derivedFrom') !== undefined) return;
  const asked = tightening(opened);
  if (asked.drafts.length === 0) {
    keepLevels(opened);
    floorMoved(desk, opened.id, EVERY_SESSION);
    return;
  }
  writeStep(desk, opened, 'erase', asked.drafts, {
    quiet: true,
    also: () => forgetBeside(opened, asked.sessions),
  });
  scrubAfter(desk, opened, asked);
  floorMoved(desk, opened.id, EVERY_SESSION);
}

/** A live row that was written under `named` goes with the level, whether or not a record does. */
function keepLevels(opened: OpenedDossier): void {
  const { db } = opened;
  for (const session of liveSessions(db)) {
    if (isNamed(opened, session)) continue;
    const row = liveRowOf(db, session);
    const holds = row && JSON.stringify(row) !== JSON.stringify(withoutPeople(row));
    if (holds) keepRow(db, session, withoutPeople(row));
  }
}
