import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDossierFile } from '../../../db/open.ts';
import { ballotsOf } from '../../../db/queries/ballots.ts';
import { verifyDossier } from '../../../db/verify.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { readCode, spell } from '../../../shared/domain/scoring/code.ts';
import { groundOf } from '../../../shared/domain/scoring/common-ground.ts';
import { matrices } from '../../../shared/domain/scoring/grids.ts';
import { Refusal } from '../../../shared/errors.ts';
import { type TestDesk, testDesk } from '../../../tests/fixtures/room/test-desk.ts';
import { contentOf } from '../content.ts';
import { dossierOf } from '../desk.ts';
import { writeHandOver } from '../hand-over.ts';
import { adopt, closeDossier } from '../library.ts';
import { keyFrom, newBox, seal, unseal } from './box.ts';

let here: TestDesk;
let deficits: string[];
beforeEach(() => {
  here = testDesk();
  deficits = here
    .call('record.list', { dossier: here.dossier, type: 'deficit', limit: 3 })
    .map(({ record }) => record.id);
});
afterEach(() => here.close());

type Begun = Output<'scoring.begin'>;
type Side = 'G' | 'E' | 'W';
const SIDES = ['G', 'E', 'W'] as const;
const criteria = ['severity', 'feasibility'] as const;

const prepare = (more = {}) =>
  here.call('scoring.prepare', {
    dossier: here.dossier,
    title: { en: 'First round' },
    deficits,
    criteria: [...criteria],
    ...more,
  });
const begin = (round = prepare().id): Begun => here.call('scoring.begin', { dossier: here.dossier, round });
const scoresOf = (score: number) =>
  Object.fromEntries(deficits.map((deficit) => [deficit, { severity: score, feasibility: 5 - score }]));
const cast = (round: string, constituency: Side, score: number) =>
  here.call('scoring.cast', { dossier: here.dossier, round, constituency, scores: scoresOf(score) });
const castAll = (round: string, given: { readonly [S in Side]: readonly number[] }): void => {
  for (const side of SIDES) for (const score of given[side]) cast(round, side, score);
};
const typed = (codes: Begun['codes']) => ({
  G: codes.G.join(' '),
  E: codes.E.join('-'),
  W: codes.W.join(''),
});
const open = (round: string, codes: Record<Side, string>) =>
  here.call('scoring.open', { dossier: here.dossier, round, codes });
const results = (round: string) => here.call('scoring.results', { dossier: here.dossier, round });
const detachedOf = (round: string): number =>
  dossierOf(here.desk, here.dossier)
    .db.prepare<[string], { n: number }>(
      `SELECT count(*) AS n FROM detached JOIN change ON change.n = detached.change
       JOIN term ON term.n = change.section WHERE term.text = ?`,
    )
    .get(`sealed:${round}`)?.n ?? 0;

test('[scoring] criteria and deficits are fixed before the first ballot', () => {
  const { id } = prepare();
  expect(() => cast(id, 'G', 4)).toThrow(new Refusal('scoring.not-begun'));
  expect(prepare({ round: id, criteria: ['severity', 'urgency'] }).criteria).toEqual(['severity', 'urgency']);
  prepare({ round: id });
  const { round } = begin(id);
  expect(round).toMatchObject({ phase: 'scoring', criteria, ballots: { G: 0, E: 0, W: 0 }, isHere: true });
  expect(() => prepare({ round: id, criteria: ['severity'] })).toThrow(new Refusal('scoring.fixed'));
  expect(() => begin(id)).toThrow(new Refusal('scoring.fixed'));
  // Nor by the general calls: a round is none of theirs.
  expect(() =>
    here.call('record.edit', { dossier: here.dossier, type: 'round' as never, id, members: {} }),
  ).toThrow();
  const other = here.make('deficit', { title: { en: 'Not in the round' } });
  for (const scores of [{}, { [other]: { severity: 4 } }, { [deficits[0] as string]: { urgency: 4 } }])
    expect(() =>
      here.call('scoring.cast', {
        dossier: here.dossier,
        round: id,
        constituency: 'G',
        scores: scores as never,
      }),
    ).toThrow(new Refusal('input.invalid', { path: 'scores' }));
});

test('[scoring] three codes open a round: all columns apart, small cells hidden, in one step', () => {
  const { round, codes } = begin();
  castAll(round.id, { G: [4, 4, 3], E: [1, 2], W: [] });
  // Closed and opened again, everything is where it was.
  const { file } = dossierOf(here.desk, here.dossier);
  closeDossier(here.desk, here.dossier);
  adopt(here.desk, openDossierFile(file), { verified: true });
  expect(() => results(round.id)).toThrow(new Refusal('scoring.sealed'));
  expect(detachedOf(round.id)).toBe(0);
  here.pass(60_000);
  expect(open(round.id, typed(codes))).toMatchObject({ phase: 'opened', ballots: { G: 3, E: 2, W: 0 } });
  const rows = results(round.id);
  expect(rows).toHaveLength(deficits.length * 2);
  for (const row of rows)
    expect(row.cells).toEqual({
      G: row.criterion === 'severity' ? [0, 0, 1, 2] : [2, 1, 0, 0],
      E: { missing: 'withheld' },
      W: { missing: 'not-asked' },
    });
  // No single ballot becomes readable, in the file either.
  expect(detachedOf(round.id)).toBe(0);
  // A deficit that goes into the bin afterwards keeps its name beside what was said of it.
  const id = deficits[0] as never;
  here.call('record.withdraw', { dossier: here.dossier, type: 'deficit', id });
  const scored = here.call('scoring.deficits', { dossier: here.dossier, round: round.id });
  expect(scored.map((row) => [row.id, row.withdrawn])).toEqual(
    expect.arrayContaining(deficits.map((each) => [each, each === id])),
  );
  expect(() => open(round.id, typed(codes))).toThrow(new Refusal('scoring.over'));
  expect(() => cast(round.id, 'G', 1)).toThrow(new Refusal('scoring.over'));
  expect(verifyDossier(file).problems).toEqual([]);
});

test('[scoring] what is in the bin is not put to a round', () => {
  here.call('record.withdraw', { dossier: here.dossier, type: 'deficit', id: deficits[0] as never });
  expect(() => prepare()).toThrow(new Refusal('record.withdrawn'));
});

test('[scoring] a round does not begin with what went into the bin or into another deficit since it was prepared', () => {
  const gone = new Refusal('scoring.items-gone');
  const { id } = prepare();
  const bin = { dossier: here.dossier, type: 'deficit', id: deficits[0] as never } as const;
  here.call('record.withdraw', bin);
  expect(() => begin(id)).toThrow(gone);
  here.call('record.restore', bin);
  here.call('duplicates.join', {
    dossier: here.dossier,
    ids: [deficits[0], here.make('deficit', { title: { en: 'In other words' } })] as never,
    title: { en: 'Both' },
    statement: { en: 'Both of them' },
  });
  expect(() => begin(id)).toThrow(gone);
  expect(here.call('scoring.list', { dossier: here.dossier })[0]).toMatchObject({ id, phase: 'prepared' });
  // What the preparation then puts to the round is what is still there.
  prepare({ round: id, deficits: deficits.slice(1) });
  expect(begin(id).round).toMatchObject({
    phase: 'scoring',
    deficits: expect.arrayContaining(deficits.slice(1)),
  });
});

test('[scoring] two codes, a code of another round, or a slip open nothing and change nothing', () => {
  const { round, codes } = begin();
  const other = begin().codes;
  castAll(round.id, { G: [4], E: [4], W: [4] });
  const right = typed(codes);
  const before = here.call('dossier.version', { dossier: here.dossier });
  const attempt = (wrong: Record<Side, string>) => expect(() => open(round.id, wrong));
  attempt({ ...right, W: typed(other).W }).toThrow(new Refusal('scoring.codes'));
  attempt({ ...right, W: right.G }).toThrow(new Refusal('scoring.codes'));
  const slip = right.E.replace(/^\d/, (digit) => String((Number(digit) + 1) % 10));
  attempt({ ...right, E: slip }).toThrow(new Refusal('scoring.codes', { constituency: 'E', group: 1 }));
  attempt({ ...right, G: right.G.slice(0, 20) }).toThrow(
    new Refusal('scoring.codes', { constituency: 'G', group: 4 }),
  );
  expect(here.call('dossier.version', { dossier: here.dossier })).toEqual(before);
  // In whatever order, and in Arabic digits.
  const arabic = right.G.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] as string);
  expect(open(round.id, { G: right.W, E: right.E, W: arabic }).phase).toBe('opened');
});

test('[scoring] no copy of the file holds a score, a key or a code before the opening', async () => {
  const { round, codes } = begin();
  here.events.length = 0;
  // A pattern that no other text has: seen anywhere, in any spelling, it would be found.
  const rare = Object.fromEntries(
    deficits.map((deficit, n) => [deficit, { severity: [3, 1, 4][n] ?? 1, feasibility: [1, 4, 2][n] ?? 1 }]),
  );
  here.call('scoring.cast', { dossier: here.dossier, round: round.id, constituency: 'E', scores: rare });
  const opened = dossierOf(here.desk, here.dossier);
  const handed = join(here.desk.folder, 'handed.hiwar');
  writeHandOver(opened, handed);
  const [ballot] = ballotsOf(opened.db, round.id);
  const shares = SIDES.map((side) => readCode(codes[side].join(''))).map((read) => {
    if (!read.ok) throw new Error('a code that does not read');
    return Buffer.from(read.bytes);
  });
  const spoken = SIDES.flatMap((side) => [...codes[side], codes[side].join(''), codes[side].join(' ')]);
  const wanted = [
    '"severity":3',
    '"feasibility":4',
    `"${deficits[2]}":{`,
    ...spoken.filter((code) => code.length > 6),
    ...shares.flatMap((share) => [share.toString('hex'), share.toString('base64'), share.toString('latin1')]),
  ];
  const bodies = opened.db
    .prepare<[string], { body: Buffer | string }>(
      'SELECT body FROM change JOIN term ON term.n = change.section WHERE term.text = ?',
    )
    .all(`sealed:${round.id}`);
  for (const type of ['round', 'ballot'] as never[])
    for (const name of ['record.get', 'record.history'] as const)
      expect(() => here.call(name, { dossier: here.dossier, type, id: round.id as never })).toThrow();
  const answers = JSON.stringify([
    here.events,
    here.call('scoring.list', { dossier: here.dossier }),
    here.call('record.bin', { dossier: here.dossier }),
    here.call('dossier.overview', { dossier: here.dossier }),
    here.call('conflict.list', { dossier: here.dossier }),
    await here.call('scoring.stated', { dossier: here.dossier }),
    here.call('scoring.deficits', { dossier: here.dossier, round: round.id }),
  ]);
  closeDossier(here.desk, here.dossier);
  const files = readdirSync(here.desk.folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(here.desk.folder, name))
    .filter((path) => statSync(path).isFile());
  expect(files.length).toBeGreaterThan(2);
  const places = [...files.map((path) => readFileSync(path, 'latin1')), answers];
  for (const place of places) for (const word of wanted) expect(place.includes(word)).toBe(false);
  // Bodies of changes may lie deflated: as they are read they hold no score either.
  expect(bodies.length).toBeGreaterThan(1);
  for (const { body } of bodies) expect(String(body)).not.toContain('"severity"');
  expect(keyFrom([...shares.slice(0, 2), Buffer.alloc(16)], publicKeyOf(bodies))).toBeUndefined();
  expect(keyFrom(shares, publicKeyOf(bodies))).toBeDefined();
  expect(JSON.stringify(ballot)).not.toContain('"scores":{');
});

const publicKeyOf = (bodies: readonly { body: Buffer | string }[]): string =>
  bodies.map(({ body }) => /"publicKey":"([^"]+)"/.exec(String(body))?.[1]).find((key) => key) ?? '';

test('[scoring] ballots bear one time, an order that says nothing, and one length', () => {
  const { round } = begin();
  for (const score of [1, 2, 3, 4]) {
    here.pass(60_000);
    cast(round.id, 'W', score);
  }
  const only = { [deficits[0] as string]: { severity: 2 } };
  here.call('scoring.cast', { dossier: here.dossier, round: round.id, constituency: 'W', scores: only });
  const { db } = dossierOf(here.desk, here.dossier);
  const times = db
    .prepare<[string], { at: number }>(
      'SELECT DISTINCT at FROM change JOIN term ON term.n = change.section WHERE term.text = ?',
    )
    .all(`sealed:${round.id}`);
  expect(times).toHaveLength(1);
  const ballots = ballotsOf(db, round.id);
  expect(new Set(ballots.map(({ sealed }) => sealed.length)).size).toBe(1);
});

test('[scoring] a copy handed over has the round without its ballots, and takes none', () => {
  const { round, codes } = begin();
  cast(round.id, 'G', 4);
  const handed = join(here.desk.folder, 'handed.hiwar');
  writeHandOver(dossierOf(here.desk, here.dossier), handed);
  closeDossier(here.desk, here.dossier);
  adopt(here.desk, openDossierFile(handed), { verified: true });
  // Nor what lies in the box beside them.
  expect(
    dossierOf(here.desk, here.dossier)
      .db.prepare('SELECT 1 FROM change JOIN term ON term.n = change.section WHERE term.text = ?')
      .all(`sealed:${round.id}`),
  ).toEqual([]);
  expect(here.call('scoring.list', { dossier: here.dossier })[0]).toMatchObject({ isHere: false });
  expect(() => cast(round.id, 'G', 4)).toThrow(new Refusal('scoring.elsewhere'));
  expect(() => open(round.id, typed(codes))).toThrow(new Refusal('scoring.elsewhere'));
});

test('[scoring] a round given up stays sealed, and undo takes back no act of a round', () => {
  const before = here.call('undo.state', { dossier: here.dossier });
  const { round, codes } = begin();
  cast(round.id, 'G', 4);
  expect(here.call('scoring.abandon', { dossier: here.dossier, round: round.id }).phase).toBe('abandoned');
  expect(() => open(round.id, typed(codes))).toThrow(new Refusal('scoring.over'));
  const again = begin();
  castAll(again.round.id, { G: [1, 1, 1], E: [1, 1, 1], W: [1, 1, 1] });
  open(again.round.id, typed(again.codes));
  expect(here.call('undo.state', { dossier: here.dossier })).toEqual(before);
});

test('[scoring] a ballot that was tampered with opens nothing', () => {
  const box = newBox();
  const sealed = seal(box.publicKey, 'round G', Buffer.from('scores'));
  const key = keyFrom(box.shares, box.publicKey);
  if (!key) throw new Error('no key');
  expect(unseal(key, 'round G', sealed)?.toString()).toBe('scores');
  expect(unseal(key, 'round E', sealed)).toBeUndefined();
  const bytes = Buffer.from(sealed, 'base64');
  for (const at of [0, 1, 40, 50, bytes.length - 1]) {
    const altered = Buffer.from(bytes);
    altered[at] = (altered[at] as number) ^ 1;
    expect(unseal(key, 'round G', altered.toString('base64')), `byte ${at}`).toBeUndefined();
  }
  expect(spell(box.shares[0])).toHaveLength(8);
});

test('[scoring] the sample has a round that was opened, and no single ballot of it', () => {
  const [round] = here.call('scoring.list', { dossier: here.dossier });
  expect(round).toMatchObject({ phase: 'opened', ballots: { G: 6, E: 5, W: 6 } });
  const rows = results(round?.id ?? '').filter(({ criterion }) => criterion === 'severity');
  const grounds = rows.map(({ cells }) => groundOf(cells).ground);
  for (const ground of ['common', 'split']) expect(grounds).toContain(ground);
  expect(detachedOf(round?.id ?? '')).toBe(0);
  expect(ballotsOf(dossierOf(here.desk, here.dossier).db, round?.id ?? '')).toHaveLength(17);
});

test('[scoring] what becomes of a deficit after it was scored is said beside its scores, which stay', () => {
  const [a, b, c] = deficits as [string, string, string];
  const { dossier } = here;
  const { db } = dossierOf(here.desk, dossier);
  const asked = (round: string, id: string) =>
    here.call('scoring.deficits', { dossier, round: round as never }).find((row) => row.id === id);
  const scored = (round: string) => new Set(results(round).map(({ deficit }) => deficit));
  const exported = (round: string) =>
    new Set(
      contentOf(db, 'internal')
        .rounds.find(({ id }) => id === round)
        ?.tallies.map(({ deficit }) => deficit),
    );
  const first = begin();
  castAll(first.round.id, { G: [4, 4, 4], E: [3, 3, 3], W: [2, 2, 2] });
  // Joined while the round is sealed: scores are of the wordings that were scored, and move nowhere.
  const joined = here.call('duplicates.join', {
    dossier,
    ids: [a, b] as never,
    title: { en: 'Both' },
    statement: { en: 'Both of them' },
  }).record;
  open(first.round.id, typed(first.codes));
  expect(scored(first.round.id)).toEqual(new Set([a, b, c]));
  expect(exported(first.round.id)).toEqual(new Set([a, b, c]));
  for (const id of [a, b])
    expect(asked(first.round.id, id)).toMatchObject({ joinedInto: joined.number, withdrawn: false });

  // The joined one is scored by itself, and the joining is undone after that.
  const second = begin(prepare({ deficits: [joined.id, c] }).id);
  here.call('scoring.cast', {
    dossier,
    round: second.round.id,
    constituency: 'G',
    scores: { [joined.id]: { severity: 4 } } as never,
  });
  here.call('undo.undo', { dossier });
  open(second.round.id, typed(second.codes));
  expect(scored(second.round.id)).toEqual(new Set([joined.id, c]));
  expect(asked(second.round.id, joined.id)).toMatchObject({ withdrawn: true, joinedInto: null });
  for (const id of [a, b])
    expect(asked(first.round.id, id)).toMatchObject({ joinedInto: null, withdrawn: false });
  // An edition has nothing of what is in the bin; its scores come back with it.
  expect(exported(second.round.id)).toEqual(new Set([c]));
  expect(exported(first.round.id)).toEqual(new Set([a, b, c]));
  here.call('record.restore', { dossier, type: 'deficit', id: joined.id });
  expect(exported(second.round.id)).toEqual(new Set([joined.id, c]));
  const placed = matrices(results(first.round.id)).find(({ side }) => side === 'G');
  expect(placed?.cells.flatMap((cell) => cell.deficits).sort()).toEqual([a, b, c].sort());
});
