import { createElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RoomPage } from './page/RoomPage.tsx';
import { roomLanguages, startRoomWords } from './page/words.ts';
import './page/wall.css';

/** Draws the page of the room, which stands outside the shell and knows no dossier. */
export async function startRoom(root: HTMLElement): Promise<void> {
  await startRoomWords();
  const first = await roomLanguages([]);
  createRoot(root).render(createElement(StrictMode, null, createElement(RoomPage, { first })));
}
