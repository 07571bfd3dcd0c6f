export { KeyInDialog } from './KeyInDialog.tsx';
