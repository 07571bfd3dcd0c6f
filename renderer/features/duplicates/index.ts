export { Lineage } from './Lineage.tsx';
export { Screen } from './Screen.tsx';
