/** The table a person chose, read once and held while it is mapped, checked and imported; one at a time. */
import type { Encoding, Separator, Table } from '../../../shared/domain/import/constants.ts';
import { readTable } from '../../imports/read-table.ts';
import type { Desk } from '../desk.ts';
import { transferOf } from '../uploads.ts';

export interface Source {
  readonly uploadId: string;
  readonly sheet?: number | undefined;
  readonly encoding?: Encoding | undefined;
  readonly separator?: Separator | undefined;
}

const held = new WeakMap<Desk, { readonly key: string; readonly table: Promise<Table> }>();

/** Refuses with `upload.missing` and the codes of `import`. */
export function tableOf(desk: Desk, source: Source): Promise<Table> {
  const key = JSON.stringify([source.uploadId, source.sheet, source.encoding, source.separator]);
  const known = held.get(desk);
  if (known?.key === key) return known.table;
  const { path } = transferOf(desk, source.uploadId);
  const table = (desk.readTable ?? readTable)({
    path,
    sheet: source.sheet,
    encoding: source.encoding,
    separator: source.separator,
  });
  held.set(desk, { key, table });
  // What could not be read is read anew when it is asked for again: the file may have been mended.
  table.catch(() => {
    if (held.get(desk)?.table === table) held.delete(desk);
  });
  return table;
}

export const forgetTable = (desk: Desk): void => void held.delete(desk);
