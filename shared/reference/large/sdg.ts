import { makeCodelist } from '../codelist.ts';
import type { SdgItem } from '../items.ts';
import raw from '../sdg.json' with { type: 'json' };

export const sdg = makeCodelist<SdgItem>(raw);
