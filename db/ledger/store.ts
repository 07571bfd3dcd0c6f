/** Rows of the ledger as changes, and back. The only file that knows how a change lies on the disk. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Change, ChangeBody } from '../../shared/domain/change.ts';
import type { ChangeId, RecordId } from '../../shared/domain/ids.ts';
import type { Json } from '../../shared/domain/json.ts';
import { Refusal } from '../../shared/errors.ts';
import { type Db, pluck, sql } from '../statements.ts';

export const hexOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
export const bytesOf = (hex: string): Buffer => Buffer.from(hex, 'hex');
export const uuidBytes = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');
export function uuidOf(bytes: Uint8Array): string {
  const hex = hexOf(bytes);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

interface Terms {
  /** Undefined where it was looked for and is not there; kept by the writer alone, whom nobody can forestall. */
  readonly numbers: Map<string, number | undefined>;
  readonly texts: Map<number, string>;
}
const termCaches = new WeakMap<Db, Terms>();
function terms(db: Db): Terms {
  let cache = termCaches.get(db);
  if (!cache) {
    cache = { numbers: new Map(), texts: new Map() };
    termCaches.set(db, cache);
  }
  return cache;
}

/** Terms are never removed, but a rolled-back transaction takes back those it made: forget what was cached. */
export function forgetTerms(db: Db): void {
  termCaches.delete(db);
}

export function termNumber(db: Db, text: string): number {
  const known = findTerm(db, text);
  if (known !== undefined) return known;
  const made = Number(sql(db, 'INSERT INTO term (text) VALUES (?)').run(text).lastInsertRowid);
  terms(db).numbers.set(text, made);
  terms(db).texts.set(made, text);
  return made;
}

/** The number of a term that exists; undefined where nothing here ever used it. */
export function findTerm(db: Db, text: string): number | undefined {
  const cache = terms(db);
  const cached = cache.numbers.get(text);
  if (cached !== undefined || cache.numbers.has(text)) return cached;
  const stored = pluck<number>(db, 'SELECT n FROM term WHERE text = ?').get(text);
  if (stored !== undefined || !db.readonly) cache.numbers.set(text, stored);
  if (stored !== undefined) cache.texts.set(stored, text);
  return stored;
}

export function termText(db: Db, n: number): string {
  const cache = terms(db);
  let text = cache.texts.get(n);
  if (text === undefined) {
    text = pluck<string>(db, 'SELECT text FROM term WHERE n = ?').get(n);
    if (typeof text !== 'string') throw new Refusal('file.corrupt', { where: 'term' });
    cache.texts.set(n, text);
  }
  return text;
}

export interface RecordRow {
  readonly n: number;
  readonly section: number;
  readonly id: Buffer;
  readonly type: number;
}

/** A record is its id, type and section together: a hostile change cannot lend another record's id a new type. */
export const findRecord = (db: Db, type: string, id: string, section = 'main'): RecordRow | undefined => {
  const sectionTerm = findTerm(db, section);
  const typeTerm = findTerm(db, type);
  if (sectionTerm === undefined || typeTerm === undefined) return undefined;
  return sql<RecordRow>(
    db,
    'SELECT n, section, id, type FROM record WHERE id = ? AND section = ? AND type = ?',
  ).get(uuidBytes(id), sectionTerm, typeTerm);
};

export const recordRow = (db: Db, n: number): RecordRow => {
  const row = sql<RecordRow>(db, 'SELECT n, section, id, type FROM record WHERE n = ?').get(n);
  if (!row) throw new Refusal('file.corrupt', { where: 'record' });
  return row;
};

/** The parts of a change that are kept as one compact JSON text. */
export interface StoredBody {
  readonly set: { readonly [field: string]: Json };
  readonly supersedes: { readonly [field: string]: readonly string[] };
  readonly seen?: readonly string[];
  readonly reason?: string;
}

/**
 * Long bodies are deflated: texts in several languages are most of a dossier, and shrink to a half. Not one edited
 * text: what that saved would cost every edit and every merge more than it is worth. Of the levels 5 makes what 6 makes,
 * sooner.
 */
const DEFLATE_FROM = 1000;
/** Room that zlib takes at a time: most bodies fit into one, and the garbage stays small. */
const CHUNK = 4096;

export function packBody(body: StoredBody): Buffer | string {
  // Not the canonical form: what is hashed is made of the value, whenever it is read.
  const json = JSON.stringify(body);
  if (json.length < DEFLATE_FROM) return json;
  const packed = deflateRawSync(json, { level: 5, memLevel: 7, chunkSize: CHUNK });
  return Buffer.concat([Buffer.of(1), packed]);
}

export function unpackBody(stored: Buffer | string): StoredBody {
  let body: StoredBody | null;
  try {
    body = JSON.parse(
      typeof stored === 'string'
        ? stored
        : inflateRawSync(stored.subarray(1), { maxOutputLength: 8_000_000, chunkSize: CHUNK }).toString(
            'utf8',
          ),
    ) as StoredBody | null;
  } catch {
    throw new Refusal('file.corrupt', { where: 'change' });
  }
  // What the hash does not vouch for yet must at least have the shape that readers walk through.
  if (typeof body?.set !== 'object' || body.set === null || typeof body.supersedes !== 'object')
    throw new Refusal('file.corrupt', { where: 'change' });
  return body;
}

export interface ChangeRow {
  readonly n: number;
  readonly id: Buffer;
  readonly section: number;
  readonly seq: number;
  readonly grp: Buffer;
  readonly record: number;
  readonly author: number;
  readonly device: number;
  readonly clock: number;
  readonly at: number;
  readonly body: Buffer | string;
}

export const CHANGE_COLUMNS = 'n, id, section, seq, grp, record, author, device, clock, at, body';

/** A stored row as the change it was, ready to be hashed again. */
export function changeOf(db: Db, row: ChangeRow): Change {
  const record = recordRow(db, row.record);
  const stored = unpackBody(row.body);
  const body: ChangeBody = {
    section: termText(db, row.section),
    seq: row.seq,
    group: uuidOf(row.grp),
    recordType: termText(db, record.type),
    recordId: uuidOf(record.id) as RecordId,
    set: stored.set as ChangeBody['set'],
    supersedes: stored.supersedes as ChangeBody['supersedes'],
    ...(stored.seen ? { seen: [...stored.seen] as ChangeId[] } : {}),
    author: termText(db, row.author) as RecordId,
    device: termText(db, row.device) as RecordId,
    clock: row.clock,
    at: instantOf(row.at),
    ...(stored.reason !== undefined ? { reason: stored.reason } : {}),
  };
  return { id: hexOf(row.id) as ChangeId, ...body };
}

export function instantOf(milliseconds: number): string {
  if (!Number.isSafeInteger(milliseconds) || Math.abs(milliseconds) > 8.64e15)
    throw new Refusal('file.corrupt', { where: 'instant' });
  return new Date(milliseconds).toISOString();
}

export const changeRow = (db: Db, n: number): ChangeRow => {
  const row = sql<ChangeRow>(db, `SELECT ${CHANGE_COLUMNS} FROM change WHERE n = ?`).get(n);
  if (!row) throw new Refusal('file.corrupt', { where: 'head' });
  return row;
};

export const changeNumber = (db: Db, id: string): number | undefined =>
  pluck<number>(db, 'SELECT n FROM change WHERE id = ?').get(bytesOf(id));

const PAGE = 500;

/**
 * Every change of the ledger in order of arrival. Read in pages, so that no statement stays open: between two
 * changes the caller may write to the same connection.
 */
export function* allChanges(db: Db): Generator<{ n: number; record: number; change: Change }> {
  const page = sql<ChangeRow>(
    db,
    `SELECT ${CHANGE_COLUMNS} FROM change WHERE n > ? ORDER BY n LIMIT ${PAGE}`,
  );
  let last = Number.MIN_SAFE_INTEGER;
  for (let rows = page.all(last); rows.length > 0; rows = page.all(last))
    for (const row of rows) {
      last = row.n;
      yield { n: row.n, record: row.record, change: changeOf(db, row) };
    }
}
