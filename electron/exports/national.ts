/** What the country calls the codes it added: readers of an export have no other list to look them up in. */
import type { EditionContent } from '../../shared/domain/content.ts';
import { type Lang, pick } from '../../shared/domain/languages.ts';
import type { CodelistName } from '../../shared/reference/index.ts';

const LIST_OF: { readonly [list: string]: CodelistName } = {
  'sub-topics': 'thematic-areas',
  'affected-groups': 'affected-groups',
  grounds: 'grounds',
  sectors: 'sectors',
};

/** The name of a national code of a list in a language, or the nearest to it; undefined for codes of the lists. */
export function nationalNames(
  content: EditionContent,
  lang: Lang,
): (list: CodelistName, code: string) => string | undefined {
  const names = new Map(
    content.nationalCodes.flatMap(({ list, code, label }) => {
      const name = pick(label, lang)?.value.text;
      return name === undefined ? [] : [[`${LIST_OF[list]} ${code}`, name] as const];
    }),
  );
  return (list, code) => names.get(`${list} ${code}`);
}
