/**
 * Opens the zip that an XLSX file is, from strangers. Sizes are refused before anything is unpacked, and a size that
 * lies while it is: the spreadsheet library is given parts that are unpacked already and never inflates itself.
 */
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { ZipFile as ZipWriter } from 'yazl';
import { Refusal } from '../../shared/errors.ts';
import type { ZipLimits } from '../exports/zip-reader.ts';

export const WORKBOOK_LIMITS: Omit<ZipLimits, 'pathLength'> = {
  entries: 2000,
  totalBytes: 256 * 1024 * 1024,
  entryBytes: 192 * 1024 * 1024,
  // Cells that repeat themselves pack well; a bomb packs a thousand to one.
  ratio: 150,
  ratioFrom: 1024 * 1024,
};

const hostile = (why: string): Refusal => new Refusal('import.hostile', { why });
/** What a table is in: no pictures, no macros, no printer settings. */
const NEEDED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/)?[^/]+\.(xml|rels)|xl\/worksheets\/(_rels\/)?[^/]+\.(xml|rels))$/i;

export async function unpackedWorkbook(bytes: Buffer, limits = WORKBOOK_LIMITS): Promise<Uint8Array> {
  let zip: ZipFile | undefined;
  try {
    zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
    if (zip.entryCount > limits.entries) throw hostile('entries');
    const entries: Entry[] = [];
    const seen = new Set<string>();
    let total = 0;
    for await (const entry of zip.eachEntry() as AsyncIterable<Entry>) {
      if (seen.has(entry.fileName)) throw hostile('duplicate');
      seen.add(entry.fileName);
      if (entry.isEncrypted()) throw new Refusal('import.not-a-table', { why: 'encrypted' });
      if (entry.uncompressedSize > limits.entryBytes) throw hostile('entry-size');
      if (
        entry.uncompressedSize > limits.ratioFrom &&
        entry.uncompressedSize > entry.compressedSize * limits.ratio
      )
        throw hostile('ratio');
      total += entry.uncompressedSize;
      if (total > limits.totalBytes) throw hostile('total-size');
      if (NEEDED.test(entry.fileName)) entries.push(entry);
    }
    if (!seen.has('xl/workbook.xml') && !seen.has('[Content_Types].xml'))
      throw new Refusal('import.not-a-table', { why: 'zip' });
    return await stored(zip, entries);
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown;
    const says = thrown instanceof Error ? thrown.message : '';
    if (/too many bytes in the stream|not enough bytes in the stream/i.test(says)) throw hostile('size');
    throw new Refusal('import.not-a-table', { why: 'zip' });
  } finally {
    zip?.close();
  }
}

async function stored(zip: ZipFile, entries: readonly Entry[]): Promise<Uint8Array> {
  const out = new ZipWriter();
  for (const entry of entries) {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > entry.uncompressedSize) throw hostile('size');
      chunks.push(chunk);
    }
    out.addBuffer(Buffer.concat(chunks, size), entry.fileName, { compress: false });
  }
  out.end();
  const pieces: Buffer[] = [];
  for await (const piece of out.outputStream as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces);
}
