/** Takes the compression out of a workbook, since compressors differ between machines and its bytes must not. */
import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';

export async function restored(xlsx: Uint8Array, day: string): Promise<Uint8Array> {
  const source = await fromBufferPromise(Buffer.from(xlsx), { lazyEntries: true });
  const zip = new ZipFile();
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  const mtime = new Date(Math.max(year, 1980), month - 1, date);
  for await (const entry of source.eachEntry() as AsyncIterable<Entry>) {
    zip.addBuffer(await buffer(await source.openReadStreamPromise(entry)), entry.fileName, {
      mtime,
      mode: 0o100644,
      compress: false,
      forceDosTimestamp: true,
    });
  }
  zip.end();
  return buffer(zip.outputStream);
}
