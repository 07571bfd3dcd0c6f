export { BatteryNotice } from './BatteryNotice.tsx';
export { BreakCopy } from './BreakCopy.tsx';
