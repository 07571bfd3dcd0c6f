/** Every codelist at once, for code that runs on Node. The page must not import this: it is 700 kB. */
import { type CodelistName, type Codelists, codelist, type LargeName, type SmallName } from './index.ts';
import { countries } from './large/countries.ts';
import { indicators } from './large/indicators.ts';
import { instrumentSubjects, instruments } from './large/instruments.ts';
import { sdg } from './large/sdg.ts';

const large: { readonly [N in LargeName]: Codelists[N] } = {
  instruments,
  'instrument-subjects': instrumentSubjects,
  sdg,
  countries,
  indicators,
};

export const anyCodelist = <N extends CodelistName>(name: N): Codelists[N] =>
  (Object.hasOwn(large, name) ? large[name as LargeName] : codelist(name as SmallName)) as Codelists[N];
