/** What the codes mean, what is left out, and which version this is. */
import { isMissing } from '../../../../shared/domain/fields.ts';
import { anyCodelist } from '../../../../shared/reference/all.ts';
import { type CodelistName, itemIn } from '../../../../shared/reference/index.ts';
import { count } from '../formats.ts';
import { hasText } from '../strings.ts';
import { isolate } from '../typeset.ts';
import type { Context } from './context.ts';

const byCode = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

export function annexView(context: Context) {
  const { content, say, lang, label } = context;
  const decided = [...content.deficits, ...content.strategies];
  const instruments = new Set(decided.flatMap((each) => each.instruments));
  const sdg = new Set([
    ...decided.flatMap((each) => each.sdgTargets),
    ...content.deficits.flatMap((each) => each.sdgIndicators),
  ]);
  const indicators = new Set([
    ...content.deficits.flatMap((each) => each.evidence.flatMap(({ indicator }) => indicator ?? [])),
    ...content.strategies.flatMap((each) => each.actions.flatMap(({ indicator }) => indicator ?? [])),
  ]);
  const known = new Set(anyCodelist('indicators').items.map(({ id }) => id));
  const functionalAreas = new Set(
    content.strategies.flatMap((each) =>
      each.actions.flatMap(({ functionalArea }) => (isMissing(functionalArea) ? [] : functionalArea)),
    ),
  );
  // Names a list has in English only are said to be so, row by row.
  const named = (list: CodelistName, code: string) =>
    itemIn(anyCodelist(list), code)?.untranslated?.includes(lang)
      ? {
          ...context.own(label(list, code)),
          lang: 'en' as const,
          foreign: say('mark.textIn', { language: say('language.en') }),
        }
      : context.own(label(list, code));
  const rows = (list: CodelistName, codes: Iterable<string>) =>
    [...codes].sort(byCode).map((code) => ({ code: isolate(code), label: named(list, code) }));
  return {
    lists: [
      { title: say('annex.instruments'), rows: rows('instruments', instruments) },
      { title: say('annex.sdg'), rows: rows('sdg', sdg) },
      {
        title: say('annex.indicators'),
        rows: rows(
          'indicators',
          [...indicators].filter((code) => known.has(code)),
        ),
      },
      { title: say('strategy.functionalAreas'), rows: rows('functional-areas', functionalAreas) },
    ].filter((list) => list.rows.length > 0),
    leftOut: Object.entries(content.leftOut)
      .filter(([, n]) => n > 0)
      .sort()
      .map(([type, n]) => {
        const key = `record.${type}`;
        return { record: say(hasText(key) ? key : 'record.other'), count: count(n, lang) };
      }),
    gaps: content.gaps > 0 ? say('annex.gaps', { n: count(content.gaps, lang) }) : null,
    version: (content.versionId.match(/.{1,4}/g) ?? []).join('\u00a0'),
    codelists: Object.entries(content.codelists)
      .sort()
      .map(([name, version]) => ({ name: isolate(name), version: isolate(version) })),
  };
}
