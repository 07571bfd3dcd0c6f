/** What a page holds: the objects of its script, counted in a snapshot of its heap once all that can go has gone. */
import type { CDPSession } from '@playwright/test';

/** More than the collections in which what lies unused is given up. */
const COLLECTIONS = 10;

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[]];
    };
  };
  readonly nodes: readonly number[];
}

/**
 * Bytes of everything that is neither compiled code nor the browser's own. How much code lies there tells how warm the
 * page is: a function that ran often has been compiled for speed, once and for all, and no session makes more of them.
 */
export async function heldBy(tools: CDPSession): Promise<number> {
  for (let time = 0; time < COLLECTIONS; time += 1) await tools.send('HeapProfiler.collectGarbage');
  const chunks: string[] = [];
  const take = ({ chunk }: { chunk: string }): number => chunks.push(chunk);
  tools.on('HeapProfiler.addHeapSnapshotChunk', take);
  await tools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  tools.off('HeapProfiler.addHeapSnapshotChunk', take);
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as Snapshot;
  const { node_fields: fields, node_types } = snapshot.meta;
  const [typeAt, sizeAt] = [fields.indexOf('type'), fields.indexOf('self_size')];
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length) {
    const type = node_types[0][nodes[at + typeAt] as number];
    if (type !== 'code' && type !== 'native') bytes += nodes[at + sizeAt] as number;
  }
  return bytes;
}
