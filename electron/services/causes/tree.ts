/** Reads the problem tree: records as they are, placed by the rules of `shared/domain/causes`. */
import type { ComposedRecord } from '../../../db/ledger/compose.ts';
import { findRecord } from '../../../db/ledger/store.ts';
import { composedById, listRecords } from '../../../db/queries/record-view.ts';
import type { Db } from '../../../db/statements.ts';
import { linksInRings } from '../../../shared/domain/causes/links.ts';
import { outlineOf, type Placed } from '../../../shared/domain/causes/outline.ts';
import type {
  CauseFlag,
  CauseMap,
  CauseRow,
  CauseTree,
  DeficitBox,
  LinkFlag,
  LinkRow,
} from '../../../shared/domain/causes/types.ts';
import type { Cause, Deficit, Evidence, Link } from '../../../shared/domain/records/index.ts';

type Withdrawable<T> = T & { readonly withdrawn?: boolean };

const of = (field: string, id: string) => ({ of: { field, id } });

export const causesOf = (db: Db, deficit: string): Cause[] =>
  listRecords(db, 'cause', of('deficit', deficit)).map(({ record }) => record as Cause);

export const outlineOfDeficit = (db: Db, deficit: string): readonly Placed<Cause>[] =>
  outlineOf(causesOf(db, deficit));

export const evidenceOf = (db: Db, deficit: string): Evidence[] =>
  listRecords(db, 'evidence', of('deficit', deficit)).map(({ record }) => record as Evidence);

/** The links that are not in the bin and name both ends; a draft without them is drawn nowhere. */
export const allLinks = (db: Db): WholeLink[] => whole(listRecords(db, 'link'));

/** Those that begin at one deficit: found by an index, so a check reads what it walks along and not every link. */
export const linksFrom = (db: Db, deficit: string): WholeLink[] =>
  whole(listRecords(db, 'link', of('from', deficit)));

type WholeLink = Link & { readonly from: string; readonly to: string };
const whole = (composed: readonly ComposedRecord[]): WholeLink[] =>
  composed.flatMap(({ record }) => {
    const link = record as Link;
    return link.from && link.to ? [{ ...link, from: link.from, to: link.to }] : [];
  });

/** The deficit with its evidence-less causes told, its links, and the deficits at their far ends. */
export function causeTree(db: Db, id: string): CauseTree {
  const deficit = composedById(db, 'deficit', id).record as Withdrawable<Deficit>;
  const composed = listRecords(db, 'cause', of('deficit', id));
  const conflicts = new Map(composed.map((one) => [one.record.id as string, one.conflicts.length > 0]));
  const named = new Map<string, number>();
  for (const { cause } of evidenceOf(db, id)) if (cause) named.set(cause, (named.get(cause) ?? 0) + 1);
  const rows = outlineOf(composed.map(({ record }) => record as Cause)).map((placed): CauseRow => {
    const evidence = named.get(placed.id) ?? 0;
    const flags: CauseFlag[] = [];
    if (evidence === 0) flags.push('no-evidence');
    if (placed.isOrphan) flags.push('orphan');
    if (placed.inRing) flags.push('ring');
    if (conflicts.get(placed.id)) flags.push('conflict');
    return {
      id: placed.id,
      kind: placed.kind,
      parent: placed.parent,
      level: placed.level,
      order: placed.item.order ?? null,
      body: placed.item.body ?? {},
      evidence,
      flags,
    };
  });
  const everyLink = allLinks(db);
  const links = everyLink.filter(({ from, to }) => from === id || to === id);
  const far = [...new Set(links.map(({ from, to }) => (from === id ? to : from)))];
  const boxes = boxesOf(db, far);
  return {
    deficit: boxOf(deficit, rows),
    rows,
    links: rowsOf(links, everyLink, new Map([...boxes, [id, boxOf(deficit, rows)]])),
    others: [...boxes.values()],
  };
}

/** Everything that acts on something, and every deficit whose causes somebody has written down. */
export function causeMap(db: Db): CauseMap {
  const counts = new Map<string, { kind: 'cause' | 'effect' }[]>();
  for (const { record } of listRecords(db, 'cause')) {
    const { deficit, kind = 'cause' } = record as Cause;
    if (!deficit) continue;
    const known = counts.get(deficit);
    if (known) known.push({ kind });
    else counts.set(deficit, [{ kind }]);
  }
  const links = allLinks(db);
  const ids = new Set([...counts.keys(), ...links.flatMap(({ from, to }) => [from, to])]);
  const boxes = boxesOf(db, [...ids], counts);
  return { deficits: [...boxes.values()].sort(byNumber), links: rowsOf(links, links, boxes) };
}

const byNumber = (a: DeficitBox, b: DeficitBox): number =>
  Number.parseInt(a.number ?? '999999', 10) - Number.parseInt(b.number ?? '999999', 10) ||
  (`${a.number} ${a.id}` < `${b.number} ${b.id}` ? -1 : 1);

function boxOf(
  { id, number, title, area, withdrawn }: Withdrawable<Deficit>,
  rows: readonly { readonly kind: 'cause' | 'effect' }[],
): DeficitBox {
  const causes = rows.filter(({ kind }) => kind === 'cause').length;
  return {
    id,
    number: number ?? null,
    title: title ?? {},
    area: area ?? null,
    withdrawn: withdrawn === true,
    causes,
    effects: rows.length - causes,
  };
}

/** Deficits by id; one that is not here is left out, and the link says so. */
function boxesOf(
  db: Db,
  ids: readonly string[],
  counts?: ReadonlyMap<string, readonly { readonly kind: 'cause' | 'effect' }[]>,
): Map<string, DeficitBox> {
  const boxes = new Map<string, DeficitBox>();
  for (const id of ids) {
    if (!findRecord(db, 'deficit', id)) continue;
    const composed: ComposedRecord = composedById(db, 'deficit', id);
    const rows = counts ? (counts.get(id) ?? []) : causesOf(db, id).map(({ kind = 'cause' }) => ({ kind }));
    boxes.set(id, boxOf(composed.record as Withdrawable<Deficit>, rows));
  }
  return boxes;
}

function rowsOf(
  links: readonly WholeLink[],
  all: readonly WholeLink[],
  boxes: ReadonlyMap<string, DeficitBox>,
): LinkRow[] {
  const rings = linksInRings(all);
  return links.map(({ id, from, to, kind = 'causes', note = {}, pasted }) => {
    const ends = [boxes.get(from), boxes.get(to)];
    const flags: LinkFlag[] = [];
    if (rings.has(id)) flags.push('ring');
    if (ends.some((end) => end?.withdrawn)) flags.push('withdrawn');
    if (ends.some((end) => end === undefined)) flags.push('missing');
    return { id, from, to, kind, note, ...(pasted && { pasted }), flags };
  });
}
