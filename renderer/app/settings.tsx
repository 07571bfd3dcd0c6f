import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { Settings } from '../../shared/contract/index.ts';
import { makeFormats } from '../i18n/formats.ts';
import { directionOf, guessLocale, localeTag } from '../i18n/locale.ts';
import { applyLocale } from '../i18n/setup.ts';
import { LocaleContext } from '../i18n/useFormat.ts';
import { bridge, language } from '../platform/index.ts';
import { useErrorText } from '../ui/states.tsx';
import { showToast } from '../ui/toasts.ts';
import { invoke, useCall } from './calls.ts';

/** What is used until a person has chosen: the machine's language where we speak it, Arabic otherwise. */
const guessed = (): Settings => ({
  ...guessLocale([language, ...navigator.languages]),
  theme: 'system',
  singleKeys: true,
  authorName: '',
});

/** The settings to begin with. Never fails: without an answer the page starts with a guess and says why later. */
export async function firstSettings(): Promise<Settings> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, 2000));
  const result = await Promise.race([bridge.invoke('settings.get', {}), late]);
  return (result?.ok ? result.value : undefined) ?? guessed();
}

interface SettingsValue {
  readonly settings: Settings;
  /** Changes some of them, at once on the screen and then on the disk. */
  readonly change: (part: Partial<Settings>) => void;
}
const SettingsContext = createContext<SettingsValue | undefined>(undefined);

export function useSettings(): SettingsValue {
  const value = useContext(SettingsContext);
  if (!value) throw new Error('useSettings outside SettingsProvider');
  return value;
}

/** Holds the settings and carries them to the document, to the texts and to the components. */
export function SettingsProvider({
  first,
  children,
}: {
  readonly first: Settings;
  readonly children: ReactNode;
}) {
  const client = useQueryClient();
  const stored = useCall('settings.get', {});
  const errorText = useErrorText();
  const settings = stored.data ?? first;
  const [shown, setShown] = useState(first);

  // The first start settles what was guessed, so that the host's own menu speaks the same language.
  const isFirstStart = stored.data === null;
  useEffect(() => {
    if (isFirstStart) invoke('settings.set', first).catch(() => undefined);
  }, [isFirstStart, first]);

  // Texts of a new language are fetched before anything is drawn in it.
  useEffect(() => {
    let current = true;
    void applyLocale(settings).then(() => current && setShown(settings));
    return () => {
      current = false;
    };
  }, [settings]);

  useLayoutEffect(() => {
    const html = document.documentElement;
    html.lang = shown.language;
    html.dir = directionOf(shown.language);
    if (shown.theme === 'system') delete html.dataset.theme;
    else html.dataset.theme = shown.theme;
  }, [shown]);

  const value = useMemo<SettingsValue>(
    () => ({
      settings,
      change: (part) => {
        const next = { ...settings, ...part };
        client.setQueryData(['settings.get', {}], next);
        invoke('settings.set', next).catch((failure: unknown) => {
          void client.invalidateQueries({ queryKey: ['settings.get'] });
          showToast({ tone: 'bad', text: errorText(failure).what });
        });
      },
    }),
    [settings, client, errorText],
  );
  const locale = useMemo(() => ({ settings: shown, formats: makeFormats(shown) }), [shown]);

  return (
    <SettingsContext value={value}>
      <LocaleContext value={locale}>
        <I18nProvider locale={localeTag(shown)}>{children}</I18nProvider>
      </LocaleContext>
    </SettingsContext>
  );
}
