import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import {
  changesOf,
  create,
  edit,
  idOf,
  memoryReplica,
  original,
  type Replica,
  send,
  undo,
} from '../../tests/fixtures/dossiers.ts';
import { mergeHandover } from './merge.ts';
import { versionOf } from './version.ts';

const [first, second] = [idOf('a deficit'), idOf('another deficit')].sort() as [
  ReturnType<typeof idOf>,
  ReturnType<typeof idOf>,
];
let here: Replica;

beforeEach(() => {
  here = memoryReplica('here');
  create(here, 'deficit', second, { area: 'TA2' });
  create(here, 'deficit', first, { area: 'TA1', title: { en: original('Title') } });
});

test('[L9] the version id is the SHA-256 over sorted record, field and head', () => {
  const [two, one] = changesOf(here);
  const lines = [
    `${first} area ${one?.id}\n`,
    `${first} title.en ${one?.id}\n`,
    `${second} area ${two?.id}\n`,
  ].join('');
  expect(versionOf(here.db)).toBe(createHash('sha256').update(lines).digest('hex'));
});

test('[L9] its lines are sorted by field, whatever order the changes came in', () => {
  const replica = memoryReplica();
  create(replica, 'deficit', first, { priorityRank: 1 });
  const values = { sector: 'c1', formality: 'both', area: 'TA2', subTopic: 'x', confidentiality: 'public' };
  const heads = new Map([['priorityRank', changesOf(replica)[0]?.id]]);
  for (const [field, value] of Object.entries(values))
    heads.set(field, edit(replica, 'deficit', first, { [field]: value })[0]?.id);
  const lines = [...heads].map(([field, id]) => `${first} ${field} ${id}\n`).sort();
  expect(versionOf(replica.db)).toBe(createHash('sha256').update(lines.join('')).digest('hex'));
});

test('[L9] every change of heads is another version, and so is every gap', () => {
  const seen = new Set([versionOf(here.db)]);
  const [change] = edit(here, 'deficit', first, { area: 'TA3' });
  seen.add(versionOf(here.db));
  const late = memoryReplica('late');
  mergeHandover(late.db, { changes: [change] });
  seen.add(versionOf(late.db));
  mergeHandover(late.db, { changes: changesOf(here).slice(0, 1) });
  seen.add(versionOf(late.db));
  expect(seen.size).toBe(4);
  send(here, late);
  expect(versionOf(late.db)).toBe(versionOf(here.db));
});

test('[L9] equal content reached by another path may have another id', () => {
  const before = versionOf(here.db);
  const [change] = edit(here, 'deficit', first, { area: 'TA3' });
  undo(here, change?.group as string);
  expect(versionOf(here.db)).not.toBe(before);
});

test('[L9] sections have versions of their own', () => {
  const main = versionOf(here.db);
  create(here, 'deficit', first, { area: 'TA5' }, { section: 'caucus:G' });
  expect(versionOf(here.db)).toBe(main);
  const caucus = versionOf(here.db, 'caucus:G');
  edit(here, 'deficit', first, { area: 'TA6' }, { section: 'caucus:G' });
  expect(versionOf(here.db, 'caucus:G')).not.toBe(caucus);
  expect(versionOf(here.db)).toBe(main);
});

test('[L9] the id of some records does not move with others, nor with gaps of others', () => {
  const text = versionOf(here.db, 'main', new Set([first]));
  edit(here, 'deficit', second, { area: 'TA4' });
  expect(versionOf(here.db, 'main', new Set([first]))).toBe(text);
  const late = memoryReplica('late');
  const [, own, later] = changesOf(here);
  mergeHandover(late.db, { changes: [own, later] });
  expect(versionOf(late.db, 'main', new Set([first]))).toBe(text);
  edit(here, 'deficit', first, { area: 'TA4' });
  expect(versionOf(here.db, 'main', new Set([first]))).not.toBe(text);
});

test('[L9] an empty section has a version too', () => {
  expect(versionOf(memoryReplica().db)).toBe(createHash('sha256').digest('hex'));
  expect(versionOf(here.db, 'sealed:r1')).toBe(createHash('sha256').digest('hex'));
});
