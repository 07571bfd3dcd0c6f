import { useTranslation } from 'react-i18next';
import type { OpenProps } from '../../app/features.ts';
import { PageHead } from '../../ui/Card.tsx';
import { About } from './parts/About.tsx';
import { Appearance } from './parts/Appearance.tsx';
import { Author } from './parts/Author.tsx';
import { Keys } from './parts/Keys.tsx';
import { Locale } from './parts/Locale.tsx';
import './settings.css';

/** What one person on this device has chosen. Every change takes effect at once and is saved by itself. */
export function Screen(_props: OpenProps) {
  const { t } = useTranslation('settings');
  return (
    <div className="screen">
      <PageHead title={t('title')} subtitle={t('subtitle')} />
      <div className="settings-columns">
        <div className="stack">
          <Locale />
          <Appearance />
        </div>
        <div className="stack">
          <Author />
          <Keys />
          <About />
        </div>
      </div>
    </div>
  );
}
