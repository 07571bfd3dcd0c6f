import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import type { Encoding } from '../../shared/domain/import/constants.ts';
import { isRefusal } from '../../shared/errors.ts';
import { guessEncoding } from './encoding.ts';
import { readTable } from './read-table.ts';
import { tableReader } from './table-client.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hiwar-tables-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function fileOf(bytes: Uint8Array | string): string {
  files += 1;
  const path = join(folder, `${files}.bytes`);
  writeFileSync(path, bytes);
  return path;
}
const refusal = async (path: string) => {
  try {
    await readTable({ path });
    return undefined;
  } catch (thrown) {
    if (isRefusal(thrown)) return thrown.error;
    throw thrown;
  }
};

const ARABIC = 'العنوان;الشدة\nغياب التفتيش في الورش;٣\n';
const FRENCH = 'titre;gravité\nÉtés sans contrôle à la frontière;3\n';

function inEncoding(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const table = new Map<string, number>();
  for (let byte = 128; byte < 256; byte += 1)
    table.set(new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte);
  return Buffer.from([...text].map((char) => table.get(char) ?? char.charCodeAt(0)));
}

describe('a text table', () => {
  const cases: [string, Encoding, string][] = [
    ['Arabic', 'utf-8', ARABIC],
    ['Arabic', 'utf-16le', ARABIC],
    ['Arabic', 'utf-16be', ARABIC],
    ['French', 'utf-16le', FRENCH],
    ['French', 'utf-8', FRENCH],
    ['French', 'windows-1252', FRENCH],
    ['Arabic', 'windows-1256', ARABIC.replace('٣', '3')],
  ];
  test.each(cases)('%s in %s is told apart, with and without a mark', async (_, encoding, text) => {
    const bytes = inEncoding(text, encoding);
    expect(guessEncoding(bytes)).toBe(encoding);
    const rows = text
      .trim()
      .split('\n')
      .map((line) => line.split(';'));
    expect(await readTable({ path: fileOf(bytes) })).toMatchObject({ encoding, separator: ';', rows });
    if (!encoding.startsWith('utf')) return;
    const marked = Buffer.concat([inEncoding('\ufeff', encoding), bytes]);
    expect(await readTable({ path: fileOf(marked) })).toMatchObject({ encoding, rows });
  });

  test('a person may choose another encoding and separator', async () => {
    const path = fileOf(inEncoding('a,b;ج\n1,2;د', 'windows-1256'));
    expect((await readTable({ path, encoding: 'windows-1252', separator: ',' })).rows).toEqual([
      ['a', 'b;Ì'],
      ['1', '2;Ï'],
    ]);
  });

  test.each([
    [',', 'title,area\n"one, two",TA1\n'],
    [';', 'title;figure\none, two;1,5\n'],
    ['\t', 'title\tarea\none, two; three\tTA1\n'],
  ])('separator %j is found by the rows it cuts alike', async (separator, text) => {
    const table = await readTable({ path: fileOf(text) });
    expect(table.separator).toBe(separator);
    expect(table.rows.map((row) => row.length)).toEqual([2, 2]);
  });

  test('nothing, blanks alone, and more rows than are taken are refused', async () => {
    expect((await refusal(fileOf('')))?.code).toBe('import.empty');
    expect((await refusal(fileOf(' \n;;\n')))?.code).toBe('import.empty');
    expect((await refusal(fileOf(`title\n${'a\n'.repeat(20_001)}`)))?.code).toBe('import.too-many-rows');
    expect((await readTable({ path: fileOf(`title\n${'a\n'.repeat(20_000)}`) })).rows).toHaveLength(20_001);
  });
});

test('a file of a gigabyte is refused by its size and not read', async () => {
  const path = join(folder, 'huge.csv');
  const handle = openSync(path, 'w');
  ftruncateSync(handle, 1024 ** 3);
  closeSync(handle);
  const before = process.memoryUsage().rss;
  expect(await refusal(path)).toMatchObject({ code: 'import.too-large', details: { size: 1024 ** 3 } });
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
});

describe('a workbook', () => {
  async function zipOf(entries: { readonly [name: string]: Buffer }): Promise<Buffer> {
    const zip = new ZipFile();
    for (const [name, bytes] of Object.entries(entries)) zip.addBuffer(bytes, name);
    zip.end();
    const pieces: Buffer[] = [];
    for await (const piece of zip.outputStream as AsyncIterable<Buffer>) pieces.push(piece);
    return Buffer.concat(pieces);
  }
  const types = { '[Content_Types].xml': Buffer.from('<Types/>') };

  test('numbers, dates and truth are the texts a person sees; empty cells to the right do not count', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'One',
          rows: [
            ['a', 'b', 'c', null],
            [0.1 + 0.2, new Date(Date.UTC(2025, 0, 31)), true, null],
            [1e21, 11.4, '  ', null],
          ],
        },
      ],
    });
    expect((await readTable({ path: fileOf(bytes) })).rows).toEqual([
      ['a', 'b', 'c'],
      ['0.3', '2025-01-31', 'true'],
      ['1000000000000000000000', '11.4', '  '],
    ]);
  });

  test('a zip bomb is refused before it is unpacked', async () => {
    const bomb = await zipOf({ ...types, 'xl/worksheets/sheet1.xml': Buffer.alloc(64 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusal(fileOf(bomb))).toMatchObject({ code: 'import.hostile', details: { why: 'ratio' } });
    const many = await zipOf(
      Object.fromEntries(
        Array.from({ length: 2100 }, (_, n) => [`xl/worksheets/s${n}.xml`, Buffer.from('x')]),
      ),
    );
    expect(await refusal(fileOf(many))).toMatchObject({
      code: 'import.hostile',
      details: { why: 'entries' },
    });
  });

  test('a size that lies is found out while it is unpacked', async () => {
    const text = Buffer.from('<worksheet>'.repeat(40_000));
    const zip = await zipOf({ ...types, 'xl/worksheets/sheet1.xml': text });
    const lying = Buffer.from(zip);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(text.length);
    const lie = Buffer.alloc(4);
    lie.writeUInt32LE(1000);
    for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size, at + 4)) lie.copy(lying, at);
    expect(await refusal(fileOf(lying))).toMatchObject({ code: 'import.hostile', details: { why: 'size' } });
  });

  test('what is no workbook is refused in one way: other zips, old and encrypted workbooks, cut files, PDF', async () => {
    const workbook = Buffer.from(await writeXlsx({ sheets: [{ name: 'A', rows: [['a']] }] }));
    for (const bytes of [
      await zipOf({ 'readme.txt': Buffer.from('hello') }),
      await zipOf(types),
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      workbook.subarray(0, workbook.length - 30),
      Buffer.from('%PDF-1.7'),
      Buffer.from('{"not": "ratifications"}'),
    ])
      expect((await refusal(fileOf(bytes)))?.code).toBe('import.not-a-table');
  });
});

test('the thread reads as it is read here, and refuses with the same codes', async () => {
  const apart = tableReader(() => join(import.meta.dirname, 'table-thread.ts'));
  const path = fileOf(ARABIC);
  expect(await apart({ path })).toEqual(await readTable({ path }));
  await expect(apart({ path: fileOf('') })).rejects.toMatchObject({ error: { code: 'import.empty' } });
});
