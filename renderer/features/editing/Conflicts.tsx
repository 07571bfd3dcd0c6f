import { GitMerge } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/states.tsx';
import { ConflictDialog, type ResolvableType, useFieldLabel } from '../history/index.ts';
import { useRecordEditing } from './record.tsx';

/** The fields of the record that two people set differently, each with the way to resolve it. */
export function Conflicts() {
  const { dossierId, type, id, conflicts, isReadOnly } = useRecordEditing();
  return (
    <ConflictList dossierId={dossierId} type={type} id={id} fields={conflicts} isReadOnly={isReadOnly} />
  );
}

/** The same for a record that is not edited field by field. `children` says what hangs on it. */
export function ConflictList({
  dossierId,
  type,
  id,
  fields,
  isReadOnly,
  children,
}: {
  readonly dossierId: string;
  readonly type: ResolvableType;
  readonly id: string;
  readonly fields: readonly string[];
  readonly isReadOnly: boolean;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('editing');
  const fieldLabel = useFieldLabel();
  const [field, setField] = useState<string>();
  if (fields.length === 0 && field === undefined) return null;
  return (
    <>
      {fields.length > 0 && (
        <Notice tone="bad" icon={<GitMerge size={16} aria-hidden />}>
          <p>{t('conflicts', { count: fields.length })}</p>
          <ul className="conflict-list">
            {fields.map((flat) => (
              <li key={flat}>
                <span>{fieldLabel(flat)}</span>
                {!isReadOnly && (
                  <Button
                    aria-label={t('resolveOf', { field: fieldLabel(flat) })}
                    onPress={() => setField(flat)}
                  >
                    {t('resolve')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {children}
        </Notice>
      )}
      {field !== undefined && (
        <ConflictDialog
          dossierId={dossierId}
          type={type}
          id={id}
          field={field}
          onClose={() => setField(undefined)}
        />
      )}
    </>
  );
}
