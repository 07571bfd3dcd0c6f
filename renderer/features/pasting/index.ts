export { PasteWatch } from './PasteWatch.tsx';
