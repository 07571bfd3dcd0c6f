export { OpenReadBack } from './OpenReadBack.tsx';
export { useIsReadBackOpen } from './queries.ts';
export { ReadBackDialog } from './ReadBackDialog.tsx';
