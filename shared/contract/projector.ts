import { z } from 'zod';
import type { RoomShown } from '../domain/floor/room.ts';
import { RecordId } from '../domain/ids.ts';
import { call } from './call.ts';
import { DossierRef, Language } from './common.ts';

export const RoomRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('nothing') }),
  z.strictObject({ kind: z.literal('agenda') }),
  z.strictObject({ kind: z.literal('speaker') }),
  z.strictObject({ kind: z.literal('balance') }),
  z.strictObject({ kind: z.literal('break') }),
  z.strictObject({ kind: z.literal('clause'), clause: RecordId }),
  z.strictObject({
    kind: z.literal('table'),
    table: z.enum(['quorum', 'decisions', 'positions']),
    clause: RecordId.optional(),
  }),
]);
export type RoomRequest = z.input<typeof RoomRequest>;

export interface ProjectorState {
  readonly shown: RoomShown;
  /** The room is frozen or blank, and what was chosen since waits. */
  readonly held: boolean;
}

const Projector = DossierRef.extend({ session: RecordId.optional() });
const Switch = Projector.extend({ on: z.boolean() });

/** A page of the room may call what starts with `room.` and nothing else: no other call is named so. */
export const projectorCalls = {
  'projector.state': call<ProjectorState>()(Projector),
  'projector.show': call<ProjectorState>()(Projector.extend({ request: RoomRequest })),
  'projector.freeze': call<ProjectorState>()(Switch),
  'projector.blank': call<ProjectorState>()(Switch),
  'projector.languages': call<ProjectorState>()(
    Projector.extend({ languages: z.array(Language).min(1).max(2) }),
  ),
  'room.look': call<RoomShown>()(z.object({})),
} as const;
