import { useTranslation } from 'react-i18next';
import { pick } from '../../../shared/domain/languages.ts';
import { useLang } from '../../i18n/useFormat.ts';
import type { DossierFacts } from '../dossier.tsx';
import type { Route } from '../router.ts';

/** The title of the window: place, dialogue, product. */
export function useTitle(route: Route, info: DossierFacts | undefined): string {
  const { t } = useTranslation('shell');
  const lang = useLang();
  const place = route.screen === 'dossier' ? t(`section.${route.section}`) : t(`screen.${route.screen}`);
  const dialogue = info && pick(info.title, lang, info.authenticLanguage ?? undefined)?.value;
  return [place, dialogue, t('product')].filter(Boolean).join(' – ');
}
