export {
  isSpoken,
  lackOf,
  mayCarryText,
  type PositionDraft,
  positionOf,
  VALUES,
  withText,
} from './draft.ts';
export { type ConstituencyNames, useConstituencyNames } from './names.ts';
export { Organizations, PositionDialog } from './PositionDialog.tsx';
export { PositionsColumns } from './PositionsColumns.tsx';
export { PositionText } from './parts/PositionText.tsx';
export type { DecidedType, DecidedView } from './types.ts';
