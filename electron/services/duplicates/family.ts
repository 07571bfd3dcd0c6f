/** The deficits that one descends from, and those that descend from it. */
import { composeRecord } from '../../../db/ledger/compose.ts';
import { findRecord } from '../../../db/ledger/store.ts';
import { childrenByParent } from '../../../db/queries/joined.ts';
import { composedById } from '../../../db/queries/record-view.ts';
import type { Db } from '../../../db/statements.ts';
import type { DeficitLineage, LineageEntry, Parsed } from '../../../shared/contract/index.ts';
import { lineageOf } from '../../../shared/domain/duplicates/lineage.ts';
import type { Deficit } from '../../../shared/domain/records/index.ts';
import { type Desk, dossierOf } from '../desk.ts';
import { staysWith } from './stays.ts';

type Known = Deficit & { readonly withdrawn?: true };

/** Those named, all they descend from, their direct descendants and what they were joined into; each once. */
export function familyOf(db: Db, ids: readonly string[]): Known[] {
  const known = new Map<string, Known>();
  const read = (id: string): Known | undefined => {
    if (known.has(id)) return undefined;
    const row = findRecord(db, 'deficit', id);
    const record = row && (composeRecord(db, row.n)?.record as Known | undefined);
    if (record) known.set(id, record);
    return record;
  };
  const waiting = [...ids];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
    waiting.push(...(read(next)?.parents ?? []));
  for (const id of ids) {
    for (const child of childrenByParent(db, id)) read(child);
    const into = known.get(id)?.joinedInto;
    if (into !== undefined) read(into);
  }
  return [...known.values()];
}

export function lineage(desk: Desk, input: Parsed<'duplicates.lineage'>): DeficitLineage {
  const { db } = dossierOf(desk, input.dossier);
  composedById(db, 'deficit', input.id);
  const family = familyOf(db, [input.id]);
  const byId = new Map<string, Known>(family.map((deficit) => [deficit.id, deficit]));
  const own = lineageOf(family).get(input.id);
  const entry = (id: string, isDistant = false): LineageEntry[] => {
    const deficit = byId.get(id);
    if (!deficit) return [];
    const { number, title, statement, withdrawn } = deficit;
    return [
      {
        id,
        number: number ?? null,
        title: title ?? {},
        statement: statement ?? {},
        withdrawn: withdrawn === true,
        isDistant,
      },
    ];
  };
  const parents = own?.parents ?? [];
  const byNumber = <T extends LineageEntry>(entries: readonly T[]): T[] =>
    [...entries].sort((a, b) => (a.number ?? '').localeCompare(b.number ?? '', 'en', { numeric: true }));
  return {
    origin: own?.origin ?? null,
    parents: byNumber((own?.ancestors ?? []).flatMap((id) => entry(id, !parents.includes(id)))),
    children: byNumber(
      (own?.children ?? []).flatMap((id) =>
        entry(id).map((child) => ({ ...child, origin: byId.get(id)?.origin ?? null })),
      ),
    ),
    joinedInto: own?.joinedInto ? (entry(own.joinedInto)[0] ?? null) : null,
    isInCycle: own?.isInCycle ?? false,
    missing: own?.missing.length ?? 0,
    stays: own?.origin === 'joined' ? staysWith(db, input.id) : {},
  };
}
