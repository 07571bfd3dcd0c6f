/**
 * The sealed first round of the illustrative sample, as it stands after its opening. Its ballots are made up from the
 * severities that the sample's constituencies stated; they stay sealed, and the codes of their box were never kept.
 */
import { createHash } from 'node:crypto';
import type { Draft } from '../../../db/ledger/append.ts';
import { newSalt } from '../../../db/ledger/hash.ts';
import { sealedSection } from '../../../db/queries/ballots.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Json } from '../../../shared/domain/json.ts';
import { tallyOf } from '../../../shared/domain/scoring/tally.ts';
import { type Scores, SIDES, type Side } from '../../../shared/domain/scoring/types.ts';
import { ballotSet, fullLength, tallyDrafts } from './ballot.ts';
import { newBox } from './box.ts';

const TITLES = {
  ar: 'الجولة المختومة الأولى',
  en: 'Sealed first round',
  fr: 'Premier tour scellé',
  es: 'Primera ronda sellada',
};
const CRITERIA = ['severity', 'feasibility'] as const;
const PEOPLE: { readonly [S in Side]: number } = { G: 6, E: 5, W: 6 };
const MOST = 12;
const [FIXED, OPENED] = ['2025-06-04T09:30:00.000Z', '2025-06-04T10:20:00.000Z'];

/** Between 0 and 1, always the same for the same words. */
const chance = (...words: readonly (string | number)[]): number =>
  createHash('sha256').update(words.join(' ')).digest().readUInt32LE(0) / 2 ** 32;
const step = (value: number): number => Math.max(1, Math.min(4, Math.round(value)));

/** `drafts` are those of the sample's records; `idOf` names records of this round. */
export function sampleRound(drafts: readonly Draft[], idOf: (source: string) => RecordId): Draft[] {
  const deficits = drafts
    .filter(({ recordType }) => recordType === 'deficit')
    .sort((a, b) => Number(a.set.priorityRank ?? 1e6) - Number(b.set.priorityRank ?? 1e6))
    .slice(0, MOST);
  const ids = deficits.map(({ recordId }) => recordId);
  const round = idOf('sealed round');
  const { publicKey } = newBox();
  const ballots = SIDES.flatMap((constituency) =>
    Array.from({ length: PEOPLE[constituency] }, (_, person) => ({
      constituency,
      scores: Object.fromEntries(
        deficits.map(({ set }, n) => {
          const stated = set[`severity.${constituency}`];
          const severity =
            (typeof stated === 'number' ? stated : 2) + 2.2 * (chance('s', constituency, person, n) - 0.45);
          const feasibility = 1 + 3 * chance('f', n) + 1.6 * (chance('f', constituency, person, n) - 0.5);
          return [ids[n], { severity: step(severity), feasibility: step(feasibility) }];
        }),
      ) as Scores,
    })),
  );
  const section = sealedSection(round);
  const length = fullLength(ids, CRITERIA);
  return [
    {
      recordType: 'round',
      recordId: round,
      intent: 'create',
      set: {
        number: '001',
        ...Object.fromEntries(
          Object.entries(TITLES).map(([lang, text]) => [`title.${lang}`, { text, status: 'original' }]),
        ),
        ...Object.fromEntries(ids.map((id) => [`deficits:${id}`, true])),
        ...Object.fromEntries(CRITERIA.map((criterion) => [`criteria:${criterion}`, true])),
        phase: 'opened',
        publicKey,
        fixedAt: FIXED,
        openedAt: OPENED,
        ...Object.fromEntries(SIDES.map((side) => [`ballots.${side}`, PEOPLE[side]])),
      } as { [field: string]: Json },
    },
    { recordType: 'round', recordId: round, section, intent: 'create', set: { publicKey } },
    ...ballots.map((ballot, n): Draft => {
      const salt = newSalt();
      const id = idOf(`ballot ${n}`);
      return {
        recordType: 'ballot',
        recordId: id,
        section,
        intent: 'create',
        set: ballotSet({ ...ballot, id, round, publicKey, salt, length }),
        withheld: { scores: salt },
      };
    }),
    ...tallyDrafts(round, idOf('sealed box'), tallyOf(ballots, ids, CRITERIA)),
  ];
}
