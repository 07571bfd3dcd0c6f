import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../shared/contract/index.ts';
import type { Constituency } from '../../../shared/domain/codes.ts';
import { pick } from '../../../shared/domain/languages.ts';
import { withOriginal } from '../../../shared/domain/paste/originals.ts';
import { useMutate } from '../../app/calls.ts';
import { useLang } from '../../i18n/useFormat.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup } from '../../ui/Choice.tsx';
import { CONSTITUENCIES } from '../../ui/constituency.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import { PasteWatch } from '../pasting/index.ts';
import { useConstituencyNames } from '../positions/index.ts';

/** What a constituency has against a joining or a split. One that is there already is edited, or emptied. */
export function ObjectionDialog({
  dossierId,
  view,
  onClose,
}: {
  readonly dossierId: string;
  readonly view: RecordView<'deficit'>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['duplicates', 'common']);
  const reader = useLang();
  const names = useConstituencyNames();
  const object = useMutate('duplicates.object');
  const heldBy = (seat: Constituency) => pick(view.record.objection?.[seat], reader);
  const [seat, setSeat] = useState<Constituency>('G');
  const [text, setText] = useState(heldBy('G')?.value.text ?? '');
  const [pasted, setPasted] = useState<string>();
  const lang = heldBy(seat)?.lang ?? reader;
  const submit = (): void =>
    object.mutate(
      {
        dossier: dossierId,
        id: view.record.id,
        constituency: seat,
        lang,
        text,
        ...(pasted && text.trim() !== '' && { pasted: { [lang]: pasted } }),
      },
      {
        onSuccess: () => {
          showToast({ tone: 'ok', text: t('object.done') });
          onClose();
        },
      },
    );
  return (
    <Dialog
      title={t('object.title')}
      isOpen
      onClose={onClose}
      size="m"
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" isPending={object.isPending} onPress={submit}>
            {t('object.confirm')}
          </Button>
        </>
      }
    >
      <div className="form">
        <p>{t('object.text')}</p>
        <RadioGroup
          label={t('object.who')}
          layout="row"
          autoFocus
          options={CONSTITUENCIES.map((id) => ({ id, label: names[id] }))}
          value={seat}
          onChange={(next) => {
            setSeat(next);
            setText(heldBy(next)?.value.text ?? '');
            setPasted(undefined);
          }}
        />
        <PasteWatch
          onClean={(cleaned, original) => {
            setText(cleaned);
            setPasted((kept) => withOriginal(kept, original));
          }}
        >
          <TextArea
            label={t('object.body')}
            lang={lang}
            minRows={3}
            maxLength={2000}
            value={text}
            onChange={setText}
          />
        </PasteWatch>
        {object.error && <ErrorState error={object.error} size="inline" />}
      </div>
    </Dialog>
  );
}
