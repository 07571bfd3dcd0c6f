export { CardForm } from './CardForm.tsx';
export { useDesk } from './desk.ts';
export { Screen } from './Screen.tsx';
export { useWritingLang } from './useWritingLang.ts';
