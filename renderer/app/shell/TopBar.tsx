import { EllipsisVertical, House, Keyboard, Languages, Redo2, Search, SunMoon, Undo2 } from 'lucide-react';
import { memo } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { pick } from '../../../shared/domain/languages.ts';
import { LANGS, LANGUAGE_NAMES } from '../../i18n/locale.ts';
import { useLang } from '../../i18n/useFormat.ts';
import { quit } from '../../platform/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Menu, type MenuGroup } from '../../ui/Menu.tsx';
import { BrandMark } from '../Brand.tsx';
import { useOptionalDossier } from '../dossier.tsx';
import { BESIDE, hasFeature } from '../features.ts';
import { navigate, paths } from '../router.ts';
import { useSettings } from '../settings.tsx';
import { SavedState } from './SavedState.tsx';
import { SectionIcon } from './SectionIcon.tsx';
import { THEMES } from './useShellCommands.tsx';
import type { Undo } from './useUndo.ts';

/** Brand, dialogue, saved state, jump, undo and redo, language, theme, and the rest in a menu. */
export const TopBar = memo(function TopBar({
  dossierId,
  undo,
  onJump,
  onKeys,
  hasJump,
}: {
  readonly dossierId: string | undefined;
  readonly undo: Undo;
  readonly onJump: () => void;
  readonly onKeys: () => void;
  readonly hasJump: boolean;
}) {
  const { t } = useTranslation('shell');
  const lang = useLang();
  const { settings, change } = useSettings();
  const info = useOptionalDossier();
  const title = info && pick(info.title, lang, info.authenticLanguage ?? undefined);
  return (
    <header className="top" data-region>
      <a className="brand" href={paths.library()} title={t('menu.library')}>
        <BrandMark />
        {t('product')}
      </a>
      {info && (
        <>
          <span className="top-rule" />
          <span className="top-title clip-1" title={title?.value}>
            <bdi lang={title?.lang}>{title?.value ?? t('untitled')}</bdi>
          </span>
          {info.illustrative && <Badge tone="warn">{t('illustrative')}</Badge>}
        </>
      )}
      <span className="grow" />
      {info && <SavedState info={info} />}
      {hasJump && (
        <AriaButton className="jump" onPress={onJump} aria-keyshortcuts="Control+K">
          <Search size={15} aria-hidden />
          <span>{t('jump.open')}</span>
          <span className="key" aria-hidden="true">
            Ctrl K
          </span>
        </AriaButton>
      )}
      {info && !info.readOnly && (
        <span className="top-pair">
          <IconButton
            label={t('undo.undo')}
            keyHint="Ctrl Z"
            isDisabled={!undo.canUndo}
            onPress={undo.undo}
            icon={<Undo2 size={17} className="flip" aria-hidden />}
          />
          <IconButton
            label={t('undo.redo')}
            keyHint="Ctrl Shift Z"
            isDisabled={!undo.canRedo}
            onPress={undo.redo}
            icon={<Redo2 size={17} className="flip" aria-hidden />}
          />
        </span>
      )}
      <Menu
        label={t('language.title')}
        groups={[
          {
            items: LANGS.map((language) => ({
              id: language,
              label: LANGUAGE_NAMES[language],
              lang: language,
              isSelected: language === settings.language,
              onAction: () => change({ language }),
            })),
          },
        ]}
      >
        <IconButton label={t('language.title')} icon={<Languages size={18} aria-hidden />} />
      </Menu>
      <Menu
        label={t('theme.title')}
        groups={[
          {
            items: THEMES.map((theme) => ({
              id: theme,
              label: t(`theme.${theme}`),
              isSelected: theme === settings.theme,
              onAction: () => change({ theme }),
            })),
          },
        ]}
      >
        <IconButton label={t('theme.title')} icon={<SunMoon size={18} aria-hidden />} />
      </Menu>
      <MoreMenu dossierId={dossierId} onKeys={onKeys} />
    </header>
  );
});

function MoreMenu({
  dossierId,
  onKeys,
}: {
  readonly dossierId: string | undefined;
  readonly onKeys: () => void;
}) {
  const { t } = useTranslation('shell');
  const groups: MenuGroup[] = [];
  const beside = dossierId ? BESIDE.filter((section) => hasFeature(section)) : [];
  if (dossierId && beside.length > 0)
    groups.push({
      items: beside.map((section) => ({
        id: section,
        label: t(`section.${section}`),
        icon: <SectionIcon section={section} size={15} />,
        onAction: () => navigate(paths.section(dossierId, section)),
      })),
    });
  groups.push({
    items: [
      {
        id: 'library',
        label: t('menu.library'),
        icon: <House size={15} aria-hidden />,
        onAction: () => navigate(paths.library()),
      },
      ...(hasFeature('settings')
        ? [
            {
              id: 'settings',
              label: t('section.settings'),
              icon: <SectionIcon section="settings" size={15} />,
              onAction: () => navigate(dossierId ? paths.section(dossierId, 'settings') : paths.settings()),
            },
          ]
        : []),
      {
        id: 'keys',
        label: t('keys.title'),
        icon: <Keyboard size={15} aria-hidden />,
        keyHint: '?',
        onAction: onKeys,
      },
    ],
  });
  if (quit) {
    const end = quit;
    groups.push({ items: [{ id: 'quit', label: t('menu.quit'), onAction: () => void end() }] });
  }
  return (
    <Menu label={t('menu.more')} groups={groups}>
      <IconButton label={t('menu.more')} icon={<EllipsisVertical size={18} aria-hidden />} />
    </Menu>
  );
}
