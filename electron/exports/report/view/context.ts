/** What every part of a report needs: the reader, the words, and names of what the content refers to by id. */
import type { Area, Constituency, Seat } from '../../../../shared/domain/codes.ts';
import type { Coded, EditionContent } from '../../../../shared/domain/content.ts';
import { isMissing, type MissingValue, type Texts } from '../../../../shared/domain/fields.ts';
import { fallbackOrder, type Lang, pick } from '../../../../shared/domain/languages.ts';
import { anyCodelist } from '../../../../shared/reference/all.ts';
import { type CodelistName, itemIn, labelIn } from '../../../../shared/reference/index.ts';
import { nationalNames } from '../../national.ts';
import { sayIn } from '../strings.ts';
import { block, isolate, type Line, line, type Reader, typesetLine } from '../typeset.ts';

/** One thing said in a cell: text with its language, and whether it only says why there is nothing. */
export interface Cell extends Line {
  readonly absent: boolean;
}

export interface Context extends Reader {
  readonly content: EditionContent;
  /** A sentence of ours as a cell. */
  readonly own: (text: string) => Cell;
  readonly none: Cell;
  readonly noText: Cell;
  readonly missing: (value: MissingValue) => Cell;
  /** A value or its missing code; `show` says a value that is there. */
  readonly coded: <T>(value: Coded<T>, show: (value: T) => string) => Cell;
  readonly text: (texts: Texts) => Cell;
  readonly paragraphs: (texts: Texts) => ReturnType<typeof block>;
  readonly label: (list: CodelistName, code: string) => string;
  readonly seat: (seat: Seat) => string;
  readonly area: (area: Area) => Cell;
  readonly organization: (id: string | null) => Cell | undefined;
  readonly session: (id: string | null) => Cell;
  readonly codes: (codes: readonly string[]) => Cell;
  readonly labels: (list: CodelistName, codes: readonly string[]) => Cell;
}

export function makeContext(content: EditionContent, lang: Lang): Context {
  const say = sayIn(lang);
  const { authenticLanguage, areaLabels, constituencyLabels } = content.dossier;
  const authentic = isMissing(authenticLanguage) ? undefined : authenticLanguage;
  const reader: Reader = { lang, authentic, say };

  const own = (text: string): Cell => ({
    text,
    lang,
    foreign: null,
    draft: false,
    absent: false,
  });
  const absent = (text: string): Cell => ({ ...own(text), absent: true });
  const noText = absent(say('value.noText'));
  const none = absent(say('value.none'));
  const list = say('format.list');
  const national = nationalNames(content, lang);
  const label = (name: CodelistName, code: string): string => {
    const own = national(name, code);
    if (own !== undefined) return isolate(own);
    const codes = anyCodelist(name);
    const found = labelIn(codes, code, lang);
    // A name the list has in English only stays in one piece, brackets and all.
    return itemIn(codes, code)?.untranslated?.includes(lang) ? isolate(found) : typesetLine(found, lang);
  };
  const missing = (value: MissingValue): Cell => absent(label('missing', value.missing));
  const text = (texts: Texts): Cell => {
    const found = line(texts, reader);
    return found ? { ...found, absent: false } : noText;
  };
  const organizations = new Map(content.organizations.map((each) => [each.id, each]));
  const sessions = new Map(content.sessions.map((each) => [each.id, each]));

  return {
    ...reader,
    content,
    own,
    none,
    noText,
    missing,
    coded: (value, show) => (isMissing(value) ? missing(value) : own(show(value))),
    text,
    paragraphs: (texts) => block(texts, reader),
    label,
    seat: (seat) => {
      const given = seat === 'invited' ? undefined : constituencyLabels[seat];
      const found = given && pick(given, lang, authentic);
      return found ? typesetLine(found.value.text, lang) : say(`seat.${seat}`);
    },
    area: (area) => {
      const given = areaLabels[area];
      return given && fallbackOrder(lang, authentic).some((each) => given[each])
        ? text(given)
        : own(label('thematic-areas', area));
    },
    organization: (id) => {
      const found = id === null ? undefined : organizations.get(id);
      if (!found) return undefined;
      const name = text(found.name);
      return name.absent && found.acronym !== null ? own(isolate(found.acronym)) : name;
    },
    session: (id) => {
      const found = id === null ? undefined : sessions.get(id);
      return found ? text(found.title) : none;
    },
    codes: (codes) => (codes.length > 0 ? own(codes.map(isolate).join(list)) : none),
    labels: (name, codes) =>
      codes.length > 0 ? own(codes.map((code) => label(name, code)).join(list)) : none,
  };
}

export const byConstituency = <T>(make: (constituency: Constituency) => T): readonly T[] =>
  (['G', 'E', 'W'] as const).map(make);
