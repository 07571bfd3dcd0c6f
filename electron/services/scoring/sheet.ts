/** The sheet of paper on which one person scores a round, for those who do not come to the screen. */
import { composedById } from '../../../db/queries/record-view.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { Deficit, Dossier } from '../../../shared/domain/records/index.ts';
import type { PapersRequest } from '../../exports/papers/request.ts';
import { type Desk, dossierOf } from '../desk.ts';
import { startJob } from '../exports.ts';
import { roundOf } from './rounds.ts';

export function makeScoringSheet(desk: Desk, input: Parsed<'scoring.sheet'>): { jobId: string } {
  const { db } = dossierOf(desk, input.dossier);
  const dossier = composedById(db, 'dossier', input.dossier).record as Dossier;
  const { round, deficits: scored, criteria } = roundOf(db, input.round);
  const day =
    round.fixedAt?.slice(0, 10) ?? (typeof dossier.start === 'string' ? dossier.start : '2000-01-01');
  const deficits = scored
    .map((id) => composedById(db, 'deficit', id).record as Deficit)
    .map(({ number, title }) => ({ number: number ?? '', title: title ?? {} }))
    .sort((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }));
  const papers: PapersRequest = {
    kind: 'sheets',
    sheets: ['scoring'],
    languages: input.languages,
    rows: 0,
    day,
    country: typeof dossier.country === 'string' ? dossier.country : null,
    illustrative: dossier.illustrative === true,
    authentic: dossier.authenticLanguage ?? null,
    title: dossier.title ?? {},
    constituencyLabels: dossier.constituencyLabels ?? {},
    session: { id: round.id, title: round.title ?? {}, start: null, startTime: null },
    agenda: [],
    clause: null,
    scoring: {
      number: round.number ?? '',
      criteria: criteria,
      deficits,
    },
  };
  return startJob(desk, input.dossier, 'papers', (folders, onProgress, signal) =>
    desk.runPapers({ papers, ...folders }, onProgress, signal),
  );
}
