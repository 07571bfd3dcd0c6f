/** Sheets of a session to be filled in by hand: printed before it, and kept at hand for when the power fails. */
import { composedById, listRecords } from '../../../db/queries/record-view.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { AgendaItem, Clause, Dossier, Session } from '../../../shared/domain/records/index.ts';
import { prettyJson, sha256, utf8 } from '../../exports/bytes.ts';
import { type PapersRequest, SINGLE_SHEETS } from '../../exports/papers/request.ts';
import { type Desk, dossierOf } from '../desk.ts';
import { startJob } from '../exports.ts';

/** Rows of a sign-in sheet that fit its page. */
const ROWS = 20;

/** The facilitator's notes, people and everything not put to the room stay out of it. */
export function makeSheets(desk: Desk, input: Parsed<'papers.make'>): { jobId: string } {
  const { db } = dossierOf(desk, input.dossier);
  const dossier = composedById(db, 'dossier', input.dossier).record as Dossier;
  const session = composedById(db, 'session', input.session).record as Session;
  const agenda = listRecords(db, 'agendaItem', { of: { field: 'session', id: input.session } }).map(
    ({ record }) => record as AgendaItem,
  );
  const clause =
    input.clause === undefined ? null : (composedById(db, 'clause', input.clause).record as Clause);
  const papers: PapersRequest = {
    kind: 'sheets',
    sheets: SINGLE_SHEETS.filter((sheet) => input.sheets.includes('set') || input.sheets.includes(sheet)),
    languages: input.languages,
    rows: input.rows ?? ROWS,
    day: session.start ?? (typeof dossier.start === 'string' ? dossier.start : '2000-01-01'),
    country: typeof dossier.country === 'string' ? dossier.country : null,
    illustrative: dossier.illustrative === true,
    authentic: dossier.authenticLanguage ?? null,
    title: dossier.title ?? {},
    constituencyLabels: dossier.constituencyLabels ?? {},
    session: {
      id: session.id,
      title: session.title ?? {},
      start: session.start ?? null,
      startTime: session.startTime ?? null,
    },
    agenda: agenda.map((item) => ({
      id: item.id,
      kind: item.kind ?? 'item',
      title: item.title ?? {},
      minutes: item.minutes ?? 0,
    })),
    clause: clause && {
      number: clause.number ?? '',
      body: clause.body ?? {},
      fingerprint: sha256(utf8(prettyJson(clause.body ?? {}))),
    },
  };
  return startJob(desk, input.dossier, 'papers', (folders, onProgress, signal) =>
    desk.runPapers({ papers, ...folders }, onProgress, signal),
  );
}
