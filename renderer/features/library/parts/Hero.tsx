import { useTranslation } from 'react-i18next';
import { BrandMark } from '../../../app/Brand.tsx';
import { useSettings } from '../../../app/settings.tsx';
import { LANGS, LANGUAGE_NAMES } from '../../../i18n/locale.ts';
import { SegmentedControl } from '../../../ui/ToggleButton.tsx';

const THEMES = ['system', 'light', 'dark', 'contrast'] as const;

/** Who we are, in one sentence; and language and appearance, before anything else has to be read. */
export function Hero() {
  const { t } = useTranslation(['library', 'shell']);
  const { settings, change } = useSettings();
  return (
    <header className="library-hero">
      <BrandMark size={56} />
      <div className="library-who">
        <h1 tabIndex={-1}>{t('shell:product')}</h1>
        <p>{t('tagline')}</p>
      </div>
      <div className="library-switches">
        <SegmentedControl
          label={t('shell:language.title')}
          value={settings.language}
          options={LANGS.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
          onChange={(language) => change({ language })}
        />
        <SegmentedControl
          label={t('shell:theme.title')}
          value={settings.theme}
          options={THEMES.map((id) => ({ id, label: t(`shell:theme.${id}`) }))}
          onChange={(theme) => change({ theme })}
        />
      </div>
    </header>
  );
}
