import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { firstSettings } from './app/settings.tsx';
import { startI18n } from './i18n/setup.ts';

// The first picture is already in the reader's language and theme; nothing flashes in another.
const settings = await firstSettings();
await startI18n(settings);
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App first={settings} />
  </StrictMode>,
);
