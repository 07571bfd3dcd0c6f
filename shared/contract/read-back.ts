import { z } from 'zod';
import { Constituency } from '../domain/codes.ts';
import type { Answered } from '../domain/floor/state.ts';
import { RecordId } from '../domain/ids.ts';
import { type Outcome, Position } from '../domain/position.ts';
import type { QuorumTaken } from '../domain/records/session.ts';
import { call } from './call.ts';
import type { RecordView } from './common.ts';
import { SessionRef } from './session.ts';
import { TextMembers } from './texts.ts';

export interface ReadBackState {
  readonly readBack: string;
  readonly clause: RecordView<'clause'>;
  readonly startedAt: string;
  readonly quorum: QuorumTaken;
  /** Whose answer is taken next. */
  readonly asked: Constituency | null;
  readonly answered: Answered;
  readonly outcome: Outcome;
  readonly mayConfirm: boolean;
  /** The text has changed since it was read: nothing can be confirmed on it. */
  readonly textMoved: boolean;
}

export const readBackCalls = {
  'readBack.state': call<ReadBackState | null>()(SessionRef),
  /** Makes the clause of a proposed conclusion, or of a text. */
  'readBack.put': call<{ clause: string }>()(
    SessionRef.extend({
      point: RecordId.optional(),
      clause: RecordId.optional(),
      body: TextMembers.optional(),
    }),
  ),
  'readBack.begin': call<ReadBackState>()(
    SessionRef.extend({ clause: RecordId, onPaper: z.literal(true).optional() }),
  ),
  'readBack.answer': call<ReadBackState>()(
    SessionRef.extend({ constituency: Constituency, position: Position }),
  ),
  'readBack.rule': call<ReadBackState>()(
    SessionRef.extend({ ruling: z.enum(['confirmed', 'deferred', 'no-agreement']) }),
  ),
  'readBack.abandon': call<ReadBackState | null>()(SessionRef),
} as const;
