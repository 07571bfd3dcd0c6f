export { OpenReadBack } from './OpenReadBack.tsx';
export { ReadBackDialog } from './ReadBackDialog.tsx';
