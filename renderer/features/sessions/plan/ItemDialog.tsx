import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../../shared/contract/index.ts';
import { ITEM_KINDS, type ItemKind } from '../../../../shared/domain/floor/constants.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import { invoke, useCall } from '../../../app/calls.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { type Option, Select } from '../../../ui/Select.tsx';
import { TagPicker } from '../../../ui/TagPicker.tsx';
import {
  Conflicts,
  RecordProvider,
  TextsField,
  useRecordEditing,
  useSet,
  useValue,
  WithdrawButton,
} from '../../editing/index.ts';
import { MinutesField } from './MinutesField.tsx';
import { useDeficits } from './queries.ts';
import { ItemIcon, useItemTitle } from './words.tsx';

/** One item of the agenda in full. It saves itself; closing only closes. */
export function ItemDialog({
  dossierId,
  view,
  isFixed,
  onClose,
}: {
  readonly dossierId: string;
  readonly view: RecordView<'agendaItem'>;
  readonly isFixed: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation(['sessions', 'common']);
  const title = useItemTitle()(view.record);
  return (
    <Dialog
      shape="drawer"
      size="l"
      title={title}
      isOpen
      onClose={onClose}
      footer={
        <>
          {!isFixed && (
            <WithdrawButton
              dossierId={dossierId}
              type="agendaItem"
              id={view.record.id}
              name={title}
              onDone={onClose}
            />
          )}
          <Button variant="primary" onPress={onClose}>
            {t('common:done')}
          </Button>
        </>
      }
    >
      {/* What lies in the bin cannot be edited, and neither can the agenda of a session that has ended. */}
      <RecordProvider
        dossierId={dossierId}
        type="agendaItem"
        view={isFixed ? { ...view, withdrawn: true } : view}
      >
        <div className="form">
          <Conflicts />
          <TextsField name="title" label={t('item.title')} multiline={false} maxLength={300} />
          <div className="grid-2">
            <KindField />
            <MinutesField label={t('agenda.minutes')} />
          </div>
          <TextsField
            name="notes"
            label={t('item.notes')}
            description={t('item.notesHelp')}
            minRows={3}
            maxLength={5000}
          />
          <DeficitsField />
          <ClausesField />
        </div>
      </RecordProvider>
    </Dialog>
  );
}

function KindField(): ReactNode {
  const { t } = useTranslation('sessions');
  const { value, set, isReadOnly, error } = useValue<ItemKind>('kind');
  return (
    <Select
      label={t('item.kind')}
      options={ITEM_KINDS.map((id) => ({ id, label: t(`itemKind.${id}`), icon: <ItemIcon kind={id} /> }))}
      value={value ?? 'item'}
      isReadOnly={isReadOnly}
      error={error}
      onChange={set}
    />
  );
}

/** A number with its letter, and the text people know it by. */
const labelled = (number: string | null | undefined, letter: string, text: string): string =>
  number ? `${letter}-${number} · ${text}` : text;

function DeficitsField(): ReactNode {
  const { t } = useTranslation('sessions');
  const lang = useLang();
  const { dossierId } = useRecordEditing();
  const { value, setAll, isReadOnly, error } = useSet('deficits');
  const load = useCallback(
    async (query: string): Promise<readonly Option[]> => {
      const search = query.trim();
      const found = await invoke('register.window', {
        dossier: dossierId,
        lang,
        filter: search ? { search } : {},
        sort: 'number',
        descending: false,
        offset: 0,
        limit: 30,
      });
      return found.rows.map((row) => ({
        id: row.id,
        label: labelled(row.number, 'D', row.title?.text ?? t('item.untitledDeficit')),
      }));
    },
    [dossierId, lang, t],
  );
  return (
    <TagPicker
      label={t('item.deficits')}
      load={load}
      labelOf={useLabels(value)}
      value={value}
      isReadOnly={isReadOnly}
      error={error}
      onAdd={(id) => setAll([...value, id])}
      onRemove={(id) => setAll(value.filter((one) => one !== id))}
    />
  );
}

function ClausesField(): ReactNode {
  const { t } = useTranslation('sessions');
  const lang = useLang();
  const { dossierId } = useRecordEditing();
  const { value, setAll, isReadOnly, error } = useSet('clauses');
  const { data } = useCall(
    'record.list',
    { dossier: dossierId, type: 'clause', limit: 2000 },
    { recordTypes: ['clause'] },
  );
  const options = ((data ?? []) as readonly RecordView<'clause'>[]).map(({ record }) => ({
    id: record.id as string,
    label: labelled(record.number, 'C', pick(record.body, lang)?.value.text ?? t('item.untitledClause')),
  }));
  return (
    <TagPicker
      label={t('item.clauses')}
      options={options}
      value={value}
      isReadOnly={isReadOnly}
      error={error}
      onAdd={(id) => setAll([...value, id])}
      onRemove={(id) => setAll(value.filter((one) => one !== id))}
    />
  );
}

/** What linked deficits are called; one that is not in this copy says so. */
function useLabels(ids: readonly string[]): (id: string) => string {
  const { t } = useTranslation('sessions');
  const lang = useLang();
  const { dossierId } = useRecordEditing();
  const views = useDeficits(dossierId, ids);
  return (id) => {
    const record = views[ids.indexOf(id)]?.record;
    if (!record) return t('item.unknown');
    return labelled(record.number, 'D', pick(record.title, lang)?.value.text ?? t('item.untitledDeficit'));
  };
}
