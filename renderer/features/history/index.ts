export { ConflictDialog, type ResolvableType } from './ConflictDialog.tsx';
export { WithHistory } from './FieldHistory.tsx';
export { RecordHistory } from './RecordHistory.tsx';
export { Screen } from './Screen.tsx';
export { useFieldLabel, useTypeLabel } from './words.ts';
