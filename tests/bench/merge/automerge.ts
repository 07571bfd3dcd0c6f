/**
 * Automerge doing the same, with projection: atomic strings, records in 256 buckets, the document loaded before the
 * clock starts, patches asked for, what they touched written to the file.
 */
import * as A from '@automerge/automerge';
import { timed } from '../figure.ts';
import { type Atom, atomOf, type FlatRecord } from './engines.ts';
import { Projection, type Values } from './projection.ts';
import type { Turn } from './turn.ts';
import type { Edit } from './workload.ts';

type Value = A.ImmutableString | number | boolean | null;
interface Record {
  [field: string]: Value;
}
interface Doc {
  readonly buckets: { [bucket: string]: { [id: string]: Record } };
}

const scalarOf = (atom: Atom): Value => (typeof atom === 'string' ? new A.ImmutableString(atom) : atom);
const keyOf = (type: string, id: string): string => `${type}:${id}`;
const bucketOf = (id: string): string => id.slice(0, 2);
const recordOf = (fields: Iterable<readonly [string, Atom]>): Record =>
  Object.fromEntries([...fields].map(([field, atom]) => [field, scalarOf(atom)]));

export interface AutomergeMade {
  readonly base: Uint8Array;
  readonly packages: readonly Uint8Array[];
}

export function makeAutomerge(
  records: Iterable<FlatRecord>,
  edits: readonly (readonly Edit[])[],
): AutomergeMade {
  const buckets: { [bucket: string]: { [id: string]: Record } } = {};
  for (const { type, id, fields } of records) {
    const bucket = bucketOf(id);
    buckets[bucket] ??= {};
    buckets[bucket][keyOf(type, id)] = recordOf(fields);
  }
  const empty = Object.fromEntries(
    Array.from({ length: 256 }, (_, n) => [n.toString(16).padStart(2, '0'), {}]),
  );
  let doc = A.from<{ buckets: Doc['buckets'] }>({ buckets: empty });
  for (const [bucket, held] of Object.entries(buckets))
    doc = A.change(doc, (draft) => {
      Object.assign(draft.buckets[bucket] as object, held);
    });
  const base = A.save(doc);
  A.free(doc);
  const packages = edits.map((own) => {
    let replica = A.load<{ buckets: Doc['buckets'] }>(base);
    const before = A.getHeads(replica);
    for (const { kind, id, set } of own)
      replica = A.change(replica, (draft) => {
        const bucket = draft.buckets[bucketOf(id)] as { [id: string]: Record };
        const fields = Object.entries(set).map(([field, value]) => [field, atomOf(value)] as const);
        const key = keyOf('deficit', id);
        if (kind === 'create') bucket[key] = recordOf(fields);
        else Object.assign(bucket[key] as Record, recordOf(fields));
      });
    const bytes = A.saveSince(replica, before);
    A.free(replica);
    return bytes;
  });
  return { base, packages };
}

/**
 * A package of this size applied at once to a loaded document of this size ends Automerge 3.5 with an allocation
 * error (a WebAssembly panic in `splice_slab`), so it is applied in the largest steps that are fastest: ten changes
 * at a time. A chunk is 4 bytes of magic, 4 of checksum, 1 of type, its length as LEB128, and that many bytes.
 */
const STEP = 10;

function stepsOf(bytes: Uint8Array): Uint8Array[] {
  const steps: Uint8Array[] = [];
  let from = 0;
  let chunks = 0;
  for (let at = 0; at < bytes.length; ) {
    let next = at + 9;
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[next++] as number;
      length += (byte & 127) * 2 ** shift;
      if (byte < 128) break;
    }
    at = next + length;
    chunks += 1;
    if (chunks % STEP === 0 || at >= bytes.length) {
      steps.push(bytes.subarray(from, at));
      from = at;
    }
  }
  return steps;
}

/** The record of a patch, and the field it sets where it is of one: `buckets`, the bucket, the record, the field. */
function touch(touched: Map<string, Set<string>>, [, , key, field]: readonly A.Prop[]): void {
  if (typeof key !== 'string' || !key.startsWith('deficit:') || typeof field !== 'string') return;
  const id = key.slice('deficit:'.length);
  const fields = touched.get(id);
  if (fields) fields.add(field);
  else touched.set(id, new Set([field]));
}

const valuesOf = (record: Record): Values => ({
  get: (field) => {
    const value = record[field];
    return value instanceof A.ImmutableString ? value.val : value;
  },
});

export function mergeAutomerge({ base, packages }: AutomergeMade, baseFile: string, folder: string): Turn {
  const projection = new Projection(baseFile, folder, 'automerge');
  let doc = A.load<{ buckets: Doc['buckets'] }>(base);
  const milliseconds = timed(() => {
    for (const bytes of packages) {
      const touched = new Map<string, Set<string>>();
      for (const step of stepsOf(bytes))
        doc = A.loadIncremental(doc, step, {
          patchCallback: (patches) => {
            for (const patch of patches) touch(touched, patch.path);
          },
        });
      projection.take(bytes, touched, (id) =>
        valuesOf((doc.buckets[bucketOf(id)] as { [id: string]: Record })[keyOf('deficit', id)] as Record),
      );
    }
  });
  A.free(doc);
  return { milliseconds, deficits: projection.close() };
}
