/** What lies in the sealed section of a round: who it was is nowhere, and what was scored not before the opening. */

import { Digest } from '../../shared/domain/change.ts';
import type { Constituency } from '../../shared/domain/codes.ts';
import type { Ballot, Round } from '../../shared/domain/records/index.ts';
import { Refusal } from '../../shared/errors.ts';
import { composeRecord } from '../ledger/compose.ts';
import { shown } from '../ledger/heads.ts';
import { findRecord, findTerm } from '../ledger/store.ts';
import { type Db, pluck } from '../statements.ts';
import { changesOf } from './openings.ts';

export const sealedSection = (round: string): string => `sealed:${round}`;

export interface StoredBallot {
  readonly id: string;
  readonly constituency: Constituency;
  readonly sealed: string;
  /** The digest of scores and salt, as the ledger holds it. */
  readonly digest: string;
}

/** Where ballots of this file lie: the key they are sealed to, and what was fixed when they were begun. */
export interface Box {
  readonly publicKey: string;
  /** These are absent in a box of before they were kept with it. */
  readonly fixedAt?: string;
  readonly deficits?: readonly string[];
  readonly criteria?: NonNullable<Round['criteria']>;
}

/**
 * Undefined in a copy that was handed over and has not the ballots. It stands beside them and not in the round: another
 * copy may have begun the same round with a key of its own, or changed what is scored without knowing of the beginning.
 */
export function boxOf(db: Db, round: string): Box | undefined {
  const row = findRecord(db, 'round', round, sealedSection(round));
  const composed = row && composeRecord(db, row.n);
  const { publicKey, fixedAt, deficits, criteria } = (composed?.record ?? {}) as Partial<Round>;
  return publicKey === undefined
    ? undefined
    : {
        publicKey,
        ...(fixedAt && { fixedAt }),
        ...(deficits && { deficits }),
        ...(criteria && { criteria }),
      };
}

/**
 * Whether somebody, in whichever copy, gave the round up knowing that this box was begun. It is read from the ledger
 * and not from the phase that counts: one that another copy sets must not bring back what was sealed for good.
 */
export function isGivenUp(db: Db, round: string, { publicKey }: Box): boolean {
  const row = findRecord(db, 'round', round);
  const knowing = new Set<string>();
  for (const { id, set, supersedes } of row ? changesOf(db, row.n).reverse() : []) {
    const isBeginning = set.phase === 'scoring' && set.publicKey === publicKey;
    if (!isBeginning && !supersedes.phase?.some((each) => knowing.has(each))) continue;
    if (set.phase === 'abandoned') return true;
    knowing.add(id);
  }
  return false;
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
