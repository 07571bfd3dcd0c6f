/**
 * Random histories of a dialogue on five laptops, from plain numbers: each number is one thing that one of them
 * does. Numbers shrink well, so a failing history comes out short.
 */
import { isInConflict } from '../../db/ledger/append.ts';
import { applyChange, keepDetached } from '../../db/ledger/apply.ts';
import { headsOfRecord } from '../../db/ledger/heads.ts';
import { handoverOf, mergeHandover } from '../../db/ledger/merge.ts';
import { allChanges, findRecord, termText, uuidOf } from '../../db/ledger/store.ts';
import { inLedger } from '../../db/ledger/transaction.ts';
import { undoGroup } from '../../db/ledger/undo.ts';
import { pluck, sql } from '../../db/statements.ts';
import type { Change, DetachedValue } from '../../shared/domain/change.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { Json } from '../../shared/domain/json.ts';
import type { RecordType } from '../../shared/domain/records/index.ts';
import { type ErrorCode, isRefusal } from '../../shared/errors.ts';
import {
  actingAs,
  DOSSIER,
  emptyOut,
  idOf,
  memoryReplica,
  type Replica,
  START,
  write,
} from '../fixtures/dossiers.ts';

export const REPLICAS = 5;
export const SECTIONS = ['main', 'caucus:E', 'sealed:r1'] as const;

/** Who holds which section besides main: the employers' laptops, and the two that take part in the round. */
const MEMBERS: { readonly [section: string]: readonly number[] } = {
  'caucus:E': [1, 2],
  'sealed:r1': [0, 3],
};

interface Subject {
  readonly type: RecordType;
  readonly id: RecordId;
}
const SUBJECTS: readonly Subject[] = [
  { type: 'deficit', id: idOf('history deficit 1') },
  { type: 'deficit', id: idOf('history deficit 2') },
  { type: 'participant', id: idOf('history participant') },
  { type: 'strategy', id: idOf('history strategy') },
  { type: 'action', id: idOf('history action') },
  { type: 'dossier', id: DOSSIER },
];

const text = (words: string): Json => ({ text: words, status: 'original' });
const reserved: Json = { value: 'agree-with-reservation', reservation: { ar: text('تحفظ') as never } };

/** Few values a field, so that two laptops often say the same and as often not. */
const VALUES: { readonly [type: string]: readonly (readonly [string, readonly Json[]])[] } = {
  deficit: [
    ['title.ar', [text('غياب التفتيش'), text('ضعف التفتيش'), null]],
    ['title.en', [text('No inspection'), text('Weak inspection'), null]],
    ['statement.ar', [text('لا يصل التفتيش إلى الحقول'), text('يصل نادراً'), null]],
    ['area', ['TA1', 'TA2', null]],
    ['instruments:C081', [true, null]],
    ['severity.G', [1, 4, { missing: 'not-asked' }]],
    ['position.G', [{ value: 'agree' }, reserved, null]],
    ['position.W', [{ value: 'agree' }, { value: 'does-not-agree' }, { value: 'absent' }]],
    ['spokesperson.G', ['Rawdania Speaker', 'Another Speaker', null]],
  ],
  participant: [
    ['name', ['Rawda Rawdani', 'R. Rawdani', null]],
    ['seat', ['G', 'E', null]],
    ['role.en', [text('Adviser'), text('Head of delegation')]],
    ['sex', ['F', { missing: 'withheld' }]],
  ],
  strategy: [
    ['title.en', [text('Inspect'), text('Inspect more')]],
    [`deficits:${idOf('history deficit 1')}`, [true, null]],
    ['position.E', [{ value: 'agree' }, { value: 'no-position' }]],
  ],
  action: [
    ['strategy', [idOf('history strategy'), null]],
    ['title.fr', [text('Recruter'), text('Former')]],
    [
      'cost.2026',
      [
        { amount: 100, currency: 'USD' },
        { amount: 100, currency: 'EUR' },
      ],
    ],
  ],
  dossier: [
    ['decisionRule', [{ kind: 'consensus' }, { kind: 'each-constituency' }, null]],
    ['title.en', [text('Dialogue'), text('National dialogue')]],
    ['keeperAgreed.W', [true, null]],
  ],
};

/** Refusals that are answers. Anything else that is thrown is a bug and ends the property. */
const ANSWERS: readonly ErrorCode[] = [
  'record.exists',
  'record.missing',
  'record.withdrawn',
  'record.not-withdrawn',
  'field.in-conflict',
  'field.not-in-conflict',
  'field.erased',
  'undo.nothing',
  'undo.superseded',
  'undo.not-yours',
];

interface Snapshot {
  readonly changes: readonly Change[];
  readonly detached: readonly DetachedValue[];
}

/** One draw after another out of a single number. */
class Draws {
  #left: number;
  constructor(number: number) {
    this.#left = number;
  }
  below(limit: number): number {
    const drawn = this.#left % limit;
    this.#left = Math.floor(this.#left / limit);
    return drawn;
  }
  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

export class World {
  readonly replicas: Replica[];
  readonly #groups: string[][];
  readonly #snapshots = new Map<number, Snapshot>();

  constructor() {
    this.replicas = Array.from({ length: REPLICAS }, (_, n) => memoryReplica(`laptop ${n}`));
    this.#groups = this.replicas.map(() => []);
  }

  /** Plays a history from an empty dossier. */
  play(steps: readonly number[]): void {
    this.#snapshots.clear();
    for (const [n, replica] of this.replicas.entries()) {
      emptyOut(replica.db);
      (this.#groups[n] as string[]).length = 0;
      // Wall clocks differ by hours between laptops, and nothing may depend on it.
      const { now } = actingAs(`laptop ${n}`);
      Object.assign(replica, { acting: { ...replica.acting, now: () => now() - n * 3_600_000 } });
    }
    // Most histories begin with a dossier that all of them know.
    for (const subject of SUBJECTS.slice(0, 4)) this.#do(0, 'main', subject, 'create', new Draws(0));
    for (let n = 1; n < REPLICAS; n += 1) this.send(0, n, 'main', {});
    const start = this.#snapshotOf(0);
    for (let n = 0; n < REPLICAS; n += 1) this.#snapshots.set(n, start);
    for (const step of steps) this.#step(new Draws(step));
  }

  #step(draws: Draws): void {
    const action = draws.below(24);
    const who = draws.below(REPLICAS);
    const subject = draws.of(SUBJECTS);
    const open = SECTIONS.filter((section) => section === 'main' || MEMBERS[section]?.includes(who));
    const section = draws.below(4) === 0 ? draws.of(open) : 'main';
    const other = (who + 1 + draws.below(REPLICAS - 1)) % REPLICAS;
    if (action < 2) this.#do(who, section, subject, 'create', draws);
    else if (action < 8) this.#do(who, section, subject, 'edit', draws);
    else if (action < 10) this.#resolve(who, draws) || this.#do(who, section, subject, 'edit', draws);
    else if (action === 10) this.#mark(who, section, subject, 'withdraw');
    else if (action === 11) this.#mark(who, section, subject, 'restore');
    else if (action === 12) this.#resolve(who, draws);
    else if (action === 13) this.#undo(who, draws);
    else if (action === 14) this.#erase(who, draws);
    else if (action === 15) this.#snapshots.set(who, this.#snapshotOf(who));
    else if (action === 16) this.#loseTail(who);
    else if (action === 17) this.send(who, other, 'main', { records: new Set([subject.id]) });
    else if (action === 18) this.send(who, other, 'main', { withheld: true });
    else {
      this.send(who, other, 'main', {});
      const shared = SECTIONS.find((each) => MEMBERS[each]?.includes(who) && MEMBERS[each]?.includes(other));
      if (shared) this.send(who, other, shared, {});
      // A delivery that comes twice.
      if (action === 23) this.send(who, other, 'main', {});
    }
  }

  #try(who: number, body: (replica: Replica) => readonly Change[]): void {
    const replica = this.replicas[who] as Replica;
    try {
      const [first] = body(replica);
      if (first) this.#groups[who]?.push(first.group);
    } catch (thrown) {
      if (!isRefusal(thrown) || !ANSWERS.includes(thrown.error.code)) throw thrown;
    }
  }

  #do(who: number, section: string, { type, id }: Subject, intent: 'create' | 'edit', draws: Draws): void {
    const fields = VALUES[type] as (typeof VALUES)[string];
    const set: { [field: string]: Json } = {};
    for (let n = intent === 'create' ? 2 : 1 + draws.below(2); n > 0; n -= 1) {
      const [field, values] = draws.of(fields);
      set[field] = draws.of(values);
    }
    this.#try(who, (replica) => write(replica, [{ recordType: type, recordId: id, section, set, intent }]));
  }

  #mark(who: number, section: string, { type, id }: Subject, intent: 'withdraw' | 'restore'): void {
    const set = { withdrawn: intent === 'withdraw' ? true : null };
    this.#try(who, (replica) => write(replica, [{ recordType: type, recordId: id, section, set, intent }]));
  }

  #resolve(who: number, draws: Draws): boolean {
    const { db } = this.replicas[who] as Replica;
    const conflicts = sql<{ id: Buffer; type: number; section: number; field: number; n: number }>(
      db,
      `SELECT id, type, section, field, n FROM conflict JOIN record ON record.n = conflict.record ORDER BY hex(id), field`,
    ).all();
    if (conflicts.length === 0) return false;
    const conflict = draws.of(conflicts);
    const field = termText(db, conflict.field);
    const type = termText(db, conflict.type) as RecordType;
    const fields = VALUES[type]?.find(([name]) => name === field)?.[1] ?? [true, null];
    const set = { [field]: draws.of(fields) };
    this.#try(who, (replica) => {
      const changes = write(replica, [
        {
          recordType: type,
          recordId: uuidOf(conflict.id) as RecordId,
          section: termText(db, conflict.section),
          set,
          intent: 'resolve',
          reason: 'agreed in the room',
        },
      ]);
      if (isInConflict(db, conflict.n, field)) throw new Error('[L6] resolved, and still in conflict');
      return changes;
    });
    return true;
  }

  #undo(who: number, draws: Draws): void {
    const groups = this.#groups[who] as string[];
    if (groups.length === 0) return;
    const group = groups[groups.length - 1 - draws.below(Math.min(groups.length, 4))] as string;
    this.#try(who, ({ db, acting }) => inLedger(db, () => undoGroup(db, acting, group)));
  }

  #erase(who: number, draws: Draws): void {
    const [target, field] = draws.of([
      [idOf('history participant'), 'name'],
      [idOf('history deficit 1'), 'spokesperson.G'],
    ] as const);
    const recordId = idOf(`erasure ${who} ${field} ${draws.below(2)}`);
    this.#try(who, (replica) =>
      write(replica, [
        { recordType: 'erasure', recordId, set: { target, [`fields:${field}`]: true }, intent: 'create' },
      ]),
    );
  }

  #snapshotOf(who: number): Snapshot {
    const { db } = this.replicas[who] as Replica;
    return {
      changes: [...allChanges(db)].map(({ change }) => change),
      detached: SECTIONS.flatMap(
        (section) => [...(handoverOf(db, { section }).detached ?? [])] as DetachedValue[],
      ),
    };
  }

  /** The laptop comes back as an earlier copy: what it wrote since is known to others, or to nobody. */
  #loseTail(who: number): void {
    const snapshot = this.#snapshots.get(who);
    if (!snapshot) return;
    const { db } = this.replicas[who] as Replica;
    emptyOut(db);
    inLedger(db, () => {
      for (const change of snapshot.changes) applyChange(db, change);
      for (const value of snapshot.detached) keepDetached(db, value);
    });
    (this.#groups[who] as string[]).length = 0;
  }

  send(
    from: number,
    to: number,
    section: string,
    { records, withheld = false }: { records?: ReadonlySet<string>; withheld?: boolean },
  ): void {
    const handover = handoverOf((this.replicas[from] as Replica).db, {
      section,
      ...(records ? { records } : {}),
    });
    mergeHandover(
      (this.replicas[to] as Replica).db,
      withheld ? { changes: handover.changes } : handover,
      section,
    );
  }
}

/** Head ids by section, type, record and field, as the tables of the ledger have them. */
export function headsIn(db: Replica['db']): Map<string, string[]> {
  const heads = new Map<string, string[]>();
  for (const row of sql<{ n: number; id: Buffer; type: number; section: number }>(
    db,
    'SELECT n, id, type, section FROM record',
  ).all())
    for (const [field, of] of headsOfRecord(db, row.n))
      heads.set(
        `${termText(db, row.section)} ${termText(db, row.type)} ${uuidOf(row.id)} ${field}`,
        of.map((head) => head.id).sort(),
      );
  return heads;
}

export function conflictsIn(db: Replica['db']): string[] {
  return sql<{ id: Buffer; type: number; section: number; field: number }>(
    db,
    'SELECT id, type, section, field FROM conflict JOIN record ON record.n = conflict.record',
  )
    .all()
    .map(
      (row) =>
        `${termText(db, row.section)} ${termText(db, row.type)} ${uuidOf(row.id)} ${termText(db, row.field)}`,
    )
    .sort();
}

export function erasedIn(db: Replica['db']): Set<string> {
  return new Set(
    sql<{ target: Buffer; field: number }>(db, 'SELECT target, field FROM erased')
      .all()
      .map(({ target, field }) => `${uuidOf(target)} ${termText(db, field)}`),
  );
}

/** How many detached values lie here that an erasure covers: must be none. */
export const erasedButHere = (db: Replica['db']): number =>
  pluck<number>(
    db,
    `SELECT count(*) FROM detached JOIN change ON change.n = detached.change JOIN record ON record.n = change.record
     JOIN erased ON erased.target = record.id AND erased.field = detached.field`,
  ).get() as number;

export { findRecord, START };
