import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Package } from 'datapackage';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prettyJson } from '../../../electron/exports/bytes.ts';
import { buildPackage } from '../../../electron/exports/package.ts';
import { readPackage, verifyPackage } from '../../../electron/exports/package-reader.ts';
import type { EditionContent } from '../../../shared/domain/content.ts';
import { aContent, aDeficit } from '../../fixtures/content/build.ts';
import { rawdaniaContent } from '../../fixtures/content/rawdania.ts';
import { assets, filesIn, hasProgram, inTempFolder, packageOf, root } from './tools.ts';

const temp = inTempFolder();
afterAll(temp.remove);
const content = rawdaniaContent();
let zip: string;
let files: Map<string, Buffer>;

beforeAll(async () => {
  zip = await packageOf(content, ['ar', 'en'], join(temp.path, 'one.zip'));
  files = await filesIn(zip);
});

/** The same content with the members of every object in the other order. */
function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedRound);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turnedRound(inner)]),
  );
}

const build = (of: EditionContent, signal = new AbortController().signal) =>
  buildPackage(of, ['en'], join(temp.path, 'refused.zip'), { assets, progress: () => {}, signal });

describe('a package', () => {
  it('is the same bytes for the same content, whatever order its members came in', async () => {
    const other = turnedRound(content) as EditionContent;
    const again = await packageOf(other, ['en', 'ar'], join(temp.path, 'two.zip'));
    expect(readFileSync(again).equals(readFileSync(zip))).toBe(true);
  });

  it('is the same bytes when made again from what was read of it', async () => {
    const read = await readPackage(zip);
    if (!read.ok) throw new Error(read.error.code);
    const again = await packageOf(
      read.value.content,
      read.value.report.reports,
      join(temp.path, 'three.zip'),
    );
    expect(readFileSync(again).equals(readFileSync(zip))).toBe(true);
  });

  it('reads back as the content it was made from', async () => {
    const read = await readPackage(zip);
    expect(read.ok && read.value.content).toEqual(JSON.parse(prettyJson(content)));
    expect(read.ok && read.value.report).toMatchObject({
      edition: 'restricted',
      reports: ['ar', 'en'],
      reservations: 2,
      tablesMatch: true,
      records: { deficit: 24, strategy: 6, action: 24, clause: 2 },
      leftOut: content.leftOut,
      missing: { severity: 3, prevalence: 3, evidenceStrength: 3 },
    });
  });

  it.skipIf(!hasProgram('sha256sum'))('passes sha256sum -c (skipped where there is none)', () => {
    const folder = join(temp.path, 'unpacked');
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
      expect(() =>
        execFileSync('sha256sum', ['-c', '--strict', '--quiet', manifest], { cwd: folder, stdio: 'pipe' }),
      ).not.toThrow();
    const listed = String(files.get('manifest-sha256.txt')).match(/data\/\S+/g);
    expect(listed?.sort()).toEqual([...files.keys()].filter((path) => path.startsWith('data/')).sort());
  });

  it('is valid and complete for the Data Package library, keys between tables included', async () => {
    const folder = join(temp.path, 'frictionless');
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    const loaded = await Package.load(join(folder, 'data/datapackage.json'));
    expect(loaded.errors).toEqual([]);
    expect(loaded.valid).toBe(true);
    for (const resource of loaded.resources.filter((each) => each.descriptor.format === 'csv')) {
      const relations = await resource.checkRelations().catch((thrown: Error) => thrown);
      expect(relations, resource.name).toBe(true);
      const rows = await resource.read({ keyed: true });
      const { data } = Papa.parse(String(files.get(`data/csv/${resource.name}.csv`)), {
        skipEmptyLines: true,
      });
      expect(rows.length, resource.name).toBe(data.length - 1);
    }
  });

  it('carries the published schema, which its content satisfies', () => {
    const packed = String(files.get('data/schema/dialogue.schema.json'));
    const published = readFileSync(join(root, 'docs/format/dialogue.schema.json'), 'utf8');
    expect(JSON.parse(packed)).toEqual(JSON.parse(published));
    const validate = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false }).compile(
      JSON.parse(packed),
    );
    expect(
      validate(JSON.parse(String(files.get('data/dialogue.json')))),
      JSON.stringify(validate.errors),
    ).toBe(true);
  });

  it('says every missing value by its code, and names each file in plain ASCII', () => {
    const { data } = Papa.parse<Record<string, string>>(String(files.get('data/csv/deficits.csv')), {
      header: true,
      skipEmptyLines: true,
    });
    const given = content.deficits.map((each) => each.severity.E);
    expect(data.map((row) => row.severity_E)).toEqual(
      given.map((value) => (typeof value === 'number' ? String(value) : value.missing)),
    );
    for (const path of files.keys()) expect(path).toMatch(/^[\x21-\x7e]+$/);
    expect(String(files.get('data/csv/deficits.csv'))).not.toContain('\ufeff');
  });

  it('refuses the internal edition', async () => {
    expect(await build(aContent({ edition: 'internal' }))).toEqual({
      ok: false,
      error: { code: 'export.internal-edition', details: undefined },
    });
  });

  it('refuses names of people in an edition that may not hold them', async () => {
    const named = aContent({
      deficits: [aDeficit({ spokespersons: { E: 'Somebody Named' } })],
    });
    expect(await build(named)).toMatchObject({ ok: false, error: { code: 'export.internal-edition' } });
    expect(await build(aContent({ participants: [] }))).toMatchObject({
      ok: false,
      error: { code: 'export.internal-edition' },
    });
  });

  it('refuses content in which a reservation has been parted from its position', async () => {
    const parted = structuredClone(aContent()) as unknown as { deficits: { positions: { E: object } }[] };
    parted.deficits[0]!.positions.E = {
      value: 'agree-with-reservation',
      organizations: [],
      changedSince: false,
      contested: [],
    };
    const built = await build(parted as unknown as EditionContent);
    expect(built.ok).toBe(false);
  });

  it('leaves nothing behind when cancelled', async () => {
    const abort = new AbortController();
    abort.abort();
    const built = await build(aContent(), abort.signal);
    expect(built).toMatchObject({ ok: false, error: { code: 'job.cancelled' } });
    expect(await verifyPackage(join(temp.path, 'refused.zip'))).toMatchObject({
      error: { code: 'file.missing' },
    });
  });
});
