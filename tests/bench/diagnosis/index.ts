/** What a rapporteur waits for: codes while they are typed, suggestions, an import, the register now and then. */
import type { Group } from '../figure.ts';
import { closePages, registerScroll } from '../page/index.ts';
import { figures as asOf } from './as-of.ts';
import { figures as duplicates } from './duplicates.ts';
import { figures as imports } from './import.ts';
import { figures as typeAhead } from './typeahead.ts';

export const diagnosisFigures: Group = {
  name: 'diagnosis',
  figures: [...typeAhead, ...duplicates, ...imports, registerScroll, ...asOf],
  close: closePages,
};
