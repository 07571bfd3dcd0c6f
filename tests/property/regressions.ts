import type { History } from './merge-property.ts';

/** Histories that once failed, each under the name of what was wrong. They are played on every run. */
export const REGRESSIONS: { readonly [name: string]: History } = {
  'a record made of cleared judgements only claimed to have judged something': {
    steps: [1483034328, 0, 0, 0, 0, 0, 0],
    orders: 0,
  },
};
