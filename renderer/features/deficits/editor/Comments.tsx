import { useTranslation } from 'react-i18next';
import { pick } from '../../../../shared/domain/languages.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { Checkbox } from '../../../ui/Choice.tsx';
import { CONSTITUENCIES } from '../../../ui/constituency.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useConstituencyNames } from '../../positions/index.ts';
import { CommentText } from '../parts/CommentText.tsx';
import { TextsField, useValue } from './fields.tsx';
import { type Answer, Items } from './Items.tsx';
import { today } from './today.ts';

export function Comments({
  dossierId,
  deficit,
  answer,
  isReadOnly,
}: {
  readonly dossierId: string;
  readonly deficit: string;
  readonly answer: Answer<'comment'>;
  readonly isReadOnly: boolean;
}) {
  const { t } = useTranslation('deficits');
  const lang = useLang();
  return (
    <Items
      dossierId={dossierId}
      type="comment"
      answer={answer}
      isReadOnly={isReadOnly}
      initial={() => ({ target: deficit, date: today(), confidentiality: 'secretariat' })}
      words={{ add: t('comment.add'), edit: t('comment.edit'), none: t('comment.none') }}
      nameOf={(record) => pick(record.body, lang)?.value.text.slice(0, 60) ?? t('comment.item')}
      read={({ record }) => <CommentText comment={record} />}
      form={() => <CommentForm />}
    />
  );
}

function CommentForm() {
  const { t } = useTranslation('deficits');
  const names = useConstituencyNames();
  const constituency = useValue<string>('constituency');
  const date = useValue<string>('date');
  const resolved = useValue<true>('resolved');
  return (
    <>
      <TextsField name="body" label={t('comment.body')} minRows={4} maxLength={5000} />
      <div className="grid-2">
        <Select
          label={t('comment.constituency')}
          options={[
            { id: 'none', label: t('comment.unattributed') },
            ...CONSTITUENCIES.map((seat) => ({ id: seat as string, label: names[seat] })),
          ]}
          value={constituency.value ?? 'none'}
          isReadOnly={constituency.isReadOnly}
          error={constituency.error}
          onChange={(next) => constituency.set(next === 'none' ? undefined : next)}
        />
        <DateField
          label={t('comment.date')}
          value={date.value}
          isReadOnly={date.isReadOnly}
          error={date.error}
          onChange={date.set}
        />
      </div>
      <Checkbox
        isSelected={resolved.value === true}
        isReadOnly={resolved.isReadOnly}
        onChange={(on) => resolved.set(on ? true : undefined)}
      >
        {t('comment.resolved')}
      </Checkbox>
    </>
  );
}
