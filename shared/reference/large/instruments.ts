import { makeCodelist } from '../codelist.ts';
import rawSubjects from '../instrument-subjects.json' with { type: 'json' };
import raw from '../instruments.json' with { type: 'json' };
import type { InstrumentItem, InstrumentSubjectItem } from '../items.ts';

export const instruments = makeCodelist<InstrumentItem>(raw);
export const instrumentSubjects = makeCodelist<InstrumentSubjectItem>(rawSubjects);
