import { mkdirSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { versionOf } from '../../../db/ledger/version.ts';
import { openForReading } from '../../../db/open.ts';
import { type Db, pluck } from '../../../db/statements.ts';
import type { ImportCheck, ImportInspection, Input, JobStatus } from '../../../shared/contract/index.ts';
import { guessColumn } from '../../../shared/domain/import/guess.ts';
import { LANGS } from '../../../shared/domain/languages.ts';
import { isRefusal } from '../../../shared/errors.ts';
import { idOf } from '../../../tests/fixtures/dossiers.ts';
import { type TestDesk, testDesk } from '../../../tests/fixtures/room/test-desk.ts';
import { uploadTo } from '../../../tests/fixtures/upload.ts';
import { sayIn } from '../../exports/report/strings.ts';
import { buildWorkbook } from '../../exports/workbook/workbook.ts';
import { contentOf } from '../content.ts';
import { dossierOf } from '../desk.ts';
import { closeDossier } from '../library.ts';

let here: TestDesk;
beforeEach(() => {
  here = testDesk();
  mkdirSync(here.desk.transferFolder, { recursive: true });
});
afterEach(() => here.close());

const upload = (bytes: string | Uint8Array, name?: string): string => uploadTo(here.desk, bytes, name);
const db = () => dossierOf(here.desk, here.dossier).db;
/** All that are not withdrawn, those too whose wording another took up. */
const standing = (of: Db): number =>
  pluck<number>(of, 'SELECT count(*) FROM deficit WHERE withdrawn = 0').get() as number;
const deficits = (): number => here.call('dossier.info', { dossier: here.dossier }).counts.deficit as number;

async function inspect(
  uploadId: string,
  more: Partial<Input<'import.inspect'>> = {},
): Promise<ImportInspection> {
  return await here.call('import.inspect', {
    dossier: here.dossier,
    uploadId,
    ...more,
  } as Input<'import.inspect'>);
}
type CheckInput = Input<'import.check'>;
async function check(uploadId: string, more: Partial<CheckInput> = {}): Promise<ImportCheck> {
  const seen = await inspect(uploadId, more.kind ? { kind: more.kind } : {});
  return await here.call('import.check', {
    dossier: here.dossier,
    uploadId,
    headerRow: seen.headerRow,
    kind: seen.kind,
    columns: seen.columns.map(({ target, lang }) => ({ target, lang })),
    lang: seen.lang,
    ...more,
  } as CheckInput);
}
async function start(checkId: string, more: Partial<Input<'import.start'>> = {}): Promise<JobStatus> {
  const { jobId } = here.call('import.start', {
    dossier: here.dossier,
    checkId,
    duplicates: 'skip',
    except: [],
    withoutHeld: false,
    ...more,
  });
  return await ended(jobId);
}
async function ended(jobId: string): Promise<JobStatus> {
  for (;;) {
    const status = here.call('export.status', { jobId });
    if (status.state !== 'running') return status;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
const code = async (body: () => Promise<unknown>): Promise<string | undefined> => {
  try {
    await body();
    return undefined;
  } catch (thrown) {
    if (isRefusal(thrown)) return thrown.error.code;
    throw thrown;
  }
};
const told = (checked: ImportCheck) => checked.problems.map(({ row, column, code: is }) => [row, column, is]);

describe('a table of deficits', () => {
  const csv = [
    'العنوان;المجال;الصكوك;الشدة – العمال;موطن;قوة الأدلة – العمال;قوة الأدلة',
    'غياب التفتيش في الورش الصغيرة;TA1;C081;٣;;;',
    'تأخر صرف الأجور في المقاولات;المجال ٩;C095,C999;7;;;',
    'نقص الحضانات قرب المصانع;6;C.156;حرجة;;قوية;غير معروف',
  ].join('\r\n');

  test('becomes deficits in one step, which one undo takes back whole', async () => {
    const before = deficits();
    const seen = await inspect(upload(csv));
    expect(seen).toMatchObject({
      format: 'csv',
      separator: ';',
      encoding: 'utf-8',
      kind: 'deficits',
      lang: 'ar',
    });
    expect(seen.columns.map(({ target }) => target)).toEqual([
      'title',
      'area',
      'instruments',
      'severity.W',
      null,
      'evidenceHeld.W',
      'evidenceStrength',
    ]);
    const checked = await check(upload(csv));
    expect(checked).toMatchObject({ rows: 3, ready: 2, faulty: 1 });
    expect(told(checked)).toEqual([
      [3, 1, 'code-unknown'],
      [3, 2, 'code-unknown'],
      [3, 3, 'code-unknown'],
    ]);
    expect(deficits()).toBe(before);
    expect(await start(checked.checkId)).toMatchObject({ state: 'done', kind: 'import' });
    expect(deficits()).toBe(before + 2);
    const rows = here.call('register.window', {
      dossier: here.dossier,
      lang: 'ar',
      filter: { search: 'الحضانات' },
      sort: 'number',
      descending: false,
      offset: 0,
      limit: 5,
    }).rows;
    const record = here.call('record.get', {
      dossier: here.dossier,
      type: 'deficit',
      id: rows[0]?.id as string,
    });
    expect(record.record).toMatchObject({
      title: { ar: { text: 'نقص الحضانات قرب المصانع', status: 'original' } },
      area: 'TA6',
      instruments: ['C156'],
      severity: { W: 4 },
      evidenceHeld: { W: 'strong' },
      evidenceStrength: { missing: 'not-known' },
      captured: 'import',
    });
    expect(here.call('undo.state', { dossier: here.dossier }).undo).toMatchObject({
      kind: 'import',
      type: 'deficit',
    });
    here.call('undo.undo', { dossier: here.dossier });
    expect(deficits()).toBe(before);
    expect(await code(() => start(checked.checkId))).toBe('import.stale');
  });

  test('what is there already is flagged, in the file and in the dossier, and a person decides', async () => {
    const one = here.call('record.list', { dossier: here.dossier, type: 'deficit', limit: 1 })[0]?.record as {
      number: string;
      title: { ar: { text: string } };
    };
    const table = `title,number\n${JSON.stringify(one.title.ar.text)},\nشيء جديد,D-${one.number}\nشَيءٌ آخَر,\nشيء اخر,\n`;
    const checked = await check(upload(table));
    expect(checked).toMatchObject({ rows: 4, ready: 1, duplicates: 3 });
    expect(checked.repeated.map(({ row, ofRow, ofNumber }) => [row, ofRow, ofNumber])).toEqual([
      [2, null, one.number],
      [3, null, one.number],
      [5, 4, null],
    ]);
    const before = deficits();
    await start(checked.checkId, { except: [3] });
    expect(deficits()).toBe(before + 2);
  });

  test('rows that a table only counts are not taken for ours; what is written as ours is', async () => {
    const table =
      'title,number\nFirst of theirs,1\nSecond of theirs,002\nAgain,1\nThe same as ours,D-٠٠١\nElse,7/2024';
    const checked = await check(upload(table));
    expect(checked).toMatchObject({ ready: 4, duplicates: 1 });
    expect(checked.repeated.map(({ row, ofNumber }) => [row, ofNumber])).toEqual([[5, '001']]);
    expect(told(checked)).toEqual([[6, 1, 'number-foreign']]);
  });

  test('a row with a ground that is not asked waits, told by row and column, until a person takes it without it', async () => {
    const table = 'title,grounds\nPay,sex; age\nHiring,sex\nHousing,x-dialect';
    here.make('nationalCode', {
      list: 'grounds',
      code: 'x-dialect',
      parent: 'age',
      label: { en: 'Dialect' },
    });
    expect(await check(upload(table))).toMatchObject({ ready: 3, problems: [] });
    const members = { widerGrounds: 'not-asked' };
    here.call('record.edit', { dossier: here.dossier, type: 'dossier', id: here.dossier, members });
    const checked = await check(upload(table));
    expect(checked).toMatchObject({ ready: 1, held: 2, faulty: 0 });
    expect(told(checked)).toEqual([
      [2, 1, 'ground-not-asked'],
      [4, 1, 'ground-not-asked'],
    ]);
    const before = deficits();
    await start(checked.checkId);
    expect(deficits()).toBe(before + 1);
    here.call('undo.undo', { dossier: here.dossier });
    const again = await check(upload(table));
    await start(again.checkId, { withoutHeld: true });
    const kept = here
      .call('record.list', { dossier: here.dossier, type: 'deficit', limit: 500 } as Input<'record.list'>)
      .slice(-3)
      .map(({ record }) => (record as { grounds?: string[] }).grounds);
    expect(kept).toEqual([['sex'], ['sex'], undefined]);
  });

  test('what is asked about grounds has changed since the check: it is checked again, and nothing is written', async () => {
    const table = 'title,grounds\nPay,sex; age\nHousing,x-dialect';
    const mandate = (widerGrounds: string | null) =>
      here.call('record.edit', {
        dossier: here.dossier,
        type: 'dossier',
        id: here.dossier,
        members: { widerGrounds },
      });
    const dialect = { list: 'grounds', code: 'x-dialect', parent: 'sex', label: { en: 'Dialect' } };
    const id = here.make('nationalCode', dialect);
    const before = deficits();
    const asked = await check(upload(table));
    mandate('not-asked');
    expect(await code(() => start(asked.checkId))).toBe('import.stale');
    const { checkId } = await check(upload(table));
    here.call('record.edit', {
      dossier: here.dossier,
      type: 'nationalCode',
      id,
      members: { parent: 'age' },
    });
    expect(await code(() => start(checkId, { withoutHeld: true }))).toBe('import.stale');
    expect(deficits()).toBe(before);
    // What was changed and changed back is what it was.
    const again = await check(upload(table));
    mandate(null);
    mandate('not-asked');
    await start(again.checkId, { withoutHeld: true });
    expect(deficits()).toBe(before + 2);
  });

  test('hidden marks, long texts, wrong bytes and ragged rows are told by row and column', async () => {
    const table = [
      'title,statement,statement',
      'good\u202egnihtemos,x',
      `${'long '.repeat(100)},y`,
      'bad \ufffd\ufffd,z',
      'ragged,a,b,c,d',
      ',no title',
    ].join('\n');
    const columns: CheckInput['columns'] = [
      { target: 'title', lang: null },
      { target: 'statement', lang: null },
      { target: null, lang: null },
    ];
    expect((await inspect(upload(table))).columns[2]).toMatchObject({ isRepeated: true, target: null });
    const checked = await check(upload(table), { columns });
    expect(checked).toMatchObject({ rows: 5, ready: 0, faulty: 4, held: 1 });
    expect(told(checked).filter(([, , is]) => is !== 'row-short')).toEqual([
      [2, 0, 'hidden-marks'],
      [3, 0, 'too-long'],
      [4, 0, 'undecodable'],
      [5, 3, 'row-long'],
      [6, 0, 'required'],
    ]);
    const before = deficits();
    await start(checked.checkId);
    expect(deficits()).toBe(before);
    const again = await check(upload(table), { columns });
    await start(again.checkId, { withoutHeld: true });
    expect(deficits()).toBe(before + 1);
  });

  test('formula cells give their value or are told, and merged cells are told', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Notes', hidden: true, rows: [['nothing']] },
        {
          name: 'Table',
          rows: [
            ['A banner', null],
            ['Title', 'Statement', 'Severity – Workers'],
            ['One', 'a', null],
            ['Two', 'b', null],
            [null, 'c', 4],
          ],
          cells: new Map([
            ['2,2', { value: 3, type: 'formula', formula: '1+2', formulaResult: 3 }],
            ['3,2', { value: null, type: 'formula', formula: 'X!A1' }],
          ]),
          merges: [{ startRow: 3, endRow: 4, startCol: 0, endCol: 0 }],
        },
      ],
    });
    const seen = await inspect(upload(bytes, 'table.xlsx'));
    expect(seen).toMatchObject({ format: 'xlsx', sheet: 1, headerRow: 2, rows: 3, kind: 'deficits' });
    const checked = await check(upload(bytes, 'table.xlsx'), { sheet: 1 });
    expect(told(checked)).toEqual([
      [3, 2, 'formula-value'],
      [4, 2, 'formula-empty'],
      [5, 0, 'required'],
      [5, 0, 'merged'],
    ]);
    expect(checked).toMatchObject({ ready: 1, faulty: 2 });
  });

  test('while it is written others read, other writers wait, and cancelling leaves nothing', async () => {
    const many = ['title', ...Array.from({ length: 1500 }, (_, n) => `Deficit ${n} of the table`)].join('\n');
    const checked = await check(upload(many));
    const version = versionOf(db());
    const before = deficits();
    const { jobId } = here.call('import.start', {
      dossier: here.dossier,
      checkId: checked.checkId,
      duplicates: 'skip',
      except: [],
      withoutHeld: false,
    });
    expect(dossierOf(here.desk, here.dossier).long).toBeDefined();
    const edit = here.call('record.create', {
      dossier: here.dossier,
      type: 'comment',
      id: idOf('a comment'),
      members: { body: { en: 'while it runs' } },
    } as Input<'record.create'>);
    expect(edit).toBeInstanceOf(Promise);
    here.call('register.facets', { dossier: here.dossier, filter: {} });
    here.call('export.cancel', { jobId });
    expect((await ended(jobId)).state).toBe('cancelled');
    expect(deficits()).toBe(before);
    await edit;
    expect(versionOf(db())).not.toBe(version);
    here.call('undo.undo', { dossier: here.dossier });
    expect((await start(checked.checkId)).state).toBe('done');
    expect(deficits()).toBe(before + 1500);
    const undone = here.call('undo.undo', { dossier: here.dossier });
    expect(undone).toBeInstanceOf(Promise);
    expect((await undone).ids).toHaveLength(1500);
    expect(deficits()).toBe(before);
    await here.call('undo.redo', { dossier: here.dossier });
    expect(deficits()).toBe(before + 1500);
  });

  test('what is said and what is written agree, though it may be cancelled in the moment it is done', async () => {
    const before = deficits();
    const { checkId } = await check(upload('title\nShort enough for one slice\n'));
    const { jobId } = here.call('import.start', {
      dossier: here.dossier,
      checkId,
      duplicates: 'skip',
      except: [],
      withoutHeld: false,
    });
    here.call('export.cancel', { jobId });
    // One slice is written before anybody is heard; on a slow machine it may be two.
    const { state } = await ended(jobId);
    expect(['done', 'cancelled']).toContain(state);
    expect(deficits()).toBe(state === 'done' ? before + 1 : before);
  });

  test('a second start of the same check is refused, however soon it comes', async () => {
    const before = standing(db());
    const { checkId } = await check(upload('title\nOnce and no more'));
    const input = {
      dossier: here.dossier,
      checkId,
      duplicates: 'skip' as const,
      except: [],
      withoutHeld: false,
    };
    const { jobId } = here.call('import.start', input);
    expect(() => here.call('import.start', input)).toThrow('import.stale');
    expect((await ended(jobId)).state).toBe('done');
    expect(standing(db())).toBe(before + 1);
  });

  test('closing the dossier in the middle leaves the file as it was', async () => {
    const before = standing(db());
    const many = ['title', ...Array.from({ length: 800 }, (_, n) => `Another ${n}`)].join('\n');
    const { checkId } = await check(upload(many));
    const { jobId } = here.call('import.start', {
      dossier: here.dossier,
      checkId,
      duplicates: 'skip',
      except: [],
      withoutHeld: false,
    });
    const path = dossierOf(here.desk, here.dossier).file;
    closeDossier(here.desk, here.dossier);
    expect((await ended(jobId)).state).not.toBe('done');
    const file = openForReading(path);
    expect(standing(file)).toBe(before);
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
    file.close();
  });
});

describe('evidence', () => {
  test('ILOSTAT bulk rows become evidence of one deficit, with area, sex, class, status, note and vintage', async () => {
    const csv = [
      'ref_area,source,indicator,sex,classif1,classif2,time,obs_value,obs_status,note_classif,note_indicator,note_source',
      'QRW,BA:475,UNE_DEAP_SEX_AGE_RT,SEX_F,AGE_YTHADULT_YGE15,,2023,11.40,B,,,R1:2050',
      'QRW,BA:475,UNE_DEAP_SEX_AGE_RT,SEX_M,AGE_YTHADULT_YGE15,,2023Q1,"٩٫٥",,,,',
      'QRW,BA:475,UNE_DEAP_SEX_AGE_RT,SEX_M,AGE_YTHADULT_YGE15,,2023Q2,9.7,,,,',
      'FRA,BA:475,UNE_DEAP_SEX_AGE_RT,SEX_M,AGE_YTHADULT_YGE15,,2023,9.5,,,,',
      'QRW,BA:475,UNE_DEAP_SEX_AGE_RT,SEX_F,AGE_YTHADULT_YGE15,,2023,11.40,B,,,',
      'QRW,BA:475,UNE_DEAP_SEX_AGE_RT,SEX_F,AGE_YTHADULT_YGE15,,20x3,"1,234",,,,',
    ].join('\n');
    const deficit = here.call('record.list', { dossier: here.dossier, type: 'deficit', limit: 1 })[0]?.record
      .id as string;
    const seen = await inspect(upload(csv));
    expect(seen.kind).toBe('evidence');
    expect(seen.columns.every(({ target }) => target !== null)).toBe(true);
    const country = (here.call('dossier.info', { dossier: here.dossier }).country ?? '') as string;
    expect(country).toBe('QRW');
    const checked = await check(upload(csv), {
      deficit,
      vintage: '2026-01-15',
      ownCountry: true,
    } as Partial<CheckInput>);
    expect(checked).toMatchObject({ rows: 6, ready: 3, duplicates: 1, faulty: 1, beside: 1 });
    expect(told(checked).filter(([row]) => row === 7)).toEqual([
      [7, 6, 'year-invalid'],
      [7, 7, 'number-ambiguous'],
    ]);
    await start(checked.checkId);
    const kept = here
      .call('record.list', {
        dossier: here.dossier,
        type: 'evidence',
        of: { field: 'deficit', id: deficit },
      } as Input<'record.list'>)
      .map(({ record }) => record as { [member: string]: unknown })
      .filter(({ refArea }) => refArea === 'QRW');
    expect(kept).toHaveLength(3);
    expect(kept).toContainEqual(
      expect.objectContaining({
        indicator: 'UNE_DEAP_SEX_AGE_RT',
        sex: 'SEX_F',
        classification: 'AGE_YTHADULT_YGE15',
        year: 2023,
        figure: '11.40',
        observation: 'B',
        vintage: '2026-01-15',
        note: { en: { text: 'R1:2050', status: 'original' } },
        source: { en: { text: 'ILOSTAT, BA:475', status: 'original' } },
      }),
    );
    expect(kept).toContainEqual(expect.objectContaining({ figure: '9.5', year: 2023, date: '2023-01-01' }));
    expect((await check(upload(csv), { deficit, ownCountry: true } as Partial<CheckInput>)).duplicates).toBe(
      4,
    );
  });

  test('SDMX-CSV is read by its own names', async () => {
    const [first] = here.call('record.list', { dossier: here.dossier, type: 'deficit', limit: 1 });
    const number = (first?.record as { number?: string } | undefined)?.number;
    const csv = [
      'DATAFLOW,REF_AREA,FREQ,SEX,AGE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,UNIT_MULT,Deficit',
      `ILO:DF_UNE_TUNE_SEX_AGE_NB(1.0),QRW,A,SEX_T,AGE_YTHADULT_YGE15,2022,12.5,A,PS,3,D-${number}`,
      'ILO:DF_UNE_TUNE_SEX_AGE_NB(1.0),QRW,A,SEX_T,AGE_YTHADULT_YGE15,2021,,A,PS,3,D-999999',
    ].join('\n');
    const checked = await check(upload(csv));
    expect(told(checked)).toEqual([
      [3, 6, 'required'],
      [3, 10, 'deficit-unknown'],
    ]);
    await start(checked.checkId);
    const kept = here
      .call('record.list', { dossier: here.dossier, type: 'evidence' } as Input<'record.list'>)
      .map(({ record }) => record as { [member: string]: unknown });
    expect(kept).toContainEqual(
      expect.objectContaining({
        indicator: 'UNE_TUNE_SEX_AGE_NB',
        unit: 'PS ×10^3',
        figure: '12.5',
        observation: 'A',
      }),
    );
  });
});

test('ratifications of the country become norms of the deficits that name the instrument', async () => {
  const json = JSON.stringify({
    QRW: [
      { code: 'C087', date: '1960-05-04', status: 'in_force', denounced: null, note: null },
      {
        code: 'C098',
        date: '1961-02-01',
        status: 'in_force',
        denounced: '1999-03-04',
        note: 'Parts II and IV',
      },
      { code: 'C777', date: '1961-02-01', status: 'in_force', denounced: null, note: null },
    ],
    FRA: [{ code: 'C087', date: '1951-06-28', status: 'in_force', denounced: null, note: null }],
  });
  here.make('deficit', { title: { en: 'Two of them' }, instruments: ['C087', 'C098'] });
  const checked = await check(upload(json, 'r.json'), { vintage: '2026-02-01' } as Partial<CheckInput>);
  expect(checked).toMatchObject({ rows: 4, faulty: 1, beside: 1, ready: 2 });
  await start(checked.checkId);
  const norms = here
    .call('record.list', { dossier: here.dossier, type: 'norm' } as Input<'record.list'>)
    .map(({ record }) => record as { [member: string]: unknown });
  expect(norms).toContainEqual(
    expect.objectContaining({
      kind: 'instrument',
      instrument: 'C087',
      ratification: 'in-force',
      ratifiedOn: '1960-05-04',
      checkedOn: '2026-02-01',
    }),
  );
  expect(norms).toContainEqual(
    expect.objectContaining({
      instrument: 'C098',
      ratification: 'denounced',
      text: { en: { text: '1999-03-04 – Parts II and IV', status: 'original' } },
    }),
  );
  expect((await check(upload(json, 'r.json'))).duplicates).toBe(2);
});

test.each(LANGS)(
  'the workbook that is exported in %s is read without a fault, and all of it is there already',
  async (lang) => {
    // The column that says which grounds were not asked has nothing to import.
    expect(guessColumn('deficits', sayIn(lang)('cover.widerGrounds')).target).toBeNull();
    const bytes = await buildWorkbook(contentOf(db(), 'restricted'), lang);
    const uploadId = upload(bytes, 'own.xlsx');
    const deficitSheet = 1;
    const seen = await inspect(uploadId, { sheet: deficitSheet });
    expect(seen).toMatchObject({ kind: 'deficits', headerRow: 2, lang });
    const checked = await here.call('import.check', {
      dossier: here.dossier,
      uploadId,
      sheet: deficitSheet,
      headerRow: seen.headerRow,
      kind: 'deficits',
      columns: seen.columns.map(({ target, lang: of }) => ({ target, lang: of })),
      lang: seen.lang,
    });
    const all = standing(db());
    expect(checked).toMatchObject({ rows: all, duplicates: all, faulty: 0, problems: [] });
  },
);
