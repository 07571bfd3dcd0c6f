import { useTranslation } from 'react-i18next';
import { LANGS, type Lang } from '../../../../shared/domain/languages.ts';
import { LANGUAGE_NAMES } from '../../../i18n/locale.ts';
import { CheckboxGroup } from '../../../ui/Choice.tsx';
import { useSet } from '../../editing/index.ts';

/** The languages the dialogue works in: at least one stays. */
export function LanguagesField() {
  const { t } = useTranslation('mandate');
  const { value, setAll, isReadOnly, error } = useSet('languages');
  return (
    <CheckboxGroup<Lang>
      label={t('field.languages')}
      description={t('help.languages')}
      layout="row"
      options={LANGS.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
      value={value as readonly Lang[]}
      isReadOnly={isReadOnly}
      error={error}
      onChange={(next) => {
        if (next.length > 0) setAll(next);
      }}
    />
  );
}
