import { ExternalLink, Languages, Presentation, Snowflake, SquareSlash } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomRequest } from '../../../shared/contract/index.ts';
import { LANGS, type Lang } from '../../../shared/domain/languages.ts';
import type { Dossier } from '../../../shared/domain/records/index.ts';
import { useCall } from '../../app/calls.ts';
import { LANGUAGE_NAMES } from '../../i18n/locale.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu, type MenuItem } from '../../ui/Menu.tsx';
import { ToggleButton } from '../../ui/ToggleButton.tsx';
import { useOpenRoom, useProjector } from './queries.ts';
import './projector.css';

/** What the room is shown: choice, freeze, blank, languages, and the window itself. */
export const ProjectorControls = memo(function ProjectorControls({
  dossierId,
  sessionId,
}: {
  readonly dossierId: string;
  readonly sessionId: string;
}): ReactNode {
  const { t } = useTranslation('projector');
  const { state, show, turnFreeze, turnBlank, setLanguages } = useProjector(dossierId, sessionId);
  const { open, address } = useOpenRoom();
  const mandate = useCall(
    'record.get',
    { dossier: dossierId, type: 'dossier', id: dossierId },
    { recordTypes: ['dossier'] },
  );
  const reading = useCall(
    'readBack.state',
    { dossier: dossierId, session: sessionId },
    { recordTypes: ['readBack', 'clause', 'presence', 'session', 'dossier'] },
  );
  if (!state) return null;
  const { isFrozen, isBlank, languages, view } = state.shown;
  const shows = view.kind === 'table' ? view.title : view.kind;
  const clause = reading.data?.clause.record.id;

  const item = (request: RoomRequest): MenuItem => {
    const id = request.kind === 'table' ? request.table : request.kind;
    return {
      id,
      label: t(`show.${id}`),
      isSelected: !isBlank && shows === id,
      onAction: () => show(request),
    };
  };
  const isBalanceShown = (mandate.data?.record as Dossier | undefined)?.balanceShown === true;
  const groups = [
    {
      items: [
        item({ kind: 'speaker' }),
        item({ kind: 'agenda' }),
        ...(clause ? [item({ kind: 'clause', clause })] : []),
        ...(isBalanceShown ? [item({ kind: 'balance' })] : []),
        item({ kind: 'break' }),
      ],
    },
    {
      title: t('pictures'),
      items: [
        item({ kind: 'table', table: 'quorum' }),
        item({ kind: 'table', table: 'decisions' }),
        ...(clause ? [item({ kind: 'table', table: 'positions', clause })] : []),
      ],
    },
    { items: [item({ kind: 'nothing' })] },
  ];

  const [upper = 'ar', lower] = languages;
  const languageItem = (id: string, lang: Lang, isSelected: boolean, pair: readonly Lang[]): MenuItem => ({
    id,
    label: LANGUAGE_NAMES[lang],
    lang,
    isSelected,
    onAction: () => setLanguages(pair),
  });
  const languageGroups = [
    {
      title: t('upper'),
      items: LANGS.map((lang) =>
        languageItem(`upper-${lang}`, lang, lang === upper, lower && lower !== lang ? [lang, lower] : [lang]),
      ),
    },
    {
      title: t('lower'),
      items: [
        ...LANGS.filter((lang) => lang !== upper).map((lang) =>
          languageItem(`lower-${lang}`, lang, lang === lower, [upper, lang]),
        ),
        { id: 'lower-none', label: t('noLower'), isSelected: !lower, onAction: () => setLanguages([upper]) },
      ],
    },
  ];

  return (
    <fieldset className="projector-controls" aria-label={t('title')}>
      <Menu label={t('choose')} groups={groups}>
        <Button icon={<Presentation size={15} aria-hidden />}>
          {t('shows', { what: isBlank ? t('blank') : t(`show.${shows}`) })}
        </Button>
      </Menu>
      <ToggleButton icon={<Snowflake size={15} aria-hidden />} isSelected={isFrozen} onChange={turnFreeze}>
        {t('freeze')}
      </ToggleButton>
      <ToggleButton icon={<SquareSlash size={15} aria-hidden />} isSelected={isBlank} onChange={turnBlank}>
        {t('blank')}
      </ToggleButton>
      <Menu label={t('languages')} groups={languageGroups}>
        <Button icon={<Languages size={15} aria-hidden />}>{t('languages')}</Button>
      </Menu>
      <Button icon={<ExternalLink size={15} aria-hidden />} onPress={open}>
        {t('open')}
      </Button>
      {address && (
        <a href={address} target="_blank" rel="noopener noreferrer">
          {t('openByHand')}
        </a>
      )}
      {state.held && !isBlank && <span className="muted">{t('waits')}</span>}
    </fieldset>
  );
});
