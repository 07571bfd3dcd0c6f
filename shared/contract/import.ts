import { z } from 'zod';
import { IsoDate, RecordId } from '../domain/ids.ts';
import type { Encoding, Separator } from '../domain/import/constants.ts';
import {
  ENCODINGS,
  IMPORT_KINDS,
  type ImportKind,
  type Problem,
  type ProblemCode,
  SEPARATORS,
  TARGETS,
  type Target,
} from '../domain/import/constants.ts';
import type { Lang } from '../domain/languages.ts';
import { call } from './call.ts';
import { DossierRef, Language, UploadId } from './common.ts';

/** A column of the file, from 0, with what it seems to hold. */
export interface ImportColumn {
  readonly header: string;
  readonly target: Target | null;
  readonly lang: Lang | null;
  /** The first texts of it that are not empty. */
  readonly samples: readonly string[];
  /** Its header stands in an earlier column too. */
  readonly isRepeated: boolean;
}

export interface ImportInspection {
  readonly format: 'xlsx' | 'csv' | 'json';
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean }[];
  readonly sheet: number;
  readonly encoding: Encoding | null;
  readonly separator: Separator | null;
  readonly kind: ImportKind;
  /** The row that names the columns, as spreadsheets count: from 1. */
  readonly headerRow: number;
  /** Rows below it that are not empty. */
  readonly rows: number;
  readonly columns: readonly ImportColumn[];
  /** The language most of the texts are in. */
  readonly lang: Lang;
  /** The first rows below the header, as long as there are columns. */
  readonly sample: readonly { readonly row: number; readonly texts: readonly string[] }[];
  /** Some text could not be decoded: another encoding is to be tried. */
  readonly isUndecodable: boolean;
}

/** A row that is in the dossier, or in the file above it, already. */
export interface ImportDuplicate {
  readonly row: number;
  readonly label: string;
  /** The row of the file it repeats; null where it is in the dossier. */
  readonly ofRow: number | null;
  /** The number of the deficit in the dossier it is like, where that has one. */
  readonly ofNumber: string | null;
  /** It waits for a person too: taken without what holds it, or not at all. */
  readonly isHeld: boolean;
}

export interface ImportCheck {
  readonly checkId: string;
  /** Rows below the header that are not empty; each is one of ready, faulty, held, duplicates and beside. */
  readonly rows: number;
  readonly ready: number;
  readonly faulty: number;
  /** They wait for a person: marks are hidden in their texts, or a ground is not asked about. Nothing else is wrong. */
  readonly held: number;
  readonly duplicates: number;
  /** So many of the duplicates wait for that as well. */
  readonly heldDuplicates: number;
  /** Of another country, or of an instrument that no deficit names. */
  readonly beside: number;
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  readonly byCode: { readonly [C in ProblemCode]?: number };
  readonly repeated: readonly ImportDuplicate[];
}

const Source = DossierRef.extend({
  uploadId: UploadId,
  sheet: z.int().min(0).max(1000).optional(),
  encoding: z.enum(ENCODINGS).optional(),
  separator: z.enum(SEPARATORS).optional(),
  /** From 1. */
  headerRow: z.int().min(1).max(20_000).optional(),
});
const AnyTarget = z.enum([...new Set(Object.values(TARGETS).flat())] as [Target, ...Target[]]);

export const importCalls = {
  /** What the file seems to be. Writes nothing. Refuses with the codes of `import`. */
  'import.inspect': call<ImportInspection>()(Source.extend({ kind: z.enum(IMPORT_KINDS).optional() })),
  /**
   * Reads every row as it would be imported and says what is wrong, by row and column. Writes nothing; a second check
   * of a dossier takes the place of the first. `input.invalid` where a column is missing without which the table says
   * nothing, or two columns claim one place.
   */
  'import.check': call<ImportCheck>()(
    Source.extend({
      kind: z.enum(IMPORT_KINDS),
      columns: z.array(z.object({ target: AnyTarget.nullable(), lang: Language.nullable() })).max(200),
      lang: Language,
      /** Evidence of a table that names no deficits is all of this one. */
      deficit: RecordId.optional(),
      /** The day the figures or statuses were taken from their source. */
      vintage: IsoDate.optional(),
      /** Leave out rows of evidence whose reference area is not the dossier's country. */
      ownCountry: z.boolean().optional(),
    }),
  ),
  /**
   * Writes what was checked: all of it as one step, or nothing. A job of kind `import`, followed by `export.status` and
   * ended by `export.cancel`. Rows with faults stay out. `import.stale` where the check is not held.
   */
  'import.start': call<{ jobId: string }>()(
    DossierRef.extend({
      checkId: z.uuid(),
      duplicates: z.enum(['skip', 'import']),
      /** Rows that go the other way than `duplicates` says. */
      except: z.array(z.int().min(1)).max(20_000),
      /** Import the rows that wait for it, without hidden marks and without grounds that are not asked. */
      withoutHeld: z.boolean(),
    }),
  ),
} as const;
