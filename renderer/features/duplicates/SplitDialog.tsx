import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../shared/contract/index.ts';
import { type Lang, pick } from '../../../shared/domain/languages.ts';
import { withOriginal } from '../../../shared/domain/paste/originals.ts';
import { useMutate } from '../../app/calls.ts';
import { useFormat, useLang } from '../../i18n/useFormat.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { announce, showToast } from '../../ui/toasts.ts';
import { PasteWatch } from '../pasting/index.ts';
import { referenceOf } from './suggestions.ts';
import { undoAction } from './undo-action.ts';

interface Part {
  readonly title: string;
  readonly statement: string;
  /** What was pasted into either, where it was cleaned. */
  readonly pasted?: string;
}
const EMPTY: Part = { title: '', statement: '' };
const MOST = 10;

/** Makes several deficits of one that says several things; they are written in the language it is read in. */
export function SplitDialog({
  dossierId,
  sides,
  onClose,
}: {
  readonly dossierId: string;
  readonly sides: readonly RecordView<'deficit'>[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['duplicates', 'common']);
  const format = useFormat();
  const reader = useLang();
  const split = useMutate('duplicates.split');
  const [chosen, setChosen] = useState<string>(sides[0]?.record.id ?? '');
  const [parts, setParts] = useState<readonly Part[]>([EMPTY, EMPTY]);
  const [isTried, setTried] = useState(false);
  const original = sides.find(({ record }) => record.id === chosen)?.record;
  const lang: Lang = pick(original?.title ?? original?.statement, reader)?.lang ?? reader;
  const lacksTitle = parts.some(({ title }) => title.trim() === '');
  const set = (at: number, change: Partial<Part>): void =>
    setParts((held) => held.map((part, index) => (index === at ? { ...part, ...change } : part)));
  const submit = (): void => {
    setTried(true);
    if (lacksTitle) {
      announce(t('split.needsTitles'), 'assertive');
      return;
    }
    split.mutate(
      {
        dossier: dossierId,
        id: chosen,
        parts: parts.map(({ title, statement, pasted }) => ({
          title: { [lang]: title.trim() },
          statement: statement.trim() === '' ? {} : { [lang]: statement.trim() },
          ...(pasted && { pasted: { [lang]: pasted } }),
        })),
      },
      {
        onSuccess: async ({ ids }) => {
          showToast({
            tone: 'ok',
            text: t('split.done', { count: ids.length }),
            action: await undoAction(dossierId, { label: t('undo'), gone: t('undoGone') }),
          });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={t('split.title')}
      isOpen
      onClose={onClose}
      size="l"
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" isPending={split.isPending} onPress={submit}>
            {t('split.confirm')}
          </Button>
        </>
      }
    >
      <div className="form">
        <p>{t('split.text')}</p>
        {sides.length > 1 && (
          <RadioGroup
            label={t('split.which')}
            autoFocus
            options={sides.map(({ record }) => ({
              id: record.id as string,
              label: `${referenceOf(record.number)} · ${pick(record.title, reader)?.value.text ?? t('untitled')}`,
            }))}
            value={chosen}
            onChange={setChosen}
          />
        )}
        {parts.map((part, at) => {
          const n = format.count(at + 1);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place and none is taken out
            <fieldset key={at} className="duplicates-part">
              <legend>{t('split.part', { n })}</legend>
              <PasteWatch
                onClean={(title, original) => set(at, { title, pasted: withOriginal(part.pasted, original) })}
              >
                <TextField
                  label={t('split.partTitle', { n })}
                  lang={lang}
                  isRequired
                  maxLength={300}
                  value={part.title}
                  onChange={(title) => set(at, { title })}
                  error={isTried && part.title.trim() === '' ? t('split.needsTitles') : undefined}
                />
              </PasteWatch>
              <PasteWatch
                onClean={(statement, original) =>
                  set(at, { statement, pasted: withOriginal(part.pasted, original) })
                }
              >
                <TextArea
                  label={t('split.partStatement', { n })}
                  lang={lang}
                  minRows={2}
                  maxLength={10_000}
                  value={part.statement}
                  onChange={(statement) => set(at, { statement })}
                />
              </PasteWatch>
            </fieldset>
          );
        })}
        {parts.length < MOST && (
          <Button icon={<Plus size={15} aria-hidden />} onPress={() => setParts((held) => [...held, EMPTY])}>
            {t('split.add')}
          </Button>
        )}
        {split.error && <ErrorState error={split.error} size="inline" />}
      </div>
    </Dialog>
  );
}
