/** What lies in the sealed section of a round: who it was is nowhere, and what was scored not before the opening. */

import { Digest } from '../../shared/domain/change.ts';
import type { Constituency } from '../../shared/domain/codes.ts';
import type { Ballot, Round } from '../../shared/domain/records/index.ts';
import { Refusal } from '../../shared/errors.ts';
import { composeRecord } from '../ledger/compose.ts';
import { shown } from '../ledger/heads.ts';
import { findRecord, findTerm } from '../ledger/store.ts';
import { type Db, pluck } from '../statements.ts';

export const sealedSection = (round: string): string => `sealed:${round}`;

export interface StoredBallot {
  readonly id: string;
  readonly constituency: Constituency;
  readonly sealed: string;
  /** The digest of scores and salt, as the ledger holds it. */
  readonly digest: string;
}

/**
 * The key that ballots of this file are sealed to; undefined in a copy that was handed over and has not the ballots.
 * It stands beside them, since another copy may have begun the same round with a key of its own.
 */
export function boxKey(db: Db, round: string): string | undefined {
  const row = findRecord(db, 'round', round, sealedSection(round));
  return row && (composeRecord(db, row.n)?.record as Partial<Round> | undefined)?.publicKey;
}

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
    return {
      id: composed?.record.id ?? '',
      constituency,
      sealed,
      digest: digest.data.digest,
    };
  });
}
