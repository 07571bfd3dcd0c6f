/**
 * Joining, splitting, taking apart and undoing on two copies at once, in any order, and then their merge: no parent is
 * lost, nothing that a constituency said moves, and undoing leaves every parent as it was.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprints } from '../../db/ledger/rebuild.ts';
import { setMeta } from '../../db/meta.ts';
import { listRecords } from '../../db/queries/record-view.ts';
import type { Desk, OpenedDossier } from '../../electron/services/desk.ts';
import { join, object, separate, split } from '../../electron/services/duplicates/acts.ts';
import { undo } from '../../electron/services/records.ts';
import { lineageOf } from '../../shared/domain/duplicates/lineage.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { Deficit } from '../../shared/domain/records/index.ts';
import { isRefusal } from '../../shared/errors.ts';
import {
  composed,
  create,
  DOSSIER,
  edit,
  idOf,
  memoryReplica,
  type Replica,
  refusal,
  send,
} from '../fixtures/dossiers.ts';

const seed = Number(process.env.HIWAR_SEED ?? Date.now() % 2 ** 31);
const RUNS = process.env.HIWAR_LONG === '1' ? 2000 : 20;

interface Act {
  readonly copy: 0 | 1;
  readonly kind: 'join' | 'split' | 'separate' | 'object' | 'undo' | 'join and undo';
  readonly picks: readonly number[];
}
const anyAct: fc.Arbitrary<Act> = fc.record({
  copy: fc.constantFrom(0 as const, 1 as const),
  kind: fc.constantFrom('join', 'join', 'split', 'separate', 'object', 'undo', 'join and undo'),
  picks: fc.array(fc.nat(1000), { minLength: 2, maxLength: 3 }),
});

interface Copy extends Replica {
  readonly desk: Desk;
}
function copy(name: string): Copy {
  const replica = memoryReplica(name);
  setMeta(replica.db, 'device', replica.acting.device);
  const opened = { ...replica, id: DOSSIER, verification: 'ok', undo: [], redo: [], introduce: null };
  const open = new Map([[DOSSIER as string, opened as unknown as OpenedDossier]]);
  return { ...replica, desk: { open, emit: () => {} } as unknown as Desk };
}

const ORIGINALS = 6;
const SAID = ['position', 'spokesperson', 'severity', 'prevalence', 'evidenceStrength', 'evidenceHeld'];
const deficitsOf = (of: Replica): Deficit[] =>
  [...listRecords(of.db, 'deficit'), ...listRecords(of.db, 'deficit', { withdrawn: true })].map(
    ({ record }) => record as Deficit,
  );
const standing = (of: Replica): Deficit[] =>
  listRecords(of.db, 'deficit').map(({ record }) => record as Deficit);

/** What is refused is no matter here; a bug is. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (thrown) {
    if (isRefusal(thrown)) return undefined;
    throw thrown;
  }
}

/** What a join or a split made, with the parents it was made of. */
type Made = Map<string, readonly string[]>;

function play(on: Copy, { kind, picks }: Act, made: Made): void {
  const there = standing(on);
  const picked = [...new Set(picks.map((n) => there[n % there.length]?.id as RecordId))].sort();
  const [one] = picked as [RecordId];
  const dossier = DOSSIER;
  const title = { en: 'Made of others' };
  const joinPicked = () => join(on.desk, { dossier, ids: picked, title, statement: {} });
  if (kind === 'join') {
    const view = attempt(joinPicked);
    if (view) made.set(view.record.id, picked);
  } else if (kind === 'join and undo') {
    const before = picked.map((id) => composed(on, 'deficit', id).record);
    const view = attempt(joinPicked);
    if (!view) return;
    made.set(view.record.id, picked);
    undo(on.desk, dossier, 'undo');
    expect(picked.map((id) => composed(on, 'deficit', id).record)).toEqual(before);
  } else if (kind === 'split') {
    const parts = [0, 1].map(() => ({ title, statement: {} }));
    for (const id of attempt(() => split(on.desk, { dossier, id: one, parts }))?.ids ?? [])
      made.set(id, [one]);
  } else if (kind === 'separate') attempt(() => separate(on.desk, { dossier, id: one, reason: 'apart' }));
  else if (kind === 'object')
    attempt(() => object(on.desk, { dossier, id: one, constituency: 'E', lang: 'en', text: 'Not so' }));
  else attempt(() => undo(on.desk, dossier, 'undo'));
}

describe(`seed ${seed}`, () => {
  test('[L4] two copies that joined and split apart, merged in either order, lose no parent and move no position', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { minLength: 3, maxLength: 14 }), (acts) => {
        const [a, b, here, there] = [copy('a'), copy('b'), copy('here'), copy('there')];
        for (let n = 0; n < ORIGINALS; n += 1) {
          const id = idOf(`original ${n}`);
          create(a, 'deficit', id, {
            title: { en: { text: `Original ${n}`, status: 'original' } },
            severity: { G: 2 },
          });
          edit(a, 'deficit', id, { position: { W: { value: n % 2 ? 'agree' : 'does-not-agree' } } });
        }
        send(a, b);
        const made: Made = new Map();
        for (const act of acts) play([a, b][act.copy] as Copy, act, made);

        send(a, here);
        send(b, here);
        send(b, there);
        send(a, there);
        send(b, there);
        expect(fingerprints(there.db)).toEqual(fingerprints(here.db));

        const all = deficitsOf(here);
        const byId = new Map(all.map((deficit) => [deficit.id as string, deficit]));
        for (const [id, parents] of made) {
          const deficit = byId.get(id) as Deficit;
          expect([...(deficit.parents ?? [])].sort()).toEqual([...parents].sort());
          for (const member of SAID) expect(deficit).not.toHaveProperty(member);
        }
        for (let n = 0; n < ORIGINALS; n += 1)
          expect(byId.get(idOf(`original ${n}`))).toMatchObject({
            severity: { G: 2 },
            position: { W: { value: n % 2 ? 'agree' : 'does-not-agree' } },
          });
        const lineages = lineageOf(all);
        for (const [id, parents] of made)
          expect(lineages.get(id)?.ancestors).toEqual(expect.arrayContaining([...parents]));
        for (const db of [a, b, here, there].map((each) => each.db)) db.close();
      }),
      { seed, numRuns: RUNS },
    );
  });

  test('a deficit that two copies joined differently is in conflict, keeps both lines, and waits for a person', () => {
    const [a, b] = [copy('a'), copy('b')];
    const ids = [0, 1, 2].map((n) => idOf(`original ${n}`)) as [RecordId, RecordId, RecordId];
    for (const id of ids) create(a, 'deficit', id, { title: { en: { text: 'One', status: 'original' } } });
    send(a, b);
    const both = { dossier: DOSSIER, title: { en: 'Joined' }, statement: {} };
    const left = join(a.desk, { ...both, ids: [ids[0], ids[1]] }).record.id;
    const right = join(b.desk, { ...both, ids: [ids[1], ids[2]] }).record.id;
    send(b, a);
    expect(composed(a, 'deficit', ids[1]).conflicts).toEqual(['joinedInto']);
    expect(composed(a, 'deficit', left).record.parents).toEqual([ids[0], ids[1]].sort());
    expect(composed(a, 'deficit', right).record.parents).toEqual([ids[1], ids[2]].sort());
    const answer = separate(a.desk, { dossier: DOSSIER, id: left, reason: 'The other one is better' });
    expect(answer).toMatchObject({ restored: [ids[0]], contested: [ids[1]] });
    expect(composed(a, 'deficit', ids[1]).conflicts).toEqual(['joinedInto']);
    expect(refusal(() => edit(a, 'deficit', ids[1], { joinedInto: right }))).toBe('field.in-conflict');
  });
});
