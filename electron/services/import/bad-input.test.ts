/** From the bytes of a bad file to the sentence a person reads: which row, which column, what is wrong, in words. */
import { ftruncateSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { versionOf } from '../../../db/ledger/version.ts';
import type { ImportCheck, ImportInspection } from '../../../shared/contract/index.ts';
import { LANGS } from '../../../shared/domain/languages.ts';
import { isRefusal } from '../../../shared/errors.ts';
import { type TestDesk, testDesk } from '../../../tests/fixtures/room/test-desk.ts';
import { uploadTo } from '../../../tests/fixtures/upload.ts';
import { sayer } from '../../../tests/fixtures/words.ts';
import { dossierOf } from '../desk.ts';

let here: TestDesk;
let version: string;
const now = (): string => versionOf(dossierOf(here.desk, here.dossier).db);
beforeAll(() => {
  here = testDesk();
  mkdirSync(here.desk.transferFolder, { recursive: true });
  version = now();
});
// Nothing half-written, whatever was wrong with it.
afterEach(() => expect(now()).toBe(version));
afterAll(() => here.close());

const upload = (bytes: string | Uint8Array, name?: string): string => uploadTo(here.desk, bytes, name);

/** What the table of problems says of a file: its row, the name of its column, what stands there, and the sentence. */
async function told(bytes: string | Uint8Array): Promise<{ [L in 'ar' | 'en']: string[] }> {
  const uploadId = upload(bytes);
  const { dossier } = here;
  const seen = (await here.call('import.inspect', { dossier, uploadId })) as ImportInspection;
  const checked = (await here.call('import.check', {
    dossier,
    uploadId,
    headerRow: seen.headerRow,
    kind: seen.kind,
    columns: seen.columns.map(({ target, lang }) => ({ target, lang })),
    lang: seen.lang,
  } as never)) as ImportCheck;
  const lines = (lang: 'ar' | 'en'): string[] => {
    const say = sayer(lang);
    return checked.problems.map(({ row, column, code, value }) => {
      const where = column === null ? say('importing', 'problems.wholeRow') : seen.columns[column]?.header;
      return `${row} · ${where} · ${value} · ${say('importing', `problem.${code}`)}`;
    });
  };
  return { ar: lines('ar'), en: lines('en') };
}

const inBytes = (text: string, encoding: string): Buffer => {
  const table = new Map<string, number>();
  for (let byte = 128; byte < 256; byte += 1)
    table.set(new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte);
  return Buffer.from([...text].map((char) => table.get(char) ?? char.charCodeAt(0)));
};
const book = (rows: (string | number | null)[][], more: object = {}): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: 'Table', rows, ...more }] });
const HEAD = 'العنوان,المجال,الصكوك,الشدة – العمال';

const BAD: readonly [string, () => Promise<Uint8Array> | Uint8Array | string, string, string][] = [
  [
    'a formula with its last result',
    () =>
      book(
        [
          ['Title', 'Severity – Workers'],
          ['Late wages', null],
        ],
        {
          cells: new Map([['1,1', { value: 3, type: 'formula', formula: '1+2', formulaResult: 3 }]]),
        },
      ),
    '2 · Severity – Workers · 3 · صيغة حسابية، فتؤخذ آخر نتيجة لها.',
    '2 · Severity – Workers · 3 · A formula: its last result is taken.',
  ],
  [
    'a formula without a result',
    () =>
      book(
        [
          ['Title', 'Severity – Workers'],
          ['Late wages', null],
        ],
        {
          cells: new Map([['1,1', { value: null, type: 'formula', formula: 'Other!A1' }]]),
        },
      ),
    '2 · Severity – Workers ·  · صيغة حسابية بلا نتيجة. احفظ المصنف حيث يُحسب، أو اكتب القيمة.',
    '2 · Severity – Workers ·  · A formula without a result. Save the workbook where it is calculated, or type the value.',
  ],
  [
    'merged cells',
    () =>
      book(
        [
          ['Title', 'Statement'],
          ['Late wages', 'a'],
          [null, 'b'],
        ],
        {
          merges: [{ startRow: 1, endRow: 2, startCol: 0, endCol: 0 }],
        },
      ),
    '3 · Title ·  · جزء من خلايا مدموجة، والقيمة في أولاها وحدها.',
    '3 · Title ·  · Part of merged cells: only the first of them has the value.',
  ],
  [
    'UTF-16 without a mark, and a code that does not exist',
    () => Buffer.from(`${HEAD}\nتأخر الأجور,TA9,C095,2\n`, 'utf16le'),
    '2 · المجال · TA9 · لا رمز ولا اسم كهذا في القائمة.',
    '2 · المجال · TA9 · No such code or name is in the list.',
  ],
  [
    'Windows-1256, and an instrument that does not exist',
    () => inBytes('العنوان,الصكوك\nتأخر صرف الأجور في المقاولات,C999\n', 'windows-1256'),
    '2 · الصكوك · C999 · لا رمز ولا اسم كهذا في القائمة.',
    '2 · الصكوك · C999 · No such code or name is in the list.',
  ],
  [
    'UTF-8 with a letter cut in two: the other rows are read',
    () =>
      Buffer.concat([
        Buffer.from(`${HEAD}\nغياب التفتيش في الورش الصغيرة,TA1,,\nتأخر ا`),
        Buffer.from([0xd9]),
        Buffer.from('جور,TA1,,\n'),
      ]),
    '3 · العنوان · تأخر ا\ufffdجور · لا يُقرأ النص بهذا الترميز. اختر ترميزاً آخر.',
    '3 · العنوان · تأخر ا\ufffdجور · The text cannot be read in this encoding. Choose another encoding.',
  ],
  [
    'an encoding that is none of those known, such as one of DOS',
    // 0x8d and 0x90 are no letters of Windows-1252.
    () => Buffer.from([...Buffer.from('Title,Area\nPrix '), 0x8d, 0x2e, 0x90, ...Buffer.from(' haut,TA1\n')]),
    '2 · Title · Prix \u008d.\u0090 haut · لا يُقرأ النص بهذا الترميز. اختر ترميزاً آخر.',
    '2 · Title · Prix \u008d.\u0090 haut · The text cannot be read in this encoding. Choose another encoding.',
  ],
  [
    'mixed digits that are no step',
    () => `${HEAD}\nتأخر الأجور,TA1,,٣3\n`,
    '2 · الشدة – العمال · ٣3 · لا رمز ولا اسم كهذا في القائمة.',
    '2 · الشدة – العمال · ٣3 · No such code or name is in the list.',
  ],
  [
    'marks that turn the direction of a text',
    () => 'Title,Area\nLate \u202esegaw,TA1\n',
    '2 · Title · Late segaw · فيه علامات لا تُرى أو تقلب اتجاه النص.',
    '2 · Title · Late segaw · Holds marks that turn the direction of the text or cannot be seen.',
  ],
];

test.each(BAD)('%s is told by row and column, in Arabic and in English', async (_, bytes, ar, en) => {
  const lines = await told(await bytes());
  expect(lines.ar).toContain(ar);
  expect(lines.en).toContain(en);
});

async function zipOf(entries: { readonly [name: string]: Buffer }): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(entries)) zip.addBuffer(bytes, name);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces);
}
const bomb = (): Promise<Buffer> =>
  zipOf({
    '[Content_Types].xml': Buffer.from('<Types/>'),
    'xl/worksheets/sheet1.xml': Buffer.alloc(32 << 20),
  });

test.each<[string, () => Promise<string>, string]>([
  [
    'a gigabyte',
    async () => {
      const id = upload('', 'huge.csv');
      const file = openSync(join(here.desk.transferFolder, 'huge.csv'), 'r+');
      ftruncateSync(file, 1024 ** 3);
      return id;
    },
    'import.too-large',
  ],
  ['a zip bomb', async () => upload(await bomb()), 'import.hostile'],
  [
    'a bomb within a zip within a zip: nothing is unpacked twice',
    async () => upload(await zipOf({ 'xl/a.xml': await zipOf({ 'xl/b.xml': await bomb() }) })),
    'import.not-a-table',
  ],
  [
    'a bomb beside the cells of a right workbook',
    async () => {
      const nested = Buffer.alloc(32 << 20);
      return upload(await zipOf({ 'xl/workbook.xml': Buffer.from('<x/>'), 'xl/media/a.zip': nested }));
    },
    'import.hostile',
  ],
  ['a quotation mark that is not closed', async () => upload('title,area\n"open,TA1\n'), 'import.quotes'],
])('%s is refused before it is read, in a sentence of each language', async (_, made, code) => {
  const uploadId = await made();
  const refused = await Promise.resolve()
    .then(() => here.call('import.inspect', { dossier: here.dossier, uploadId }))
    .catch((thrown: unknown) => thrown);
  expect(isRefusal(refused) && refused.error.code).toBe(code);
  for (const lang of LANGS)
    for (const part of ['what', 'safe', 'do']) expect(sayer(lang)('errors', `${code}.${part}`)).toMatch(/ /);
  // The row is named where there is one.
  if (code === 'import.quotes') expect(isRefusal(refused) && refused.error.details).toEqual({ row: 2 });
});
