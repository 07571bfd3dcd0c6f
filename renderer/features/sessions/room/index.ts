export { RoomScreen } from './RoomScreen.tsx';
export { useFloor } from './useFloor.ts';
