/** Yjs doing the same, with projection: update applied, events observed, what they touched written to the file. */
import * as Y from 'yjs';
import { timed } from '../figure.ts';
import { type Atom, atomOf, type FlatRecord } from './engines.ts';
import { Projection } from './projection.ts';
import type { Turn } from './turn.ts';
import type { Edit } from './workload.ts';

type YRecord = Y.Map<Atom>;

export interface YjsMade {
  readonly base: Uint8Array;
  readonly packages: readonly Uint8Array[];
}

/** History is kept, as the ledger keeps it: `gc: false`. */
const newDoc = (client: number): Y.Doc => {
  const doc = new Y.Doc({ gc: false });
  doc.clientID = client;
  return doc;
};
const deficitsOf = (doc: Y.Doc): Y.Map<YRecord> => doc.getMap('deficit');

export function makeYjs(records: Iterable<FlatRecord>, edits: readonly (readonly Edit[])[]): YjsMade {
  const doc = newDoc(1);
  doc.transact(() => {
    for (const { type, id, fields } of records) doc.getMap<YRecord>(type).set(id, new Y.Map<Atom>(fields));
  });
  const base = Y.encodeStateAsUpdate(doc);
  const packages = edits.map((own, replica) => {
    const peer = newDoc(10 + replica);
    Y.applyUpdate(peer, base);
    const before = Y.encodeStateVector(peer);
    const deficits = deficitsOf(peer);
    for (const { kind, id, set } of own)
      peer.transact(() => {
        const fields = Object.entries(set).map(([field, value]) => [field, atomOf(value)] as const);
        if (kind === 'create') deficits.set(id, new Y.Map<Atom>(fields));
        else for (const [field, atom] of fields) deficits.get(id)?.set(field, atom);
      });
    return Y.encodeStateAsUpdate(peer, before);
  });
  return { base, packages };
}

export function mergeYjs(made: YjsMade, baseFile: string, folder: string): Turn {
  const projection = new Projection(baseFile, folder, 'yjs');
  const doc = newDoc(2);
  Y.applyUpdate(doc, made.base);
  const deficits = deficitsOf(doc);
  let touched = new Map<string, Set<string>>();
  deficits.observeDeep((found) => {
    for (const event of found) {
      const [id] = event.path;
      if (id === undefined)
        for (const fresh of event.keys.keys()) touched.set(fresh, new Set(deficits.get(fresh)?.keys()));
      else {
        const fields = touched.get(id as string) ?? new Set();
        for (const field of event.keys.keys()) fields.add(field);
        touched.set(id as string, fields);
      }
    }
  });
  const milliseconds = timed(() => {
    for (const bytes of made.packages) {
      touched = new Map();
      Y.applyUpdate(doc, bytes);
      projection.take(bytes, touched, (id) => deficits.get(id) as YRecord);
    }
  });
  doc.destroy();
  return { milliseconds, deficits: projection.close() };
}
