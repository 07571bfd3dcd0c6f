import { makeCodelist } from '../codelist.ts';
import raw from '../countries.json' with { type: 'json' };
import type { CountryItem } from '../items.ts';

/** Members of the ILO, and no others. */
export const countries = makeCodelist<CountryItem>(raw);
