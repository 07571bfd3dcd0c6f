/** The one place that writes spreadsheets; `electron/imports` reads them. */
import { type Cell, type CellStyle, colToLetter, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { restored } from './restored.ts';

export type SheetValue = string | number | null;

export interface SheetColumn {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  /** What may stand in the column. */
  readonly options?: readonly string[] | undefined;
  /** Digits behind the decimal mark of a column of numbers. */
  readonly decimals?: number;
}

export interface SheetSpec {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetValue[])[];
}

export interface WorkbookSpec {
  readonly title: string;
  readonly isRightToLeft: boolean;
  /** `YYYY-MM-DD`: the only date in the file. */
  readonly day: string;
  /** Stands above the header of every sheet and on every printed page. */
  readonly banner: readonly string[];
  readonly sheets: readonly SheetSpec[];
}

const ACCENT = 'FF0B6065';
const BANNER = 'FFA83A2C';
const PALE = 'FFE6F0EF';
const HAIR = 'FFD9D6CD';
const LISTS = 'Lists';
const HEADER_ROW = 1;

/** Characters that XML cannot hold at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const clean = (value: SheetValue): SheetValue =>
  typeof value === 'string' ? value.replace(impossible, '').replace(/\r\n?/g, '\n').slice(0, 32_767) : value;

type Height = { readonly height: number };
const LINE_POINTS = 15.5;
const MOST_POINTS = 400;

/** How high a row must be to show its longest wrapped cell; spreadsheets do not always work it out themselves. */
function heightOf(row: readonly SheetValue[], columns: readonly SheetColumn[]): number {
  const lines = row.map((value, n) => {
    const width = columns[n]?.width ?? 10;
    return String(value ?? '')
      .split('\n')
      .reduce((total, line) => total + Math.max(1, Math.ceil(line.length / (width * 0.95))), 0);
  });
  return Math.min(MOST_POINTS, Math.max(1, ...lines) * LINE_POINTS + 3);
}

/** Wider than this, in characters, a sheet is printed over several pages and not shrunk to one. */
const WIDEST_PAGE = 230;

/** Text is always stored as text: a cell that begins like a formula stays what a person wrote. */
const cellOf = (value: SheetValue, style: CellStyle): Partial<Cell> => ({
  value,
  type: typeof value === 'number' ? 'number' : value === null ? 'empty' : 'string',
  style,
});

export async function writeWorkbook(spec: WorkbookSpec): Promise<Uint8Array> {
  const readingOrder = spec.isRightToLeft ? 'rtl' : 'ltr';
  const font = { name: spec.isRightToLeft ? 'Arial' : 'Calibri', size: 11 };
  const base: CellStyle = { font, alignment: { vertical: 'top', wrapText: true, readingOrder } };
  const border = { bottom: { style: 'thin' as const, color: { rgb: HAIR } } };
  const head: CellStyle = {
    font: { ...font, bold: true, color: { rgb: 'FFFFFFFF' } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: ACCENT } },
    alignment: { vertical: 'center', wrapText: true, readingOrder },
  };
  const banner: CellStyle = {
    font: { ...font, bold: true, color: { rgb: BANNER } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: PALE } },
    alignment: { vertical: 'center', readingOrder },
  };
  const lists: (readonly string[])[] = [];

  const sheets = spec.sheets.map((sheet): WriteSheet => {
    const cells = new Map<string, Partial<Cell>>();
    const put = (row: number, column: number, value: SheetValue, style: CellStyle): void => {
      cells.set(`${row},${column}`, cellOf(clean(value), style));
    };
    sheet.columns.forEach((column, n) => {
      put(0, n, n === 0 ? spec.banner.join('  ·  ') : null, banner);
      put(HEADER_ROW, n, column.header, head);
    });
    sheet.rows.forEach((row, r) => {
      row.forEach((value, c) => {
        const decimals = sheet.columns[c]?.decimals;
        const numFmt =
          typeof value === 'number' && decimals !== undefined
            ? { numFmt: `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}` }
            : {};
        put(r + HEADER_ROW + 1, c, value, { ...base, border, ...numFmt });
      });
    });
    const last = Math.max(sheet.rows.length + HEADER_ROW + 1, HEADER_ROW + 2);
    const letter = (n: number): string => colToLetter(n);
    const header = spec.banner.join(' · ').replaceAll('&', '&&').slice(0, 200);
    return {
      name: sheet.name,
      columns: sheet.columns.map(({ width }) => ({ width })),
      rows: Array.from({ length: sheet.rows.length + HEADER_ROW + 1 }, () => sheet.columns.map(() => null)),
      cells,
      view: { rightToLeft: spec.isRightToLeft, showGridLines: false },
      freezePane: { rows: HEADER_ROW + 1 },
      autoFilter: { range: `A${HEADER_ROW + 1}:${letter(sheet.columns.length - 1)}${last}` },
      dataValidations: sheet.columns.flatMap(({ options }, n) => {
        if (!options || options.length === 0) return [];
        const place = letter(lists.push(options) - 1);
        return [
          {
            type: 'list' as const,
            range: `${letter(n)}${HEADER_ROW + 2}:${letter(n)}${last}`,
            formula1: `${LISTS}!$${place}$1:$${place}$${options.length}`,
            allowBlank: true,
            showErrorMessage: true,
            errorStyle: 'warning' as const,
          },
        ];
      }),
      rowDefs: new Map<number, Height>([
        [0, { height: 22 }],
        [HEADER_ROW, { height: 34 }],
        ...sheet.rows.map(
          (row, n) => [n + HEADER_ROW + 1, { height: heightOf(row, sheet.columns) }] as [number, Height],
        ),
      ]),
      pageSetup: {
        paperSize: 'a4',
        orientation: 'landscape',
        ...(sheet.columns.reduce((total, { width }) => total + width, 0) > WIDEST_PAGE
          ? { scale: 60 }
          : { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
        printTitlesRow: `$1:$${HEADER_ROW + 1}`,
      },
      headerFooter: { oddHeader: `&C${header}`, oddFooter: '&C&P / &N' },
    };
  });

  const longest = Math.max(1, ...lists.map((each) => each.length));
  const hidden: WriteSheet = {
    name: LISTS,
    hidden: true,
    rows: Array.from({ length: longest }, (_, row) => lists.map((options) => options[row] ?? null)),
  };
  const when = new Date(`${spec.day}T00:00:00Z`);
  const bytes = await writeXlsx({
    properties: { title: spec.title, created: when, modified: when },
    defaultFont: font,
    sheets: lists.length > 0 ? [...sheets, hidden] : sheets,
  });
  return restored(bytes, spec.day);
}
