/** What people may have given to a joined deficit since it was made, and what it is called up in. */
export const STAYING = [
  'position',
  'severity',
  'objection',
  'evidence',
  'norm',
  'cause',
  'link',
  'clause',
  'comment',
  'strategy',
  'round',
] as const;
export type Staying = (typeof STAYING)[number];
/** How many of each; what there is none of is absent. */
export type Stays = { readonly [K in Staying]?: number };
