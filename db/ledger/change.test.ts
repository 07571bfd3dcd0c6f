import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ChangeBody } from '../../shared/domain/change.ts';
import {
  actingAs,
  changesOf,
  create,
  DOSSIER,
  edit,
  idOf,
  memoryReplica,
  original,
  write,
} from '../../tests/fixtures/dossiers.ts';
import { checkChange } from './check-change.ts';
import { idOf as changeIdOf } from './hash.ts';

const deficit = idOf('a deficit');

/** RFC 8785 for the few kinds of value a change holds, written without the project's own. */
function rfc8785(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(rfc8785).join(',')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${rfc8785((value as { [key: string]: unknown })[key])}`)
      .join(',')}}`;
  return JSON.stringify(value);
}

test('[L1] the id of a change is the SHA-256 of the canonical JSON of all the rest', () => {
  const replica = memoryReplica();
  create(replica, 'deficit', deficit, {
    number: '001',
    title: { ar: original('غياب التفتيش في المزارع'), en: original('No inspection “in the fields”') },
    severity: { G: 2, W: { missing: 'withheld' } },
    instruments: ['C129', 'C081'],
    position: { W: { value: 'agree' } },
    spokesperson: { W: 'Speaker of the workers' },
  });
  const changes = changesOf(replica);
  expect(changes).toHaveLength(2);
  for (const change of changes) {
    const { id, ...rest } = change;
    expect(id).toBe(createHash('sha256').update(rfc8785(rest), 'utf8').digest('hex'));
    expect(checkChange(JSON.parse(JSON.stringify(change)), 1)).toEqual(change);
  }
});

test('[L1] the id is this one for ever: another implementation must find the same', () => {
  const body = {
    section: 'main',
    seq: 1,
    group: '11111111-1111-4111-8111-111111111111',
    recordType: 'deficit',
    recordId: '22222222-2222-4222-8222-222222222222',
    set: { 'title.ar': { text: 'عجز', status: 'original' }, area: 'TA1' },
    supersedes: {},
    author: '33333333-3333-4333-8333-333333333333',
    device: '44444444-4444-4444-8444-444444444444',
    clock: 1,
    at: '2026-01-31T08:15:00.000Z',
  };
  expect(changeIdOf(body as unknown as ChangeBody)).toBe(
    '5afb869a383742419ee2a94438e2ef5ac9286c6df5acdcf856472b6f99efbe03',
  );
});

test('[L1] one user step is one group; its numbers and clocks count up by one', () => {
  const replica = memoryReplica();
  const changes = write(replica, [
    { recordType: 'deficit', recordId: deficit, set: { area: 'TA1' }, intent: 'create' },
    { recordType: 'strategy', recordId: idOf('a strategy'), set: { area: 'TA1' }, intent: 'create' },
  ]);
  const next = edit(replica, 'deficit', deficit, { area: 'TA2' });
  expect(new Set(changes.map((change) => change.group)).size).toBe(1);
  expect(next[0]?.group).not.toBe(changes[0]?.group);
  expect(changesOf(replica).map(({ seq, clock }) => [seq, clock])).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
});

test('[L1] each section counts its own numbers, while the clock is one', () => {
  const replica = memoryReplica();
  create(replica, 'deficit', deficit, { area: 'TA1' });
  create(replica, 'deficit', deficit, { area: 'TA2' }, { section: 'caucus:E' });
  create(replica, 'deficit', deficit, { area: 'TA3' }, { section: 'sealed:r1' });
  edit(replica, 'deficit', deficit, { area: 'TA4' });
  expect(changesOf(replica).map(({ section, seq, clock }) => [section, seq, clock])).toEqual([
    ['main', 1, 1],
    ['caucus:E', 1, 2],
    ['sealed:r1', 1, 3],
    ['main', 2, 4],
  ]);
});

test('[L1] a step that changes nothing writes nothing', () => {
  const replica = memoryReplica();
  create(replica, 'deficit', deficit, { area: 'TA1', title: { en: original('Same') } });
  expect(edit(replica, 'deficit', deficit, { area: 'TA1', title: { en: original('Same') } })).toEqual([]);
  expect(edit(replica, 'deficit', deficit, { nextStep: null, position: { G: null } })).toEqual([]);
  expect(changesOf(replica)).toHaveLength(1);
});

test('[L1] the wall clock never orders: set back by a year, the later edit still stands', () => {
  let now = Date.UTC(2026, 5, 1);
  const replica = { ...memoryReplica(), acting: actingAs('first', () => now) };
  create(replica, 'dossier', DOSSIER, { country: 'QRW' });
  now = Date.UTC(2025, 5, 1);
  const [later] = edit(replica, 'dossier', DOSSIER, { country: 'XYZ' });
  expect(later?.clock).toBe(2);
  expect(later?.at).toBe('2025-06-01T00:00:00.000Z');
  expect(later?.supersedes).toEqual({ country: [changesOf(replica)[0]?.id] });
});
