export { ProjectorControls } from './ProjectorControls.tsx';
export { startRoom } from './start.ts';
export { useProjectorKeys } from './useProjectorKeys.ts';
