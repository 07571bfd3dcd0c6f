export { Lineage } from './Lineage.tsx';
export { Screen } from './Screen.tsx';
export { Similar } from './Similar.tsx';
export { SplitDialog } from './SplitDialog.tsx';
