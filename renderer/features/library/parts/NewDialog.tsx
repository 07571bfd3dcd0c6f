import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGS, type Labels, type Lang } from '../../../../shared/domain/languages.ts';
import { useMutate } from '../../../app/calls.ts';
import { useCountryOptions } from '../../../app/countries.ts';
import { navigate, paths } from '../../../app/router.ts';
import { LANGUAGE_NAMES } from '../../../i18n/locale.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckboxGroup } from '../../../ui/Choice.tsx';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { TextField } from '../../../ui/TextField.tsx';

/** The least a dossier begins with: its languages, a title in one of them, and the country if it is known. */
export function NewDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['library', 'common']);
  const formId = useId();
  const reader = useLang();
  const countries = useCountryOptions();
  const [languages, setLanguages] = useState<readonly Lang[]>([reader]);
  const [title, setTitle] = useState<Labels>({});
  const [country, setCountry] = useState<string>();
  const [isTried, setTried] = useState(false);
  const create = useMutate('library.create');

  const chosen = LANGS.filter((lang) => languages.includes(lang));
  const titles = Object.fromEntries(
    chosen.flatMap((lang) => (title[lang]?.trim() ? [[lang, title[lang].trim()]] : [])),
  );
  const lacksTitle = Object.keys(titles).length === 0;
  const submit = (): void => {
    setTried(true);
    if (chosen.length === 0 || lacksTitle || create.isPending) return;
    create.mutate(
      { title: titles, country: country ?? null, languages: chosen },
      { onSuccess: (info) => navigate(paths.section(info.dossier, 'overview')) },
    );
  };
  return (
    <Dialog
      title={t('new.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={create.isPending}>
            {t('new.create')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <CheckboxGroup
          label={t('new.languages')}
          description={t('new.languagesHelp')}
          layout="row"
          options={LANGS.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
          value={languages}
          onChange={setLanguages}
          error={isTried && chosen.length === 0 ? t('new.languageNeeded') : undefined}
        />
        {chosen.map((lang, index) => (
          <TextField
            key={lang}
            label={t('new.titleIn', { language: LANGUAGE_NAMES[lang] })}
            value={title[lang] ?? ''}
            onChange={(text) => setTitle((now) => ({ ...now, [lang]: text }))}
            lang={lang}
            maxLength={300}
            autoFocus={index === 0}
            description={index === chosen.length - 1 ? t('new.titleHelp') : undefined}
            error={isTried && lacksTitle && index === 0 ? t('new.titleNeeded') : undefined}
          />
        ))}
        <ComboBox
          label={t('common:country')}
          description={t('new.countryHelp')}
          options={countries}
          value={country}
          onChange={setCountry}
        />
        {create.error && <ErrorState error={create.error} size="inline" />}
      </form>
    </Dialog>
  );
}
