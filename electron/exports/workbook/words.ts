/** What cells of a workbook say: the labels of a report without its typesetting, in one language. */
import { CONSTITUENCIES, type Constituency } from '../../../shared/domain/codes.ts';
import type { Coded, Decided, EditionContent } from '../../../shared/domain/content.ts';
import { isMissing, type Texts } from '../../../shared/domain/fields.ts';
import { type Lang, pick } from '../../../shared/domain/languages.ts';
import { anyCodelist } from '../../../shared/reference/all.ts';
import { type CodelistName, labelIn } from '../../../shared/reference/index.ts';
import { nationalNames } from '../national.ts';
import { date } from '../report/formats.ts';
import { type Say, sayIn } from '../report/strings.ts';
import type { SheetColumn, SheetValue } from './xlsx.ts';

export interface Words {
  readonly content: EditionContent;
  readonly lang: Lang;
  readonly say: Say;
  readonly label: (list: CodelistName, code: string) => string;
  readonly labels: (list: CodelistName, codes: readonly string[]) => string;
  readonly text: (texts: Texts | undefined) => string;
  readonly coded: <T>(value: Coded<T>, show: (value: T) => SheetValue) => SheetValue;
  readonly seat: (seat: Constituency | 'invited') => string;
  readonly day: (iso: string | null) => string;
  readonly organization: (id: string | null) => string;
  readonly session: (id: string | null) => string;
  /** The labels of a whole list, with those of missing values: what a coded column may hold. */
  readonly options: (list: CodelistName, codes?: readonly string[]) => string[];
}

export function wordsOf(content: EditionContent, lang: Lang): Words {
  const say = sayIn(lang);
  const { authenticLanguage, constituencyLabels } = content.dossier;
  const authentic = isMissing(authenticLanguage) ? undefined : authenticLanguage;
  const national = nationalNames(content, lang);
  const label = (list: CodelistName, code: string): string =>
    national(list, code) ?? labelIn(anyCodelist(list), code, lang);
  const text = (texts: Texts | undefined): string => {
    const found = pick(texts, lang, authentic);
    if (!found) return '';
    const mark = say('mark.textIn', { language: say(`language.${found.lang}`) });
    return found.lang === lang ? found.value.text : `${found.value.text} [${mark}]`;
  };
  return {
    content,
    lang,
    say,
    label,
    labels: (list, codes) => codes.map((code) => label(list, code)).join(say('format.list')),
    text,
    coded: (value, show) => (isMissing(value) ? label('missing', value.missing) : show(value)),
    seat: (seat) => (seat === 'invited' ? '' : text(constituencyLabels[seat])) || say(`seat.${seat}`),
    day: (iso) => (iso === null ? '' : date(iso, lang, say)),
    organization: (id) => {
      const found = content.organizations.find((each) => each.id === id);
      return found ? text(found.name) || (found.acronym ?? '') : '';
    },
    session: (id) => text(content.sessions.find((each) => each.id === id)?.title),
    options: (list, codes) => [
      ...(codes ?? anyCodelist(list).items.map((item) => item.id)).map((code) => label(list, code)),
      ...anyCodelist('missing').items.map((item) => item.labels[lang]),
    ],
  };
}

export const reservationOf = (stance: unknown): Texts | undefined =>
  (stance as { readonly reservation?: Texts }).reservation;

/** Columns of the three positions, each reservation beside its own. */
export function decidedColumns({ say, seat, label }: Words): SheetColumn[] {
  const outcomes = [
    'not-put',
    'awaiting',
    'needs-count',
    'agreed',
    'agreed-with-reservation',
    'no-agreement',
  ] as const;
  const positions = anyCodelist('positions').items.map((item) => label('positions', item.id));
  return [
    { header: say('workbook.outcome'), width: 18, options: outcomes.map((each) => say(`outcome.${each}`)) },
    ...CONSTITUENCIES.flatMap((each) => [
      {
        header: say('workbook.of', { field: say('deficit.position'), seat: seat(each) }),
        width: 18,
        options: positions,
      },
      { header: say('workbook.of', { field: say('workbook.reservation'), seat: seat(each) }), width: 40 },
    ]),
  ];
}

/** Every text that qualifies a position of one constituency, its organizations and unresolved values included. */
export function qualifications(decided: Decided, constituency: Constituency, words: Words): string {
  const { say, label, text, organization } = words;
  const position = decided.positions[constituency];
  const stance = (each: { readonly value: string }): string => {
    const reservation = reservationOf(each);
    return `${label('positions', each.value)}${reservation ? `: ${text(reservation)}` : ''}`;
  };
  return [
    ...(reservationOf(position) ? [text(reservationOf(position))] : []),
    ...position.organizations.map(
      (each) => `${organization(each.organization) || say('position.organization')}: ${stance(each)}`,
    ),
    ...position.contested.map((each) => `${say('position.alsoRecorded')}: ${stance(each)}`),
    ...(position.changedSince ? [`▲ ${say('position.changedSince')}`] : []),
  ].join('\n');
}

export const decidedValues = (decided: Decided, words: Words): SheetValue[] => [
  words.say(`outcome.${decided.outcome}`),
  ...CONSTITUENCIES.flatMap((each) => [
    words.label('positions', decided.positions[each].value),
    qualifications(decided, each, words),
  ]),
];
