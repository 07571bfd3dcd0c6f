export { CloseDialog } from './CloseDialog.tsx';
export { followJob, useJob } from './jobs.ts';
export { MinutesScreen } from './MinutesScreen.tsx';
export { PaperDialog } from './PaperDialog.tsx';
export { PapersMenu } from './PapersMenu.tsx';
export { JobFiles } from './parts.tsx';
export { printSheets } from './print.ts';
