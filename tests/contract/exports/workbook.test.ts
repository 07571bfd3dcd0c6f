import { openXlsx, readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../../electron/exports/tables/index.ts';
import { buildWorkbook } from '../../../electron/exports/workbook/workbook.ts';
import { aContent, aDeficit, agrees, reserves, say } from '../../fixtures/content/build.ts';
import { rawdaniaContent } from '../../fixtures/content/rawdania.ts';

const FORMULA = '=HYPERLINK("http://example.invalid","x")';
const planted = aContent({
  deficits: [
    aDeficit({
      title: say({ en: FORMULA }),
      positions: { G: agrees(), E: reserves(say({ en: 'RESERVED-7431' })), W: agrees() },
      outcome: 'agreed-with-reservation',
    }),
  ],
});

const sheetsOf = async (bytes: Uint8Array) => (await readXlsx(bytes)).sheets;

describe('the workbook', () => {
  it('is the same bytes for the same content', async () => {
    const [one, two] = [
      await buildWorkbook(rawdaniaContent(), 'ar'),
      await buildWorkbook(rawdaniaContent(), 'ar'),
    ];
    expect(Buffer.compare(one, two)).toBe(0);
  });

  it('holds text that looks like a formula as text', async () => {
    const bytes = await buildWorkbook(planted, 'en');
    const cells = (await sheetsOf(bytes)).flatMap((sheet) => sheet.rows.flat());
    expect(cells).toContain(FORMULA);
    expect(Buffer.from(bytes).includes('<f>')).toBe(false);
  });

  it('prints each reservation in the row of what it qualifies, with the draft mark above', async () => {
    const sheets = await sheetsOf(await buildWorkbook(planted, 'en'));
    for (const name of ['Deficits', 'Positions']) {
      const rows = sheets.find((sheet) => sheet.name === name)?.rows ?? [];
      expect(
        rows.filter((row) => row.includes('RESERVED-7431')),
        name,
      ).toHaveLength(1);
      expect(String(rows[0]?.[0])).toContain('DRAFT – not agreed');
    }
  });

  it('runs from right to left in Arabic, with its header kept in sight and coded columns as lists', async () => {
    const book = await openXlsx(await buildWorkbook(rawdaniaContent(), 'ar'));
    const visible = book.sheets.filter((sheet) => !sheet.hidden);
    expect(visible.map((sheet) => sheet.name)).toEqual([
      'اقرأني',
      'مواطن العجز',
      'المواقف',
      'البنود',
      'الأدلة',
      'الأسباب والآثار',
      'المراجع المعيارية',
      'التقييمات',
      'الاستراتيجيات',
      'الإجراءات',
      'التكاليف',
      'المشاركة',
    ]);
    for (const sheet of visible) {
      expect(sheet.view?.rightToLeft, sheet.name).toBe(true);
      expect(sheet.freezePane?.rows, sheet.name).toBe(2);
    }
    expect(visible[1]?.dataValidations?.length).toBeGreaterThan(5);
    expect(visible[1]?.rows).toHaveLength(2 + 24);
  });

  it('names nobody in its properties and dates itself by the content', async () => {
    const { properties } = await readXlsx(await buildWorkbook(rawdaniaContent(), 'en'));
    expect(properties?.creator ?? '').toBe('');
    expect(properties?.lastModifiedBy ?? '').toBe('');
    expect(properties?.modified?.toISOString()).toBe('2025-06-05T00:00:00.000Z');
  });
});

describe('the tables', () => {
  it('keep a text that looks like a formula exact, and every reservation in the row of its position', () => {
    const byName = new Map(tablesOf(planted).map((table) => [table.name, table.csv]));
    expect(byName.get('deficits')).toContain(`"${FORMULA.replaceAll('"', '""')}"`);
    for (const name of ['deficits', 'positions'])
      expect(
        byName
          .get(name)
          ?.split('\r\n')
          .filter((row) => row.includes('RESERVED-7431')),
        name,
      ).toHaveLength(1);
  });
});
