import { z } from 'zod';
import { EDITIONS } from '../domain/content.ts';
import { RecordId } from '../domain/ids.ts';
import { LANGS } from '../domain/languages.ts';
import type { AppError } from '../errors.ts';
import { call } from './call.ts';
import { DossierRef, type Download, UploadId } from './common.ts';

export const EXPORT_FORMATS = ['package', 'pdf', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportPreview {
  readonly edition: string;
  readonly draft: boolean;
  readonly versionId: string;
  /** Records this edition holds and those it leaves out, by type. */
  readonly holds: { readonly [type: string]: number };
  readonly leftOut: { readonly [type: string]: number };
  readonly reservations: number;
  /** Deficits with no text in a chosen language, by language: the report prints them in another one. */
  readonly untranslated: { readonly [lang: string]: number };
  /** Fields a comparable package needs and how many records lack them. */
  readonly missing: { readonly [field: string]: number };
}

export interface JobStatus {
  readonly jobId: string;
  readonly dossier: string;
  /** `papers`: minutes and sheets of a session. `import`: a table on its way in; it makes no files. */
  readonly kind: 'export' | 'papers' | 'import';
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  readonly step: string;
  readonly done: number;
  readonly total: number;
  readonly files: readonly (Download & { readonly sha256: string })[];
  readonly error: AppError | null;
}

const Languages = z.array(z.enum(LANGS)).min(1).max(4);

export const exportCalls = {
  'export.preview': call<ExportPreview>()(
    DossierRef.extend({ edition: z.enum(EDITIONS), languages: Languages }),
  ),
  /** The internal edition never leaves by this action: refused with `export.internal-edition`. */
  'export.start': call<{ jobId: string }>()(
    DossierRef.extend({
      edition: z.enum(EDITIONS),
      languages: Languages,
      formats: z.array(z.enum(EXPORT_FORMATS)).min(1),
      /** In the report, under each joined or split deficit, the wordings it came from. The package stays as it is. */
      wordings: z.boolean().optional(),
    }),
  ),
  'export.status': call<JobStatus>()(z.object({ jobId: z.uuid() })),
  'export.cancel': call<null>()(z.object({ jobId: z.uuid() })),
  'attachment.add': call<{ id: string }>()(
    DossierRef.extend({ uploadId: UploadId, evidence: RecordId.optional() }),
  ),
  'attachment.download': call<Download>()(DossierRef.extend({ id: RecordId })),
} as const;
