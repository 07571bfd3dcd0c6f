import { z } from 'zod';
import { Country } from '../domain/codes.ts';
import { RecordId } from '../domain/ids.ts';
import { LANGS, type Labels } from '../domain/languages.ts';
import { call } from './call.ts';
import { type DossierInfo, DossierRef, type Download, UploadId } from './common.ts';

export interface LibraryEntry {
  readonly dossier: string;
  readonly fileName: string;
  readonly title: Labels;
  readonly country: string | null;
  readonly illustrative: boolean;
  readonly openedAt: string;
  readonly size: number;
  /** The file is no longer where it was. */
  readonly missing: boolean;
  readonly open: boolean;
  readonly derived: boolean;
  readonly copies: number;
}

/** A verified rolling copy: opened, integrity-checked, its version id equal to the original's when it was made. */
export interface RollingCopy {
  readonly copyId: string;
  readonly madeAt: string;
  readonly size: number;
  readonly versionId: string;
}

const Titles = z.object({
  ar: z.string().max(300).optional(),
  en: z.string().max(300).optional(),
  fr: z.string().max(300).optional(),
  es: z.string().max(300).optional(),
});

export const libraryCalls = {
  'library.list': call<{ entries: LibraryEntry[]; folder: string }>()(z.object({})),
  'library.create': call<DossierInfo>()(
    z.object({
      title: Titles.refine((t) => LANGS.some((lang) => t[lang]?.trim()), 'a title'),
      country: Country.nullable(),
      languages: z.array(z.enum(LANGS)).min(1),
    }),
  ),
  /** Opens the illustrative sample, making it in the data folder at first. */
  'library.openDemo': call<DossierInfo>()(z.object({})),
  'library.open': call<DossierInfo>()(
    z.union([
      z.object({ dossier: RecordId }),
      z.object({ uploadId: UploadId }),
      z.object({ path: z.string().min(1).max(4096) }),
    ]),
  ),
  'library.close': call<null>()(DossierRef),
  /** Takes an entry off the list; the file stays where it is. */
  'library.forget': call<null>()(DossierRef),
  'library.copies': call<RollingCopy[]>()(DossierRef),
  /** Opens a rolling copy beside the original, which is kept under another name and never overwritten. */
  'library.restore': call<DossierInfo>()(
    z.object({ dossier: RecordId, copyId: z.string().regex(/^[0-9TZ-]{10,40}$/) }),
  ),
  'library.importPackage': call<DossierInfo>()(z.object({ uploadId: UploadId })),
  /** A copy to hand over: section main only, a device id and letter of its own. */
  'library.handOver': call<Download>()(DossierRef),
  'library.merge': call<{ added: number; known: number; conflicts: number; gaps: number }>()(
    z.object({ dossier: RecordId, uploadId: UploadId }),
  ),
} as const;
