/**
 * One day at four tables: each of four replicas of the fixture makes 810 edits that the others do not see. 500
 * scalar fields, 200 texts, 100 new deficits of some twenty fields and 10 withdrawals, one change each.
 */
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Json } from '../../../shared/domain/json.ts';
import { deficitDraft, pick, type Random, randomFrom, textOf } from '../../fixtures/large.ts';

export interface Edit {
  readonly kind: 'create' | 'edit' | 'withdraw';
  readonly id: RecordId;
  readonly set: { readonly [field: string]: Json };
}

export const REPLICAS = 4;
export const EDITS = 810;

const SCALARS: readonly ((random: Random) => { [field: string]: Json })[] = [
  (random) => ({ [`severity.${pick(random, ['G', 'E', 'W'])}`]: 1 + Math.floor(random() * 4) }),
  (random) => ({ area: pick(random, ['TA1', 'TA2', 'TA3', 'TA4', 'TA5', 'TA6']) }),
  (random) => ({ confidentiality: pick(random, ['public', 'secretariat', 'chatham-house']) }),
  (random) => ({ evidenceStrength: pick(random, ['anecdotal', 'limited', 'moderate', 'strong']) }),
];

function text(random: Random): { [field: string]: Json } {
  const lang = pick(random, ['ar', 'en'] as const);
  return { [`statement.${lang}`]: { text: textOf(random, lang, 600), status: 'original' } };
}

/**
 * The edits of one replica, the same in every run. `apply` carries one out and answers false where it would change
 * nothing: then another is drawn, so that every engine is given edits that are edits.
 */
export function makeEdits(
  replica: number,
  deficits: readonly RecordId[],
  apply: (edit: Edit) => boolean,
): Edit[] {
  const random = randomFrom(4000 + replica);
  const withdrawn = new Set<RecordId>();
  const standing = (): RecordId => {
    const id = pick(random, deficits);
    return withdrawn.has(id) ? standing() : id;
  };
  return Array.from({ length: EDITS }, (_, turn) => {
    for (;;) {
      const edit = drawn(random, replica, turn, standing());
      if (!apply(edit)) continue;
      if (edit.kind === 'withdraw') withdrawn.add(edit.id);
      return edit;
    }
  });
}

/** Of every 81 edits 50 are of scalars, 20 of texts, 10 new deficits, one a withdrawal: spread over the day. */
function drawn(random: Random, replica: number, turn: number, id: RecordId): Edit {
  const kind = (turn * 7) % 81;
  if (kind < 50) return { kind: 'edit', id, set: pick(random, SCALARS)(random) };
  if (kind < 70) return { kind: 'edit', id, set: text(random) };
  if (kind === 80) return { kind: 'withdraw', id, set: { withdrawn: true } };
  const { recordId, set } = deficitDraft(random, 20_000 + replica * 1000 + turn);
  return { kind: 'create', id: recordId, set };
}
