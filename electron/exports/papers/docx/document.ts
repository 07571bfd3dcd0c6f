/**
 * A paper as a word processor file. Paragraphs and tables of Arabic run from right to left, every run holds one
 * script. The bytes differ from one making to the next, since the format keeps its hour: what was made is hashed.
 */
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Seat } from '../../../../shared/domain/codes.ts';
import { directionOf, type Lang } from '../../../../shared/domain/languages.ts';
import type { Block } from '../../report/typeset.ts';
import type { Cell } from '../../report/view/context.ts';
import type { ClauseView, PaperBlock, TableCell as PaperCell, PaperView } from '../document.ts';
import { runsOf } from './runs.ts';

/** Every word processor has it, with Arabic and Latin letters of one size. */
const FONT = 'Arial';
/** Half points. */
const SIZE = { body: 21, small: 18, tiny: 16, heading: 28, title: 36 } as const;
const COLOUR = { accent: '0B6065', ink2: '454D57', bad: 'A83A2C', hair: 'BDBAB1' } as const;
const SEAT_COLOUR: { readonly [S in Seat]: string } = {
  G: '1D3C80',
  E: '7F4D02',
  W: '8A3459',
  invited: '454D57',
};
/** Twips between the margins of an A4 page: 210 mm less two of 20 mm. */
const WIDTH = convertMillimetersToTwip(170);

interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
}

function textRuns(text: string, lang: Lang, { size = SIZE.body, bold = false, color }: Look = {}): TextRun[] {
  return runsOf(text, lang).map(
    (run) =>
      new TextRun({
        text: run.text,
        rightToLeft: run.rtl,
        size,
        sizeComplexScript: size,
        bold,
        boldComplexScript: bold,
        ...(color ? { color } : {}),
        language: { value: run.rtl ? 'ar-SA' : lang === 'ar' ? 'en-GB' : lang, bidirectional: 'ar-SA' },
      } satisfies IRunOptions),
  );
}

interface Around {
  readonly before?: number;
  readonly after?: number;
  readonly keepNext?: boolean;
}

/** `AlignmentType.START` is the right in a paragraph that runs from right to left. */
const paragraph = (children: readonly TextRun[], lang: Lang, around: Around = {}): Paragraph =>
  new Paragraph({
    children: [...children],
    bidirectional: directionOf(lang) === 'rtl',
    alignment: AlignmentType.START,
    spacing: { before: around.before ?? 0, after: around.after ?? 80 },
    keepNext: around.keepNext ?? false,
    keepLines: true,
  });

/** The mark after a text that is not in the language of the paper, or is an unchecked translation. */
const marksOf = (
  it: { readonly foreign: string | null; readonly draft: boolean },
  view: PaperView,
  look: Look,
): TextRun[] => [
  ...(it.draft ? textRuns('†', 'en', look) : []),
  ...(it.foreign ? textRuns(` [${it.foreign}]`, view.lang, { ...look, color: COLOUR.accent }) : []),
];

const cellRuns = (it: Cell, view: PaperView, look: Look = {}): TextRun[] => [
  ...textRuns(it.text, it.lang, it.absent ? { ...look, color: COLOUR.ink2 } : look),
  ...marksOf(it, view, look),
];

const prose = (body: Block | null, view: PaperView, around: Around = {}, look: Look = {}): Paragraph[] =>
  body === null
    ? [paragraph(textRuns(view.words.noText ?? '', view.lang, { color: COLOUR.ink2 }), view.lang, around)]
    : body.paragraphs.map((text, n) =>
        paragraph(
          [
            ...textRuns(text, body.lang, look),
            ...(n === body.paragraphs.length - 1 ? marksOf(body, view, look) : []),
          ],
          body.lang,
          around,
        ),
      );

/** The letter of a constituency before its name, so that black and white print tells them apart. */
const seatRuns = (seat: Seat, name: string, view: PaperView, size: number = SIZE.small): TextRun[] =>
  textRuns(`${view.letters[seat]} · ${name}`, view.lang, { size, bold: true, color: SEAT_COLOUR[seat] });

const line = { style: BorderStyle.SINGLE, size: 4, color: COLOUR.hair } as const;
const nothing = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

function table(
  widths: readonly number[],
  header: readonly (readonly Paragraph[])[] | null,
  rows: readonly (readonly (readonly Paragraph[])[])[],
  view: PaperView,
): Table {
  const sum = widths.reduce((total, width) => total + width, 0);
  const columnWidths = widths.map((width) => Math.round((width / sum) * WIDTH));
  const row = (cells: readonly (readonly Paragraph[])[], isHeader: boolean): TableRow =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      children: cells.map(
        (children, n) =>
          new TableCell({
            children: [...children],
            width: { size: columnWidths[n] ?? 0, type: WidthType.DXA },
            verticalAlign: VerticalAlign.TOP,
            margins: { top: 50, bottom: 50, left: 90, right: 90 },
            ...(isHeader ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F1F1F0' } } : {}),
          }),
      ),
    });
  return new Table({
    visuallyRightToLeft: view.dir === 'rtl',
    columnWidths,
    width: { size: WIDTH, type: WidthType.DXA },
    borders: {
      top: line,
      bottom: line,
      left: nothing,
      right: nothing,
      insideHorizontal: line,
      insideVertical: nothing,
    },
    rows: [...(header ? [row(header, true)] : []), ...rows.map((cells) => row(cells, false))],
  });
}

const small = { size: SIZE.small } as const;
const tight = { after: 0 } as const;

const tableCell = (it: PaperCell, view: PaperView, keepNext: boolean): Paragraph[] => [
  paragraph('tile' in it ? seatRuns(it.tile, it.text, view) : cellRuns(it, view, small), view.lang, {
    ...tight,
    keepNext,
  }),
];
const own = (text: string, view: PaperView, look: Look = {}, around: Around = {}): Paragraph =>
  paragraph(textRuns(text, view.lang, look), view.lang, around);
const headerCell = (text: string, view: PaperView): Paragraph[] => [
  own(text, view, { size: SIZE.tiny, bold: true, color: COLOUR.ink2 }, { ...tight, keepNext: true }),
];
/** A table of so many rows is not torn between two pages. */
const SHORT = 8;

/** The text, the three columns and, under them, every text that qualifies one. */
function clause(
  it: { readonly lines: readonly string[]; readonly outcome: boolean; readonly clause: ClauseView },
  view: PaperView,
): (Paragraph | Table)[] {
  const { decided } = it.clause;
  const keep = { keepNext: true, after: 60 } as const;
  const head = [
    ...textRuns(`${view.words.clause} ${it.clause.number}`, view.lang, { bold: true, color: COLOUR.accent }),
    ...(it.outcome ? textRuns(` · ${decided.outcome.label}`, view.lang, { bold: true }) : []),
  ];
  return [
    paragraph(head, view.lang, { before: 280, ...keep }),
    ...it.lines.map((text, n) =>
      own(text, view, n === 0 ? {} : { size: SIZE.small, color: COLOUR.ink2 }, keep),
    ),
    ...prose(it.clause.body, view, keep),
    ...(it.clause.conflict === null ? [] : [own(it.clause.conflict, view, { color: COLOUR.bad }, keep)]),
    table(
      [1, 1, 1],
      decided.positions.map(({ seat }) => [
        paragraph(seatRuns(seat, view.seats[seat], view), view.lang, { ...tight, keepNext: true }),
      ]),
      [
        decided.positions.map((position) => [
          own(
            position.label,
            view,
            { size: SIZE.small, bold: true },
            { ...tight, keepNext: decided.notes.length > 0 },
          ),
          ...position.qualifiers.map((text) =>
            own(text, view, { size: SIZE.tiny, color: COLOUR.ink2 }, tight),
          ),
          ...position.warnings.map((text) => own(text, view, { size: SIZE.tiny, color: COLOUR.bad }, tight)),
        ]),
      ],
      view,
    ),
    ...decided.notes.flatMap((note) => [
      paragraph(
        [
          ...textRuns(`${view.letters[note.seat]} · ${note.kind} · `, view.lang, {
            size: SIZE.small,
            bold: true,
            color: SEAT_COLOUR[note.seat],
          }),
          ...cellRuns(note.who, view, { size: SIZE.small, color: SEAT_COLOUR[note.seat] }),
          ...(note.stance === null ? [] : textRuns(` · ${note.stance}`, view.lang, small)),
        ],
        view.lang,
        { before: 100, ...keep },
      ),
      ...(note.body === null ? [] : prose(note.body, view, {})),
    ]),
  ];
}

function drawn(block: PaperBlock, view: PaperView): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          children: textRuns(block.text, view.lang, { size: SIZE.heading, bold: true, color: COLOUR.accent }),
          bidirectional: view.dir === 'rtl',
          alignment: AlignmentType.START,
          spacing: { before: 320, after: 120 },
          keepNext: true,
        }),
      ];
    case 'subheading':
      return [
        paragraph(cellRuns(block.text, view, { bold: true, color: COLOUR.accent }), view.lang, {
          before: 180,
          after: 80,
          keepNext: true,
        }),
      ];
    case 'note':
      return [own(block.text, view, { size: SIZE.small, color: COLOUR.ink2 }, { before: 60 })];
    case 'sentence':
      return [own(block.text, view)];
    case 'prose':
      return prose(block.body, view);
    case 'facts':
      return [
        table(
          [1, 3],
          null,
          block.rows.map((row) => [
            [own(row.label, view, { size: SIZE.small, color: COLOUR.ink2 }, tight)],
            [paragraph(cellRuns(row.value, view, small), view.lang, tight)],
          ]),
          view,
        ),
        own('', view, {}, tight),
      ];
    case 'table':
      return [
        table(
          block.widths,
          block.header.map((text) => headerCell(text, view)),
          block.rows.map((row, n) =>
            row.map((cell) => tableCell(cell, view, block.rows.length <= SHORT && n < block.rows.length - 1)),
          ),
          view,
        ),
        own('', view, { size: SIZE.tiny }, tight),
      ];
    case 'points':
      return block.points.flatMap((point) => [
        paragraph(
          [
            ...(point.seat === null
              ? []
              : [
                  ...seatRuns(point.seat, view.seats[point.seat], view, SIZE.tiny),
                  ...textRuns('  ', view.lang),
                ]),
            ...(point.who === null
              ? []
              : [...cellRuns(point.who, view, { size: SIZE.tiny }), ...textRuns('  ', view.lang)]),
            ...textRuns(point.meta === '' ? point.number : `${point.number} · ${point.meta}`, view.lang, {
              size: SIZE.tiny,
              color: COLOUR.ink2,
            }),
          ],
          view.lang,
          { before: 100, after: 20, keepNext: true },
        ),
        ...prose(point.body, view),
      ]);
    case 'clause':
      return clause(block, view);
  }
}

/** `title` of the properties: the title of the dialogue, never a person. */
export async function minutesDocx(view: PaperView): Promise<Uint8Array> {
  const isRtl = view.dir === 'rtl';
  const field = (child: string): TextRun =>
    new TextRun({ children: [child], rightToLeft: isRtl, size: SIZE.tiny, sizeComplexScript: SIZE.tiny });
  const head = (): Header =>
    new Header({
      children: [
        ...(view.marks.draft === null
          ? []
          : [own(view.marks.draft, view, { size: SIZE.small, bold: true, color: COLOUR.bad }, tight)]),
        paragraph(cellRuns(view.title, view, { size: SIZE.tiny, color: COLOUR.ink2 }), view.lang, tight),
      ],
    });
  const foot = (): Footer =>
    new Footer({
      children: [
        own(
          [
            `${view.fingerprint.label}: ${view.fingerprint.groups.join('-')}`,
            ...(view.marks.illustrative === null ? [] : [view.marks.illustrative]),
            ...(view.hasDrafts ? [`† ${view.marks.draftTranslation}`] : []),
          ].join(' · '),
          view,
          { size: SIZE.tiny, color: COLOUR.ink2 },
          tight,
        ),
        paragraph(
          [
            ...textRuns(`${view.words.page} `, view.lang, { size: SIZE.tiny }),
            field(PageNumber.CURRENT),
            ...textRuns(` ${view.words.of} `, view.lang, { size: SIZE.tiny }),
            field(PageNumber.TOTAL_PAGES),
          ],
          view.lang,
          tight,
        ),
      ],
    });
  const document = new Document({
    title: view.title.text.replace(/[\u2066-\u2069]/g, ''),
    creator: 'Hiwar',
    lastModifiedBy: 'Hiwar',
    description: '',
    styles: {
      default: {
        document: {
          run: {
            font: { ascii: FONT, hAnsi: FONT, cs: FONT, eastAsia: FONT },
            size: SIZE.body,
            sizeComplexScript: SIZE.body,
            language: { value: view.lang === 'ar' ? 'en-GB' : view.lang, bidirectional: 'ar-SA' },
          },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: {
              top: convertMillimetersToTwip(27),
              bottom: convertMillimetersToTwip(24),
              left: convertMillimetersToTwip(20),
              right: convertMillimetersToTwip(20),
              header: convertMillimetersToTwip(10),
              footer: convertMillimetersToTwip(9),
            },
          },
        },
        headers: { default: head(), first: head() },
        footers: { default: foot(), first: foot() },
        children: [
          own(view.heading.kind, view, { color: COLOUR.ink2 }, tight),
          new Paragraph({
            heading: HeadingLevel.TITLE,
            children: cellRuns(view.heading.name, view, {
              size: SIZE.title,
              bold: true,
              color: COLOUR.accent,
            }),
            bidirectional: isRtl,
            alignment: AlignmentType.START,
            spacing: { after: 160 },
          }),
          ...view.blocks.flatMap((block) => drawn(block, view)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
