import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../../shared/contract/index.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { Checkbox } from '../../../ui/Choice.tsx';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import {
  ChoiceField,
  CodedField,
  LineField,
  RecordProvider,
  TextsField,
  useValue,
  WithdrawButton,
} from '../../editing/index.ts';
import { STANDINGS, useOrganizationNames, useSeatOptions, useSexOptions } from '../words.ts';
import { EditorFrame } from './EditorFrame.tsx';
import { EraseName } from './EraseName.tsx';

export function PersonEditor({
  dossierId,
  view,
  organizations,
  onClose,
}: {
  readonly dossierId: string;
  readonly view: RecordView<'participant'>;
  readonly organizations: readonly RecordView<'organization'>[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['participants', 'common']);
  const lang = useLang();
  const sexes = useSexOptions();
  const seats = useSeatOptions();
  const { record } = view;
  const title = pick(record.role, lang)?.value.text ?? record.name ?? t('people.noRole');
  return (
    <RecordProvider dossierId={dossierId} type="participant" view={view}>
      <EditorFrame title={title} onClose={onClose}>
        <TextsField name="role" label={t('column.role')} multiline={false} maxLength={300} />
        <LineField name="name" label={t('common:name')} description={t('people.nameHelp')} maxLength={200} />
        <ChoiceField name="seat" label={t('column.seat')} options={seats} placeholder={t('choose')} />
        <OrganizationField organizations={organizations} />
        <CodedField name="sex" label={t('column.sex')} options={sexes} />
        <ChoiceField
          name="standing"
          label={t('column.standing')}
          options={STANDINGS.map((id) => ({ id, label: t(`standing.${id}`) }))}
          placeholder={t('choose')}
        />
        <SpokespersonField />
        <div className="participants-editor-foot">
          {record.name !== undefined && <EraseName dossierId={dossierId} id={record.id} />}
          <WithdrawButton
            dossierId={dossierId}
            type="participant"
            id={record.id}
            name={title}
            note={<p>{t('people.binKeepsName')}</p>}
            onDone={onClose}
          />
        </div>
      </EditorFrame>
    </RecordProvider>
  );
}

/** All organizations: one may send somebody who sits elsewhere. */
export function OrganizationField({
  organizations,
}: {
  readonly organizations: readonly RecordView<'organization'>[];
}) {
  const { t } = useTranslation('participants');
  const nameOf = useOrganizationNames(organizations);
  const { value, set, isReadOnly, error } = useValue<string>('organization');
  return (
    <ComboBox
      label={t('column.organization')}
      options={organizations.map(({ record }) => ({
        id: record.id as string,
        label: nameOf(record.id) ?? '',
      }))}
      value={value}
      valueLabel={nameOf(value) ?? t('organization.unknown')}
      isReadOnly={isReadOnly}
      error={error}
      onChange={set}
    />
  );
}

function SpokespersonField() {
  const { t } = useTranslation('participants');
  const { value, set, isReadOnly } = useValue<true>('spokesperson');
  return (
    <Checkbox
      isSelected={value === true}
      isDisabled={isReadOnly}
      onChange={(isSpokesperson) => set(isSpokesperson ? true : undefined)}
    >
      {t('people.speaks')}
    </Checkbox>
  );
}
