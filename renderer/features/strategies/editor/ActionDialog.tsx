import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../../shared/contract/index.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import type { Organization } from '../../../../shared/domain/records/index.ts';
import { labelOf } from '../../../../shared/reference/index.ts';
import { useCall } from '../../../app/calls.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import {
  AsPasted,
  ChoiceField,
  Conflicts,
  FUNCTIONAL_AREAS,
  LineField,
  RecordProvider,
  TextsField,
  useIsReadOnly,
  useValue,
  WithdrawButton,
} from '../../editing/index.ts';
import { Costs } from './Costs.tsx';
import { MonthOrDateField } from './MonthOrDate.tsx';

/** One action in full. It saves itself; closing only closes. */
export function ActionDialog({
  dossierId,
  view,
  currency,
  onClose,
}: {
  readonly dossierId: string;
  readonly view: RecordView<'action'>;
  /** The currency other actions of the strategy are costed in. */
  readonly currency: string | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['strategies', 'common']);
  const lang = useLang();
  const isReadOnly = useIsReadOnly();
  const { record } = view;
  const title = pick(record.title, lang)?.value.text ?? t('action.untitled');
  return (
    <Dialog
      shape="drawer"
      size="l"
      title={title}
      isOpen
      onClose={onClose}
      footer={
        <>
          {!isReadOnly && (
            <WithdrawButton
              dossierId={dossierId}
              type="action"
              id={record.id}
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
      <RecordProvider dossierId={dossierId} type="action" view={view}>
        <div className="form">
          <Conflicts />
          <TextsField name="title" label={t('action.title')} multiline={false} maxLength={300} />
          <TextsField
            name="responsible"
            label={t('action.responsible')}
            description={t('help.responsible')}
            multiline={false}
            maxLength={300}
          />
          <OrganizationField dossierId={dossierId} />
          <TextsField
            name="partners"
            label={t('action.partners')}
            description={t('help.partners')}
            minRows={2}
            maxLength={2000}
          />
          <div className="grid-2">
            <MonthOrDateField name="start" label={t('action.start')} />
            <MonthOrDateField name="end" label={t('action.end')} />
          </div>
          <Costs action={record} usual={currency} />
          <ChoiceField
            name="functionalArea"
            label={t('action.functionalArea')}
            options={FUNCTIONAL_AREAS.map((id) => ({ id, label: labelOf('functional-areas', id, lang) }))}
            placeholder={t('choose')}
            noneLabel={t('noChoice')}
          />
          <LineField name="indicator" label={t('action.indicator')} maxLength={100} />
          <TextsField name="target" label={t('action.target')} multiline={false} maxLength={300} />
          <AsPasted of={view.record} />
        </div>
      </RecordProvider>
    </Dialog>
  );
}

function OrganizationField({ dossierId }: { readonly dossierId: string }) {
  const { t } = useTranslation('strategies');
  const lang = useLang();
  const { data } = useCall(
    'record.list',
    { dossier: dossierId, type: 'organization', limit: 5000 },
    { recordTypes: ['organization'] },
  );
  const { value, set, isReadOnly, error } = useValue<string>('responsibleOrganization');
  return (
    <ComboBox
      label={t('action.organization')}
      options={(data ?? []).map(({ record }) => {
        const organization = record as Organization;
        return {
          id: organization.id as string,
          label: pick(organization.name, lang)?.value.text ?? organization.acronym ?? organization.id,
        };
      })}
      value={value}
      valueLabel={t('action.organizationUnknown')}
      isReadOnly={isReadOnly}
      error={error}
      onChange={set}
    />
  );
}
