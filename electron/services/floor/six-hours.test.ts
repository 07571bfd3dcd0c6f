import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FloorAct } from '../../../shared/contract/index.ts';
import { SPEAKERS } from '../../../shared/domain/floor/types.ts';
import { type RoomDesk, roomDesk } from '../../../tests/fixtures/room/desk.ts';
import { reference, SLEEP_MS, type Step, sixHours } from '../../../tests/fixtures/room/script.ts';

let room: RoomDesk;
beforeEach(() => {
  room = roomDesk({ attribution: 'group' });
});
afterEach(() => room.remove());

/** The script names nobody who speaks: that is filled in from the state. */
function play({ afterMs, act, note, machine }: Step): void {
  room.pass(afterMs);
  if (machine === 'sleep') room.sleep(SLEEP_MS);
  else if (machine) room.moveWall(machine === 'wall+1h' ? 3_600_000 : -3_600_000);
  if (note)
    room.calls['session.note']({
      dossier: room.dossier,
      session: room.session,
      id: randomUUID(),
      kind: note.kind,
      body: { en: note.text },
    } as never);
  if (!act) return;
  const current = room.state().speaking?.id ?? null;
  room.act('current' in act ? ({ ...act, current } as FloorAct) : act);
}

const HALF_HOUR_MS = 1_800_000;
const TOLERANCE_MS = 2000;

function expectLike(steps: readonly Step[]): void {
  const { balance } = room.state();
  const expected = reference(steps);
  for (const speaker of SPEAKERS) {
    expect(balance.time[speaker].turns).toBe(expected.time[speaker].turns);
    expect(Math.abs(balance.time[speaker].ms - expected.time[speaker].ms)).toBeLessThanOrEqual(TOLERANCE_MS);
  }
  expect(balance.pointsOfOrder.turns).toBe(expected.pointsOfOrder.turns);
  expect(Math.abs(balance.pointsOfOrder.ms - expected.pointsOfOrder.ms)).toBeLessThanOrEqual(TOLERANCE_MS);
  expect(balance.sex.withheld.turns).toBe(expected.sex.withheld.turns);
}

describe('[room] totals of six scripted hours are within 2 s of the reference', () => {
  test('with sleep, clock changes, breaks, and the power cut twice', () => {
    const steps = sixHours(7);
    // Six hours of seconds: that the disk has each of them is proved elsewhere, by kills.
    const inHaste = (): unknown => room.opened().db.pragma('synchronous = OFF');
    inHaste();
    let passed = 0;
    let half = 1;
    for (const [at, step] of steps.entries()) {
      play(step);
      passed += step.afterMs;
      // Between two turns the file holds everything.
      if (step.act?.kind === 'suspend') {
        room.reopen();
        inHaste();
        expectLike(steps.slice(0, at + 1));
      }
      if (passed < half * HALF_HOUR_MS) continue;
      half += 1;
      expectLike(steps.slice(0, at + 1));
    }
    expectLike(steps);
    const { clock, queue } = room.state();
    expect(Math.abs(clock.elapsedMs - (passed - 3_600_000 - 1000))).toBeLessThanOrEqual(TOLERANCE_MS);
    expect(queue.length).toBeLessThan(100);
    room.reopen();
    expectLike(steps);
  }, 120_000);
});
