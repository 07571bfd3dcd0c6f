import { makeCodelist } from '../codelist.ts';
import raw from '../indicators.json' with { type: 'json' };
import type { IndicatorItem } from '../items.ts';

export const indicators = makeCodelist<IndicatorItem>(raw);
