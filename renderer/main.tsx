import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { firstSettings } from './app/settings.tsx';
import { startI18n } from './i18n/setup.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
// The page of the room stands apart: it may ask for nothing but what the room is shown.
if (/^#\/room(\?|$)/.test(location.hash)) {
  const { startRoom } = await import('./features/projector/index.ts');
  await startRoom(root);
} else {
  // The first picture is already in the reader's language and theme; nothing flashes in another.
  const settings = await firstSettings();
  await startI18n(settings);
  createRoot(root).render(
    <StrictMode>
      <App first={settings} />
    </StrictMode>,
  );
}
