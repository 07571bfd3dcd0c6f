/** What the items of each codelist hold beyond id, parent and labels. */
import type { Lang } from '../domain/languages.ts';
import type { CodelistItem } from './codelist.ts';

/** A thematic or functional area, a sub-topic or a programme, with the paragraph of GB.347/INS/4 it comes from. */
export interface ParagraphItem extends CodelistItem {
  readonly paragraph: string;
}

export interface AffectedGroupItem extends CodelistItem {
  /** Instruments that concern the group most. */
  readonly instruments: readonly string[];
}

export interface GroundItem extends CodelistItem {
  /** The text that names this ground of discrimination. */
  readonly basis: string;
}

export interface ConstituencyTypeItem extends CodelistItem {
  readonly class: 'constituent' | 'may-sit-within-E-or-W' | 'support' | 'partner' | 'stakeholder';
}

export interface CurrencyItem extends CodelistItem {
  /** Digits of the minor unit: 2 for cents, 3 for millimes, 0 where there is none. */
  readonly digits: 0 | 2 | 3;
}

export interface InstrumentItem extends CodelistItem {
  readonly kind: 'convention' | 'protocol' | 'recommendation';
  readonly number: number;
  readonly year: number;
  /** A code of `instrument-subjects`. */
  readonly subject: string;
  readonly category: 'fundamental' | 'governance' | 'technical' | 'recommendation';
  /** Null says that the status is not stated here, not that the instrument is out of force. */
  readonly status: 'up_to_date' | 'abrogated' | 'withdrawn' | 'outdated' | 'requires_further_action' | null;
  readonly areas: readonly string[];
  readonly revisedBy?: readonly string[];
  readonly alias?: string;
}

export interface InstrumentSubjectItem extends CodelistItem {
  readonly areas: readonly string[];
}

export interface SdgItem extends CodelistItem {
  readonly level: 'goal' | 'target' | 'indicator';
  /** The short name of a goal. */
  readonly short?: Readonly<Record<Lang, string>>;
  /** How the ILO takes part in an indicator. */
  readonly ilo?: string;
  readonly ilostat?: readonly string[];
}

export interface CountryItem extends CodelistItem {
  readonly iso2: string;
  /** A code of `regions`. */
  readonly region: string;
  /** The official language most spoken: a first proposal, to be confirmed by the user. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

export interface IndicatorItem extends CodelistItem {
  readonly area: string;
  readonly sdg: string | null;
  readonly unit: 'percent_or_rate' | 'number';
  readonly labelToBeChecked?: true;
}
