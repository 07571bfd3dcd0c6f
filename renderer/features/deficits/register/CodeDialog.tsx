import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Coding, CodingPreview } from '../../../../shared/contract/index.ts';
import { type Labels, pick } from '../../../../shared/domain/languages.ts';
import {
  CODED_SETS,
  CODED_VALUES,
  CODING_STATES,
  type CodedSet,
  type CodedValue,
} from '../../../../shared/domain/register.ts';
import { childrenIn, codelist } from '../../../../shared/reference/index.ts';
import { useCall, useMutate } from '../../../app/calls.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { type Option, Select } from '../../../ui/Select.tsx';
import { ErrorState, Notice, Skeleton } from '../../../ui/states.tsx';
import { TagPicker } from '../../../ui/TagPicker.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useAreaNames } from '../areas.ts';
import { AREA_CODES } from '../codes.ts';
import { useInstrumentOptions, useOptions, useSdgOptions } from '../editor/options.ts';
import { Reference } from '../reference.tsx';
import { useRested } from './useUrlState.ts';

type Field = CodedValue | CodedSet;
const isSet = (field: Field): field is CodedSet => CODED_SETS.includes(field as CodedSet);
const KEEP = 'keep:';
const EMPTY = 'empty:';

/** What each field is called and may be given. */
function useCodable(area: string | null | undefined) {
  const { t } = useTranslation(['deficits', 'register']);
  const lang = useLang();
  const areas = useAreaNames();
  const options: { readonly [F in Field]: readonly Option[] } = {
    area: AREA_CODES.map((id) => ({ id, label: areas.full(id) })),
    subTopic: useMemo(
      () =>
        (area ? [area] : AREA_CODES).flatMap((code) =>
          childrenIn(codelist('thematic-areas'), code).map(({ id, labels }) => ({ id, label: labels[lang] })),
        ),
      [area, lang],
    ),
    sector: useOptions('sectors'),
    formality: useOptions('formality'),
    affectedGroups: useOptions('affected-groups'),
    instruments: useInstrumentOptions(),
    sdgTargets: useSdgOptions('target'),
    priorityProgrammes: useOptions('priority-action-programmes'),
  };
  const names: { readonly [F in Field]: string } = {
    area: t('field.area'),
    subTopic: t('field.subTopic'),
    sector: t('field.sector'),
    formality: t('field.formality'),
    affectedGroups: t('field.affectedGroups'),
    instruments: t('field.instruments'),
    sdgTargets: t('field.sdgTargets'),
    priorityProgrammes: t('register:code.programmes'),
  };
  return { options, names };
}

/** Codes the marked deficits in one step, after saying what that would do to each. */
export function CodeDialog({
  dossierId,
  ids,
  onDone,
  onClose,
}: {
  readonly dossierId: string;
  readonly ids: readonly string[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('register');
  const [coding, setCoding] = useState<Coding>({});
  const [field, setField] = useState<Field>('area');
  const [reason, setReason] = useState('');
  const { options, names } = useCodable(coding.area);
  const isEmpty = Object.keys(coding).length === 0;
  const settled = useRested(coding, 150);
  const input = useMemo(
    () => ({ dossier: dossierId, ids: [...ids], coding: settled }),
    [dossierId, ids, settled],
  );
  const preview = useCall('register.codePreview', input, {
    enabled: Object.keys(settled).length > 0,
    recordTypes: ['deficit'],
  });
  const code = useMutate('register.code');
  const changes = settled === coding && !isEmpty ? (preview.data?.counts.changes ?? 0) : 0;
  return (
    <Dialog
      title={t('code.title')}
      isOpen
      onClose={onClose}
      size="l"
      footer={
        <>
          <span className="muted grow">{t('mark.count', { count: ids.length })}</span>
          <Button
            variant="primary"
            isDisabled={changes === 0}
            isPending={code.isPending}
            onPress={() =>
              code.mutate(
                { ...input, ...(reason.trim() && { reason: reason.trim() }) },
                {
                  onSuccess: ({ changed }) => {
                    showToast({ tone: 'ok', text: t('code.done', { count: changed }) });
                    onDone();
                  },
                },
              )
            }
          >
            {t('code.confirm')}
          </Button>
        </>
      }
    >
      <div className="deficits-coding">
        <div className="form">
          <Select
            label={t('code.field')}
            options={[...CODED_VALUES, ...CODED_SETS].map((id) => ({ id, label: names[id] }))}
            value={field}
            onChange={setField}
          />
          {isSet(field) ? (
            <SetEditor
              key={field}
              field={field}
              name={names[field]}
              options={options[field]}
              coding={coding}
              onChange={setCoding}
            />
          ) : (
            <ValueEditor
              key={field}
              field={field}
              name={names[field]}
              options={options[field]}
              coding={coding}
              onChange={setCoding}
            />
          )}
          <TextField
            label={t('code.reason')}
            description={t('code.reasonText')}
            value={reason}
            onChange={setReason}
            maxLength={2000}
          />
        </div>
        <section aria-label={t('code.what')} aria-live="polite">
          <h3>{t('code.what')}</h3>
          {isEmpty ? (
            <p className="muted">{t('code.nothing')}</p>
          ) : (
            <>
              <Summary coding={coding} names={names} options={options} />
              {preview.error ? (
                <ErrorState error={preview.error} size="inline" />
              ) : preview.data ? (
                <Preview preview={preview.data} />
              ) : (
                <Skeleton lines={3} />
              )}
            </>
          )}
          {code.error && <ErrorState error={code.error} size="inline" />}
        </section>
      </div>
    </Dialog>
  );
}

interface EditorProps<F extends Field> {
  readonly field: F;
  readonly name: string;
  readonly options: readonly Option[];
  readonly coding: Coding;
  readonly onChange: (coding: Coding) => void;
}

function ValueEditor({ field, name, options, coding, onChange }: EditorProps<CodedValue>) {
  const { t } = useTranslation('register');
  const value = coding[field];
  return (
    <Select
      label={name}
      options={[{ id: KEEP, label: t('code.keep') }, ...options, { id: EMPTY, label: t('code.empty') }]}
      value={value === undefined ? KEEP : (value ?? EMPTY)}
      onChange={(next) => {
        const { [field]: _, ...others } = coding;
        const chosen = next === KEEP ? others : { ...others, [field]: next === EMPTY ? null : next };
        // A sub-topic belongs to its area: another area asks for another one.
        if (field === 'area') delete (chosen as { subTopic?: unknown }).subTopic;
        onChange(chosen as Coding);
      }}
    />
  );
}

function SetEditor({ field, name, options, coding, onChange }: EditorProps<CodedSet>) {
  const { t } = useTranslation('register');
  const { add, remove } = coding[field] ?? { add: [], remove: [] };
  const put = (next: { add: string[]; remove: string[] }): void => {
    const { [field]: _, ...others } = coding;
    onChange(next.add.length + next.remove.length === 0 ? others : { ...others, [field]: next });
  };
  const isCoded = field === 'instruments' || field === 'sdgTargets';
  return (
    <>
      <TagPicker
        label={t('code.add', { field: name })}
        options={options}
        showCodes={isCoded}
        value={add}
        onAdd={(code) => put({ add: [...add, code], remove: remove.filter((one) => one !== code) })}
        onRemove={(code) => put({ add: add.filter((one) => one !== code), remove })}
      />
      <TagPicker
        label={t('code.takeAway', { field: name })}
        options={options}
        showCodes={isCoded}
        value={remove}
        onAdd={(code) => put({ remove: [...remove, code], add: add.filter((one) => one !== code) })}
        onRemove={(code) => put({ remove: remove.filter((one) => one !== code), add })}
      />
    </>
  );
}

/** All that was chosen, whichever field is open. */
function Summary({
  coding,
  names,
  options,
}: {
  readonly coding: Coding;
  readonly names: { readonly [F in Field]: string };
  readonly options: { readonly [F in Field]: readonly Option[] };
}) {
  const { t } = useTranslation('register');
  const format = useFormat();
  const word = (field: Field, code: string): string =>
    options[field].find(({ id }) => id === code)?.label ?? code;
  const lines = [
    ...CODED_VALUES.flatMap((field) => {
      const value = coding[field];
      if (value === undefined) return [];
      return t('code.sets', {
        field: names[field],
        value: value === null ? t('code.empty') : word(field, value),
      });
    }),
    ...CODED_SETS.flatMap((field) => {
      const { add = [], remove = [] } = coding[field] ?? {};
      const said = (codes: readonly string[]): string => format.list(codes.map((code) => word(field, code)));
      return [
        ...(add.length > 0 ? [t('code.adds', { field: names[field], value: said(add) })] : []),
        ...(remove.length > 0 ? [t('code.takes', { field: names[field], value: said(remove) })] : []),
      ];
    }),
  ];
  return (
    <ul className="deficits-coding-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Preview({ preview }: { readonly preview: CodingPreview }) {
  const { t } = useTranslation(['register', 'deficits']);
  const lang = useLang();
  const format = useFormat();
  const { counts, judged, kept } = preview;
  const left = CODING_STATES.reduce((sum, state) => (state === 'changes' ? sum : sum + counts[state]), 0);
  return (
    <>
      <p>
        <strong>{t('code.changes', { count: counts.changes })}</strong>
      </p>
      {judged > 0 && <Notice tone="warn">{t('code.judged', { count: judged })}</Notice>}
      {left > 0 && (
        <>
          <p>
            {t('code.kept', { count: left })}:{' '}
            {format.list(
              CODING_STATES.flatMap((state) =>
                state === 'changes' || counts[state] === 0
                  ? []
                  : [`${t(`code.state.${state}`)} (${format.count(counts[state])})`],
              ),
            )}
          </p>
          <ul className="deficits-coding-kept" aria-label={t('code.keptList')}>
            {kept.map(({ id, number, title, state }) => (
              <li key={id}>
                <Reference number={number || null} />
                <bdi className="clip-1">{pick(title as Labels, lang)?.value ?? t('deficits:untitled')}</bdi>
                <span className="muted">{t(`code.state.${state}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
