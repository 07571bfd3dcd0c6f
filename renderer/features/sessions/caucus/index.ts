export { CaucusScreen } from './CaucusScreen.tsx';
