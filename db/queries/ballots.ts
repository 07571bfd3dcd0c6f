/** What lies in the sealed section of a round: who it was is nowhere, and what was scored not before the opening. */

import { Digest } from '../../shared/domain/change.ts';
import type { Constituency } from '../../shared/domain/codes.ts';
import type { Ballot } from '../../shared/domain/records/index.ts';
import { Refusal } from '../../shared/errors.ts';
import { composeRecord } from '../ledger/compose.ts';
import { shown } from '../ledger/heads.ts';
import { changeRow, findRecord, findTerm, hexOf } from '../ledger/store.ts';
import { type Db, pluck } from '../statements.ts';

export const sealedSection = (round: string): string => `sealed:${round}`;

export interface StoredBallot {
  readonly constituency: Constituency;
  readonly sealed: string;
  /** The change that holds the digest, and the digest. */
  readonly change: string;
  readonly digest: string;
}

/** Whether the round was begun in this file, or in the one it was copied from whole. */
export const hasBox = (db: Db, round: string): boolean =>
  findRecord(db, 'round', round, sealedSection(round)) !== undefined;

/** In the order of their random ids: the order of casting says who gave which. */
export function ballotsOf(db: Db, round: string): StoredBallot[] {
  const section = findTerm(db, sealedSection(round));
  const type = findTerm(db, 'ballot');
  if (section === undefined || type === undefined) return [];
  const numbers = pluck<number>(db, 'SELECT n FROM record WHERE section = ? AND type = ? ORDER BY id').all(
    section,
    type,
  );
  return numbers.map((n) => {
    const composed = composeRecord(db, n);
    const head = composed && shown(composed.heads.get('scores') ?? []);
    const digest = Digest.safeParse(head?.value);
    const { constituency, sealed } = (composed?.record ?? {}) as Partial<Ballot>;
    if (!head || !digest.success || !constituency || !sealed)
      throw new Refusal('file.corrupt', { where: 'ballot' });
    return { constituency, sealed, change: hexOf(changeRow(db, head.n).id), digest: digest.data.digest };
  });
}
