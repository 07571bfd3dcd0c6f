export { type ConstituencyNames, useConstituencyNames } from './names.ts';
export { PositionDialog } from './PositionDialog.tsx';
export { PositionsColumns } from './PositionsColumns.tsx';
export { PositionText } from './parts/PositionText.tsx';
export type { DecidedType, DecidedView } from './types.ts';
