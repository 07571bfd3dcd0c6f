/** Causes, links, norms, scores and lineage in what leaves the dossier. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { append } from '../../../db/ledger/append.ts';
import { snapshotOf } from '../../../db/queries/snapshot.ts';
import { comparableGaps } from '../../../electron/exports/comparable.ts';
import { exportable } from '../../../electron/exports/package.ts';
import { readPackage } from '../../../electron/exports/package-reader.ts';
import { openPdfEngine } from '../../../electron/exports/report/pdf-engine.ts';
import { renderReport } from '../../../electron/exports/report/report.ts';
import { sayIn } from '../../../electron/exports/report/strings.ts';
import { makeContext } from '../../../electron/exports/report/view/context.ts';
import { tablesOf } from '../../../electron/exports/tables/index.ts';
import { buildWorkbook } from '../../../electron/exports/workbook/workbook.ts';
import { draftsOfContent } from '../../../electron/services/content-records.ts';
import type { EditionContent } from '../../../shared/domain/content.ts';
import { editionOf } from '../../../shared/domain/edition.ts';
import { isDraft } from '../../../shared/domain/edition-decided.ts';
import { narrow } from '../../../shared/domain/narrow.ts';
import { anyCodelist } from '../../../shared/reference/all.ts';
import { labelIn } from '../../../shared/reference/index.ts';
import { aContent, aDeficit, missing, say, stableId } from '../../fixtures/content/build.ts';
import { DOSSIER, memoryReplica } from '../../fixtures/dossiers.ts';
import { assets, hasPoppler, inTempFolder, packageOf, pagesOf, says } from './tools.ts';

const temp = inTempFolder();
afterAll(temp.remove);

const notAsked = { value: 'not-requested', organizations: [], changedSince: false, contested: [] } as const;
const cause = stableId('cause');
const second = stableId('second');
const other = stableId('other deficit');
const hidden = stableId('hidden deficit');

const content = (): EditionContent =>
  aContent({
    deficits: [
      aDeficit({
        number: '001',
        raisedBy: 'W',
        captured: 'paper',
        origin: 'joined',
        parents: [other],
        priorityProgrammes: ['PAP1'],
        objections: { E: say({ en: 'The two are not the same', ar: 'ليسا شيئاً واحداً' }) },
        causes: [
          {
            id: cause,
            kind: 'cause',
            under: null,
            order: 1,
            body: say({ en: 'No inspectors', ar: 'لا مفتشين' }),
          },
          {
            id: second,
            kind: 'cause',
            under: cause,
            order: 2,
            body: say({ en: 'No budget line', ar: 'لا بند في الميزانية' }),
          },
        ],
        norms: [
          {
            id: stableId('norm'),
            kind: 'supervisory',
            instrument: 'C081',
            article: '10',
            ratification: 'in-force',
            ratifiedOn: '1987-05-11',
            checkedOn: '2025-02-01',
            comment: 'observation',
            body: null,
            year: 2023,
            reference: 'QRW-C081-2023',
            text: say({ en: 'Figures were asked for', ar: 'طُلبت أرقام' }),
          },
        ],
      }),
      aDeficit({ id: other, number: '002', joinedInto: stableId('deficit') }),
      aDeficit({ id: hidden, number: '003', confidentiality: 'secretariat' }),
    ],
    links: [
      { id: stableId('link'), from: other, to: stableId('deficit'), kind: 'blocks', note: {} },
      { id: stableId('link 2'), from: hidden, to: other, kind: 'causes', note: {} },
    ],
    nationalCodes: [
      {
        id: stableId('code'),
        list: 'sectors',
        code: 'argan',
        parent: 'A',
        label: say({ en: 'Argan oil', ar: 'زيت الأركان' }),
      },
    ],
    rounds: [
      {
        id: stableId('round'),
        number: '001',
        title: say({ en: 'First round', ar: 'الجولة الأولى' }),
        criteria: ['severity'],
        openedAt: '2026-03-01T10:00:00.000Z',
        ballots: { G: 3, E: 2, W: 4 },
        tallies: [
          {
            id: stableId('tally'),
            deficit: stableId('deficit'),
            criterion: 'severity',
            counts: { G: [0, 1, 2, 0], E: missing('withheld'), W: [0, 0, 0, 4] },
          },
          {
            id: stableId('tally 2'),
            deficit: hidden,
            criterion: 'severity',
            counts: { G: [3, 0, 0, 0], E: missing('withheld'), W: [4, 0, 0, 0] },
          },
        ],
      },
    ],
  });

describe('the diagnosis in a package', () => {
  it('comes back as it went, its tables saying the same, and is the same bytes when made again', async () => {
    const zip = await packageOf(content(), ['ar'], join(temp.path, 'one.zip'));
    const read = await readPackage(zip);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.content).toEqual(content());
    expect(read.value.report.tablesMatch).toBe(true);
    const again = await packageOf(read.value.content, ['ar'], join(temp.path, 'two.zip'));
    expect(readFileSync(again).equals(readFileSync(zip))).toBe(true);
  });

  it('becomes records that say the same again in the edition it came from', () => {
    const replica = memoryReplica('received');
    append(replica.db, replica.acting, draftsOfContent(content(), DOSSIER));
    const edition = editionOf(snapshotOf(replica.db), 'restricted', {});
    const [first] = edition.deficits;
    const [sent] = content().deficits;
    for (const member of [
      'causes',
      'norms',
      'objections',
      'parents',
      'raisedBy',
      'priorityProgrammes',
    ] as const)
      expect(first?.[member], member).toEqual(sent?.[member]);
    expect(edition.links.map(({ id }) => id).sort()).toEqual(
      content()
        .links.map(({ id }) => id)
        .sort(),
    );
    expect(edition.nationalCodes).toEqual(content().nationalCodes);
    expect(edition.rounds[0]).toMatchObject({ ballots: { G: 3, E: 2, W: 4 } });
    expect(edition.rounds[0]?.tallies).toHaveLength(2);
  });

  it('says nothing in the public edition of a deficit that is not in it', () => {
    const open = narrow(content(), 'public');
    expect(JSON.stringify(open)).not.toContain(hidden);
    expect(open.links).toHaveLength(1);
    expect(open.rounds[0]?.tallies).toHaveLength(1);
  });
});

describe('grounds that were not asked', () => {
  const asked = aContent({ deficits: [aDeficit(), aDeficit({ id: other, number: '002', grounds: [] })] });
  const unasked = { ...asked, dossier: { ...asked.dossier, widerGrounds: missing('not-asked') } };

  it('are said in every row of the table, where a machine reads them', () => {
    const cells = (edition: EditionContent): (string | undefined)[] => {
      const table = tablesOf(edition).find(({ name }) => name === 'deficits');
      const [head = '', ...rows] = table?.csv.trim().split('\r\n') ?? [];
      const place = head.split(',').indexOf('wider_grounds');
      expect(place).toBeGreaterThan(0);
      return rows.map((row) => row.split(',')[place]);
    };
    // Words of these texts hold no comma, so that cells can be counted.
    const plain = { title: say({ en: 'One' }), statement: say({ en: 'Two' }) };
    const short = (edition: EditionContent) => ({
      ...edition,
      deficits: edition.deficits.map((each) => ({ ...each, ...plain })),
    });
    expect(cells(short(unasked))).toEqual(['not-asked', 'not-asked']);
    expect(cells(short(asked))).toEqual(['asked', 'asked']);
  });

  it.each(['ar', 'en'] as const)(
    'are noted in the workbook, beside each deficit and on its first sheet: %s',
    async (lang) => {
      const rowsOf = async (edition: EditionContent) =>
        (await openXlsx(await buildWorkbook(edition, lang))).sheets.slice(0, 2).map((sheet) => sheet.rows);
      const [first = [], deficits = []] = await rowsOf(unasked);
      const name = sayIn(lang)('cover.widerGrounds');
      const word = labelIn(anyCodelist('missing'), 'not-asked', lang);
      expect(first.find((row) => row[0] === name)?.[1]).toBe(word);
      const place = deficits.find((row) => row.includes(name))?.indexOf(name) as number;
      expect(deficits.filter((row) => row[place] === word)).toHaveLength(2);
      expect(JSON.stringify(await rowsOf(asked))).not.toContain(name);
    },
  );
});

it('calls codes of the country by the name that the country gave them', async () => {
  const edition = content();
  const [deficit] = edition.deficits;
  const coded = {
    ...edition,
    deficits: [{ ...(deficit as (typeof edition.deficits)[number]), sector: 'argan' }],
  };
  const [, deficits] = (await openXlsx(await buildWorkbook(coded, 'ar'))).sheets;
  expect(JSON.stringify(deficits?.rows)).toContain('زيت الأركان');
  expect(makeContext(coded, 'en').label('sectors', 'argan')).toContain('Argan oil');
});

describe('what another deficit took up', () => {
  it('makes no draft of what is agreed, and is not missed where countries are compared', () => {
    const parent = aDeficit({
      id: other,
      number: '002',
      joinedInto: stableId('deficit'),
      outcome: 'not-put',
      positions: { G: notAsked, E: notAsked, W: notAsked },
      sdgTargets: [],
    });
    expect(isDraft([aDeficit(), parent], [], [])).toBe(false);
    expect(isDraft([aDeficit(), { ...parent, joinedInto: null }], [], [])).toBe(true);
    const complete = {
      severity: { G: 1, E: 1, W: 1 },
      prevalence: { G: 'isolated', E: 'isolated', W: 'isolated' },
    } as const;
    expect(comparableGaps(aContent({ deficits: [aDeficit(complete), parent] }))).toEqual({});
    // How strong the evidence is: said by all three, or once without a constituency; of two of three it is not.
    const nobody = { ...complete, evidenceStrength: { missing: 'not-asked' } } as const;
    const lacking = (more: object) =>
      comparableGaps(aContent({ deficits: [aDeficit({ ...nobody, ...more })] }));
    expect(lacking({})).toEqual({ evidenceStrength: 1 });
    expect(lacking({ evidenceHeld: { G: 'limited', E: 'limited', W: 'strong' } })).toEqual({});
  });
});

describe('a round that is not opened', () => {
  it.each(['prepared', 'scoring', 'abandoned'])('is in no edition: %s', (phase) => {
    const replica = memoryReplica('sealed');
    append(replica.db, replica.acting, [
      {
        recordType: 'round',
        recordId: stableId('round') as never,
        set: { phase, 'title.en': { text: 'Sealed round', status: 'original' } },
        intent: 'create',
      },
    ]);
    const edition = editionOf(snapshotOf(replica.db), 'internal', {});
    expect(edition.rounds).toEqual([]);
    expect(JSON.stringify(edition)).not.toContain('Sealed round');
  });
});

describe.skipIf(!hasPoppler)('the diagnosis in a report (skipped where there is no pdftotext)', () => {
  it.each(['ar', 'en'] as const)(
    'prints causes, links, objections, norms and three columns of scores: %s',
    async (lang) => {
      const engine = await openPdfEngine(assets);
      const path = join(temp.path, `report-${lang}.pdf`);
      writeFileSync(path, await renderReport(exportable(content()), lang, engine));
      const pages = pagesOf(path).join('\n');
      const sentences =
        lang === 'en'
          ? [
              'No inspectors',
              'No budget line',
              'The two are not the same',
              'QRW-C081-2023',
              'is blocked by',
              'withheld: fewer than three',
            ]
          : [
              'لا مفتشين',
              'لا بند في الميزانية',
              'ليسا شيئاً واحداً',
              'QRW-C081-2023',
              'يعطّله',
              'محجوب: أقل من ثلاثة',
            ];
      for (const sentence of sentences) expect(says(pages, sentence), sentence).toBe(true);
      // In the drawing and in the outline below it; Arabic in a drawing has marks of direction between its words.
      if (lang === 'en') expect(pages.split('No budget line')).toHaveLength(3);
    },
  );
});

describe('the diagnosis in a workbook', () => {
  it('has a row for each cause, norm and step of a score', async () => {
    const book = await openXlsx(await buildWorkbook(content(), 'en'));
    const rows = (name: string): string[] =>
      (book.sheets.find((sheet) => sheet.name === name)?.rows ?? []).map((row) => row.join(' | '));
    expect(rows('Causes and effects').join('\n')).toContain('No budget line | No inspectors');
    expect(rows('Normative references').join('\n')).toContain('QRW-C081-2023');
    expect(rows('Scores').join('\n')).toMatch(/V-001 \| D-001 \| Severity \| 4 \| 0 \| Withheld \| 4/);
  });
});
