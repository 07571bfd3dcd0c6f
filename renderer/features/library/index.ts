export { CopiesDialog } from './parts/CopiesDialog.tsx';
export { HandOverDialog } from './parts/HandOverDialog.tsx';
export { MergeDialog } from './parts/MergeDialog.tsx';
export { Screen } from './Screen.tsx';
