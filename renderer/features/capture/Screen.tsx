import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionRow } from '../../../shared/contract/index.ts';
import { pick } from '../../../shared/domain/languages.ts';
import { useCall } from '../../app/calls.ts';
import { useDossier } from '../../app/dossier.tsx';
import type { SectionProps } from '../../app/features.ts';
import { LANGUAGE_NAMES } from '../../i18n/locale.ts';
import { useLang } from '../../i18n/useFormat.ts';
import { PageHead } from '../../ui/Card.tsx';
import { type Option, Select } from '../../ui/Select.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import { useIsReadOnly } from '../editing/index.ts';
import { CardForm } from './CardForm.tsx';
import { useDesk } from './desk.ts';
import { MadeCards } from './MadeCards.tsx';
import { useWritingLang } from './useWritingLang.ts';

const NO_SESSION = 'none:';

/** Cards of the room: five fields each, by keys alone. The screen of the room shows nothing of them. */
export function Screen({ dossierId }: SectionProps): ReactNode {
  const { t } = useTranslation('capture');
  const isReadOnly = useIsReadOnly();
  const { languages } = useDossier();
  const at = useDesk(dossierId);
  const { desk, change } = at;
  const sessions = useCall('session.list', { dossier: dossierId }, { recordTypes: ['session'] });
  const options = useSessionOptions(sessions.data, desk.session);
  const lang = useWritingLang(desk.lang);
  const session = options.some(({ id }) => id === desk.session) ? desk.session : undefined;
  return (
    <div className="screen capture">
      <PageHead title={t('title')} subtitle={t('subtitle')} />
      {sessions.error && (
        <ErrorState error={sessions.error} size="inline" onRetry={() => void sessions.refetch()} />
      )}
      {isReadOnly ? (
        <Notice tone="warn">{t('readOnly')}</Notice>
      ) : (
        <>
          <div className="row capture-bar">
            <Select
              layout="bar"
              label={t('session')}
              options={options}
              value={session ?? NO_SESSION}
              onChange={(id) => change({ session: id === NO_SESSION ? undefined : id })}
            />
            {languages.length > 1 && (
              <Select
                layout="bar"
                label={t('language')}
                options={languages.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
                value={lang}
                onChange={(next) => change({ lang: next })}
              />
            )}
          </div>
          <CardForm dossierId={dossierId} at={at} lang={lang} session={session} />
        </>
      )}
      <MadeCards dossierId={dossierId} made={desk.made} />
    </div>
  );
}

/** Sessions in which cards are raised now: those that run, and the tables of a breakout. */
function useSessionOptions(
  rows: readonly SessionRow[] | undefined,
  chosen: string | undefined,
): readonly Option[] {
  const { t } = useTranslation('capture');
  const lang = useLang();
  const usable = (rows ?? []).filter(
    ({ id, phase, kind }) =>
      id === chosen ||
      phase === 'open' ||
      phase === 'suspended' ||
      (kind === 'breakout' && phase !== 'closed'),
  );
  return [
    { id: NO_SESSION, label: t('noSession') },
    ...usable.map(({ id, title }) => ({ id, label: pick(title, lang)?.value ?? t('untitledSession') })),
  ];
}
