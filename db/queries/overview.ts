import type { DossierInfo, Overview, StrategyRow, VerificationState } from '../../shared/contract/index.ts';
import { CONSTITUENCIES, SEATS } from '../../shared/domain/codes.ts';
import type { Labels, Lang } from '../../shared/domain/languages.ts';
import { costLines, type RecordOf } from '../../shared/domain/records/index.ts';
import { type ComposedRecord, composeRecord } from '../ledger/compose.ts';
import { findRecord, findTerm, instantOf } from '../ledger/store.ts';
import { gapsOf } from '../ledger/version.ts';
import { getMeta, requireMeta } from '../meta.ts';
import { decisionRule } from '../projections/deficit.ts';
import { type Db, pluck, sql } from '../statements.ts';
import { ANSWERED, answeredIds } from './answered.ts';
import { conflictCount } from './history.ts';
import { joinedRecords, NOT_JOINED } from './joined.ts';
import {
  changedSince,
  labelOf,
  listRecords,
  numberOf,
  outcomeOfRecord,
  positionsOfRecord,
} from './record-view.ts';

const plainTexts = (texts: { readonly [lang: string]: { readonly text: string } } | undefined): Labels =>
  Object.fromEntries(Object.entries(texts ?? {}).map(([lang, entry]) => [lang, entry.text]));

export function dossierRecord(db: Db): (RecordOf<'dossier'> & object) | undefined {
  const row = findRecord(db, 'dossier', requireMeta(db, 'dossier'));
  return row && (composeRecord(db, row.n)?.record as RecordOf<'dossier'> | undefined);
}

export interface InfoContext {
  readonly fileName: string;
  readonly verification: VerificationState;
}

export function dossierInfo(db: Db, context: InfoContext): DossierInfo {
  const record = dossierRecord(db);
  const counts = sql<{ type: string; count: number }>(
    db,
    'SELECT term.text AS type, count(*) AS count FROM item JOIN term ON term.n = item.type WHERE withdrawn = 0 GROUP BY type',
  ).all();
  const derived = getMeta(db, 'derivedFrom') !== undefined;
  return {
    dossier: requireMeta(db, 'dossier'),
    fileName: context.fileName,
    title: plainTexts(record?.title),
    country: record?.country ?? null,
    languages: (record?.languages ?? []) as Lang[],
    authenticLanguage: record?.authenticLanguage ?? null,
    illustrative: record?.illustrative === true,
    readOnly: context.verification === 'failed' ? 'damaged' : derived ? 'derived' : null,
    verification: context.verification,
    counts: Object.fromEntries(
      counts.map(({ type, count }) => [type, type === 'deficit' ? count - joinedRecords(db).length : count]),
    ),
    withdrawn: pluck<number>(db, 'SELECT count(*) FROM item WHERE withdrawn = 1').get() as number,
    conflicts: conflictCount(db),
    gaps: gapsOf(db).length,
    areaLabels: Object.fromEntries(
      Object.entries(record?.areaLabels ?? {}).map(([area, texts]) => [area, plainTexts(texts)]),
    ),
    constituencyLabels: Object.fromEntries(
      Object.entries(record?.constituencyLabels ?? {}).map(([constituency, texts]) => [
        constituency,
        plainTexts(texts),
      ]),
    ),
  };
}

/** A condition on a deficit `d`, whose one value is what `joinedRecords` gives: what was joined is counted once. */
const STANDS = `d.withdrawn = 0 AND ${NOT_JOINED}`;

const counted = (db: Db, query: string, ...values: string[]): { [key: string]: number } =>
  Object.fromEntries(
    sql<{ key: string | null; count: number }>(db, query)
      .all(...values)
      .map(({ key, count }) => [key ?? 'none', count]),
  );

export function listStrategies(db: Db): StrategyRow[] {
  const rule = decisionRule(db);
  return listRecords(db, 'strategy').map((composed) => {
    const record = composed.record as RecordOf<'strategy'>;
    const actions = listRecords(db, 'action', { of: { field: 'strategy', id: record.id } }).map(
      (action) => action.record as RecordOf<'action'>,
    );
    const dates = (end: 'start' | 'end') => actions.flatMap((action) => action[end] ?? []).sort();
    const positions = positionsOfRecord(composed);
    return {
      id: record.id,
      number: record.number ?? '',
      title: labelOf(composed),
      area: record.area ?? null,
      outcome: outcomeOfRecord(composed, rule),
      positions: Object.fromEntries(
        CONSTITUENCIES.flatMap((c) => (positions[c] ? [[c, positions[c].value]] : [])),
      ),
      changedSince: changedSince(composed),
      inConflict: composed.conflicts.length > 0,
      deficits: record.deficits?.length ?? 0,
      actions: actions.length,
      costs: costLines(actions),
      start: dates('start')[0] ?? null,
      end: dates('end').at(-1) ?? null,
    };
  });
}

export function overview(db: Db, context: InfoContext): Overview {
  const info = dossierInfo(db, context);
  const joined = JSON.stringify(joinedRecords(db));
  const strategies = listStrategies(db);
  const strategyOutcomes: { [outcome: string]: number } = {};
  for (const { outcome } of strategies) strategyOutcomes[outcome] = (strategyOutcomes[outcome] ?? 0) + 1;
  const people = listRecords(db, 'participant').map((composed) => composed.record as RecordOf<'participant'>);
  // Of strategies that stand: the actions of one in the bin went there with it.
  const standing = new Set(strategies.map((strategy) => strategy.id));
  const actions = listRecords(db, 'action')
    .map((composed) => composed.record as RecordOf<'action'>)
    .filter((action) => standing.has(action.strategy ?? ''));
  return {
    info,
    byArea: counted(
      db,
      `SELECT d.area AS key, count(*) AS count FROM deficit d WHERE ${STANDS} GROUP BY d.area`,
      joined,
    ),
    byOutcome: counted(
      db,
      `SELECT d.outcome AS key, count(*) AS count FROM deficit d WHERE ${STANDS} GROUP BY d.outcome`,
      joined,
    ),
    strategyOutcomes,
    uncovered: counted(
      db,
      `SELECT d.area AS key, count(*) AS count FROM deficit d JOIN record r ON r.n = d.record
       WHERE ${STANDS} AND NOT ${ANSWERED} GROUP BY d.area`,
      joined,
      answeredIds(db),
    ),
    costs: costLines(actions),
    participation: SEATS.map((seat) => {
      const seated = people.filter((person) => (person.seat ?? 'invited') === seat);
      const of = (sex: string) => seated.filter((person) => person.sex === sex).length;
      return {
        seat,
        women: of('F'),
        men: of('M'),
        other: of('X'),
        missing: seated.filter((person) => typeof person.sex !== 'string').length,
      };
    }),
    findings: findings(db, joined),
    recent: recentlyEdited(db, 8),
  };
}

/** What a reader of the export will miss, worst first. */
function findings(db: Db, joined: string): Overview['findings'] {
  const count = (condition: string, ...values: string[]): number =>
    pluck<number>(
      db,
      `SELECT count(*) FROM deficit d JOIN record r ON r.n = d.record WHERE ${STANDS} AND ${condition}`,
    ).get(joined, ...values) as number;
  const dossier = dossierRecord(db);
  const mandate = (['convenor', 'scope', 'decisionRule', 'attribution', 'useOfResults'] as const).filter(
    (member) => dossier?.[member] === undefined,
  ).length;
  return [
    { code: 'conflict', count: count('d.conflicts > 0') },
    { code: 'changed-since', count: count("d.changed_since <> ''") },
    { code: 'mandate-open', count: mandate },
    { code: 'no-area', count: count('d.area IS NULL') },
    { code: 'not-put', count: count("d.outcome = 'not-put'") },
    {
      code: 'no-severity',
      // A code that says why a constituency gave none lies in its column as 0: a reader misses the severity all the same.
      count: count(
        'min(coalesce(d.severity_g, 0), coalesce(d.severity_e, 0), coalesce(d.severity_w, 0)) = 0',
      ),
    },
    { code: 'no-strategy', count: count(`NOT ${ANSWERED}`, answeredIds(db)) },
    {
      code: 'no-evidence',
      count: count(
        "NOT EXISTS (SELECT 1 FROM item e JOIN term t ON t.n = e.type WHERE e.parent = r.id AND t.text = 'evidence' AND e.withdrawn = 0)",
      ),
    },
    { code: 'no-level', count: count('d.confidentiality IS NULL') },
  ].filter((finding) => finding.count > 0);
}

function recentlyEdited(db: Db, limit: number): Overview['recent'] {
  const types = ['deficit', 'strategy', 'clause', 'action'].flatMap((type) => findTerm(db, type) ?? []);
  if (types.length === 0) return [];
  const rows = sql<{ record: number; edited: number }>(
    db,
    `SELECT item.record, max(item.edited, coalesce(deficit.edited, 0)) AS edited
     FROM item LEFT JOIN deficit ON deficit.record = item.record
     WHERE item.withdrawn = 0 AND item.type IN (${types.join(', ')}) ORDER BY 2 DESC, 1 DESC LIMIT ?`,
  ).all(limit);
  return rows.flatMap(({ record, edited }) => {
    const composed: ComposedRecord | undefined = composeRecord(db, record);
    return composed
      ? [
          {
            type: composed.type,
            id: composed.record.id,
            number: numberOf(composed),
            title: labelOf(composed),
            at: instantOf(edited),
          },
        ]
      : [];
  });
}
