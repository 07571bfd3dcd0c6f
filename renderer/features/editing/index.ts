/** Fields and dialogs that every editor of records is made of. */

export { ConflictList, Conflicts } from './Conflicts.tsx';
export {
  ChoiceField,
  CodedField,
  CodesField,
  codedId,
  codedValue,
  DayField,
  useMissingOptions,
} from './choices.tsx';
export {
  AREA_CODES,
  FUNCTIONAL_AREAS,
  NATIONAL_LISTS,
  type NationalList,
  optionOf,
  useAreaName,
  useInstrumentOptions,
  useLarge,
  useNationalCodes,
  useOptions,
  useTargetOptions,
} from './codes.ts';
export { useCreate } from './create.ts';
export { type Edits, RecordProvider, useIsReadOnly, useRecordEditing } from './record.tsx';
export { LineField, TextsField } from './texts.tsx';
export { useSaveError, useSet, useTyped, useValue } from './values.ts';
export { WithdrawButton } from './Withdraw.tsx';
