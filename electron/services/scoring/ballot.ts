/** One ballot as it lies in the ledger, and what an opening makes of all of them. */

import type { KeyObject } from 'node:crypto';
import { createHash } from 'node:crypto';
import type { Draft } from '../../../db/ledger/append.ts';
import { digestOf } from '../../../db/ledger/hash.ts';
import type { StoredBallot } from '../../../db/queries/ballots.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { canonical, type Json } from '../../../shared/domain/json.ts';
import { BallotScores } from '../../../shared/domain/records/diagnosis.ts';
import {
  type CriterionCode,
  type Scores,
  SIDES,
  type Side,
  type TallyRow,
} from '../../../shared/domain/scoring/types.ts';
import { Refusal } from '../../../shared/errors.ts';
import { seal, unseal } from './box.ts';

/** Its own id as well: a ciphertext that was copied into another record does not open there. */
const boundTo = (round: string, constituency: Side, ballot: string): string =>
  `${round} ${constituency} ${ballot}`;

export interface NewBallot {
  readonly id: string;
  readonly round: string;
  readonly constituency: Side;
  readonly scores: Scores;
  readonly salt: string;
  readonly publicKey: string;
  /** Of the fullest ballot, in bytes: the length must not say what was left blank. */
  readonly length: number;
}

/** The fields of a ballot's record. `scores` goes into the ledger as a digest with the same salt. */
export function ballotSet(ballot: NewBallot): { [field: string]: Json } {
  const { id, round, constituency, scores, salt, publicKey, length } = ballot;
  const plain = Buffer.from(canonical({ salt, scores } as unknown as Json));
  const padded = Buffer.alloc(Math.max(plain.length, length), ' ');
  plain.copy(padded);
  return {
    round,
    constituency,
    sealed: seal(publicKey, boundTo(round, constituency, id), padded),
    scores: scores as unknown as Json,
  };
}

export function fullLength(deficits: readonly string[], criteria: readonly CriterionCode[]): number {
  const full = Object.fromEntries(
    deficits.map((deficit) => [deficit, Object.fromEntries(criteria.map((criterion) => [criterion, 1]))]),
  );
  return canonical({ salt: '0'.repeat(32), scores: full }).length;
}

/** The scores of a ballot. Refuses with `detached.mismatch` what is not the ballot that was cast. */
export function readBallot(key: KeyObject, round: string, stored: StoredBallot): Scores {
  const plain = unseal(key, boundTo(round, stored.constituency, stored.id), stored.sealed);
  try {
    const { salt, scores } = JSON.parse(plain?.toString('utf8') ?? '') as { salt: unknown; scores: unknown };
    const read = BallotScores.parse(scores);
    if (typeof salt === 'string' && digestOf(salt, read as unknown as Json) === stored.digest)
      return read as Scores;
  } catch {
    // Whatever cannot even be read is refused as what does not fit.
  }
  throw new Refusal('detached.mismatch', { field: 'scores' });
}

/** How many ballots each constituency gave, as fields of a round. */
export const ballotFields = (of: (side: Side) => number): { [field: string]: number } =>
  Object.fromEntries(SIDES.map((side) => [`ballots.${side}`, of(side)]));

/** `box` is its key: copies that each began the round count apart. */
export const tallyDrafts = (round: string, box: string, rows: readonly TallyRow[]): Draft[] =>
  rows.map(({ deficit, criterion, cells }) => ({
    recordType: 'tally',
    recordId: tallyId(`${round} ${box} ${deficit} ${criterion}`),
    intent: 'create',
    set: {
      round,
      deficit,
      criterion,
      ...Object.fromEntries(SIDES.map((side) => [`counts.${side}`, cells[side] as Json])),
    },
  }));

/** Of the box's own making, so that one box that was opened in two copies of a file shows as a conflict. */
function tallyId(source: string): RecordId {
  const hex = createHash('sha256').update(`tally ${source}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as RecordId;
}
