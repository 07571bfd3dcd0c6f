import type { DossierInfo, ExportPreview } from '../../../shared/contract/index.ts';
import type { Lang } from '../../../shared/domain/languages.ts';

/** Nothing is written in this language yet: a report in it would be empty. */
export const hasNoText = (
  lang: Lang,
  { title }: Pick<DossierInfo, 'title'>,
  preview: Pick<ExportPreview, 'untranslated' | 'holds'> | undefined,
): boolean =>
  title[lang] === undefined &&
  preview !== undefined &&
  (preview.untranslated[lang] ?? 0) >= (preview.holds.deficit ?? 0);
