export { Lineage } from './Lineage.tsx';
export { Screen } from './Screen.tsx';
export { SplitDialog } from './SplitDialog.tsx';
