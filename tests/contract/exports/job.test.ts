import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../electron/exports/bytes.ts';
import { exportRunner } from '../../../electron/exports/job-client.ts';
import { readPackage } from '../../../electron/exports/package-reader.ts';
import { aContent } from '../../fixtures/content/build.ts';
import { rawdaniaContent } from '../../fixtures/content/rawdania.ts';
import { inTempFolder, root } from './tools.ts';

const run = exportRunner(() => join(root, 'electron/exports/job-thread.ts'));
const folders = Array.from({ length: 5 }, inTempFolder);
afterAll(() => {
  for (const folder of folders) folder.remove();
});
const [whole, cancelled, midway, refused, full] = folders.map((folder) => folder.path) as [
  string,
  string,
  string,
  string,
  string,
];
const job = (outDir: string) =>
  ({
    content: rawdaniaContent(),
    languages: ['en', 'ar'],
    formats: ['package', 'pdf', 'xlsx'],
    outDir,
    assetsDir: root,
  }) as const;
const never = new AbortController().signal;

describe('an export in its thread', () => {
  it('makes every file asked for, with progress that only grows, under names without a person or a script', async () => {
    const seen: { done: number; total: number; step: string }[] = [];
    const result = await run(job(whole), (progress) => seen.push(progress), never);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const base = 'hiwar-QRW-restricted-ab12cd34';
    expect(result.value.map((file) => file.fileName)).toEqual([
      `${base}-ar.pdf`,
      `${base}-en.pdf`,
      `${base}-ar.xlsx`,
      `${base}-en.xlsx`,
      `${base}.zip`,
    ]);
    expect(readdirSync(whole).sort()).toEqual(result.value.map((file) => file.fileName).sort());
    for (const file of result.value) {
      const bytes = readFileSync(file.path);
      expect([file.size, file.sha256]).toEqual([bytes.length, sha256(bytes)]);
    }
    expect(seen.map((each) => each.done)).toEqual(seen.map((_, n) => n));
    expect(seen.at(-1)).toMatchObject({ step: 'done', done: seen[0]?.total });
    const read = await readPackage(join(whole, `${base}.zip`));
    expect(read.ok && read.value.report.tablesMatch).toBe(true);
  });

  it('ends at once when cancelled before or in the middle, and leaves nothing half-written', async () => {
    const before = new AbortController();
    before.abort();
    expect(await run(job(cancelled), () => {}, before.signal)).toMatchObject({
      error: { code: 'job.cancelled' },
    });
    expect(readdirSync(cancelled)).toEqual([]);

    const during = new AbortController();
    const result = await run(
      job(midway),
      ({ step }) => {
        if (step === 'report-en') during.abort();
      },
      during.signal,
    );
    expect(result).toMatchObject({ error: { code: 'job.cancelled' } });
    expect(readdirSync(midway).filter((name) => !/^hiwar-.*-ar\.pdf$/.test(name))).toEqual([]);
  });

  it('refuses the internal edition with its code', async () => {
    const internal = { ...job(refused), content: aContent({ edition: 'internal' }) };
    expect(await run(internal, () => {}, never)).toMatchObject({
      error: { code: 'export.internal-edition' },
    });
    expect(readdirSync(refused)).toEqual([]);
  });

  it('says that the folder is not there', async () => {
    const gone = { ...job(join(full, 'gone')), content: aContent(), formats: ['xlsx'] as const };
    expect(await run(gone, () => {}, never)).toMatchObject({ error: { code: 'file.missing' } });
  });
});
