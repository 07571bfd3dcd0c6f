import { beforeEach, describe, expect, test } from 'vitest';
import { listRecords } from '../../../db/queries/record-view.ts';
import { TEMPLATES } from '../../../shared/domain/floor/templates.ts';
import type { RecordOf } from '../../../shared/domain/records/index.ts';
import { deskOf } from '../../../tests/fixtures/desk-of.ts';
import {
  create,
  DOSSIER,
  edit,
  idOf,
  memoryReplica,
  type Replica,
} from '../../../tests/fixtures/dossiers.ts';
import type { OpenedDossier } from '../desk.ts';
import { planHandlers } from './index.ts';

const session = idOf('a session');
const other = idOf('another session');
const AT = Date.UTC(2026, 2, 4, 8);
let here: Replica;
let now: number;
let steps: OpenedDossier['undo'];
let handlers: ReturnType<typeof planHandlers>;

beforeEach(() => {
  now = AT;
  here = memoryReplica('here', () => now);
  const made = deskOf(here, () => now);
  steps = made.steps;
  handlers = planHandlers(made.desk);
  create(here, 'session', session, { title: { en: 'First plenary' } });
});

const agenda = (of: string): RecordOf<'agendaItem'>[] =>
  listRecords(here.db, 'agendaItem', { of: { field: 'session', id: of } }).map(
    ({ record }) => record as RecordOf<'agendaItem'>,
  );
const rows = () => handlers['session.list']({ dossier: DOSSIER } as never) as never;
const row = (id: string) =>
  (rows() as { id: string; [member: string]: unknown }[]).find((one) => one.id === id);
const plan = (input: object) =>
  handlers['session.plan']({ dossier: DOSSIER, session, titles: [], ...input } as never);

describe('a plan', () => {
  test('is filled from a template in one step, with the time it begins', () => {
    plan({ template: 'plenary-day', titles: [{ key: 'opening', title: { en: 'Opening' } }] });
    const [template] = TEMPLATES;
    const items = agenda(session);
    expect(items.map(({ minutes }) => minutes)).toEqual(template?.items.map(({ minutes }) => minutes));
    expect(items[0]).toMatchObject({ kind: 'item', title: { en: { text: 'Opening' } }, order: 1000 });
    expect(items.filter(({ kind }) => kind === 'prayer')).toHaveLength(2);
    expect(row(session)).toMatchObject({ startTime: '09:00', items: 7, minutes: 480 });
    expect(steps).toHaveLength(1);
  });

  test('like another session takes its shape, not its notes and not what was on the table', () => {
    create(here, 'session', other, { startTime: '10:30' });
    create(here, 'agendaItem', idOf('item'), {
      session: other,
      order: 1,
      kind: 'meal',
      title: { ar: 'غداء' },
      minutes: 45,
      notes: { ar: 'ملاحظة' },
      deficits: [idOf('a deficit')],
    });
    plan({ from: other });
    const [item] = agenda(session);
    expect(item).toMatchObject({ kind: 'meal', minutes: 45, title: { ar: { text: 'غداء' } } });
    expect(item?.notes).toBeUndefined();
    expect(item?.deficits).toBeUndefined();
    expect(row(session)).toMatchObject({ startTime: '10:30' });
  });

  test('is never laid over one that is there, and never under a session that has ended', () => {
    plan({ template: 'breakout' });
    expect(() => plan({ template: 'breakout' })).toThrow('record.exists');
    create(here, 'session', other, { phase: 'closed' });
    expect(() => plan({ session: other, template: 'breakout' })).toThrow('floor.closed');
    expect(() => plan({ session: idOf('nothing'), template: 'breakout' })).toThrow('record.missing');
  });

  test('of no known template is refused', () => {
    expect(() => plan({ template: 'a-week' })).toThrow('input.invalid');
    expect(() => plan({ from: session })).toThrow('input.invalid');
  });
});

describe('the list of sessions', () => {
  test('shows the stricter of the level of the session and that of the mandate', () => {
    expect(row(session)).toMatchObject({ level: 'group', kind: 'plenary', phase: 'planned' });
    edit(here, 'session', session, { attribution: 'named' });
    expect(row(session)).toMatchObject({ level: 'named' });
    create(here, 'dossier', DOSSIER, { attribution: 'organization' });
    expect(row(session)).toMatchObject({ level: 'organization' });
    edit(here, 'session', session, { attribution: 'none' });
    expect(row(session)).toMatchObject({ level: 'none' });
  });

  test('counts points, and decisions only where a read-back confirmed them', () => {
    create(here, 'point', idOf('a point'), { session, kind: 'point', body: { en: 'Heard.' } });
    create(here, 'readBack', idOf('first'), { session, ruling: 'confirmed' });
    create(here, 'readBack', idOf('second'), { session, ruling: 'deferred' });
    create(here, 'readBack', idOf('third'), { session });
    expect(row(session)).toMatchObject({ points: 1, decisions: 1 });
  });

  test('says which session was left open: four hours without a change, or another day', () => {
    edit(here, 'session', session, { phase: 'open', utcOffset: 180 });
    now += 3.9 * 3_600_000;
    expect(row(session)).toMatchObject({ isLeftOpen: false });
    now += 0.2 * 3_600_000;
    expect(row(session)).toMatchObject({ isLeftOpen: true });
    create(here, 'turn', idOf('a turn'), { session, order: 1 });
    expect(row(session)).toMatchObject({ isLeftOpen: false });
    // 12:06 UTC is 15:06 there; midnight there is 21:00 UTC.
    now = Date.UTC(2026, 2, 4, 20, 55);
    create(here, 'turn', idOf('a later turn'), { session, order: 2 });
    now = Date.UTC(2026, 2, 4, 21, 5);
    expect(row(session)).toMatchObject({ isLeftOpen: true });
    edit(here, 'session', session, { phase: 'closed' });
    expect(row(session)).toMatchObject({ isLeftOpen: false });
  });
});
