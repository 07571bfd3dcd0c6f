export { ReadBackDialog } from './ReadBackDialog.tsx';
