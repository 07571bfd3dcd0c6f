/** The part of the register's state that lies in the address: it can be bookmarked, linked and come back to. */
import type { RegisterFilter, RegisterSort } from '../../../../shared/contract/index.ts';
import type { Confidentiality } from '../../../../shared/domain/codes.ts';
import type { Outcome } from '../../../../shared/domain/position.ts';
import {
  EXTRA_COLUMNS,
  type ExtraColumn,
  REGISTER_GROUPS,
  type RegisterGroup,
} from '../../../../shared/domain/register.ts';
import { AREA_CODES } from '../codes.ts';

export const OUTCOMES = [
  'agreed',
  'agreed-with-reservation',
  'no-agreement',
  'awaiting',
  'needs-count',
  'not-put',
] as const satisfies readonly Outcome[];
/** A level that only lives in a caucus's own section is not among those of the common register. */
export const CONFIDENTIALITY_LEVELS = [
  'public',
  'attributed-group',
  'chatham-house',
  'secretariat',
  'embargoed',
  'participants',
] as const satisfies readonly Confidentiality[];
export const FLAGS = [
  'conflict',
  'changed-since',
  'no-strategy',
  'no-evidence',
  'joined',
] as const satisfies readonly NonNullable<RegisterFilter['flag']>[];
const AREAS = [...AREA_CODES, 'none'] as const;
const SORTS = [
  'number',
  'title',
  'area',
  'severity',
  'outcome',
  'priority',
  'edited',
] as const satisfies readonly RegisterSort[];

/** Reference and title are always there, first. */
export const COLUMNS = [
  'severity',
  'prevalence',
  'positions',
  'outcome',
  'priority',
  'evidenceHeld',
  'evidenceStrength',
  'affectedGroups',
  'sector',
  'raisedBy',
  'flags',
  'edited',
] as const;
export type Column = (typeof COLUMNS)[number];
export const USUAL_COLUMNS: readonly Column[] = ['severity', 'positions', 'outcome', 'flags'];

/** What a saved view keeps of the address: how one looks, never where one is nor when. */
export const VIEW_PARAMS = [
  'search',
  'area',
  'outcome',
  'confidentiality',
  'flag',
  'sort',
  'descending',
  'group',
  'columns',
] as const;

export const extrasAmong = (columns: readonly Column[]): ExtraColumn[] =>
  EXTRA_COLUMNS.filter((extra) => columns.includes(extra));

/** The query of the present view, in one order, so that two views are compared as texts. */
export function viewQuery(query: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of VIEW_PARAMS) {
    const value = query.get(name);
    if (value) kept.set(name, value);
  }
  return kept.toString();
}

const oneOf = <T extends string>(known: readonly T[], value: string | null): T | undefined =>
  known.find((one) => one === value);

export interface RegisterAddress {
  readonly filter: Omit<RegisterFilter, 'search'>;
  readonly sort: RegisterSort;
  readonly descending: boolean;
  readonly group: RegisterGroup | undefined;
  /** Undefined where the person has not chosen: what there is room for. */
  readonly columns: readonly Column[] | undefined;
  /** The moment that is looked back to. */
  readonly asOf: number | undefined;
}

/** In groups of priority the ranks follow each other, unless another order is asked for. */
export const usualSort = (group: RegisterGroup | undefined): RegisterSort =>
  group === 'priority' ? 'priority' : 'number';

/** An address is never an error: what it does not know it leaves out. */
export function readAddress(query: URLSearchParams): RegisterAddress {
  const area = oneOf(AREAS, query.get('area'));
  const outcome = oneOf(OUTCOMES, query.get('outcome'));
  const confidentiality = oneOf(CONFIDENTIALITY_LEVELS, query.get('confidentiality'));
  const flag = oneOf(FLAGS, query.get('flag'));
  const chosen = query.get('columns');
  const moment = Number(query.get('asOf'));
  const group = oneOf(REGISTER_GROUPS, query.get('group'));
  return {
    filter: {
      ...(area && { area }),
      ...(outcome && { outcome }),
      ...(confidentiality && { confidentiality }),
      ...(flag && { flag }),
    },
    sort: oneOf(SORTS, query.get('sort')) ?? usualSort(group),
    descending: query.get('descending') === '1',
    group,
    columns:
      chosen === null
        ? undefined
        : [...new Set(chosen.split(','))].flatMap((name) => oneOf(COLUMNS, name) ?? []),
    asOf: Number.isSafeInteger(moment) && moment > 0 ? moment : undefined,
  };
}
