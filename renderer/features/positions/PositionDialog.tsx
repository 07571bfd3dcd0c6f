import { Clock, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../shared/contract/index.ts';
import type { Constituency } from '../../../shared/domain/codes.ts';
import { useMutate } from '../../app/calls.ts';
import { useDossier } from '../../app/dossier.tsx';
import { useFormat } from '../../i18n/useFormat.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { RadioGroup } from '../../ui/Choice.tsx';
import { StanceGlyph, seatStyle } from '../../ui/constituency.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { MultiText } from '../../ui/MultiText.tsx';
import { Select } from '../../ui/Select.tsx';
import { ErrorState, Notice } from '../../ui/states.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { announce } from '../../ui/toasts.ts';
import {
  draftOf,
  isSpoken,
  lackOf,
  mayCarryText,
  type OrganizationDraft,
  type PositionDraft,
  positionOf,
  VALUES,
  withText,
} from './draft.ts';
import { useConstituencyNames } from './names.ts';
import { useOrganizations } from './queries.ts';
import type { DecidedType, DecidedView } from './types.ts';
import { dropUnrecorded, keepUnrecorded, keyOf, takeUnrecorded } from './unrecorded.ts';
import './positions.css';

const MANDATES = ['mandated', 'subject-to-consultation', 'unsaid'] as const;

/**
 * Records the position of one constituency. It is one value with its reservation and is stored at once, not
 * piece by piece; what is stored as judged is the text as it stood when the dialog was opened.
 */
export function PositionDialog({
  dossierId,
  type,
  view,
  constituency,
  onClose,
}: {
  readonly dossierId: string;
  readonly type: DecidedType;
  readonly view: DecidedView;
  readonly constituency: Constituency;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['positions', 'ui', 'common']);
  const format = useFormat();
  const names = useConstituencyNames();
  const { languages } = useDossier();
  // What the person had before them when they opened it.
  const [opened] = useState(view);
  const stored = opened.record.position?.[constituency];
  const storedSpokesperson = opened.record.spokesperson?.[constituency] ?? '';
  const key = keyOf(dossierId, opened.record.id, constituency);
  const against = JSON.stringify([stored, storedSpokesperson]);
  const [begun] = useState(() => takeUnrecorded(key, against));
  const [draft, setDraft] = useState<PositionDraft>(() => begun?.draft ?? draftOf(stored));
  const [spokesperson, setSpokesperson] = useState(begun?.spokesperson ?? storedSpokesperson);
  const [isTried, setTried] = useState(false);
  const edit = useMutate('record.edit');
  const lack = lackOf(draft);
  const change = (part: Partial<PositionDraft>): void => setDraft((now) => ({ ...now, ...part }));
  const lacks = (what: ReturnType<typeof lackOf>): string | undefined =>
    isTried && lack === what ? t(`lack.${what as NonNullable<typeof what>}`) : undefined;

  const record = (): void => {
    setTried(true);
    if (lack) {
      announce(t(`lack.${lack}`), 'assertive');
      return;
    }
    const name = spokesperson.trim();
    edit.mutate(
      {
        dossier: dossierId,
        type,
        id: opened.record.id,
        members: {
          position: { [constituency]: positionOf(draft) },
          ...(name !== storedSpokesperson && { spokesperson: { [constituency]: name || null } }),
        } as Input<'record.edit'>['members'],
        seen: [...opened.judged],
      },
      {
        onSuccess: () => {
          dropUnrecorded(key);
          announce(t('recorded', { who: names[constituency] }));
          onClose();
        },
      },
    );
  };

  const isChanged =
    spokesperson !== storedSpokesperson || JSON.stringify(draft) !== JSON.stringify(draftOf(stored));
  const close = (): void => {
    if (isChanged) keepUnrecorded(key, { draft, spokesperson, against });
    else dropUnrecorded(key);
    onClose();
  };
  const cancel = (): void => {
    dropUnrecorded(key);
    onClose();
  };

  return (
    <Dialog
      title={t('dialogTitle', { who: names[constituency] })}
      isOpen
      onClose={close}
      isDismissable={false}
      size="m"
      footer={
        <>
          <Button onPress={cancel}>{t('common:cancel')}</Button>
          <Button variant="primary" isPending={edit.isPending} onPress={record}>
            {t('recordIt')}
          </Button>
        </>
      }
    >
      <div className="form positions-form" style={seatStyle(constituency)}>
        {begun && <Notice>{t('begun')}</Notice>}
        <RadioGroup
          label={t('value')}
          layout="cards"
          value={draft.value}
          options={VALUES.map((id) => ({
            id,
            label: t(`ui:stance.${id}`),
            icon: <StanceGlyph value={id} size={12} />,
          }))}
          onChange={(value) => change({ value })}
          error={lacks('value')}
        />
        {mayCarryText(draft.value) && (
          <MultiText
            key={draft.value === 'agree-with-reservation' ? 'reservation' : 'note'}
            label={draft.value === 'agree-with-reservation' ? t('reservation') : t('note')}
            description={draft.value === 'agree-with-reservation' ? t('reservationHelp') : t('noteHelp')}
            isRequired={draft.value === 'agree-with-reservation'}
            value={draft.reservation}
            languages={languages}
            maxLength={20_000}
            onChange={(lang, entry) => change({ reservation: withText(draft.reservation, lang, entry) })}
            error={lacks('reservation')}
          />
        )}
        {stored?.reservation && draft.value && !mayCarryText(draft.value) && (
          <Notice tone="warn">{t('reservationLeaves')}</Notice>
        )}
        {isSpoken(draft.value) && (
          <>
            <RadioGroup
              label={t('mandateLabel')}
              layout="row"
              value={draft.mandate ?? 'unsaid'}
              options={MANDATES.map((id) => ({ id, label: t(`mandate.${id}`) }))}
              onChange={(id) => change({ mandate: id === 'unsaid' ? undefined : id })}
            />
            <div className="field">
              <span className="field-label">{t('readBack')}</span>
              <div className="row">
                <Button
                  icon={<Clock size={14} aria-hidden />}
                  onPress={() => change({ readBackAt: new Date().toISOString() })}
                >
                  {t('readBackNow')}
                </Button>
                <span className="muted" role="status">
                  {draft.readBackAt
                    ? t('readBackAt', { when: format.dateTime(draft.readBackAt) })
                    : t('notReadBack')}
                </span>
              </div>
            </div>
            <Organizations
              dossierId={dossierId}
              constituency={constituency}
              drafts={draft.organizations}
              onChange={(organizations) => change({ organizations })}
              error={lacks('organization') ?? lacks('organizationReservation')}
            />
            <TextField
              label={t('spokespersonLabel')}
              description={t('spokespersonHelp')}
              value={spokesperson}
              maxLength={200}
              onChange={setSpokesperson}
            />
          </>
        )}
        {edit.error && <ErrorState error={edit.error} size="inline" />}
      </div>
    </Dialog>
  );
}

/** Organizations that stand elsewhere than their constituency, each with its own reservation. */
export function Organizations({
  dossierId,
  constituency,
  drafts,
  onChange,
  error,
}: {
  readonly dossierId: string;
  readonly constituency: Constituency;
  readonly drafts: readonly OrganizationDraft[];
  readonly onChange: (drafts: readonly OrganizationDraft[]) => void;
  readonly error: string | undefined;
}) {
  const { t } = useTranslation(['positions', 'ui']);
  const { languages } = useDossier();
  const known = useOrganizations(dossierId).filter(({ seat }) => seat === constituency);
  const change = (at: number, part: Partial<OrganizationDraft>): void =>
    onChange(drafts.map((draft, i) => (i === at ? { ...draft, ...part } : draft)));
  const taken = drafts.map((draft) => draft.organization);
  return (
    <fieldset className="positions-organizations">
      <legend className="field-label">{t('differing')}</legend>
      {known.length === 0 && <p className="muted">{t('noOrganizations')}</p>}
      {drafts.map((draft, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity before an organization is chosen
        <div key={at} className="positions-organization">
          <div className="row">
            <Select
              className="grow"
              label={t('organization')}
              options={known
                .filter(({ id }) => id === draft.organization || !taken.includes(id))
                .map(({ id, name }) => ({ id, label: name }))}
              value={draft.organization}
              placeholder={t('choose')}
              onChange={(organization) => change(at, { organization })}
            />
            <Select
              className="grow"
              label={t('value')}
              options={VALUES.map((id) => ({
                id,
                label: t(`ui:stance.${id}`),
                icon: <StanceGlyph value={id} />,
              }))}
              value={draft.value}
              placeholder={t('choose')}
              onChange={(value) => change(at, { value })}
            />
            <IconButton
              label={t('removeOrganization')}
              icon={<Trash2 size={15} aria-hidden />}
              onPress={() => onChange(drafts.filter((_, i) => i !== at))}
            />
          </div>
          {mayCarryText(draft.value) && (
            <MultiText
              label={draft.value === 'agree-with-reservation' ? t('reservation') : t('note')}
              isRequired={draft.value === 'agree-with-reservation'}
              value={draft.reservation}
              languages={languages}
              minRows={2}
              maxLength={20_000}
              onChange={(lang, entry) =>
                change(at, { reservation: withText(draft.reservation, lang, entry) })
              }
            />
          )}
        </div>
      ))}
      {error && <p className="field-error">{error}</p>}
      {drafts.length < known.length && (
        <Button
          variant="quiet"
          icon={<Plus size={14} aria-hidden />}
          onPress={() =>
            onChange([...drafts, { organization: undefined, value: undefined, reservation: {} }])
          }
        >
          {t('addOrganization')}
        </Button>
      )}
    </fieldset>
  );
}
