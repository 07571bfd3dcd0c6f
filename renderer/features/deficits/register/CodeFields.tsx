import { useTranslation } from 'react-i18next';
import type { Coding } from '../../../../shared/contract/index.ts';
import { CODED_SETS, type CodedSet, type CodedValue } from '../../../../shared/domain/register.ts';
import { type Option, Select } from '../../../ui/Select.tsx';
import { TagPicker } from '../../../ui/TagPicker.tsx';
import { useAreaNames } from '../areas.ts';
import { AREA_CODES } from '../codes.ts';
import {
  useGroundOptions,
  useInstrumentOptions,
  useLevelOptions,
  useOptions,
  useSdgOptions,
  useSubTopicOptions,
} from '../editor/options.ts';

export type Field = CodedValue | CodedSet;
const isSet = (field: Field): field is CodedSet => CODED_SETS.includes(field as CodedSet);
const KEEP = 'keep:';
const EMPTY = 'empty:';

export interface Codable {
  readonly options: { readonly [F in Field]: readonly Option[] };
  /** Of a set: what may be added, where that is less than what may be taken away. */
  readonly offered: { readonly [F in CodedSet]?: readonly Option[] };
  readonly names: { readonly [F in Field]: string };
  readonly notes: { readonly [F in Field]?: string };
}

/** What each field is called and may be given. */
export function useCodable(dossierId: string, coding: Coding): Codable {
  const { t } = useTranslation(['deficits', 'register', 'coding']);
  const areas = useAreaNames();
  const grounds = useGroundOptions(dossierId);
  const { confidentiality: level } = coding;
  return {
    options: {
      area: AREA_CODES.map((id) => ({ id, label: areas.full(id) })),
      subTopic: useSubTopicOptions(coding.area),
      sector: useOptions('sectors'),
      formality: useOptions('formality'),
      confidentiality: useLevelOptions(),
      affectedGroups: useOptions('affected-groups'),
      grounds: grounds.all,
      instruments: useInstrumentOptions(),
      sdgTargets: useSdgOptions('target'),
      sdgIndicators: useSdgOptions('indicator'),
      priorityProgrammes: useOptions('priority-action-programmes'),
    },
    offered: { grounds: grounds.offered },
    names: {
      area: t('field.area'),
      subTopic: t('field.subTopic'),
      sector: t('field.sector'),
      formality: t('field.formality'),
      confidentiality: t('field.confidentiality'),
      affectedGroups: t('field.affectedGroups'),
      grounds: t('field.grounds'),
      instruments: t('field.instruments'),
      sdgTargets: t('field.sdgTargets'),
      sdgIndicators: t('field.sdgIndicators'),
      priorityProgrammes: t('register:code.programmes'),
    },
    notes: {
      instruments: t('editor.notAFinding'),
      ...(!grounds.asksWider && { grounds: t('coding:notAsked') }),
      ...(level && { confidentiality: t(`lets.${level}`) }),
    },
  };
}

/** The field that is open, whichever kind it is. */
export function CodeField({
  field,
  codable,
  coding,
  onChange,
}: {
  readonly field: Field;
  readonly codable: Codable;
  readonly coding: Coding;
  readonly onChange: (coding: Coding) => void;
}) {
  const common = {
    name: codable.names[field],
    note: codable.notes[field],
    options: codable.options[field],
    coding,
    onChange,
  };
  return isSet(field) ? (
    <SetEditor key={field} field={field} offered={codable.offered[field] ?? common.options} {...common} />
  ) : (
    <ValueEditor key={field} field={field} {...common} />
  );
}

interface EditorProps<F extends Field> {
  readonly field: F;
  readonly name: string;
  readonly note: string | undefined;
  readonly options: readonly Option[];
  readonly coding: Coding;
  readonly onChange: (coding: Coding) => void;
}

function ValueEditor({ field, name, note, options, coding, onChange }: EditorProps<CodedValue>) {
  const { t } = useTranslation('register');
  const value = coding[field];
  return (
    <Select
      label={name}
      description={note}
      options={[
        { id: KEEP, label: t('code.keep') },
        ...options,
        // A level is changed and never taken away: without one nobody would know who may read it.
        ...(field === 'confidentiality' ? [] : [{ id: EMPTY, label: t('code.empty') }]),
      ]}
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

function SetEditor({
  field,
  name,
  note,
  options,
  offered,
  coding,
  onChange,
}: EditorProps<CodedSet> & { readonly offered: readonly Option[] }) {
  const { t } = useTranslation('register');
  const { add, remove } = coding[field] ?? { add: [], remove: [] };
  const put = (next: { add: string[]; remove: string[] }): void => {
    const { [field]: _, ...others } = coding;
    onChange(next.add.length + next.remove.length === 0 ? others : { ...others, [field]: next });
  };
  const isCoded = field === 'instruments' || field === 'sdgTargets' || field === 'sdgIndicators';
  return (
    <>
      <TagPicker
        label={t('code.add', { field: name })}
        description={note}
        options={offered}
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
