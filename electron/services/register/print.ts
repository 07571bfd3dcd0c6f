/** The register on paper: one edition in the languages it has texts in, laid out in the job thread. */
import type { Parsed } from '../../../shared/contract/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { PapersRequest } from '../../exports/papers/request.ts';
import { contentToExport } from '../content.ts';
import { type Desk, dossierOf, verified } from '../desk.ts';
import { languagesWithText, startJob } from '../exports.ts';
import { wordingsAsked } from '../wordings.ts';

/** Refuses what every export refuses: an unproven dossier, a name in a text, a language nothing is written in. */
export function printRegister(desk: Desk, input: Parsed<'register.print'>): { jobId: string } {
  const opened = verified(dossierOf(desk, input.dossier));
  const content = contentToExport(opened.db, input.edition);
  const languages = languagesWithText(content, input.languages);
  if (languages.length === 0) throw new Refusal('export.no-language');
  const wordings = wordingsAsked(opened.db, content, input.wordings);
  const papers: PapersRequest = { kind: 'register', content, languages, wordings };
  return startJob(desk, input.dossier, 'papers', (folders, onProgress, signal) =>
    desk.runPapers({ papers, ...folders }, onProgress, signal),
  );
}
