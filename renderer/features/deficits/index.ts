export { loadPrintDialog } from './register/print.ts';
export { Screen } from './Screen.tsx';
