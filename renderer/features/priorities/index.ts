export { Screen } from './Screen.tsx';
