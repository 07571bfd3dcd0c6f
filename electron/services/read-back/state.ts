/** What is known of a read-back: read from the ledger each time, so that a restart finds it where it stood. */

import { decisionRule } from '../../../db/projections/deficit.ts';
import { composedById, getRecordView, listRecords } from '../../../db/queries/record-view.ts';
import type { ReadBackState, RecordView } from '../../../shared/contract/index.ts';
import { CONSTITUENCIES, type Constituency } from '../../../shared/domain/codes.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { isAgreed, outcomeOf, type Positions } from '../../../shared/domain/position.ts';
import type { QuorumTaken, ReadBack, Session } from '../../../shared/domain/records/index.ts';
import { type Desk, dossierOf, type OpenedDossier } from '../desk.ts';
import { quorumNow } from '../floor/index.ts';

export const sessionRecord = (opened: OpenedDossier, session: string): Session =>
  composedById(opened.db, 'session', session).record as unknown as Session;

/** The read-back of a session that has not ended; the latest where a merge has brought a second one. */
export function openReadBack(opened: OpenedDossier, session: string): ReadBack | undefined {
  return listRecords(opened.db, 'readBack', { of: { field: 'session', id: session } })
    .map(({ record }) => record as unknown as ReadBack)
    .filter((each) => each.endedAt === undefined && each.clause !== undefined)
    .sort((a, b) => ((a.startedAt ?? '') < (b.startedAt ?? '') ? -1 : 1))
    .at(-1);
}

/** Of a session that has ended the quorum at its end: what was taken on paper is keyed in after it. */
export function quorumFor(desk: Desk, dossier: string, session: string): QuorumTaken {
  const { phase, closing } = sessionRecord(dossierOf(desk, dossier), session);
  return phase === 'closed' && closing ? closing.quorum : quorumNow(desk, dossier, session);
}

/**
 * The constituencies whose position is the answer given in this read-back: one that was recorded otherwise
 * since, or on another text, was not read back.
 */
function answeredHere(readBack: ReadBack, clause: RecordView<'clause'>): Constituency[] {
  return CONSTITUENCIES.filter((constituency) => {
    const answer = readBack.answered?.[constituency];
    const position = clause.record.position?.[constituency];
    if (!answer || !position) return false;
    return answer === 'absent'
      ? position.value === 'absent'
      : (position.readBackAt ?? '') >= (readBack.startedAt ?? '');
  });
}

export function stateOfReadBack(desk: Desk, dossier: string, readBack: ReadBack): ReadBackState {
  const opened = dossierOf(desk, dossier);
  const clause = getRecordView(opened.db, 'clause', readBack.clause as RecordId) as RecordView<'clause'>;
  const here = answeredHere(readBack, clause);
  const positions: Positions = Object.fromEntries(
    here.map((constituency) => [constituency, clause.record.position?.[constituency]]),
  );
  const outcome = outcomeOf(
    positions,
    decisionRule(opened.db),
    clause.conflicts.some((field) => field.startsWith('position.')),
  );
  const textMoved =
    (readBack.judged ?? []).join() !== clause.judged.join() ||
    clause.withdrawn ||
    clause.conflicts.some((field) => field.startsWith('body.'));
  const quorum =
    readBack.endedAt === undefined
      ? quorumFor(desk, dossier, readBack.session as string)
      : (readBack.quorum as QuorumTaken);
  return {
    readBack: readBack.id,
    clause,
    startedAt: readBack.startedAt ?? '',
    quorum,
    asked: CONSTITUENCIES.find((constituency) => !here.includes(constituency)) ?? null,
    answered: Object.fromEntries(
      here.map((constituency) => [constituency, readBack.answered?.[constituency]]),
    ),
    outcome,
    mayConfirm: here.length === CONSTITUENCIES.length && isAgreed(outcome) && quorum.met && !textMoved,
    textMoved,
  };
}
