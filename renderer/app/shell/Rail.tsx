import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { hasFeature, RAIL_END, RAIL_START } from '../features.ts';
import { paths, type Section } from '../router.ts';
import { SectionIcon } from './SectionIcon.tsx';

/** The sections of the dossier; only those that exist. */
export const Rail = memo(function Rail({
  dossierId,
  section,
}: {
  readonly dossierId: string;
  readonly section: Section | undefined;
}) {
  const { t } = useTranslation('shell');
  const list = (sections: readonly Section[]) => (
    <ul>
      {sections.filter(hasFeature).map((each) => (
        <li key={each}>
          <a href={paths.section(dossierId, each)} {...(each === section && { 'aria-current': 'page' })}>
            <SectionIcon section={each} />
            {t(`section.${each}`)}
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <nav className="rail" aria-label={t('rail')} data-region>
      {list(RAIL_START)}
      <span className="grow" />
      {list(RAIL_END)}
    </nav>
  );
});
