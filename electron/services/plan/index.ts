/** Sessions and their plans. */
import { randomUUID } from 'node:crypto';
import type { Draft } from '../../../db/ledger/append.ts';
import { composedById, listRecords } from '../../../db/queries/record-view.ts';
import { sessionRows } from '../../../db/queries/session-list.ts';
import type { Handlers, Parsed } from '../../../shared/contract/index.ts';
import { TEMPLATES } from '../../../shared/domain/floor/templates.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { RecordOf } from '../../../shared/domain/records/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import { type Desk, dossierOf, type OpenedDossier, writable, writeStep } from '../desk.ts';
import { flatten } from '../records.ts';

/** Between neighbours, so that an item moved between two others is one change of one record. */
const ORDER_STEP = 1000;

export function planHandlers(desk: Desk): Pick<Handlers, 'session.list' | 'session.plan'> {
  return {
    'session.list': ({ dossier }) => sessionRows(dossierOf(desk, dossier).db, desk.now()),
    'session.plan': (input) => fillPlan(desk, input),
  };
}

type Members = { readonly [name: string]: unknown };

/**
 * Fills an empty agenda, and the time the session begins where none is set: one step. Refuses with `record.exists`
 * where there is an agenda already, with `floor.closed` where the session has ended.
 */
function fillPlan(desk: Desk, input: Parsed<'session.plan'>): { items: string[] } {
  const opened = writable(desk, input.dossier);
  const session = composedById(opened.db, 'session', input.session).record as RecordOf<'session'> & {
    withdrawn?: boolean;
  };
  if (session.withdrawn) throw new Refusal('record.withdrawn');
  if (session.phase === 'closed') throw new Refusal('floor.closed');
  if (agendaOf(opened, input.session).length > 0) throw new Refusal('record.exists');
  const { startTime, items } = source(opened, input);
  const drafts = items.map(
    (members, at): Draft => ({
      recordType: 'agendaItem',
      recordId: randomUUID() as RecordId,
      set: flatten(opened, 'agendaItem', undefined, {
        session: input.session,
        order: (at + 1) * ORDER_STEP,
        ...members,
      }),
      intent: 'create',
    }),
  );
  if (startTime !== undefined && session.startTime === undefined)
    drafts.push({ recordType: 'session', recordId: input.session, set: { startTime }, intent: 'edit' });
  if (drafts.length > 0) writeStep(desk, opened, 'plan', drafts);
  return {
    items: drafts.flatMap(({ recordType, recordId }) => (recordType === 'agendaItem' ? [recordId] : [])),
  };
}

const agendaOf = (opened: OpenedDossier, session: string) =>
  listRecords(opened.db, 'agendaItem', { of: { field: 'session', id: session } });

function source(
  opened: OpenedDossier,
  input: Parsed<'session.plan'>,
): { startTime: string | undefined; items: Members[] } {
  if (input.template !== undefined) {
    const template = TEMPLATES.find(({ id }) => id === input.template);
    if (!template) throw new Refusal('input.invalid', { path: 'template' });
    const titles = new Map(input.titles.map(({ key, title }) => [key, title]));
    return {
      startTime: template.startTime,
      items: template.items.map(({ kind, key, minutes }) => ({
        kind,
        minutes,
        title: titles.get(key) ?? {},
      })),
    };
  }
  if (input.from === undefined || input.from === input.session)
    throw new Refusal('input.invalid', { path: 'from' });
  const like = composedById(opened.db, 'session', input.from).record as RecordOf<'session'>;
  return {
    startTime: like.startTime,
    // The shape of the day: notes and what was on the table belong to the day they were written for.
    items: agendaOf(opened, input.from).map(({ record }) => {
      const { kind, title, minutes } = record as RecordOf<'agendaItem'>;
      return {
        ...(kind && { kind }),
        ...(title && { title }),
        ...(minutes !== undefined && { minutes }),
      };
    }),
  };
}
