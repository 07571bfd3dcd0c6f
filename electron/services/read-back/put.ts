/** Makes the clause of what was proposed in the room, so that it can be read back. */
import { randomUUID } from 'node:crypto';
import type { Draft } from '../../../db/ledger/append.ts';
import { composedById, getRecordView } from '../../../db/queries/record-view.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { Confidentiality } from '../../../shared/domain/codes.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { AgendaItem, Point } from '../../../shared/domain/records/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import { type Desk, type OpenedDossier, writable, writeStep } from '../desk.ts';
import { draftOfCreate } from '../records.ts';
import { sessionRecord } from './state.ts';

/** Levels that the clause of a point keeps; what is made in the room is the secretariat's otherwise. */
const KEPT: readonly (Confidentiality | undefined)[] = ['participants', 'embargoed'];

/** A point that has its clause keeps it: the same act twice makes one clause. */
export function put(desk: Desk, input: Parsed<'readBack.put'>): { clause: string } {
  const opened = writable(desk, input.dossier);
  if (sessionRecord(opened, input.session).kind === 'caucus') throw new Refusal('session.caucus');
  const point = input.point && pointOf(opened, input.point);
  if (point && point.session !== input.session) throw new Refusal('record.missing');
  if (input.clause) composedById(opened.db, 'clause', input.clause);
  const known = input.clause ?? (point ? point.clause : undefined);
  if (known) {
    if (point && point.clause !== known)
      writeStep(desk, opened, 'edit', [linkOf(point.id, known as RecordId)]);
    return { clause: known };
  }

  const body = input.body ?? (point ? point.body : undefined);
  if (!body || Object.values(body).every((entry) => !entry))
    throw new Refusal('input.invalid', { path: 'body' });
  const id = randomUUID() as RecordId;
  const subject = point && (point.deficit ?? firstDeficit(opened, point.item));
  const create = draftOfCreate(opened, 'clause', id, {
    body,
    session: input.session,
    ...(subject ? { subject } : {}),
    confidentiality: point && KEPT.includes(point.confidentiality) ? point.confidentiality : 'secretariat',
  });
  writeStep(desk, opened, 'create', point ? [create, linkOf(point.id, id)] : [create]);
  return { clause: id };
}

function pointOf(opened: OpenedDossier, id: RecordId): Point {
  const view = getRecordView(opened.db, 'point', id);
  const point = view.record as Point;
  if (view.withdrawn) throw new Refusal('record.withdrawn');
  // What belongs to one group alone is not put to the three.
  if (point.confidentiality === 'group-internal') throw new Refusal('projector.not-for-the-room');
  return point;
}

const linkOf = (point: RecordId, clause: RecordId): Draft => ({
  recordType: 'point',
  recordId: point,
  set: { clause },
  intent: 'edit',
});

function firstDeficit(opened: OpenedDossier, item: string | undefined): string | undefined {
  if (!item) return undefined;
  return (composedById(opened.db, 'agendaItem', item).record as unknown as AgendaItem).deficits?.[0];
}
