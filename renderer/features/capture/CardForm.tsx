import { CornerDownLeft } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lang } from '../../../shared/domain/languages.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { RadioGroup } from '../../ui/Choice.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { SEATS } from '../../ui/constituency.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { TagPicker } from '../../ui/TagPicker.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { AREA_CODES, useAreaName, useOptions } from '../editing/index.ts';
import { PasteWatch } from '../pasting/index.ts';
import { useConstituencyNames } from '../positions/index.ts';
import { isBlank, MOST, withOriginal } from './card.ts';
import type { useDesk } from './desk.ts';
import { onEnterIn } from './enter.ts';
import { useMake } from './useMake.ts';
import './capture.css';

/** In the order they are asked; Enter goes from one to the next. */
const STEPS = ['title', 'area', 'groups', 'statement', 'raisedBy'] as const;
type Step = (typeof STEPS)[number];

/** The five fields of a card, by keys alone: Enter goes on, and in the last field makes the deficit. */
export function CardForm({
  dossierId,
  at,
  lang,
  session,
}: {
  readonly dossierId: string;
  readonly at: ReturnType<typeof useDesk>;
  /** Of what is written. */
  readonly lang: Lang;
  /** Where it was raised. */
  readonly session: string | undefined;
}): ReactNode {
  const { t } = useTranslation(['capture', 'ui']);
  const { desk, now, write, next, clear } = at;
  const { card } = desk;
  const form = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<{ readonly title?: boolean; readonly raisedBy?: boolean }>({});
  const go = useCallback((step: Step) => focusIn(form.current, step), []);
  const { make, isPending, error } = useMake(dossierId, next);
  const areaName = useAreaName();
  const areas = useMemo(
    () => AREA_CODES.map((id, place) => ({ id, label: areaName(id), hint: String(place + 1) })),
    [areaName],
  );
  const groups = useOptions('affected-groups');
  const names = useConstituencyNames();
  const seats = SEATS.map((id, place) => ({
    id,
    label: t('seat', { n: place + 1, who: id === 'invited' ? t('ui:seat.invited') : names[id] }),
  }));

  const finish = async (): Promise<void> => {
    const { card: whole } = now();
    const missing = { title: whole.title.trim() === '', raisedBy: whole.raisedBy === undefined };
    setAsked(missing);
    if (missing.title) go('title');
    else if (missing.raisedBy) go('raisedBy');
    else if (await make(whole, lang, session)) go('title');
  };
  const inGroups = (event: KeyboardEvent): void => {
    const digit = '1234'.indexOf(event.key) >= 0 ? Number(event.key) : '١٢٣٤'.indexOf(event.key) + 1;
    const seat = event.key.length === 1 && !event.ctrlKey && !event.altKey ? SEATS[digit - 1] : undefined;
    if (seat) write({ raisedBy: seat });
    else if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    else void finish();
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Card title={t('card')} className="capture-card">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the fields within */}
      <div
        ref={form}
        className="form"
        onKeyDown={(event) => event.key === 'Enter' && event.stopPropagation()}
      >
        <div data-step="title" onKeyDownCapture={(event) => onEnterIn(event, () => go('area'))}>
          <PasteWatch
            onClean={(title, original) =>
              write({ title, pasted: withOriginal(now().card, 'title', original) })
            }
          >
            <TextField
              label={t('field.title')}
              value={card.title}
              lang={lang}
              maxLength={MOST.title}
              isRequired
              autoFocus
              error={asked.title && card.title.trim() === '' ? t('titleFirst') : undefined}
              onChange={(title) => write({ title })}
            />
          </PasteWatch>
        </div>
        <div data-step="area">
          <ComboBox
            label={t('field.area')}
            description={t('field.areaHelp')}
            options={areas}
            value={card.area as (typeof AREA_CODES)[number] | undefined}
            onChange={(area) => write({ area })}
            onEnter={() => go('groups')}
          />
        </div>
        <div data-step="groups">
          <TagPicker
            label={t('field.groups')}
            description={t('field.groupsHelp')}
            options={groups}
            value={card.affectedGroups}
            onAdd={(id) => write({ affectedGroups: [...card.affectedGroups, id] })}
            onRemove={(id) => write({ affectedGroups: card.affectedGroups.filter((one) => one !== id) })}
            onEnter={() => go('statement')}
          />
        </div>
        <div data-step="statement" onKeyDownCapture={(event) => onEnterIn(event, () => go('raisedBy'))}>
          <PasteWatch
            onClean={(statement, original) =>
              write({ statement, pasted: withOriginal(now().card, 'statement', original) })
            }
          >
            <TextArea
              label={t('field.statement')}
              description={t('field.statementHelp')}
              value={card.statement}
              lang={lang}
              minRows={3}
              maxLength={MOST.statement}
              onChange={(statement) => write({ statement })}
            />
          </PasteWatch>
        </div>
        <div data-step="raisedBy" onKeyDownCapture={inGroups}>
          <RadioGroup
            label={t('field.raisedBy')}
            description={t('field.raisedByHelp')}
            layout="row"
            options={seats}
            value={card.raisedBy}
            isRequired
            error={asked.raisedBy && !card.raisedBy ? t('groupFirst') : undefined}
            onChange={(raisedBy) => write({ raisedBy })}
          />
        </div>
        {error !== undefined && <ErrorState error={error} size="inline" onRetry={() => void finish()} />}
        <div className="row">
          <Button
            variant="primary"
            icon={<CornerDownLeft size={15} aria-hidden />}
            isPending={isPending}
            onPress={() => void finish()}
          >
            {t('make')}
          </Button>
          {!isBlank(card) && (
            <Button
              variant="quiet"
              onPress={() => {
                clear();
                go('title');
              }}
            >
              {t('clear')}
            </Button>
          )}
          <span className="muted capture-help">{t('help')}</span>
        </div>
      </div>
    </Card>
  );
}

/** What is written in or chosen from in a step; of a group of buttons the chosen one. */
function focusIn(form: HTMLElement | null, step: Step): void {
  const fields = form?.querySelector(`[data-step="${step}"]`);
  const field =
    fields?.querySelector<HTMLElement>('input:checked') ??
    fields?.querySelector<HTMLElement>('textarea, input:not([type=hidden])');
  field?.focus();
}
