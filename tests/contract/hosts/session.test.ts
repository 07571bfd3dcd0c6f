import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallName, FloorState, Output } from '../../../shared/contract/index.ts';
import { SPEAKERS } from '../../../shared/domain/floor/types.ts';
import { enterOverHttp, type HttpPage } from '../../fixtures/room/over-http.ts';
import { reference, SLEEP_MS, type Step, sixHours } from '../../fixtures/room/script.ts';
import { SIXTY_SESSION } from '../../fixtures/room/sixty.ts';
import { type SteppedHost, startSteppedHost } from '../../fixtures/room/stepped-host.ts';

let host: SteppedHost;
let dossier = '';
let page: HttpPage;

/** Enters the host that runs now, and opens the sample. */
async function enter(): Promise<void> {
  page = await enterOverHttp(host.address);
  ({ dossier } = await page.call('library.openDemo', {}));
}
const call = <N extends CallName>(name: N, input: object): Promise<Output<N>> => page.call(name, input);

beforeAll(async () => {
  host = await startSteppedHost({ dossier: 'sixty' });
  await enter();
});
afterAll(() => host.remove());

const session = SIXTY_SESSION;
const state = (): Promise<FloorState> => call('floor.state', { dossier, session });

async function play({ afterMs, act, note, machine }: Step): Promise<void> {
  await host.advance(afterMs);
  if (machine === 'sleep') await host.sleep(SLEEP_MS);
  else if (machine) await host.moveWall(machine === 'wall+1h' ? 3_600_000 : -3_600_000);
  if (note) {
    const body = { ar: note.text };
    await call('session.note', { dossier, session, id: randomUUID(), kind: note.kind, body });
  }
  if (!act) return;
  const current = 'current' in act ? { current: (await state()).speaking?.id ?? null } : {};
  await call('floor.act', { dossier, session, act: { ...act, ...current } });
}

test('[room] through the built host: totals to the second, the machine asleep, and the power cut in a break', async () => {
  const script = sixHours(3);
  // Two hours or more: up to the first break, in which the machine has slept already.
  const steps = script.slice(0, script.findIndex(({ act }) => act?.kind === 'suspend') + 1);
  for (const step of steps) await play(step);
  const expectTotals = async (): Promise<void> => {
    const { balance } = await state();
    const expected = reference(steps);
    for (const speaker of SPEAKERS) {
      expect(balance.time[speaker].turns).toBe(expected.time[speaker].turns);
      expect(Math.abs(balance.time[speaker].ms - expected.time[speaker].ms)).toBeLessThanOrEqual(2000);
    }
  };
  await expectTotals();
  const before = await state();
  const noted = await call('session.record', { dossier, session });
  await host.kill();
  await host.restart();
  await enter();
  await expectTotals();
  const after = await state();
  expect(after.phase).toBe('suspended');
  expect(after.queue.map(({ id }) => id)).toEqual(before.queue.map(({ id }) => id));
  expect(await call('session.record', { dossier, session })).toMatchObject({ total: noted.total });
  expect(noted.total).toBe(steps.filter(({ note }) => note).length);
});
