/** Where codes of the country's own stand among those of the lists: what holds of the code above holds of them. */
import type { NationalCode } from '../domain/records/index.ts';
import { codelist, itemIn } from './index.ts';

/** Of each national code of one list the code it stands under. */
export type ParentOf = ReadonlyMap<string, string>;

export const parentsOf = (list: NationalCode['list'], codes: Iterable<NationalCode>): ParentOf =>
  new Map(
    [...codes].flatMap(({ list: of, code, parent }) =>
      of === list && code && parent ? [[code, parent] as const] : [],
    ),
  );

/** The area of a sub-topic; of a national one that of the sub-topic it stands under. Undefined for what is neither. */
export function areaOfSubTopic(subTopic: string, own: ParentOf): string | undefined {
  const within = (id: string): string | undefined => itemIn(codelist('thematic-areas'), id)?.parent;
  const parent = own.get(subTopic);
  return parent === undefined ? within(subTopic) : (within(parent) ?? parent);
}

/** Grounds beyond C111 article 1(1)(a) are a set that a dialogue may leave unasked. */
export const isWiderGround = (ground: string, own: ParentOf): boolean =>
  itemIn(codelist('grounds'), own.get(ground) ?? ground)?.basis !== 'C111 art. 1(1)(a)';
