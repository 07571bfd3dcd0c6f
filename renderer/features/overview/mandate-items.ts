import type { RecordOf } from '../../../shared/domain/records/index.ts';

/** What a mandate should say before the first session, in the order of its page. */
export const MANDATE_ITEMS = [
  'convenor',
  'legalBasis',
  'scope',
  'areas',
  'decisionRule',
  'quorumRule',
  'attribution',
  'useOfResults',
  'keeper',
  'keeperAgreed',
  'authenticLanguage',
  'interpretation',
] as const;
export type MandateItem = (typeof MANDATE_ITEMS)[number];

/** The items that are still open. The keeper counts as agreed once all three constituencies have agreed. */
export const openItems = (dossier: Partial<RecordOf<'dossier'>>): MandateItem[] =>
  MANDATE_ITEMS.filter((item) => {
    if (item === 'keeperAgreed') return Object.keys(dossier.keeperAgreed ?? {}).length < 3;
    const value = dossier[item];
    return Array.isArray(value) ? value.length === 0 : value === undefined;
  });
