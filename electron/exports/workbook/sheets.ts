/** The sheets of a workbook, one function each. */
import { CONSTITUENCIES } from '../../../shared/domain/codes.ts';
import type { ContentClause, Decided } from '../../../shared/domain/content.ts';
import { isMissing } from '../../../shared/domain/fields.ts';
import { minorDigits } from '../../../shared/reference/currencies.ts';
import { fingerprint } from '../report/formats.ts';
import { reference } from '../report/view/deficits.ts';
import { decidedColumns, decidedValues, reservationOf, type Words } from './words.ts';
import type { SheetColumn, SheetSpec, SheetValue } from './xlsx.ts';

/** One column: its header, and what it says of a row. */
interface Told<R> extends SheetColumn {
  readonly of: (row: R) => SheetValue;
}
const told = <R>(
  header: string,
  width: number,
  of: (row: R) => SheetValue,
  options?: readonly string[],
): Told<R> => ({ header, width, of, options });

const sheet = <R>(name: string, rows: readonly R[], columns: readonly Told<R>[]): SheetSpec => ({
  name,
  columns: columns.map(({ of: _, ...column }) => column),
  rows: rows.map((row) => columns.map(({ of }) => of(row))),
});

/** Puts the columns of the positions between those of a record. */
function decidedSheet<R extends Decided>(
  name: string,
  rows: readonly R[],
  before: readonly Told<R>[],
  after: readonly Told<R>[],
  words: Words,
): SheetSpec {
  const plain = (column: Told<R>): SheetColumn => ({
    header: column.header,
    width: column.width,
    options: column.options,
  });
  return {
    name,
    columns: [...before.map(plain), ...decidedColumns(words), ...after.map(plain)],
    rows: rows.map((row) => [
      ...before.map(({ of }) => of(row)),
      ...decidedValues(row, words),
      ...after.map(({ of }) => of(row)),
    ]),
  };
}

export function readMe({ content, say, text, coded, day }: Words): SheetSpec {
  const { dossier } = content;
  const rows: [string, SheetValue][] = [
    [say('workbook.title'), text(dossier.title)],
    [
      say('cover.country'),
      coded(dossier.country, (code) => (code === 'QRW' ? `${say('cover.rawdania')} ${code}` : code)),
    ],
    [say('cover.convenor'), text(dossier.convenor)],
    [say('cover.edition'), `${say(`edition.${content.edition}`)}. ${say(`editionNote.${content.edition}`)}`],
    [say('cover.asOf'), day(content.asOf)],
    [say('cover.version'), fingerprint(content.versionId)],
    ['', say('mark.notice')],
    ['', say('reading.columns')],
    ['', say('reading.missing')],
    ['', say('people.note')],
    ['', say('workbook.readMeNote')],
    ['', say('workbook.codesNote')],
  ];
  return {
    name: say('workbook.readMe'),
    columns: [
      { header: say('workbook.readMe'), width: 28 },
      { header: say('cover.kind'), width: 110 },
    ],
    rows,
  };
}

export function deficits(words: Words): SheetSpec {
  const { content, say, text, label, labels, coded, seat, options, session } = words;
  type Row = (typeof content.deficits)[number];
  return decidedSheet<Row>(
    say('workbook.deficits'),
    content.deficits,
    [
      told(say('workbook.number'), 10, (row) => reference('D', row.number)),
      told(say('workbook.title'), 36, (row) => text(row.title)),
      told(say('workbook.statement'), 70, (row) => text(row.statement)),
    ],
    [
      told(
        say('strategy.area'),
        30,
        (row) => coded(row.area, (code) => label('thematic-areas', code)),
        options('thematic-areas', ['TA1', 'TA2', 'TA3', 'TA4', 'TA5', 'TA6']),
      ),
      told(say('deficit.subTopic'), 26, (row) =>
        coded(row.subTopic, (code) => label('thematic-areas', code)),
      ),
      told(say('deficit.affectedGroups'), 30, (row) => labels('affected-groups', row.affectedGroups)),
      told(say('deficit.grounds'), 22, (row) => labels('grounds', row.grounds)),
      told(say('deficit.instruments'), 18, (row) => row.instruments.join(say('format.list'))),
      told(say('deficit.sdgTargets'), 14, (row) => row.sdgTargets.join(say('format.list'))),
      told(say('deficit.sdgIndicators'), 14, (row) => row.sdgIndicators.join(say('format.list'))),
      ...CONSTITUENCIES.map((each) =>
        told<Row>(
          say('workbook.of', { field: say('deficit.severity'), seat: seat(each) }),
          14,
          (row) => coded(row.severity[each], (step) => label('severity', String(step))),
          options('severity'),
        ),
      ),
      ...CONSTITUENCIES.map((each) =>
        told<Row>(
          say('workbook.of', { field: say('deficit.prevalence'), seat: seat(each) }),
          18,
          (row) => coded(row.prevalence[each], (code) => label('prevalence', code)),
          options('prevalence'),
        ),
      ),
      told(
        say('deficit.evidenceStrength'),
        14,
        (row) => coded(row.evidenceStrength, (code) => label('evidence-strength', code)),
        options('evidence-strength'),
      ),
      told(say('deficit.geography'), 24, (row) => text(row.geography)),
      told(say('deficit.sector'), 24, (row) => coded(row.sector, (code) => label('sectors', code))),
      told(say('deficit.formality'), 14, (row) => coded(row.formality, (code) => say(`formality.${code}`))),
      told(say('deficit.nextStep'), 40, (row) => text(row.nextStep)),
      told(say('deficit.priorityRank'), 10, (row) => row.priorityRank),
      told(say('deficit.session'), 24, (row) => session(row.session)),
      told(
        say('deficit.confidentiality'),
        22,
        (row) => label('confidentiality-levels', row.confidentiality),
        options('confidentiality-levels'),
      ),
    ],
    words,
  );
}

export function clauses(words: Words): SheetSpec {
  const { content, say, text, session } = words;
  const rows: (ContentClause & { readonly of: string })[] = [
    ...content.deficits.flatMap((each) =>
      each.clauses.map((clause) => ({ ...clause, of: reference('D', each.number) })),
    ),
    ...content.strategies.flatMap((each) =>
      each.clauses.map((clause) => ({ ...clause, of: reference('S', each.number) })),
    ),
    ...content.clauses.map((clause) => ({ ...clause, of: '' })),
  ];
  return decidedSheet(
    say('workbook.clauses'),
    rows,
    [
      told(say('workbook.number'), 10, (row) => reference('C', row.number)),
      told(say('workbook.subject'), 12, (row) => row.of),
      told(say('workbook.text'), 70, (row) => text(row.body)),
    ],
    [told(say('deficit.session'), 24, (row) => session(row.session))],
    words,
  );
}

export function positions(words: Words): SheetSpec {
  const { content, say, text, label, seat, day, organization } = words;
  const of = (letter: 'D' | 'S' | 'C', item: Decided & { readonly number: string }) =>
    CONSTITUENCIES.flatMap((constituency) => {
      const main = item.positions[constituency];
      const base = { number: reference(letter, item.number), constituency, main };
      return [
        { ...base, stance: main as { readonly value: string }, kind: seat(constituency), isMain: true },
        ...main.organizations.map((stance) => ({
          ...base,
          stance,
          kind: organization(stance.organization) || say('position.organization'),
          isMain: false,
        })),
        ...main.contested.map((stance) => ({
          ...base,
          stance,
          kind: say('position.alsoRecorded'),
          isMain: false,
        })),
      ];
    });
  const rows = [
    ...content.deficits.flatMap((each) => [
      ...of('D', each),
      ...each.clauses.flatMap((clause) => of('C', clause)),
    ]),
    ...content.strategies.flatMap((each) => [
      ...of('S', each),
      ...each.clauses.flatMap((clause) => of('C', clause)),
    ]),
    ...content.clauses.flatMap((each) => of('C', each)),
  ];
  const values = [
    'agree',
    'agree-with-reservation',
    'does-not-agree',
    'divided',
    'no-position',
    'absent',
    'not-requested',
  ];
  return sheet(say('workbook.positions'), rows, [
    told(say('workbook.subject'), 12, (row) => row.number),
    told(say('people.seat'), 18, (row) => seat(row.constituency), CONSTITUENCIES.map(seat)),
    told(say('workbook.kind'), 30, (row) => row.kind),
    told(
      say('deficit.position'),
      24,
      (row) => label('positions', row.stance.value),
      values.map((each) => label('positions', each)),
    ),
    told(say('workbook.reservation'), 70, (row) => text(reservationOf(row.stance))),
    told(say('workbook.mandateOf'), 22, (row) =>
      row.isMain && row.main.mandate ? say(`position.${row.main.mandate}`) : '',
    ),
    told(
      say('workbook.changedSince'),
      14,
      (row) => say(row.main.changedSince ? 'workbook.yes' : 'workbook.no'),
      [say('workbook.yes'), say('workbook.no')],
    ),
    told(say('people.dates'), 20, (row) => (row.isMain ? day(row.main.readBackAt ?? null) : '')),
  ]);
}

export function evidence({ content, say, text, label, coded, seat, options, day }: Words): SheetSpec {
  const rows = content.deficits.flatMap((each) =>
    each.evidence.map((item) => ({ ...item, of: reference('D', each.number) })),
  );
  type Row = (typeof rows)[number];
  const standings = [say('evidence.agreed'), say('evidence.contested')];
  return sheet<Row>(say('workbook.evidence'), rows, [
    told(say('workbook.subject'), 10, (row) => row.of),
    told(
      say('workbook.kind'),
      14,
      (row) => coded(row.kind, (code) => say(`evidence.${code}`)),
      (['indicator', 'document', 'testimony', 'legal'] as const).map((each) => say(`evidence.${each}`)),
    ),
    told(say('workbook.quote'), 50, (row) => text(row.quote)),
    told(say('evidence.indicator'), 40, (row) =>
      row.indicator === null ? '' : `${label('indicators', row.indicator)} (${row.indicator})`,
    ),
    told(say('evidence.figure'), 12, (row) => coded(row.figure, figureOf)),
    told(say('workbook.unit'), 18, (row) => row.unit ?? ''),
    told(say('workbook.year'), 10, (row) => coded(row.year, (year) => year)),
    told(say('evidence.source'), 40, (row) => text(row.source)),
    told(say('deficit.geography'), 24, (row) => text(row.geography)),
    told(say('people.dates'), 18, (row) => day(row.date)),
    told(
      say('deficit.evidenceStrength'),
      14,
      (row) => coded(row.strength, (code) => label('evidence-strength', code)),
      options('evidence-strength'),
    ),
    ...CONSTITUENCIES.map((each) =>
      told<Row>(
        seat(each),
        14,
        (row) => {
          const standing = row.standing[each];
          return standing ? say(`evidence.${standing}`) : '';
        },
        standings,
      ),
    ),
  ]);
}

/** A number where a number says exactly what the text says, and the text otherwise (11.40 is not 11.4). */
const figureOf = (figure: string): SheetValue =>
  String(Number(figure)) === figure ? Number(figure) : figure;

export function strategies(words: Words): SheetSpec {
  const { content, say, text, label, labels, coded, session, options } = words;
  const numbers = new Map(content.deficits.map((each) => [each.id, reference('D', each.number)]));
  type Row = (typeof content.strategies)[number];
  return decidedSheet<Row>(
    say('workbook.strategies'),
    content.strategies,
    [
      told(say('workbook.number'), 10, (row) => reference('S', row.number)),
      told(say('workbook.title'), 36, (row) => text(row.title)),
      told(say('strategy.objective'), 70, (row) => text(row.objective)),
    ],
    [
      told(say('strategy.deficits'), 24, (row) =>
        row.deficits.flatMap((id) => numbers.get(id) ?? []).join(say('format.list')),
      ),
      told(
        say('strategy.area'),
        30,
        (row) => coded(row.area, (code) => label('thematic-areas', code)),
        options('thematic-areas', ['TA1', 'TA2', 'TA3', 'TA4', 'TA5', 'TA6']),
      ),
      told(say('strategy.functionalAreas'), 30, (row) => labels('functional-areas', row.functionalAreas)),
      told(
        say('strategy.programme'),
        26,
        (row) => coded(row.priorityProgramme, (code) => label('priority-action-programmes', code)),
        options('priority-action-programmes'),
      ),
      told(
        say('strategy.collectiveBargaining'),
        14,
        (row) => coded(row.collectiveBargaining, (yes) => say(yes ? 'workbook.yes' : 'workbook.no')),
        [say('workbook.yes'), say('workbook.no'), ...options('missing', [])],
      ),
      told(say('deficit.instruments'), 18, (row) => row.instruments.join(say('format.list'))),
      told(say('deficit.sdgTargets'), 14, (row) => row.sdgTargets.join(say('format.list'))),
      told(say('strategy.planLink'), 36, (row) => text(row.planLink)),
      told(say('deficit.session'), 24, (row) => session(row.session)),
    ],
    words,
  );
}

const inStrategies = ({ content }: Words) =>
  content.strategies.flatMap((each) =>
    each.actions.map((action) => ({ ...action, of: reference('S', each.number) })),
  );

export function actions(words: Words): SheetSpec {
  const { say, text, label, coded, organization, options } = words;
  return sheet(say('workbook.actions'), inStrategies(words), [
    told(say('workbook.subject'), 10, (row) => row.of),
    told(say('workbook.order'), 8, (row) => row.order),
    told(say('strategy.action'), 44, (row) => text(row.title)),
    told(
      say('strategy.responsible'),
      30,
      (row) => text(row.responsible) || organization(row.responsibleOrganization),
    ),
    told(say('strategy.partners'), 36, (row) => text(row.partners)),
    told(say('workbook.start'), 12, (row) => coded(row.start, (at) => at)),
    told(say('workbook.end'), 12, (row) => coded(row.end, (at) => at)),
    told(
      say('strategy.functionalAreas'),
      28,
      (row) => coded(row.functionalArea, (code) => label('functional-areas', code)),
      options('functional-areas', ['FA1', 'FA2', 'FA3', 'FA4']),
    ),
    told(say('evidence.indicator'), 24, (row) => row.indicator ?? ''),
    told(say('strategy.target'), 24, (row) => text(row.target)),
  ]);
}

/** Amounts in whole units, as people count money. Each row has one currency and is never added to another. */
export function costs(words: Words): SheetSpec {
  const { say, coded, text } = words;
  const rows = inStrategies(words).flatMap((action) => {
    const base = { of: action.of, order: action.order, title: text(action.title) };
    if (isMissing(action.cost) && isMissing(action.ownFunds))
      return [
        {
          ...base,
          year: '',
          currency: '',
          cost: coded(action.cost, () => ''),
          own: coded(action.ownFunds, () => ''),
          gap: null as SheetValue,
        },
      ];
    const spent = isMissing(action.cost) ? {} : action.cost;
    const covered = isMissing(action.ownFunds) ? {} : action.ownFunds;
    const years = [...new Set([...Object.keys(spent), ...Object.keys(covered)])].sort();
    return years.flatMap((year) => {
      const [cost, own] = [spent[year], covered[year]];
      return [...new Set([cost?.currency, own?.currency].filter((each) => each !== undefined))].map(
        (currency) => {
          const unit = 10 ** minorDigits(currency);
          const costHere = cost?.currency === currency ? cost.amount : undefined;
          const ownHere = own?.currency === currency ? own.amount : undefined;
          return {
            ...base,
            year,
            currency,
            cost: costHere === undefined ? null : costHere / unit,
            own: ownHere === undefined ? null : ownHere / unit,
            gap: costHere === undefined ? null : Math.max(0, costHere - (ownHere ?? 0)) / unit,
          };
        },
      );
    });
  });
  const money = <R>(column: Told<R>): Told<R> => ({ ...column, decimals: 2 });
  return sheet(say('workbook.costs'), rows, [
    told(say('workbook.subject'), 10, (row) => row.of),
    told(say('workbook.order'), 8, (row) => row.order),
    told(say('strategy.action'), 44, (row) => row.title),
    told(say('strategy.year'), 10, (row) => (row.year === '' ? '' : Number(row.year))),
    told(say('strategy.currency'), 10, (row) => row.currency),
    money(told(say('strategy.cost'), 16, (row) => row.cost)),
    money(told(say('strategy.ownFunds'), 16, (row) => row.own)),
    money(told(say('strategy.gap'), 16, (row) => row.gap)),
  ]);
}

export function participation({ content, say, seat }: Words): SheetSpec {
  const sexes = {
    F: say('people.women'),
    M: say('people.men'),
    X: say('people.other'),
    missing: say('workbook.notStated'),
  };
  const standing = (code: 'titular' | 'alternate' | 'adviser' | 'missing'): string =>
    code === 'missing' ? say('workbook.notStated') : say(`workbook.${code}`);
  return sheet(say('workbook.participation'), content.participation, [
    told(say('people.seat'), 24, (row) => seat(row.seat), (['G', 'E', 'W', 'invited'] as const).map(seat)),
    told(say('workbook.sex'), 18, (row) => sexes[row.sex], Object.values(sexes)),
    told(
      say('workbook.standing'),
      18,
      (row) => standing(row.standing),
      (['titular', 'alternate', 'adviser', 'missing'] as const).map(standing),
    ),
    told(say('annex.count'), 12, (row) => row.count),
  ]);
}
