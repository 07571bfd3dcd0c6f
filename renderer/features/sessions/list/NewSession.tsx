import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Constituency } from '../../../../shared/domain/codes.ts';
import { SESSION_KINDS, type SessionKind } from '../../../../shared/domain/floor/constants.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { useLang } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { RadioGroup } from '../../../ui/Choice.tsx';
import { CONSTITUENCIES } from '../../../ui/constituency.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { announce } from '../../../ui/toasts.ts';
import { useCreate } from '../../editing/index.ts';
import { useConstituencyNames } from '../../positions/index.ts';

/** What a session must have before it can be planned; everything else is filled in on its plan. */
export function NewSession({
  dossierId,
  onClose,
  onMade,
}: {
  readonly dossierId: string;
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation(['sessions', 'ui']);
  const { languages } = useDossier();
  const reader = useLang();
  const lang = languages.includes(reader) ? reader : (languages[0] ?? reader);
  const names = useConstituencyNames();
  const { create, isPending } = useCreate(dossierId);
  const [kind, setKind] = useState<SessionKind>('plenary');
  const [title, setTitle] = useState('');
  const [start, setStart] = useState<string>();
  const [constituency, setConstituency] = useState<Constituency>();
  const [isTried, setTried] = useState(false);
  const lacksTitle = title.trim() === '';
  const lacksSeat = kind === 'caucus' && !constituency;
  const make = async (): Promise<void> => {
    setTried(true);
    if (lacksTitle || lacksSeat || isPending) return;
    const made = await create('session', {
      kind,
      title: { [lang]: { text: title.trim(), status: 'original' } },
      ...(start && { start }),
      ...(kind === 'caucus' && { constituency }),
    });
    if (!made) return;
    announce(t('new.made'));
    onMade(made.record.id);
  };
  return (
    <Dialog
      title={t('new.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:dialog.cancel')}</Button>
          <Button variant="primary" isPending={isPending} onPress={() => void make()}>
            {t('new.make')}
          </Button>
        </>
      }
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <TextField
          label={t('field.title')}
          lang={lang}
          value={title}
          onChange={setTitle}
          maxLength={300}
          autoFocus
          error={isTried && lacksTitle ? t('new.needsTitle') : undefined}
        />
        <RadioGroup
          label={t('field.kind')}
          layout="cards"
          options={SESSION_KINDS.map((id) => ({ id, label: t(`kind.${id}`), hint: t(`kindHint.${id}`) }))}
          value={kind}
          onChange={setKind}
        />
        {kind === 'caucus' && (
          <Select
            label={t('field.constituency')}
            options={CONSTITUENCIES.map((id) => ({ id, label: names[id] }))}
            value={constituency}
            onChange={setConstituency}
            placeholder={t('choose')}
            error={isTried && lacksSeat ? t('new.needsSeat') : undefined}
          />
        )}
        <DateField label={t('field.start')} value={start} onChange={setStart} />
        {/* Enter in a field makes the session, as the button does. */}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
