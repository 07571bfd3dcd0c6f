/** Deficits, the clauses and evidence with them, and every position. */
import { CONSTITUENCIES } from '../../../shared/domain/codes.ts';
import type { ContentClause, Decided } from '../../../shared/domain/content.ts';
import { isMissing } from '../../../shared/domain/fields.ts';
import { reference } from '../report/view/reference.ts';
import { decidedSheet, sheet, told } from './told.ts';
import { reservationOf, type Words } from './words.ts';
import type { SheetSpec, SheetValue } from './xlsx.ts';

export function deficits(words: Words): SheetSpec {
  const { content, say, text, label, labels, coded, seat, options, session } = words;
  type Row = (typeof content.deficits)[number];
  const numberOf = (id: string): string =>
    reference('D', content.deficits.find((each) => each.id === id)?.number ?? '');
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
      // No column where they were asked: its cells could only repeat that.
      ...(isMissing(content.dossier.widerGrounds)
        ? [told<Row>(say('cover.widerGrounds'), 26, () => coded(content.dossier.widerGrounds, () => ''))]
        : []),
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
      ...CONSTITUENCIES.map((each) =>
        told<Row>(
          say('workbook.of', { field: say('deficit.evidenceStrength'), seat: seat(each) }),
          14,
          (row) => coded(row.evidenceHeld[each], (code) => label('evidence-strength', code)),
          options('evidence-strength'),
        ),
      ),
      told(
        say('deficit.evidenceOfNobody'),
        14,
        (row) => coded(row.evidenceStrength, (code) => label('evidence-strength', code)),
        options('evidence-strength'),
      ),
      told(say('deficit.geography'), 24, (row) => text(row.geography)),
      told(say('deficit.sector'), 24, (row) => coded(row.sector, (code) => label('sectors', code))),
      told(say('deficit.formality'), 14, (row) => coded(row.formality, (code) => say(`formality.${code}`))),
      told(say('deficit.nextStep'), 40, (row) => text(row.nextStep)),
      told(say('deficit.priorityRank'), 10, (row) => row.priorityRank),
      told(say('deficit.priorityProgrammes'), 30, (row) =>
        labels('priority-action-programmes', row.priorityProgrammes),
      ),
      told(say('deficit.raisedBy'), 18, (row) => coded(row.raisedBy, seat)),
      told(say('deficit.parents'), 14, (row) => row.parents.map(numberOf).join(say('format.list'))),
      told(say('deficit.joinedInto'), 14, (row) => (row.joinedInto ? numberOf(row.joinedInto) : '')),
      ...CONSTITUENCIES.map((each) =>
        told<Row>(say('workbook.of', { field: say('deficit.objection'), seat: seat(each) }), 30, (row) =>
          text(row.objections[each]),
        ),
      ),
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
