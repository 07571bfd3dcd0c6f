export { CloseDialog } from './CloseDialog.tsx';
export { MinutesScreen } from './MinutesScreen.tsx';
export { PapersMenu } from './PapersMenu.tsx';
export { JobFiles } from './parts.tsx';
export { printSheets } from './print.ts';
