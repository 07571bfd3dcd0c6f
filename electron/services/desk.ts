/** Everything a service may use: passed in, so that each can be tested without a window, a thread or a clock. */

import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import { type Acting, append, type Draft } from '../../db/ledger/append.ts';
import { inLedger } from '../../db/ledger/transaction.ts';
import { getMeta, requireMeta } from '../../db/meta.ts';
import type { OpenDossier } from '../../db/open.ts';
import type { Db } from '../../db/statements.ts';
import type { ExportFormat, HiwarEvent, VerificationState } from '../../shared/contract/index.ts';
import type { Change } from '../../shared/domain/change.ts';
import type { EditionContent } from '../../shared/domain/content.ts';
import type { LeftOutWordings } from '../../shared/domain/duplicates/left-out.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/languages.ts';
import type { Result } from '../../shared/errors.ts';
import { Refusal } from '../../shared/errors.ts';
import type { TableReader } from '../imports/read-table.ts';

export interface Desk {
  readonly host: 'desktop' | 'browser' | 'cli';
  readonly folder: string;
  readonly transferFolder: string;
  /** Built programs and assets lie under this folder (`out/`). */
  readonly outFolder: string;
  readonly now: () => number;
  /** Milliseconds of a clock that never goes back and that nobody sets. */
  readonly mono: () => number;
  readonly emit: (event: HiwarEvent) => void;
  readonly runExport: ExportRunner;
  readonly runPapers: PapersRunner;
  /** Reads tables of strangers in a thread of its own; here, where there is none. */
  readonly readTable?: TableReader;
  readonly open: Map<string, OpenedDossier>;
}

export interface ExportJob {
  readonly content: EditionContent;
  readonly languages: readonly Lang[];
  readonly formats: readonly ExportFormat[];
  /** Where the report is to print what its wordings came from. */
  readonly wordings?: LeftOutWordings | undefined;
  readonly outDir: string;
  readonly assetsDir: string;
}
export interface ExportedFile {
  readonly path: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}
/** Carries an export out in a thread of its own; aborting ends it and leaves no half-written file. */
export type ExportRunner = (
  job: ExportJob,
  onProgress: (progress: { done: number; total: number; step: string }) => void,
  signal: AbortSignal,
) => Promise<Result<readonly ExportedFile[]>>;

/** Minutes and sheets of a session, laid out in the same thread as exports. `papers` is what `papers-job` reads. */
export interface PapersJob {
  readonly papers: unknown;
  readonly outDir: string;
  readonly assetsDir: string;
}
export type PapersRunner = (
  job: PapersJob,
  onProgress: (progress: { done: number; total: number; step: string }) => void,
  signal: AbortSignal,
) => Promise<Result<readonly ExportedFile[]>>;

export interface OpenedDossier extends OpenDossier {
  readonly id: string;
  readonly acting: Acting;
  verification: VerificationState;
  /** What failed, as a code; shown beside the way back. */
  damage: string | null;
  /** Groups of this person's steps since the dossier was opened, newest last. */
  readonly undo: Step[];
  readonly redo: Step[];
  cancelVerification: () => void;
  /** Makes this person known in the dossier, once, before the first change; opening alone writes nothing. */
  introduce: (() => void) | null;
  /** A step of thousands of records that is being written: until it has ended nothing else may write. */
  long?: { readonly ended: Promise<void>; readonly abandon: () => void } | undefined;
}

export interface Step {
  readonly group: string;
  readonly type: string;
  readonly kind: string;
  /** It wrote thousands of changes and is undone as it was written: slice by slice. */
  readonly isLong?: true;
}

export const fileNameOf = (opened: OpenDossier): string => basename(opened.file);
export const copiesFolder = (desk: Desk, dossier: string): string => join(desk.folder, 'copies', dossier);

export function dossierOf(desk: Desk, dossier: string): OpenedDossier {
  const opened = desk.open.get(dossier);
  if (!opened) throw new Refusal('dossier.not-open');
  return opened;
}

/** Where writing is allowed: not in what was derived from a package, not in what failed its verification. */
export function writable(desk: Desk, dossier: string): OpenedDossier {
  const opened = dossierOf(desk, dossier);
  if (opened.verification === 'failed') throw new Refusal('dossier.damaged');
  if (getMeta(opened.db, 'derivedFrom') !== undefined) throw new Refusal('dossier.read-only');
  return opened;
}

/** Export, merge and hand-over wait for the proof behind the rows. */
export function verified(opened: OpenedDossier): OpenedDossier {
  if (opened.verification === 'pending') throw new Refusal('dossier.unverified');
  if (opened.verification === 'failed') throw new Refusal('dossier.damaged');
  return opened;
}

/**
 * One user step: written in one transaction, kept for undo unless `quiet`, announced to every window. `also` is
 * written in the same transaction, beside the ledger. `at` is the wall time it bears where that of now would say too
 * much.
 */
export function writeStep(
  desk: Desk,
  opened: OpenedDossier,
  kind: string,
  drafts: readonly Draft[],
  options: {
    readonly quiet?: boolean;
    readonly also?: () => void;
    readonly at?: number;
    /** Written before the step, in its transaction, and not undone with it: no resolution is. */
    readonly gather?: readonly Draft[];
  } = {},
): Change[] {
  opened.introduce?.();
  opened.introduce = null;
  const group = randomUUID();
  const { at } = options;
  const acting = at === undefined ? opened.acting : { ...opened.acting, now: () => at };
  const { gathered, written } = inLedger(opened.db, () => {
    const both = {
      gathered: append(opened.db, acting, options.gather ?? []),
      written: append(opened.db, acting, drafts, group),
    };
    options.also?.();
    return both;
  });
  const changes = [...gathered, ...written];
  if (changes.length > 0) {
    if (!options.quiet && written.length > 0) {
      opened.undo.push({ group, type: drafts[0]?.recordType ?? '', kind });
      opened.redo.length = 0;
    }
    announce(desk, opened, changes);
  }
  return changes;
}

export function announce(desk: Desk, opened: OpenedDossier, changes: readonly Change[]): void {
  desk.emit({
    type: 'changed',
    dossier: opened.id,
    recordTypes: [...new Set(changes.map((change) => change.recordType))],
    ids: [...new Set(changes.map((change) => change.recordId as string))].slice(0, 200),
  });
}

export const deviceOf = (db: Db): RecordId => requireMeta(db, 'device') as RecordId;
