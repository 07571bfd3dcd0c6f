import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionRow } from '../../../../shared/contract/index.ts';
import { TEMPLATES, type Template } from '../../../../shared/domain/floor/templates.ts';
import type { Lang } from '../../../../shared/domain/languages.ts';
import type { Session } from '../../../../shared/domain/records/index.ts';
import { invoke } from '../../../app/calls.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { i18next } from '../../../i18n/setup.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { announce } from '../../../ui/toasts.ts';
import { useSpan } from './times.ts';
import { useSessionTitle } from './words.tsx';

/** Ways to begin an agenda that is empty: a usual day, or the shape of another session. */
export function Templates({
  dossierId,
  session,
  rows,
}: {
  readonly dossierId: string;
  readonly session: Session;
  readonly rows: readonly SessionRow[];
}): ReactNode {
  const { t } = useTranslation('sessions');
  const { languages } = useDossier();
  const reader = useLang();
  const span = useSpan();
  const named = useSessionTitle();
  const [failure, setFailure] = useState<unknown>();
  const [isPending, setPending] = useState(false);
  const kind = session.kind ?? 'plenary';
  const planned = rows.filter((row) => row.id !== session.id && row.minutes > 0);

  const fill = async (from: { template: Template } | { from: string }): Promise<void> => {
    setPending(true);
    setFailure(undefined);
    try {
      const made = await invoke('session.plan', {
        dossier: dossierId,
        session: session.id,
        ...('template' in from
          ? { template: from.template.id, titles: await titlesOf(from.template, languages, reader) }
          : { from: from.from }),
      });
      announce(t('template.filled', { count: made.items.length }));
    } catch (thrown) {
      setFailure(thrown);
    } finally {
      setPending(false);
    }
  };
  return (
    <div className="sessions-templates">
      <div className="row">
        {TEMPLATES.filter((template) => template.kind === kind).map((template) => (
          <Button key={template.id} isDisabled={isPending} onPress={() => void fill({ template })}>
            {t('template.use', {
              name: t(`template.name.${template.id}`),
              span: span(template.items.reduce((sum, { minutes }) => sum + minutes, 0)),
            })}
          </Button>
        ))}
      </div>
      {planned.length > 0 && (
        <ComboBox
          label={t('template.like')}
          description={t('template.likeHelp')}
          options={planned.map((row) => ({ id: row.id, label: named(row.title), hint: span(row.minutes) }))}
          value={undefined}
          isDisabled={isPending}
          onChange={(id) => {
            if (id) void fill({ from: id });
          }}
        />
      )}
      {failure !== undefined && <ErrorState error={failure} size="inline" />}
    </div>
  );
}

/** A template's words in every language of the dialogue; the reader's own stands as the original. */
async function titlesOf(template: Template, languages: readonly Lang[], reader: Lang) {
  await i18next.loadLanguages([...languages]);
  await i18next.loadNamespaces('sessions');
  const original = languages.includes(reader) ? reader : languages[0];
  return [...new Set(template.items.map(({ key }) => key))].map((key) => ({
    key,
    title: Object.fromEntries(
      languages.map((lang) => [
        lang,
        {
          text: i18next.getFixedT(lang, 'sessions')(`template.item.${key}`),
          status: lang === original ? ('original' as const) : ('checked' as const),
        },
      ]),
    ),
  }));
}
