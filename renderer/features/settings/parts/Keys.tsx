import { Keyboard } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../../app/settings.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Switch } from '../../../ui/Choice.tsx';

const KeyHelp = lazy(async () => ({ default: (await import('../../../app/keyboard/KeyHelp.tsx')).KeyHelp }));

export function Keys() {
  const { t } = useTranslation(['settings', 'shell']);
  const { settings, change } = useSettings();
  const [isOpen, setOpen] = useState(false);
  return (
    <Card title={t('keys.title')}>
      <div className="stack">
        <Switch isSelected={settings.singleKeys} onChange={(singleKeys) => change({ singleKeys })}>
          {t('shell:keys.single')}
        </Switch>
        <p className="muted">{t('shell:keys.singleNote')}</p>
        <div>
          <Button icon={<Keyboard size={15} aria-hidden />} onPress={() => setOpen(true)}>
            {t('keys.all')}
          </Button>
        </div>
      </div>
      {isOpen && (
        <Suspense>
          <KeyHelp isOpen onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Card>
  );
}
