/** Fetched when it is first opened, from wherever the register is printed. */
export const loadPrintDialog = () => import('./PrintDialog.tsx');
