/** The workbook of an edition in one language. */
import type { EditionContent } from '../../../shared/domain/content.ts';
import { directionOf, type Lang } from '../../../shared/domain/languages.ts';
import { clauses, deficits, evidence, positions } from './diagnosis-sheets.ts';
import { participation, readMe } from './people-sheets.ts';
import { causes, norms, scores } from './reasons-sheets.ts';
import { actions, costs, strategies } from './strategy-sheets.ts';
import { wordsOf } from './words.ts';
import { writeWorkbook } from './xlsx.ts';

export function buildWorkbook(content: EditionContent, lang: Lang): Promise<Uint8Array> {
  const words = wordsOf(content, lang);
  const { say, text } = words;
  return writeWorkbook({
    title: text(content.dossier.title),
    isRightToLeft: directionOf(lang) === 'rtl',
    day: content.asOf,
    banner: [
      ...(content.draft ? [say('mark.draft')] : []),
      ...(content.illustrative ? [say('mark.illustrative')] : []),
      say('mark.notice'),
    ],
    sheets: [
      readMe,
      deficits,
      positions,
      clauses,
      evidence,
      causes,
      norms,
      scores,
      strategies,
      actions,
      costs,
      participation,
    ].map((make) => make(words)),
  });
}
