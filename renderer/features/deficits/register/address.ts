/** The part of the register's state that lies in the address: it can be bookmarked, linked and come back to. */
import type { RegisterFilter, RegisterSort } from '../../../../shared/contract/index.ts';
import type { Confidentiality } from '../../../../shared/domain/codes.ts';
import type { Outcome } from '../../../../shared/domain/position.ts';
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
  'edited',
] as const satisfies readonly RegisterSort[];

const oneOf = <T extends string>(known: readonly T[], value: string | null): T | undefined =>
  known.find((one) => one === value);

export interface RegisterAddress {
  readonly filter: Omit<RegisterFilter, 'search'>;
  readonly sort: RegisterSort;
  readonly descending: boolean;
  readonly isGrouped: boolean;
}

/** An address is never an error: what it does not know it leaves out. */
export function readAddress(query: URLSearchParams): RegisterAddress {
  const area = oneOf(AREAS, query.get('area'));
  const outcome = oneOf(OUTCOMES, query.get('outcome'));
  const confidentiality = oneOf(CONFIDENTIALITY_LEVELS, query.get('confidentiality'));
  const flag = oneOf(FLAGS, query.get('flag'));
  return {
    filter: {
      ...(area && { area }),
      ...(outcome && { outcome }),
      ...(confidentiality && { confidentiality }),
      ...(flag && { flag }),
    },
    sort: oneOf(SORTS, query.get('sort')) ?? 'number',
    descending: query.get('descending') === '1',
    isGrouped: query.get('group') === 'area',
  };
}
