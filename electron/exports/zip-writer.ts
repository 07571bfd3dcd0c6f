/** Writes a zip that is the same on every machine. */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { BagFile } from './bag.ts';

/**
 * Files are stored as they are: what a compressor makes of them differs between versions and processors, and
 * reports and workbooks are compressed already. Times are the day of the content, without a time zone.
 */
export async function writeZip(
  path: string,
  folder: string,
  files: readonly BagFile[],
  day: string,
): Promise<void> {
  const zip = new ZipFile();
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  // Zip keeps local wall time: built from local parts, the stored parts are the same everywhere.
  const mtime = new Date(Math.max(year, 1980), month - 1, date, 0, 0, 0);
  for (const file of files)
    zip.addBuffer(Buffer.from(file.bytes), `${folder}/${file.path}`, {
      mtime,
      mode: 0o100644,
      compress: false,
      forceDosTimestamp: true,
    });
  zip.end();
  // `flush` makes the bytes reach the disk before the file gets its name.
  await pipeline(zip.outputStream, createWriteStream(path, { flush: true, mode: 0o600 }));
}
