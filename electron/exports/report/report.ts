/** One report of an edition: content and language in, the bytes of a PDF out. */
import type { EditionContent } from '../../../shared/domain/content.ts';
import type { LeftOutWordings } from '../../../shared/domain/duplicates/left-out.ts';
import type { Lang } from '../../../shared/domain/languages.ts';
import type { PdfEngine } from './pdf-engine.ts';
import { reportView } from './view/index.ts';

export const renderReport = (
  content: EditionContent,
  lang: Lang,
  engine: PdfEngine,
  wordings?: LeftOutWordings,
): Promise<Uint8Array> => engine.render(reportView(content, lang, wordings));
