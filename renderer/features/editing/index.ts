/** Fields and dialogs that every editor of records is made of. */

export { AsPasted } from './AsPasted.tsx';
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
  useAreaOfSubTopic,
  useCodeLabel,
  useInstrumentOptions,
  useLarge,
  useNationalCodes,
  useOptions,
  useTargetOptions,
} from './codes.ts';
export { useCreate } from './create.ts';
export { type Originals, useOriginals } from './originals.ts';
export {
  type Edits,
  NewRecordProvider,
  type Pasted,
  RecordProvider,
  useIsReadOnly,
  useRecordEditing,
} from './record.tsx';
export { LineField, TextsField, type TextsFieldProps } from './texts.tsx';
export { useSaveError, useSet, useTyped, useValue } from './values.ts';
export { WithdrawButton } from './Withdraw.tsx';
