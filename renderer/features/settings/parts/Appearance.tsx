import { Contrast, Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../../app/settings.tsx';
import { Card } from '../../../ui/Card.tsx';
import { RadioGroup } from '../../../ui/Choice.tsx';

const THEMES = [
  { id: 'system', Icon: Monitor },
  { id: 'light', Icon: Sun },
  { id: 'dark', Icon: Moon },
  { id: 'contrast', Icon: Contrast },
] as const;

export function Appearance() {
  const { t } = useTranslation(['settings', 'shell']);
  const { settings, change } = useSettings();
  return (
    <Card title={t('shell:theme.title')}>
      <RadioGroup
        label={t('shell:theme.title')}
        hideLabel
        layout="cards"
        className="settings-themes"
        description={t('theme.help')}
        options={THEMES.map(({ id, Icon }) => ({
          id,
          label: t(`shell:theme.${id}`),
          icon: <Icon size={16} aria-hidden />,
        }))}
        value={settings.theme}
        onChange={(theme) => change({ theme })}
      />
    </Card>
  );
}
