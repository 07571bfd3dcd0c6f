import { useTranslation } from 'react-i18next';
import { useAutosave } from '../../../app/autosave.ts';
import { useSettings } from '../../../app/settings.tsx';
import { Card } from '../../../ui/Card.tsx';
import { TextField } from '../../../ui/TextField.tsx';

/** The one personal name the application asks for; it works as well without. */
export function Author() {
  const { t } = useTranslation('settings');
  const { settings, change } = useSettings();
  const name = useAutosave({
    value: settings.authorName,
    save: async (authorName) => change({ authorName: authorName.trim() }),
  });
  return (
    <Card title={t('author.title')}>
      <div className="form">
        <TextField
          label={t('author.name')}
          value={name.value}
          onChange={name.setValue}
          onBlur={name.flush}
          maxLength={200}
          description={t('author.help')}
        />
      </div>
    </Card>
  );
}
