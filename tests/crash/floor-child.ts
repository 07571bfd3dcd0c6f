/**
 * The process that is killed in mid-session. It says a line of JSON once the call that did it has returned: the turn
 * or the point that was written, and the floor as it was answered.
 *
 *   node floor-child.ts FOLDER
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { liveSessions } from '../../db/live.ts';
import { openDossierFile } from '../../db/open.ts';
import type { Db } from '../../db/statements.ts';
import type { Desk } from '../../electron/services/desk.ts';
import { createHandlers } from '../../electron/services/index.ts';
import { adopt } from '../../electron/services/library.ts';
import type { FloorState } from '../../shared/contract/index.ts';

const folder = process.argv[2] as string;
const say = (line: object): void => {
  writeSync(1, `${JSON.stringify(line)}\n`);
};
const neverRun = () => Promise.reject(new Error('nothing is exported here'));
const desk: Desk = {
  host: 'cli',
  folder,
  transferFolder: folder,
  outFolder: folder,
  now: Date.now,
  mono: () => performance.now(),
  emit: () => {},
  runExport: neverRun,
  runPapers: neverRun,
  open: new Map(),
};
const calls = createHandlers(desk);
const call = <T>(name: keyof typeof calls, input: object): T =>
  (calls[name] as unknown as (input: object) => T)(input);

const dossiers = join(folder, 'dossiers');
const [file] = existsSync(dossiers) ? readdirSync(dossiers).filter((name) => name.endsWith('.hiwar')) : [];
const { dossier } = file
  ? adopt(desk, openDossierFile(join(dossiers, file)), { verified: true })
  : call<{ dossier: string }>('library.create', { title: { en: 'Room' }, country: null, languages: ['en'] });
const { db } = desk.open.get(dossier) as { db: Db };
db.pragma('wal_autocheckpoint = 16');
let [session] = liveSessions(db);
if (session === undefined) {
  session = randomUUID();
  call('record.create', { dossier, type: 'session', id: session, members: { title: { en: 'First' } } });
  call('floor.act', { dossier, session, act: { kind: 'open' } });
}
const told = (state: FloorState, more: object = {}): void =>
  say({
    revision: state.revision,
    queue: state.queue.map(({ id }) => id),
    speaking: state.speaking?.id ?? null,
    ...more,
  });
const act = (one: object): FloorState => call('floor.act', { dossier, session, act: one });

say({ ready: true });
for (let n = 0; ; n += 1) {
  const id = randomUUID();
  told(act({ kind: 'add', id, seat: n % 2 ? 'G' : 'W', turn: 'turn' }));
  if (n % 3 === 0) {
    const point = randomUUID();
    call('session.note', { dossier, session, id: point, kind: 'point', body: { en: `Heard ${n}` } });
    say({ point });
  }
  if (n % 2 === 0) continue;
  const ended = call<FloorState>('floor.state', { dossier, session }).speaking?.id ?? null;
  told(act({ kind: 'next', current: ended }), ended === null ? {} : { turn: ended });
  if (n % 5 === 0) told(act({ kind: 'extend', seconds: 30 }));
}
