/** What the dossier holds of an instrument already: the ratification that was looked up last, whichever deficit has it. */
import { membersOf } from '../../../db/queries/import.ts';
import type { LookedUp, Parsed } from '../../../shared/contract/index.ts';
import { type Desk, dossierOf } from '../desk.ts';

const FIELDS = ['deficit', 'kind', 'instrument', 'ratification', 'ratifiedOn', 'checkedOn'];

/** Null where nobody looked it up: a status without the day it held on is not passed on. */
export function lookedUp(desk: Desk, input: Parsed<'register.lookedUp'>): LookedUp | null {
  const { db } = dossierOf(desk, input.dossier);
  const numbers = membersOf(db, 'deficit', ['number']);
  let newest: LookedUp | null = null;
  for (const norm of membersOf(db, 'norm', FIELDS).values()) {
    const { kind, instrument, ratification, ratifiedOn, checkedOn } = norm;
    if (kind !== 'instrument' || instrument !== input.instrument || typeof checkedOn !== 'string') continue;
    const status = typeof ratification === 'string' ? (ratification as LookedUp['ratification']) : null;
    const number = numbers.get(String(norm.deficit))?.number;
    if ((status === null && ratifiedOn === undefined) || typeof number !== 'string') continue;
    const found = { ratification: status, ratifiedOn: (ratifiedOn as string) ?? null, checkedOn, number };
    if (newest === null || isBefore(newest, found)) newest = found;
  }
  return newest;
}

/** The later look counts; of the same day the one that says more, then the first deficit. */
const isBefore = (a: LookedUp, b: LookedUp): boolean =>
  a.checkedOn !== b.checkedOn
    ? a.checkedOn < b.checkedOn
    : told(a) !== told(b)
      ? told(a) < told(b)
      : a.number > b.number;
const told = (each: LookedUp): number =>
  Number(each.ratification !== null) + Number(each.ratifiedOn !== null);
