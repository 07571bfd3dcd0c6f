import { History, House, Keyboard, Languages, Redo2, SunMoon, Trash2, Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGS, LANGUAGE_NAMES } from '../../i18n/locale.ts';
import { BESIDE, hasFeature } from '../features.ts';
import { focusMain } from '../keyboard/regions.ts';
import type { Command } from '../palette/commands.ts';
import { navigate, paths } from '../router.ts';
import { useSettings } from '../settings.tsx';
import { SectionIcon } from './SectionIcon.tsx';
import { NUMBERED } from './useShellKeys.ts';
import type { Undo } from './useUndo.ts';

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;

/** What the palette offers on every screen. */
export function useShellCommands({
  dossierId,
  undo,
  openKeys,
}: {
  readonly dossierId: string | undefined;
  readonly undo: Undo;
  readonly openKeys: () => void;
}): readonly Command[] {
  const { t } = useTranslation('shell');
  const { settings, change } = useSettings();
  return useMemo(() => {
    const list: Command[] = [];
    if (dossierId) {
      const sections = [...NUMBERED, ...BESIDE.filter((section) => hasFeature(section))];
      sections.forEach((section, index) => {
        list.push({
          id: `go ${section}`,
          label: t(`section.${section}`),
          icon: <SectionIcon section={section} size={15} />,
          hint: index < NUMBERED.length ? `Alt ${index + 1}` : undefined,
          run: () => {
            navigate(paths.section(dossierId, section));
            focusMain();
          },
        });
      });
      if (undo.canUndo)
        list.push({
          id: 'undo',
          label: t('undo.undo'),
          icon: <Undo2 size={15} className="flip" aria-hidden />,
          hint: 'Ctrl Z',
          run: undo.undo,
        });
      if (undo.canRedo)
        list.push({
          id: 'redo',
          label: t('undo.redo'),
          icon: <Redo2 size={15} className="flip" aria-hidden />,
          hint: 'Ctrl Shift Z',
          run: undo.redo,
        });
    }
    list.push({
      id: 'library',
      label: t('menu.library'),
      icon: <House size={15} aria-hidden />,
      run: () => navigate(paths.library()),
    });
    for (const language of LANGS)
      if (language !== settings.language)
        list.push({
          id: `language ${language}`,
          label: t('language.switchTo', { name: LANGUAGE_NAMES[language] }),
          icon: <Languages size={15} aria-hidden />,
          run: () => change({ language }),
        });
    for (const theme of THEMES)
      if (theme !== settings.theme)
        list.push({
          id: `theme ${theme}`,
          label: t('theme.switchTo', { name: t(`theme.${theme}`) }),
          icon: <SunMoon size={15} aria-hidden />,
          run: () => change({ theme }),
        });
    list.push({
      id: 'keys',
      label: t('keys.title'),
      icon: <Keyboard size={15} aria-hidden />,
      hint: '?',
      run: openKeys,
    });
    return list;
  }, [dossierId, undo, openKeys, settings.language, settings.theme, change, t]);
}

export const BESIDE_ICONS = { history: History, bin: Trash2 } as const;
