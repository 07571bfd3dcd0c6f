/** Sheets for one reader: every word chosen, nothing laid out yet, and nobody's name on any of them. */
import { readAloud } from '../../../shared/domain/fingerprint.ts';
import { runSheet } from '../../../shared/domain/floor/drift.ts';
import { directionOf, LANGS, type Lang, pick } from '../../../shared/domain/languages.ts';
import { anyCodelist } from '../../../shared/reference/all.ts';
import { labelIn } from '../../../shared/reference/index.ts';
import { date } from '../report/formats.ts';
import { sayIn } from '../report/strings.ts';
import { block, isolate, line, typesetLine } from '../report/typeset.ts';
import { reference } from '../report/view/reference.ts';
import type { SheetsRequest } from './request.ts';
import { paperWords } from './strings.ts';

const SEATS = ['G', 'E', 'W', 'invited'] as const;
const CONSTITUENCIES = ['G', 'E', 'W'] as const;
/** What a constituency may answer when it is asked; silence is drawn beside them. */
const ANSWERS = [
  'agree',
  'agree-with-reservation',
  'does-not-agree',
  'divided',
  'no-position',
  'absent',
] as const;
const WORDS = [
  'session',
  'date',
  'from',
  'to',
  'minutes',
  'item',
  'nextDay',
  'remarks',
  'noAgenda',
  'office',
  'organization',
  'name',
  'signature',
  'arrival',
  'departure',
  'standing',
  'order',
  'letter',
  'kindOfTurn',
  'sex',
  'spoke',
  'speakersNote',
  'cardTitle',
  'cardStatement',
  'cardArea',
  'cardGroups',
  'cardSeverity',
  'table',
  'text',
  'count',
  'witness',
  'clause',
  'noClause',
  'reservation',
  'initials',
  'mandate',
  'silent',
  'textFingerprint',
  'position',
  'constituency',
  'present',
  'time',
  'slipNote',
  'voteNote',
  'round',
  'scoreTitle',
  'scoreNote',
  'scoreWhose',
] as const;

export function sheetsView(request: SheetsRequest, lang: Lang) {
  const say = sayIn(lang);
  const words = paperWords(lang);
  const reader = { lang, authentic: request.authentic ?? undefined, say };
  const seat = (code: (typeof SEATS)[number]): string => {
    const given = code === 'invited' ? undefined : request.constituencyLabels[code];
    const found = given && pick(given, lang, reader.authentic);
    return found ? typesetLine(found.value.text, lang) : say(`seat.${code}`);
  };
  const own = (text: string) => ({ text, lang, foreign: null, draft: false, absent: false });
  const cell = (texts: SheetsRequest['title']) => {
    const found = line(texts, reader);
    return found ? { ...found, absent: false } : null;
  };
  const times = new Map(
    request.session.startTime === null
      ? []
      : runSheet(request.agenda, request.session.startTime).map((row) => [row.id, row] as const),
  );
  const [year = 0, month = 0, day = 0] = request.day.split('-').map(Number);
  return {
    lang,
    dir: directionOf(lang),
    languages: Object.fromEntries(LANGS.map((each) => [each, directionOf(each)])),
    letters: Object.fromEntries(SEATS.map((code) => [code, say(`letter.${code}`)])),
    seats: Object.fromEntries(SEATS.map((code) => [code, seat(code)])),
    words: {
      page: say('page.number'),
      of: say('page.of'),
      noText: say('value.noText'),
      ...Object.fromEntries(WORDS.map((name) => [name, words(`sheet.${name}`)])),
    },
    title: cell(request.title) ?? own(''),
    session: cell(request.session.title) ?? own(''),
    day: request.session.start === null ? null : date(request.session.start, lang, say),
    date: { year, month, day },
    illustrative: request.illustrative ? say('mark.illustrative') : null,
    rows: request.rows,
    sheets: request.sheets.map((kind) => ({ kind, title: words(`sheet.${kind}`) })),
    agenda: request.agenda.map((item) => {
      const at = times.get(item.id);
      return {
        from: at ? `${at.from}${at.dayOffset > 0 ? ` (${words('sheet.nextDay')})` : ''}` : '',
        to: at?.to ?? '',
        minutes: item.minutes,
        kind: item.kind === 'item' ? null : words(`item.${item.kind}`),
        title: cell(item.title),
      };
    }),
    constituencies: CONSTITUENCIES,
    answers: ANSWERS.map((code) => ({ code, label: labelIn(anyCodelist('positions'), code, lang) })),
    clause: request.clause && {
      number: isolate(reference('C', request.clause.number)),
      body: block(request.clause.body, reader) ?? null,
      fingerprint: readAloud(request.clause.fingerprint),
    },
    scoring: request.scoring
      ? {
          number: isolate(reference('V', request.scoring.number)),
          criteria: request.scoring.criteria.map((code) => words(`sheet.criterion.${code}`)),
          deficits: request.scoring.deficits.map(({ number, title }) => ({
            number: isolate(reference('D', number)),
            title: cell(title),
          })),
        }
      : null,
  };
}
