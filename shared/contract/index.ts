/**
 * The only way in. Three hosts carry these calls; none adds one of its own.
 *
 * Values are JSON-safe. Inputs are parsed where they arrive (`electron/data-thread`), every answer is a
 * `Result`, and sentences are made in the page alone.
 */
import type { z } from 'zod';
import type { RoomShown } from '../domain/floor/room.ts';
import type { Result } from '../errors.ts';
import { causeCalls } from './causes.ts';
import type { VerificationState } from './common.ts';
import { duplicateCalls } from './duplicates.ts';
import { exportCalls, type JobStatus } from './export.ts';
import { importCalls } from './import.ts';
import { libraryCalls } from './library.ts';
import { minutesCalls } from './minutes.ts';
import { projectorCalls } from './projector.ts';
import { readBackCalls } from './read-back.ts';
import { recordCalls } from './record.ts';
import { registerCalls } from './register.ts';
import { scoringCalls } from './scoring.ts';
import { sessionCalls } from './session.ts';
import { settingsCalls } from './settings.ts';

export const contract = {
  ...libraryCalls,
  ...recordCalls,
  ...registerCalls,
  ...exportCalls,
  ...settingsCalls,
  ...sessionCalls,
  ...projectorCalls,
  ...readBackCalls,
  ...minutesCalls,
  ...importCalls,
  ...causeCalls,
  ...duplicateCalls,
  ...scoringCalls,
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
/** What a caller passes. */
export type Input<N extends CallName> = z.input<Contract[N]['input']>;
/** What a handler receives: the input after parsing. */
export type Parsed<N extends CallName> = z.output<Contract[N]['input']>;
export type Output<N extends CallName> =
  | NonNullable<Contract[N]['output']>
  | Extract<Contract[N]['output'], null>;

export type Handlers = {
  readonly [N in CallName]: (input: Parsed<N>) => Output<N> | Promise<Output<N>>;
};

/** What the data thread tells every window. */
export type HiwarEvent =
  | {
      readonly type: 'changed';
      readonly dossier: string;
      readonly recordTypes: readonly string[];
      readonly ids: readonly string[];
    }
  | {
      readonly type: 'verification';
      readonly dossier: string;
      readonly state: VerificationState;
      readonly code: string | null;
    }
  | { readonly type: 'library' }
  | { readonly type: 'settings' }
  | { readonly type: 'job'; readonly job: JobStatus }
  /** A running session has moved on; what it is now is asked for. */
  | {
      readonly type: 'floor';
      readonly dossier: string;
      readonly session: string;
      readonly revision: number;
    }
  /** What the room is shown, whole: the only event a page of the room hears. */
  | { readonly type: 'room.shown'; readonly shown: RoomShown }
  /** From the host itself: a menu item, a file handed to the running application, or its end. */
  | { readonly type: 'command'; readonly command: HostCommand; readonly dossier?: string };

/**
 * `show` opens the dossier it names; `stopped` says that nothing more is saved until the next start;
 * `lost` says that events were missed and everything shown must be read again.
 */
export const HOST_COMMANDS = [
  'new',
  'open',
  'sample',
  'library',
  'export',
  'settings',
  'shortcuts',
  'show',
  'stopped',
  'lost',
] as const;
export type HostCommand = (typeof HOST_COMMANDS)[number];

/** What the page holds, whichever host carries it. Expected failures are results; only bugs reject. */
export interface Bridge {
  readonly host: 'desktop' | 'browser';
  invoke<N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>>;
  subscribe(listener: (event: HiwarEvent) => void): () => void;
}

export const isCallName = (name: string): name is CallName => Object.hasOwn(contract, name);

export type { RoomCell, RoomClock, RoomShown, RoomView } from '../domain/floor/room.ts';
export type {
  FloorEntry,
  FloorItem,
  FloorNotice,
  FloorPerson,
  FloorSeat,
  FloorSpeaking,
  FloorState,
} from '../domain/floor/state.ts';
export type { DossierInfo, Download, ReadOnlyReason, RecordView, VerificationState } from './common.ts';
export type { DeficitLineage, LineageEntry, Separated, SimilarPair, Suggestions } from './duplicates.ts';
export type { ExportFormat, ExportPreview, JobStatus } from './export.ts';
export type { ImportCheck, ImportColumn, ImportDuplicate, ImportInspection } from './import.ts';
export type { LibraryEntry, RollingCopy } from './library.ts';
export type { MinutesPreview, MinutesRow, Sheet } from './minutes.ts';
export type { ProjectorState, RoomRequest } from './projector.ts';
export type { ReadBackState } from './read-back.ts';
export type { BinEntry, Conflict, ConflictHead, HistoryEntry, UndoState } from './record.ts';
export type {
  Coding,
  CodingPreview,
  JumpHit,
  LookedUp,
  Overview,
  RegisterExtra,
  RegisterFacets,
  RegisterFilter,
  RegisterMoment,
  RegisterRow,
  RegisterSort,
  RegisterWindow,
  StrategyRow,
} from './register.ts';
export type { OpeningRow, RoundPhase, RoundRow, ScoredDeficit, Stated, StatedRow } from './scoring.ts';
export type { FloorAct, PointRow, SessionRow } from './session.ts';
export type { HostInfo, Settings } from './settings.ts';
export type { TextMembers } from './texts.ts';
