/** Minutes for one reader: every word chosen, nothing laid out yet. */
import { CONSTITUENCIES, type Constituency, type Seat } from '../../../shared/domain/codes.ts';
import type { EditionContent } from '../../../shared/domain/content.ts';
import { isMissing } from '../../../shared/domain/fields.ts';
import { readAloud } from '../../../shared/domain/fingerprint.ts';
import { MINIMUM_SHARE, SPEAKERS, type Speaker } from '../../../shared/domain/floor/constants.ts';
import { directionOf, LANGS, type Lang } from '../../../shared/domain/languages.ts';
import type { MinutesContent, ReadBackEntry } from '../../../shared/domain/minutes/content.ts';
import { isAgreed } from '../../../shared/domain/position.ts';
import { count, date, period } from '../report/formats.ts';
import { isolate } from '../report/typeset.ts';
import { type Context, makeContext } from '../report/view/context.ts';
import { clauseView } from '../report/view/deficits.ts';
import { reference } from '../report/view/reference.ts';
import { dayOf, duration, timeOfDay } from './clock.ts';
import type { PaperBlock, PaperView, TableCell } from './document.ts';
import { paperWords, type SayPaper } from './strings.ts';

interface Printing {
  readonly content: MinutesContent;
  readonly context: Context;
  readonly words: SayPaper;
  readonly lang: Lang;
}

const tile = (seat: Seat, context: Context): TableCell => ({ tile: seat, text: context.seat(seat) });

/** `edition` is the restricted content of the same state, which names what the minutes refer to by id. */
export function minutesView(content: MinutesContent, edition: EditionContent, lang: Lang): PaperView {
  const context = makeContext(edition, lang);
  const words = paperWords(lang);
  const { say } = context;
  const printing: Printing = { content, context, words, lang };
  const [year = 0, month = 0, day = 0] = content.asOf.split('-').map(Number);
  const blocks = [
    ...front(printing),
    ...presence(printing),
    ...agenda(printing),
    ...readBacks('decisions', content.decisions, printing),
    ...readBacks('undecided', content.undecided, printing),
    ...readBacks('heardWithoutQuorum', content.heardWithoutQuorum, printing),
    ...notPut(printing),
    ...actions(printing),
    ...record(printing),
    ...amendments(printing),
    ...balance(printing),
    ...closing(printing),
  ];
  return {
    lang,
    dir: directionOf(lang),
    languages: Object.fromEntries(LANGS.map((each) => [each, directionOf(each)])),
    letters: {
      G: say('letter.G'),
      E: say('letter.E'),
      W: say('letter.W'),
      invited: say('letter.invited'),
    },
    seats: {
      G: context.seat('G'),
      E: context.seat('E'),
      W: context.seat('W'),
      invited: context.seat('invited'),
    },
    words: {
      page: say('page.number'),
      of: say('page.of'),
      position: say('deficit.position'),
      clause: say('deficit.clause'),
      noText: say('value.noText'),
    },
    title: context.text(edition.dossier.title),
    heading: { kind: words('minutes.kind'), name: context.text(content.session.title) },
    date: { year, month, day },
    marks: {
      draft: content.draft ? say('mark.draft') : null,
      illustrative: content.illustrative ? say('mark.illustrative') : null,
      draftTranslation: say('mark.draftTranslation'),
      phase: words(`phase.${content.phase}`),
    },
    fingerprint: { label: words('mark.fingerprint'), groups: readAloud(content.fingerprint) },
    blocks,
    hasDrafts: JSON.stringify(blocks).includes('"draft":true'),
  };
}

function front({ content, context, words, lang }: Printing): PaperBlock[] {
  const { session } = content;
  const { own, say } = context;
  const at = (instant: string): string => timeOfDay(instant, session.utcOffset);
  const row = (label: string, value: ReturnType<Context['own']>) => ({ label, value });
  const phrases: PaperBlock[] = [];
  if (session.openedAt !== null) {
    const chair = context.text(session.chair);
    phrases.push({
      kind: 'sentence',
      text: chair.absent
        ? words('phrase.opened', { time: at(session.openedAt) })
        : words('phrase.openedUnder', { time: at(session.openedAt), chair: isolate(chair.text) }),
    });
  }
  if (content.balance && content.balance.heldMs >= 60_000)
    phrases.push({
      kind: 'sentence',
      text: words('phrase.adjourned', { duration: duration(content.balance.heldMs, words) }),
    });
  if (session.closedAt !== null)
    phrases.push({ kind: 'sentence', text: words('phrase.closed', { time: at(session.closedAt) }) });
  return [
    {
      kind: 'facts',
      rows: [
        row(words('minutes.dialogue'), context.text(context.content.dossier.title)),
        row(words('minutes.phase'), own(words(`phase.${content.phase}`))),
        row(
          words('minutes.date'),
          own(period(session.start ?? undefined, session.end ?? session.start ?? undefined, lang, say)),
        ),
        row(words('minutes.place'), context.text(session.place)),
        row(words('minutes.sessionKind'), own(words(`kind.${session.kind}`))),
        row(words('minutes.chair'), context.text(session.chair)),
        row(words('minutes.level'), own(say(`attribution.${session.level}`))),
        row(words('minutes.issued'), own(date(dayOf(content.issuedAt, session.utcOffset), lang, say))),
        ...(content.deadline === null || content.phase === 'final'
          ? []
          : [
              row(
                words('minutes.deadline'),
                own(
                  `${date(dayOf(content.deadline, session.utcOffset), lang, say)}${say('format.list')}${at(content.deadline)}`,
                ),
              ),
            ]),
      ],
    },
    ...phrases,
  ];
}

function quorumCounts(entry: Pick<ReadBackEntry, 'quorum'>, { context, words }: Printing): string {
  return CONSTITUENCIES.map((seat) =>
    words('phrase.count', {
      seat: context.seat(seat),
      present: entry.quorum.seats[seat].present,
      entitled: entry.quorum.seats[seat].entitled,
    }),
  ).join(context.say('format.list'));
}

const signed = (sign: string, n: number): string => (n > 0 ? `${sign}${n}` : '');

const QUORUM_PHRASES = {
  thatMoment: { met: 'phrase.quorumMet', lost: 'phrase.quorumNotMet' },
  opening: { met: 'phrase.openingMet', lost: 'phrase.openingNotMet' },
} as const;

const quorumLine = (
  quorum: ReadBackEntry['quorum'],
  printing: Printing,
  when: keyof typeof QUORUM_PHRASES = 'thatMoment',
): string =>
  printing.words(QUORUM_PHRASES[when][quorum.met ? 'met' : 'lost'], {
    time: timeOfDay(quorum.at, printing.content.session.utcOffset),
    counts: quorumCounts({ quorum }, printing),
  });

function presence(printing: Printing): PaperBlock[] {
  const { content, context, words, lang } = printing;
  const number = (n: number) => context.own(count(n, lang));
  const { quorum, openingQuorum = null } = content;
  const hours = [...new Set(content.presence.flatMap((each) => each.moves.map(({ at }) => at)))].sort();
  const moves = hours.map((hour): TableCell[] => [
    context.own(timeOfDay(hour, content.session.utcOffset)),
    ...content.presence.map((each) => {
      const move = each.moves.find(({ at }) => at === hour);
      return context.own(
        move ? isolate(`${signed('+', move.in)} ${signed('\u2212', move.out)}`.trim()) : '–',
      );
    }),
  ]);
  return [
    { kind: 'heading', text: words('minutes.presence') },
    content.presence.length === 0
      ? { kind: 'note', text: words('minutes.noPresence') }
      : {
          kind: 'table',
          widths: [3, 2, 2, 3, 2],
          header: [
            words('column.seat'),
            words('column.titular'),
            words('column.alternate'),
            words('column.steppedIn'),
            words('column.adviser'),
          ],
          rows: content.presence.map((each) => [
            tile(each.seat, context),
            number(each.titular),
            number(each.alternate),
            number(each.steppedIn),
            number(each.adviser),
          ]),
        },
    ...(content.organizations.length > 0
      ? ([
          { kind: 'subheading', text: context.own(words('minutes.represented')) },
          {
            kind: 'table',
            widths: [1, 2],
            header: [words('column.seat'), words('sheet.organization')],
            rows: content.organizations.map((each) => [
              tile(each.seat, context),
              context.organization(each.organization) ?? context.noText,
            ]),
          },
        ] satisfies PaperBlock[])
      : []),
    { kind: 'subheading', text: context.own(words('minutes.quorum')) },
    ...(openingQuorum === null
      ? []
      : ([
          { kind: 'sentence', text: quorumLine(openingQuorum, printing, 'opening') },
        ] satisfies PaperBlock[])),
    ...(quorum === null
      ? ([{ kind: 'note', text: words('minutes.noQuorum') }] satisfies PaperBlock[])
      : ([
          { kind: 'sentence', text: quorumLine(quorum, printing) },
          {
            kind: 'table',
            widths: [3, 2, 2, 2, 2],
            header: [
              words('column.seat'),
              words('column.present'),
              words('column.entitled'),
              words('column.needed'),
              words('column.met'),
            ],
            rows: CONSTITUENCIES.map((seat) => [
              tile(seat, context),
              number(quorum.seats[seat].present),
              number(quorum.seats[seat].entitled),
              number(quorum.seats[seat].needed),
              context.own(words(quorum.seats[seat].met ? 'yes' : 'no')),
            ]),
          },
        ] satisfies PaperBlock[])),
    ...(moves.length > 0
      ? ([
          { kind: 'subheading', text: context.own(words('minutes.moves')) },
          {
            kind: 'table',
            widths: [2, ...content.presence.map(() => 3)],
            header: [words('column.hour'), ...content.presence.map(({ seat }) => context.seat(seat))],
            rows: moves,
          },
          { kind: 'note', text: words('minutes.movesNote') },
        ] satisfies PaperBlock[])
      : []),
    ...(content.absences.length > 0
      ? ([
          { kind: 'subheading', text: context.own(words('minutes.absences')) },
          {
            kind: 'table',
            widths: [2, 2, 4],
            header: [words('column.seat'), context.say('people.reason'), context.say('people.note2')],
            rows: content.absences.map((each) => [
              isMissing(each.constituency)
                ? context.missing(each.constituency)
                : tile(each.constituency, context),
              context.coded(each.reason, (reason) => context.label('absence-reasons', reason)),
              context.text(each.note),
            ]),
          },
        ] satisfies PaperBlock[])
      : []),
  ];
}

function agenda({ content, context, words }: Printing): PaperBlock[] {
  return [
    { kind: 'heading', text: words('minutes.agenda') },
    content.agenda.length === 0
      ? { kind: 'note', text: words('minutes.noAgenda') }
      : {
          kind: 'table',
          widths: [6, 2, 2],
          header: [words('column.item'), words('column.planned'), words('column.spent')],
          rows: content.agenda.map((item) => {
            const title = context.text(item.title);
            return [
              title.absent ? context.own(words(`item.${item.kind}`)) : title,
              context.own(duration(item.minutes * 60_000, words)),
              item.spentMs === null ? context.none : context.own(duration(item.spentMs, words)),
            ];
          }),
        },
  ];
}

const RULINGS = { deferred: 'phrase.deferred', 'no-agreement': 'phrase.no-agreement' } as const;

function rulingPhrase(section: string, { ruling, clause }: ReadBackEntry, words: SayPaper): string {
  if (section === 'heardWithoutQuorum') return words('phrase.withoutQuorum');
  if (ruling === null) return words('phrase.noRuling');
  if (ruling !== 'confirmed') return words(RULINGS[ruling]);
  if (section !== 'decisions') return words('phrase.changed');
  return words(clause.outcome === 'agreed-with-reservation' ? 'phrase.adoptedReserved' : 'phrase.adopted');
}

function readBacks(
  section: 'decisions' | 'undecided' | 'heardWithoutQuorum',
  entries: readonly ReadBackEntry[],
  printing: Printing,
): PaperBlock[] {
  const { context, words } = printing;
  if (entries.length === 0)
    return section === 'decisions'
      ? [
          { kind: 'heading', text: words('minutes.decisions') },
          { kind: 'note', text: words('minutes.noDecisions') },
        ]
      : [];
  const seats = (entry: ReadBackEntry, how: 'silent' | 'absent'): string =>
    CONSTITUENCIES.filter((seat) => entry.answered[seat] === how)
      .map((seat) => context.seat(seat))
      .join(context.say('format.list'));
  return [
    { kind: 'heading', text: words(`minutes.${section}`) },
    ...entries.map((entry): PaperBlock => {
      const [silent, absent] = [seats(entry, 'silent'), seats(entry, 'absent')];
      return {
        kind: 'clause',
        lines: [
          rulingPhrase(section, entry, words),
          quorumLine(entry.quorum, printing),
          ...(silent === '' ? [] : [words('phrase.silence', { seats: silent })]),
          ...(absent === '' ? [] : [words('phrase.absent', { seats: absent })]),
          ...(entry.onPaper ? [words('phrase.onPaper')] : []),
        ],
        outcome: section === 'decisions' || !isAgreed(entry.clause.outcome),
        clause: clauseView(entry.clause, context),
      };
    }),
  ];
}

function notPut({ content, context, words }: Printing): PaperBlock[] {
  if (content.notPut.length === 0) return [];
  return [
    { kind: 'heading', text: words('minutes.notPut') },
    { kind: 'note', text: words('minutes.notPutNote') },
    {
      kind: 'points',
      points: content.notPut.map((point) => ({
        number: isolate(`P-${point.number}`),
        meta: words('point.notPut'),
        seat: null,
        who: null,
        body: context.paragraphs(point.body) ?? null,
      })),
    },
  ];
}

function actions({ content, context, words, lang }: Printing): PaperBlock[] {
  return [
    { kind: 'heading', text: words('minutes.actions') },
    content.actions.length === 0
      ? { kind: 'note', text: words('minutes.noActions') }
      : {
          kind: 'table',
          widths: [1, 5, 3, 2],
          header: [
            words('column.number'),
            words('column.action'),
            words('column.responsible'),
            words('column.due'),
          ],
          rows: content.actions.map((action) => [
            context.own(isolate(`P-${action.number}`)),
            context.text(action.body),
            context.text(action.responsible),
            action.due === null ? context.noText : context.own(date(action.due, lang, context.say)),
          ]),
        },
  ];
}

function record({ content, context, words }: Printing): PaperBlock[] {
  const { say } = context;
  const titles = new Map(content.agenda.map((item) => [item.id, item]));
  const unput = new Set(content.notPut.map(({ number }) => number));
  const language = (spoken: string): string =>
    spoken === 'other' ? words('point.otherLanguage') : say(`language.${spoken as Lang}`);
  return [
    { kind: 'heading', text: words('minutes.record') },
    ...(content.record.length === 0
      ? ([{ kind: 'note', text: words('minutes.noRecord') }] satisfies PaperBlock[])
      : []),
    ...content.record.flatMap((group): PaperBlock[] => {
      const item = titles.get(group.item ?? '');
      const title = item && context.text(item.title);
      return [
        {
          kind: 'subheading',
          text: !item
            ? context.own(words('minutes.otherItem'))
            : !title || title.absent
              ? context.own(words(`item.${item.kind}`))
              : title,
        },
        {
          kind: 'points',
          points: group.points.map((point) => ({
            number: isolate(`P-${point.number}`),
            meta: [
              ...(point.kind === 'point' ? [] : [words(`point.${point.kind}`)]),
              ...(unput.has(point.number) ? [words('point.notPut')] : []),
              ...(point.clause === null
                ? []
                : [words('point.clause', { number: isolate(reference('C', point.clause)) })]),
              ...(point.deficit === null
                ? []
                : [words('point.deficit', { number: isolate(reference('D', point.deficit)) })]),
              ...(point.at === null ? [] : [timeOfDay(point.at, content.session.utcOffset)]),
              ...(point.spoken === null ? [] : [words('point.spoken', { language: language(point.spoken) })]),
              ...(point.interpreted ? [words('point.interpreted')] : []),
            ].join(' · '),
            seat: point.seat,
            who: point.organization === null ? null : (context.organization(point.organization) ?? null),
            body: context.paragraphs(point.body) ?? null,
          })),
        },
      ];
    }),
  ];
}

function amendments({ content, context, words, lang }: Printing): PaperBlock[] {
  if (content.amendments.length === 0) return [];
  return [
    { kind: 'heading', text: words('minutes.amendments') },
    {
      kind: 'points',
      points: content.amendments.map((each, n) => ({
        number: count(n + 1, lang),
        meta: each.date === null ? '' : date(each.date, lang, context.say),
        seat: each.constituency,
        who: null,
        body: context.paragraphs(each.body) ?? null,
      })),
    },
  ];
}

function balance({ content, context, words, lang }: Printing): PaperBlock[] {
  const { balance: sums } = content;
  const heading: PaperBlock = { kind: 'heading', text: words('minutes.balance') };
  if (!sums) return [heading, { kind: 'note', text: words('minutes.noBalance') }];
  const percent = (share: number): string => words('percent', { n: Math.round(share * 100) });
  const own = context.own;
  const counted = CONSTITUENCIES.reduce((ms, seat) => ms + (sums.time[seat]?.ms ?? 0), 0);
  const isConstituency = (who: Speaker): who is Constituency =>
    (CONSTITUENCIES as readonly string[]).includes(who);
  const shareOf = (who: Speaker, ms: number): string =>
    isConstituency(who) ? (counted > 0 ? percent(ms / counted) : '–') : '–';
  const spoke = SPEAKERS.flatMap((who): TableCell[][] => {
    const sum = sums.time[who];
    if (!sum) return [];
    const isSeat = isConstituency(who) || who === 'invited';
    const target = isConstituency(who) ? content.targets[who] : null;
    return [
      [
        isSeat ? tile(who, context) : own(words(`speaker.${who}`)),
        own(duration(sum.ms, words)),
        own(count(sum.turns, lang)),
        own(isSeat ? shareOf(who, sum.ms) : words('speaker.apart')),
        own(target === null ? '–' : percent(target / 100)),
      ],
    ];
  });
  const sexes = sums.sex;
  const share = (value: number | null) => own(value === null ? words('women.unknown') : percent(value));
  return [
    heading,
    {
      kind: 'table',
      widths: [4, 3, 2, 3, 3],
      header: [
        words('column.who'),
        words('column.time'),
        words('column.turns'),
        words('column.share'),
        words('column.target'),
      ],
      rows: [
        ...spoke,
        ...(sums.pointsOfOrder > 0
          ? [
              [
                own(words('speaker.pointsOfOrder')),
                own('–'),
                own(count(sums.pointsOfOrder, lang)),
                own(words('speaker.apart')),
                own('–'),
              ],
            ]
          : []),
      ],
    },
    ...(sexes
      ? ([
          {
            kind: 'table',
            widths: [4, 3, 2],
            header: ['', words('column.time'), words('column.turns')],
            rows: (
              [
                ['F', context.say('people.women')],
                ['M', context.say('people.men')],
                ['X', context.say('people.other')],
                ['withheld', context.say('people.sexMissing')],
              ] as const
            )
              .filter(([sex]) => sexes[sex].turns > 0)
              .map(([sex, text]) => [
                own(text),
                own(duration(sexes[sex].ms, words)),
                own(count(sexes[sex].turns, lang)),
              ]),
          },
        ] satisfies PaperBlock[])
      : []),
    { kind: 'subheading', text: own(words('women.title')) },
    {
      kind: 'table',
      widths: [4, 3],
      header: ['', words('column.share')],
      rows: [
        [own(words('women.present')), share(sums.women.present)],
        [own(words('women.spokespersons')), share(sums.women.spokespersons)],
        [own(words('women.time')), share(sums.women.time)],
      ],
    },
    { kind: 'note', text: words('women.line', { percent: percent(MINIMUM_SHARE) }) },
  ];
}

function closing({ content, words, lang }: Printing): PaperBlock[] {
  const left = Object.values(content.leftOut).reduce((sum, n) => sum + n, 0);
  return [
    { kind: 'heading', text: words('minutes.copy') },
    { kind: 'sentence', text: words('minutes.copyNote') },
    {
      kind: 'sentence',
      text: `${words('mark.fingerprint')}: ${isolate(readAloud(content.fingerprint).join('-'))}`,
    },
    ...(left > 0
      ? ([{ kind: 'note', text: words('minutes.leftOut', { n: count(left, lang) }) }] satisfies PaperBlock[])
      : []),
  ];
}
