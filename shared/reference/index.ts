/**
 * Codelists for every layer. The small ones are here at once; the large ones come by `loadCodelist`, so that
 * the page does not carry them in its first load. Code that runs on Node may read all of them from `all.ts`.
 */
import type { Lang } from '../domain/languages.ts';
import absenceReasons from './absence-reasons.json' with { type: 'json' };
import affectedGroups from './affected-groups.json' with { type: 'json' };
import { type Codelist, type CodelistItem, hasCode, itemIn, labelIn, makeCodelist } from './codelist.ts';
import confidentialityLevels from './confidentiality-levels.json' with { type: 'json' };
import constituencyTypes from './constituency-types.json' with { type: 'json' };
import { makeCurrencies } from './currencies.ts';
import evidenceStrength from './evidence-strength.json' with { type: 'json' };
import formality from './formality.json' with { type: 'json' };
import functionalAreas from './functional-areas.json' with { type: 'json' };
import grounds from './grounds.json' with { type: 'json' };
import type {
  AffectedGroupItem,
  ConstituencyTypeItem,
  CountryItem,
  GroundItem,
  IndicatorItem,
  InstrumentItem,
  InstrumentSubjectItem,
  ParagraphItem,
  SdgItem,
} from './items.ts';
import missing from './missing.json' with { type: 'json' };
import positions from './positions.json' with { type: 'json' };
import prevalence from './prevalence.json' with { type: 'json' };
import priorityActionProgrammes from './priority-action-programmes.json' with { type: 'json' };
import regions from './regions.json' with { type: 'json' };
import sectors from './sectors.json' with { type: 'json' };
import severity from './severity.json' with { type: 'json' };
import thematicAreas from './thematic-areas.json' with { type: 'json' };

export type { Codelist, CodelistItem } from './codelist.ts';
export { childrenIn, hasCode, itemIn, labelIn } from './codelist.ts';
export type * from './items.ts';

const small = {
  'thematic-areas': makeCodelist<ParagraphItem>(thematicAreas),
  'functional-areas': makeCodelist<ParagraphItem>(functionalAreas),
  'priority-action-programmes': makeCodelist<ParagraphItem>(priorityActionProgrammes),
  'affected-groups': makeCodelist<AffectedGroupItem>(affectedGroups),
  grounds: makeCodelist<GroundItem>(grounds),
  'constituency-types': makeCodelist<ConstituencyTypeItem>(constituencyTypes),
  'confidentiality-levels': makeCodelist(confidentialityLevels),
  severity: makeCodelist(severity),
  prevalence: makeCodelist(prevalence),
  positions: makeCodelist(positions),
  'evidence-strength': makeCodelist(evidenceStrength),
  sectors: makeCodelist(sectors),
  missing: makeCodelist(missing),
  'absence-reasons': makeCodelist(absenceReasons),
  formality: makeCodelist(formality),
  regions: makeCodelist(regions),
  currencies: makeCurrencies(),
} as const satisfies Record<string, Codelist>;

export interface LargeCodelists {
  readonly instruments: Codelist<InstrumentItem>;
  readonly 'instrument-subjects': Codelist<InstrumentSubjectItem>;
  readonly sdg: Codelist<SdgItem>;
  readonly countries: Codelist<CountryItem>;
  readonly indicators: Codelist<IndicatorItem>;
}

export type SmallCodelists = typeof small;
export type SmallName = keyof SmallCodelists;
export type LargeName = keyof LargeCodelists;
export type CodelistName = SmallName | LargeName;
export type Codelists = SmallCodelists & LargeCodelists;

export const SMALL_NAMES = Object.keys(small) as readonly SmallName[];

/** A small list, at once. */
export const codelist = <N extends SmallName>(name: N): SmallCodelists[N] => small[name];

/** The label for a reader; the code itself where the list does not know it (a national addition). */
export const labelOf = (name: SmallName, id: string, lang: Lang): string => labelIn(small[name], id, lang);

export const isCode = (name: SmallName, id: string): boolean => hasCode(small[name], id);

export const itemOf = <N extends SmallName>(
  name: N,
  id: string,
): SmallCodelists[N]['items'][number] | undefined => itemIn<CodelistItem>(small[name], id) as never;

const loaders: { readonly [N in LargeName]: () => Promise<LargeCodelists[N]> } = {
  instruments: async () => (await import('./large/instruments.ts')).instruments,
  'instrument-subjects': async () => (await import('./large/instruments.ts')).instrumentSubjects,
  sdg: async () => (await import('./large/sdg.ts')).sdg,
  countries: async () => (await import('./large/countries.ts')).countries,
  indicators: async () => (await import('./large/indicators.ts')).indicators,
};
export const LARGE_NAMES = Object.keys(loaders) as readonly LargeName[];

const isSmall = (name: CodelistName): name is SmallName => Object.hasOwn(small, name);

/** Any list; a large one is fetched from its own module the first time. */
export async function loadCodelist<N extends CodelistName>(name: N): Promise<Codelists[N]> {
  return (isSmall(name) ? small[name] : await loaders[name as LargeName]()) as Codelists[N];
}
