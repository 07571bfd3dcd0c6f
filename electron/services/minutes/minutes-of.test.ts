import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../../../db/queries/snapshot.ts';
import { ATTRIBUTIONS, type Attribution } from '../../../shared/domain/codes.ts';
import { editionOf } from '../../../shared/domain/edition.ts';
import type { MinutesContent, MinutesPhase } from '../../../shared/domain/minutes/content.ts';
import { minutesOf } from '../../../shared/domain/minutes/minutes-of.ts';
import { DOSSIER, edit, idOf, memoryReplica, type Replica } from '../../../tests/fixtures/dossiers.ts';
import { FIRST_DRAFT, HELD, holdSession, PLANTED } from '../../../tests/fixtures/room/held-session.ts';

function held(level: Attribution): Replica {
  const replica = memoryReplica();
  holdSession(replica, DOSSIER, { level });
  return replica;
}

function minutes(replica: Replica, level: Attribution, phase: MinutesPhase = 'draft'): MinutesContent {
  const snapshot = snapshotOf(replica.db);
  return minutesOf(snapshot, HELD.session, editionOf(snapshot, 'restricted', {}), {
    ...FIRST_DRAFT,
    level,
    phase,
  });
}
const ids = (entries: MinutesContent['decisions']): string[] => entries.map(({ clause }) => clause.id);

describe('[room] minutes', () => {
  it('hold a decision only where a clause was read back with a quorum, confirmed, and stands as it was read', () => {
    const content = minutes(held('group'), 'group');
    expect(ids(content.decisions)).toEqual([HELD.agreed, HELD.reserved]);
    expect(ids(content.undecided)).toEqual([HELD.silent, HELD.refused]);
    expect(ids(content.heardWithoutQuorum)).toEqual([HELD.noQuorum]);
    for (const { quorum } of content.decisions) expect(quorum.met).toBe(true);
    expect(content.notPut.map(({ number }) => number)).toEqual(['006']);
  });

  it('say what the quorum was at the opening as well as at the close', () => {
    const content = minutes(held('none'), 'none');
    expect(content.openingQuorum).toMatchObject({ met: false, seats: { E: { present: 1, entitled: 4 } } });
    expect(content.quorum).toMatchObject({ met: true });
  });

  it('keep every reservation with its position', () => {
    const { decisions, undecided } = minutes(held('group'), 'group');
    expect(decisions[1]?.clause.positions.E).toMatchObject({
      value: 'agree-with-reservation',
      reservation: { en: { text: expect.stringContaining('the whole cost') } },
    });
    expect(undecided[1]?.clause.positions.E).toMatchObject({ value: 'does-not-agree', reservation: {} });
    expect(undecided[0]?.clause.positions.E).toMatchObject({ value: 'no-position', silent: true });
    expect(undecided[0]?.clause.outcome).toBe('awaiting');
  });

  it('take a decision back where its text was changed after it was read', () => {
    const replica = held('group');
    edit(replica, 'clause', HELD.agreed, { body: { en: { text: 'Another text.', status: 'checked' } } });
    const content = minutes(replica, 'group', 'final');
    expect(ids(content.decisions)).toEqual([HELD.reserved]);
    expect(ids(content.undecided)).toContain(HELD.agreed);
    expect(content.draft).toBe(true);
  });

  it.each(ATTRIBUTIONS)('name no person at the level %s', (level) => {
    const text = JSON.stringify(minutes(held(level), level));
    for (const name of PLANTED) expect(text).not.toContain(name);
    expect(text).not.toContain(idOf('held participant'));
    expect(text).not.toContain('Note of the facilitator');
    expect(text).not.toContain('A confidential statement');
  });

  it('attribute what was said as far as the level allows, whatever lies in the record', () => {
    const replica = held('named');
    const points = (level: Attribution) => minutes(replica, level).record.flatMap((each) => each.points);
    const organization = idOf('held organization');
    expect(points('named').some((point) => point.organization === organization)).toBe(true);
    expect(points('organization').some((point) => point.organization === organization)).toBe(true);
    expect(points('group').every((point) => point.organization === null)).toBe(true);
    expect(points('group').some((point) => point.seat === 'W')).toBe(true);
    expect(points('none').every((point) => point.seat === null && point.at === null)).toBe(true);
    expect(minutes(replica, 'named').organizations).toEqual([{ seat: 'W', organization }]);
    for (const level of ['organization', 'group', 'none'] as const)
      expect(minutes(replica, level).organizations).toEqual([]);
  });

  it('attribute nothing said under the Chatham House Rule', () => {
    const points = minutes(held('named'), 'named').record.flatMap((each) => each.points);
    const point = points.find(({ body }) => body.en?.text === 'A view without attribution.');
    expect(point).toMatchObject({ seat: null, organization: null, at: null });
  });

  it('tell arrivals by the hour where no person may be told apart', () => {
    const [government] = minutes(held('group'), 'group').presence;
    expect(government?.moves.map(({ at }) => at)).toEqual([
      '2025-11-20T07:00:00.000Z',
      '2025-11-20T08:00:00.000Z',
      '2025-11-20T12:00:00.000Z',
    ]);
    expect(government).toMatchObject({ titular: 4, alternate: 0, adviser: 2 });
    const [, employers] = minutes(held('named'), 'named').presence;
    expect(employers?.moves.map(({ at }) => at)).toContain('2025-11-20T08:17:00.000Z');
    expect(employers).toMatchObject({ alternate: 2, steppedIn: 1 });
  });

  it('count what they leave out, and say nothing of it', () => {
    expect(minutes(held('group'), 'group').leftOut).toEqual({ point: 1, clause: 1 });
  });

  it('are a draft until they are final', () => {
    const replica = held('group');
    expect(minutes(replica, 'group').draft).toBe(true);
    expect(minutes(replica, 'group', 'amended').draft).toBe(true);
    expect(minutes(replica, 'group', 'final').draft).toBe(false);
  });
});
