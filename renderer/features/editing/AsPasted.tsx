import { useTranslation } from 'react-i18next';
import type { Texts } from '../../../shared/domain/fields.ts';
import { LANGS } from '../../../shared/domain/languages.ts';
import { BestText } from '../../ui/BestText.tsx';

/** What stood in the texts of a record before they were cleaned, in every language; nothing where nothing was. */
export function AsPasted({ of: record }: { readonly of: object | undefined }) {
  const { t } = useTranslation('editing');
  const texts = (record as { readonly pasted?: Texts } | undefined)?.pasted;
  const langs = LANGS.filter((lang) => texts?.[lang]);
  if (langs.length === 0) return null;
  return (
    <details className="as-pasted">
      <summary>{t('pasted')}</summary>
      {langs.map((lang) => (
        <div key={lang}>
          <BestText texts={{ [lang]: texts?.[lang] }} />
        </div>
      ))}
    </details>
  );
}
