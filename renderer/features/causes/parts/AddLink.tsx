import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LINK_KINDS, type LinkKind } from '../../../../shared/domain/causes/types.ts';
import { withOriginal } from '../../../../shared/domain/paste/originals.ts';
import { useMutate } from '../../../app/calls.ts';
import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { PasteWatch } from '../../pasting/index.ts';
import { useWritingLang } from '../queries.ts';
import { DeficitPicker } from './DeficitPicker.tsx';

interface End {
  readonly id: string;
  readonly label: string;
}

/** Says that one deficit acts on another: who, how, on whom. */
export function AddLink({
  dossierId,
  from: fixed,
}: {
  readonly dossierId: string;
  /** The deficit the links are of, where there is one. */
  readonly from?: End;
}) {
  const { t } = useTranslation('causes');
  const lang = useWritingLang();
  const link = useMutate('causes.link');
  const [from, setFrom] = useState<End | undefined>(fixed);
  const [to, setTo] = useState<End>();
  const [kind, setKind] = useState<LinkKind>('blocks');
  const [note, setNote] = useState('');
  const [pasted, setPasted] = useState<string>();
  const [count, setCount] = useState(0);
  const add = (): void => {
    if (!from || !to) return;
    link.mutate(
      {
        dossier: dossierId,
        from: from.id as never,
        to: to.id as never,
        kind,
        ...(note.trim() && { note: { [lang]: note.trim() }, ...(pasted && { pasted: { [lang]: pasted } }) }),
      },
      {
        onSuccess: () => {
          setTo(undefined);
          setNote('');
          setPasted(undefined);
          setCount((now) => now + 1);
        },
      },
    );
  };
  return (
    <fieldset className="causes-add-link">
      <legend>{t('addLink')}</legend>
      <div className="causes-add-link-fields">
        <DeficitPicker
          dossierId={dossierId}
          label={t('from')}
          value={from?.id}
          valueLabel={from?.label}
          onChange={(id, label) => {
            link.reset();
            setFrom({ id, label });
          }}
        />
        <Select
          label={t('kind')}
          options={LINK_KINDS.map((id) => ({ id, label: t(`says.${id}`) }))}
          value={kind}
          onChange={setKind}
        />
        <DeficitPicker
          key={count}
          dossierId={dossierId}
          label={t('to')}
          value={to?.id}
          valueLabel={to?.label}
          without={from?.id}
          onChange={(id, label) => {
            link.reset();
            setTo({ id, label });
          }}
        />
        <PasteWatch
          className="causes-note"
          onClean={(text, original) => {
            setNote(text);
            setPasted((kept) => withOriginal(kept, original));
          }}
        >
          <TextField label={t('note')} lang={lang} maxLength={1000} value={note} onChange={setNote} />
        </PasteWatch>
        <Button
          icon={<Plus size={15} aria-hidden />}
          isDisabled={!from || !to}
          isPending={link.isPending}
          onPress={add}
        >
          {t('link')}
        </Button>
      </div>
      {link.error && <ErrorState error={link.error} size="inline" />}
    </fieldset>
  );
}
