/** The live row: what a running session is in the middle of, as it lies in the file beside the ledger. */
import { z } from 'zod';
import { dropLive, readLive, writeLive } from '../../../db/live.ts';
import type { Db } from '../../../db/statements.ts';
import { Attribution, Constituency, Seat, Sex, Speaker, TurnKind } from '../../../shared/domain/codes.ts';
import { IsoInstant, RecordId, Uuid } from '../../../shared/domain/ids.ts';
import type { Floor, Identity } from './memory.ts';

const Time = z.number().min(0);
/** Empty below `named`. A name is never here: of a participant it is in the record, of others in memory. */
const Known = z.strictObject({
  participant: RecordId.optional(),
  organization: RecordId.optional(),
  sex: Sex.optional(),
  level: Attribution,
});
const Entry = z.strictObject({
  id: Uuid,
  seat: Seat,
  turn: TurnKind,
  sinceMs: Time,
  spokesperson: z.boolean(),
  known: Known,
});

export const LiveRow = z.strictObject({
  v: z.literal(1),
  revision: z.int().min(0),
  /** When this was written, by the wall clock. */
  wall: z.number(),
  elapsedMs: Time,
  heldMs: Time,
  lastAct: z.strictObject({ wall: z.number(), elapsedMs: Time, heldMs: Time, itemMs: Time }),
  item: z.strictObject({ id: RecordId, spentMs: Time }).nullable(),
  speaking: z
    .strictObject({
      id: RecordId,
      speaker: Speaker,
      turn: TurnKind,
      startedAt: IsoInstant,
      elapsedMs: Time,
      limitMs: Time.nullable(),
      item: RecordId.nullable(),
      known: Known,
    })
    .nullable(),
  queue: z.array(Entry).max(1000),
  spokespersons: z.array(Constituency).max(3),
  notices: z
    .array(
      z.strictObject({
        id: Uuid,
        kind: z.enum(['gap', 'wall', 'restored', 'left-open', 'long-turn', 'level-tightened']),
        ms: z.number(),
        at: IsoInstant,
        turn: Uuid.nullable(),
      }),
    )
    .max(1000),
});
export type LiveRow = z.infer<typeof LiveRow>;

/** Undefined where there is none, or where it is not what this version writes: the ledger is the truth. */
export function liveRowOf(db: Db, session: string): LiveRow | undefined {
  const json = readLive(db, session);
  if (json === undefined) return undefined;
  try {
    const read = LiveRow.safeParse(JSON.parse(json));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

export const keepRow = (db: Db, session: string, row: LiveRow): void =>
  writeLive(db, session, JSON.stringify(row));

/** Writes what the floor is in the middle of, or takes the row away where nothing is. */
export function keepLive(db: Db, floor: Floor): void {
  if (floor.phase !== 'open' && floor.phase !== 'suspended') {
    dropLive(db, floor.session);
    return;
  }
  const known = (identity: Identity): LiveRow['queue'][number]['known'] =>
    floor.facts.level === 'named' && identity.level === 'named'
      ? {
          ...(identity.participant ? { participant: identity.participant as RecordId } : {}),
          ...(identity.organization ? { organization: identity.organization as RecordId } : {}),
          ...(identity.sex ? { sex: identity.sex } : {}),
          level: 'named',
        }
      : { level: identity.level };
  const { speaking, item } = floor;
  const row: LiveRow = {
    v: 1,
    revision: floor.revision,
    wall: floor.clock.last.wall,
    elapsedMs: floor.clock.elapsedMs,
    heldMs: floor.clock.heldMs,
    lastAct: floor.lastAct,
    item: item === null ? null : { id: item as RecordId, spentMs: floor.spent.get(item) ?? 0 },
    speaking: speaking && {
      id: speaking.id,
      speaker: speaking.speaker,
      turn: speaking.turn,
      startedAt: speaking.startedAt,
      elapsedMs: speaking.elapsedMs,
      limitMs: speaking.limitMs,
      item: speaking.item as RecordId | null,
      known: known(speaking.identity),
    },
    queue: floor.queue.map(({ id, seat, turn, sinceMs, spokesperson }) => {
      const identity = floor.identities.get(id);
      const isNamed = floor.facts.level === 'named';
      return {
        id,
        seat,
        turn,
        sinceMs,
        // Below `named` it would say who waits: a group has one.
        spokesperson: isNamed && spokesperson,
        known: identity ? known(identity) : { level: floor.facts.level },
      };
    }),
    spokespersons: [...floor.heard.spokespersons],
    notices: [...floor.notices],
  };
  keepRow(db, floor.session, row);
}

/** The same row with nobody in it: for a level that was tightened while no floor was held. */
export function withoutPeople(row: LiveRow): LiveRow {
  const bare = ({ level }: LiveRow['queue'][number]['known']) => ({ level });
  return {
    ...row,
    speaking: row.speaking && { ...row.speaking, known: bare(row.speaking.known) },
    queue: row.queue.map((entry) => ({ ...entry, spokesperson: false, known: bare(entry.known) })),
  };
}
