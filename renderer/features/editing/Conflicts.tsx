import { GitMerge } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/states.tsx';
import { ConflictDialog, useFieldLabel } from '../history/index.ts';
import { useRecordEditing } from './record.tsx';

/** The fields of the record that two people set differently, each with the way to resolve it. */
export function Conflicts() {
  const { t } = useTranslation('editing');
  const { dossierId, type, id, conflicts, isReadOnly } = useRecordEditing();
  const fieldLabel = useFieldLabel();
  const [field, setField] = useState<string>();
  if (conflicts.length === 0 && field === undefined) return null;
  return (
    <>
      {conflicts.length > 0 && (
        <Notice tone="bad" icon={<GitMerge size={16} aria-hidden />}>
          <p>{t('conflicts', { count: conflicts.length })}</p>
          <ul className="conflict-list">
            {conflicts.map((flat) => (
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
