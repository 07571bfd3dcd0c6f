import { useTranslation } from 'react-i18next';
import { paths } from '../../app/router.ts';

export const VIEWS = ['cards', 'import', 'causes', 'duplicates', 'priorities'] as const;
export type View = (typeof VIEWS)[number];
/** Those that are there for people. */
export const OPEN_VIEWS: readonly View[] = ['cards', 'import', 'causes', 'duplicates', 'priorities'];

/** Ways into the deficits: the register first, then what is done with many of them at once. */
export function Views({ dossierId, view }: { readonly dossierId: string; readonly view: View | undefined }) {
  const { t } = useTranslation('deficits');
  if (OPEN_VIEWS.length === 0) return null;
  return (
    <nav className="deficits-views" aria-label={t('views.label')}>
      <a href={paths.section(dossierId, 'deficits')} {...(!view && { 'aria-current': 'page' })}>
        {t('views.register')}
      </a>
      {OPEN_VIEWS.map((each) => (
        <a
          key={each}
          href={paths.section(dossierId, 'deficits', undefined, { view: each })}
          {...(each === view && { 'aria-current': 'page' })}
        >
          {t(`views.${each}`)}
        </a>
      ))}
    </nav>
  );
}
