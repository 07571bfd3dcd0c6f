import { z } from 'zod';
import { Constituency } from '../domain/codes.ts';
import { IsoInstant, RecordId } from '../domain/ids.ts';
import { call } from './call.ts';
import { DossierRef, Language } from './common.ts';
import { SessionRef } from './session.ts';
import { TextMembers } from './texts.ts';

export interface MinutesRow {
  readonly id: string;
  readonly phase: 'draft' | 'amended' | 'final';
  readonly order: number;
  readonly issuedAt: string;
  readonly deadline: string | null;
  readonly languages: readonly string[];
  /** Groups of digits to read aloud. */
  readonly fingerprint: readonly string[];
  readonly received: { readonly [C in Constituency]?: 'stick' | 'paper' };
  /** False where the content was dropped when the level was tightened. */
  readonly isKept: boolean;
}

export interface MinutesPreview {
  readonly counts: { readonly [type: string]: number };
  readonly leftOut: { readonly [type: string]: number };
  /** Proposed conclusions that were never put. */
  readonly unread: number;
  readonly namesFound: readonly { readonly number: string; readonly field: string }[];
  readonly fingerprint: readonly string[];
}

export const SHEETS = ['run', 'sign-in', 'speakers', 'card', 'vote', 'reservation-slip', 'set'] as const;
export type Sheet = (typeof SHEETS)[number];

const Languages = z.array(Language).min(1).max(4);
const MinutesRef = DossierRef.extend({ minutes: RecordId });

export const minutesCalls = {
  'minutes.list': call<MinutesRow[]>()(SessionRef),
  'minutes.preview': call<MinutesPreview>()(SessionRef),
  'minutes.issue': call<MinutesRow>()(
    SessionRef.extend({
      phase: z.enum(['draft', 'amended', 'final']),
      languages: Languages,
      deadline: IsoInstant.optional(),
    }),
  ),
  /** Followed by `export.status` and ended by `export.cancel`. */
  'minutes.make': call<{ jobId: string }>()(
    MinutesRef.extend({
      formats: z.array(z.enum(['pdf', 'docx'])),
      languages: Languages,
      copy: z.boolean().default(false),
    }),
  ),
  'minutes.amend': call<{ comment: string }>()(
    MinutesRef.extend({ constituency: Constituency, body: TextMembers }),
  ),
  'minutes.handed': call<MinutesRow>()(
    MinutesRef.extend({ constituency: Constituency, how: z.enum(['stick', 'paper']) }),
  ),
  /** Followed by `export.status` and ended by `export.cancel`. */
  'papers.make': call<{ jobId: string }>()(
    SessionRef.extend({
      sheets: z.array(z.enum(SHEETS)).min(1),
      languages: Languages,
      clause: RecordId.optional(),
      rows: z.int().min(1).max(500).optional(),
    }),
  ),
} as const;
