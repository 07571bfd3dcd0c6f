import { Plus } from 'lucide-react';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ITEM_KINDS, type ItemKind } from '../../../../shared/domain/floor/constants.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { useLang } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { announce } from '../../../ui/toasts.ts';
import { useCreate } from '../../editing/index.ts';
import { between } from './order.ts';
import { ItemIcon } from './words.tsx';

const USUAL: { readonly [K in ItemKind]: number } = { item: 30, prayer: 20, meal: 60, pause: 15 };

/** A kind, a title and Enter make the next item; a break needs no title. */
export function AddItem({
  dossierId,
  session,
  last,
}: {
  readonly dossierId: string;
  readonly session: string;
  /** The order of the last item there is. */
  readonly last: number | undefined;
}): ReactNode {
  const { t } = useTranslation(['sessions', 'common']);
  const { languages } = useDossier();
  const reader = useLang();
  const lang = languages.includes(reader) ? reader : (languages[0] ?? reader);
  const { create, isPending } = useCreate(dossierId);
  const [kind, setKind] = useState<ItemKind>('item');
  const [title, setTitle] = useState('');
  const [minutes, setMinutes] = useState<number | undefined>(USUAL.item);
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const lacksTitle = kind === 'item' && title.trim() === '';
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (lacksTitle || isPending) return;
    const made = await create('agendaItem', {
      session,
      kind,
      // Where the last place is taken, two items share it: the next move numbers them anew.
      order: between(last, undefined) ?? 1_000_000,
      ...(minutes !== undefined && { minutes: Math.round(minutes) }),
      ...(title.trim() && { title: { [lang]: { text: title.trim(), status: 'original' } } }),
    });
    if (!made) return;
    announce(t('item.added'));
    setTried(false);
    setTitle('');
    setKind('item');
    setMinutes(USUAL.item);
    form.current?.querySelector<HTMLInputElement>('.sessions-add-title input')?.focus();
  };
  return (
    <form
      ref={form}
      className="sessions-add"
      aria-label={t('item.new')}
      onSubmit={(event) => void add(event)}
    >
      <Select
        label={t('item.kind')}
        options={ITEM_KINDS.map((id) => ({ id, label: t(`itemKind.${id}`), icon: <ItemIcon kind={id} /> }))}
        value={kind}
        onChange={(next) => {
          setKind(next);
          setMinutes(USUAL[next]);
        }}
      />
      <TextField
        className="grow sessions-add-title"
        label={t('item.title')}
        lang={lang}
        value={title}
        onChange={setTitle}
        maxLength={300}
        error={isTried && lacksTitle ? t('item.needsTitle') : undefined}
      />
      <NumberField
        className="sessions-minutes"
        label={t('agenda.minutes')}
        value={minutes}
        minValue={0}
        maxValue={600}
        step={5}
        formatOptions={{ maximumFractionDigits: 0 }}
        onChange={setMinutes}
      />
      <Button type="submit" icon={<Plus size={15} aria-hidden />} isPending={isPending}>
        {t('common:add')}
      </Button>
    </form>
  );
}
