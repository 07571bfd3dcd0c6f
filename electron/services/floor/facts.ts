/** What the records say about a session: read once, and again only when a change touched them. */
import { findRecord } from '../../../db/ledger/store.ts';
import { requireMeta } from '../../../db/meta.ts';
import { composedById, listRecords } from '../../../db/queries/record-view.ts';
import { agendaOf, levelOfSession, readBacksOf } from '../../../db/queries/session.ts';
import { type Db, pluck } from '../../../db/statements.ts';
import type { Attribution } from '../../../shared/domain/codes.ts';
import { targetsOf } from '../../../shared/domain/floor/balance.ts';
import type { FairOrder, Sex, Targets } from '../../../shared/domain/floor/types.ts';
import type { AgendaItem, Dossier, Participant, Session } from '../../../shared/domain/records/index.ts';
import { Refusal } from '../../../shared/errors.ts';

export interface Facts {
  readonly session: Session;
  readonly dossier: Pick<Dossier, 'quorumRule' | 'speakerSeconds'>;
  readonly level: Attribution;
  readonly items: readonly AgendaItem[];
  readonly participants: ReadonlyMap<string, Participant>;
  readonly organizations: ReadonlyMap<string, string>;
  readonly openReadBack: string | null;
  readonly targets: Targets;
  readonly fairOrder: FairOrder;
  /** The newest change that was looked at. */
  readonly seen: number;
}

const newestChange = (db: Db): number => pluck<number | null>(db, 'SELECT max(n) FROM change').get() ?? 0;

/** Types of the records that changed since. */
export const typesSince = (db: Db, seen: number): string[] =>
  pluck<string>(
    db,
    `SELECT DISTINCT term.text FROM change JOIN record ON record.n = change.record
     JOIN term ON term.n = record.type WHERE change.n > ?`,
  ).all(seen);

export const FACT_TYPES: readonly string[] = [
  'session',
  'dossier',
  'agendaItem',
  'participant',
  'organization',
  'readBack',
  'erasure',
];

/** Refuses with `record.missing` where there is no such session. */
export function readFacts(db: Db, id: string): Facts {
  const { record } = composedById(db, 'session', id);
  const session = record as unknown as Session;
  if (session.withdrawn) throw new Refusal('record.withdrawn');
  const own = requireMeta(db, 'dossier');
  const dossier = (
    findRecord(db, 'dossier', own) ? composedById(db, 'dossier', own).record : {}
  ) as Partial<Dossier>;
  const all = <T>(type: 'participant' | 'organization'): T[] =>
    listRecords(db, type).map((composed) => composed.record as unknown as T);
  return {
    session,
    dossier,
    level: levelOfSession(db, id),
    items: agendaOf(db, id),
    participants: new Map(all<Participant>('participant').map((one) => [one.id, one])),
    organizations: new Map(
      all<{ id: string; acronym?: string; name?: { [lang: string]: { text: string } } }>('organization').map(
        (one) => [one.id, one.acronym ?? Object.values(one.name ?? {})[0]?.text ?? ''],
      ),
    ),
    openReadBack: readBacksOf(db, id).find(({ endedAt }) => endedAt === undefined)?.id ?? null,
    targets: targetsOf(dossier.speakingShare, session.budget),
    fairOrder: dossier.fairOrder ?? 'list',
    seen: newestChange(db),
  };
}

export const seenNow = (db: Db): number => newestChange(db);

export const sexOf = (participant: Participant | undefined): Sex | null =>
  typeof participant?.sex === 'string' ? participant.sex : null;
