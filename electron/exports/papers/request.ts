/** What the job thread is asked to make: no dossier reaches it, only content. Types only. */
import type { EditionContent } from '../../../shared/domain/content.ts';
import type { Lang } from '../../../shared/domain/languages.ts';
import type { MinutesContent } from '../../../shared/domain/minutes/content.ts';

export interface MinutesRequest {
  readonly kind: 'minutes';
  readonly content: MinutesContent;
  /** The restricted content of the same state. */
  readonly copy: EditionContent;
  readonly formats: readonly ('pdf' | 'docx')[];
  readonly languages: readonly Lang[];
  /** Whether the package of the copy is made beside them. */
  readonly withCopy: boolean;
}

export type PapersRequest = MinutesRequest;
