import type { RecordView } from '../../../shared/contract/index.ts';

/** The records on which the three constituencies take positions. */
export type DecidedType = 'deficit' | 'clause' | 'strategy';
export type DecidedView = RecordView<DecidedType>;
