/** A file from a stranger, read as a table; told by its first bytes, since endings lie. */
import { readFileSync, statSync } from 'node:fs';
import {
  type Encoding,
  IMPORT_LIMITS,
  type Separator,
  type Table,
} from '../../shared/domain/import/constants.ts';
import { guessHeader } from '../../shared/domain/import/guess.ts';
import { Refusal } from '../../shared/errors.ts';
import { readCsv } from './csv-reader.ts';
import { readRatifications } from './json-reader.ts';
import { readWorkbook } from './xlsx-reader.ts';

export interface ReadRequest {
  readonly path: string;
  readonly sheet?: number | undefined;
  readonly encoding?: Encoding | undefined;
  readonly separator?: Separator | undefined;
}
/** Reads a table somewhere: in a thread of its own, or here. */
export type TableReader = (request: ReadRequest) => Promise<Table>;

/**
 * Refuses with `import.too-large` by its size and before it is read, `import.hostile` for a zip that would fill the
 * memory, `import.too-many-rows`, `import.not-a-table`, `import.empty`.
 */
export async function readTable(request: ReadRequest): Promise<Table> {
  const { size } = statSync(request.path);
  if (size > IMPORT_LIMITS.bytes) throw new Refusal('import.too-large', { size, limit: IMPORT_LIMITS.bytes });
  const bytes = readFileSync(request.path);
  const table = await read(bytes, request);
  const filled = table.rows.filter((row) => row.some((text) => text.trim() !== '')).length;
  if (filled === 0) throw new Refusal('import.empty');
  const rows = filled - guessHeader(table.rows) - 1;
  if (rows > IMPORT_LIMITS.rows || table.rows.length >= IMPORT_LIMITS.rows + 1000)
    throw new Refusal('import.too-many-rows', { limit: IMPORT_LIMITS.rows });
  return table;
}

const starts = (bytes: Buffer, ...mark: number[]): boolean => mark.every((byte, n) => bytes[n] === byte);

async function read(bytes: Buffer, request: ReadRequest): Promise<Table> {
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return readWorkbook(bytes, request.sheet);
  // Old or encrypted workbooks, PDF and pictures are no text, whatever their ending says.
  if (
    starts(bytes, 0xd0, 0xcf, 0x11, 0xe0) ||
    starts(bytes, 0x25, 0x50, 0x44, 0x46) ||
    starts(bytes, 0x50, 0x4b)
  )
    throw new Refusal('import.not-a-table', { why: 'format' });
  if (/^(\ufeff|\u00ef\u00bb\u00bf)?\s*\{/.test(bytes.toString('latin1', 0, 100)))
    return readRatifications(bytes);
  return readCsv(bytes, request);
}
