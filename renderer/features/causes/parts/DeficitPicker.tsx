import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { invoke } from '../../../app/calls.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { AreaIcon } from '../../../ui/AreaIcon.tsx';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import type { FieldProps } from '../../../ui/field.tsx';
import type { Option } from '../../../ui/Select.tsx';

/** One deficit, found by its number or by words of its texts. */
export function DeficitPicker({
  dossierId,
  value,
  valueLabel,
  without,
  onChange,
  ...field
}: FieldProps & {
  readonly dossierId: string;
  readonly value: string | undefined;
  readonly valueLabel?: string | undefined;
  /** Not offered: the deficit one is at. */
  readonly without?: string | undefined;
  readonly onChange: (id: string, label: string) => void;
}) {
  const { t } = useTranslation('causes');
  const lang = useLang();
  const labels = useRef(new Map<string, string>());
  const load = useCallback(
    async (query: string): Promise<readonly Option[]> => {
      const search = query.trim();
      const { rows } = await invoke('register.window', {
        dossier: dossierId,
        lang,
        filter: search ? { search } : {},
        sort: 'number',
        descending: false,
        offset: 0,
        limit: 60,
      });
      return rows
        .filter(({ id }) => id !== without)
        .map((row) => {
          const label = `D-${row.number} ${row.title?.text ?? t('untitled')}`;
          labels.current.set(row.id, label);
          return { id: row.id, label, icon: <AreaIcon area={row.area} /> };
        });
    },
    [dossierId, lang, without, t],
  );
  return (
    <ComboBox
      {...field}
      load={load}
      value={value}
      valueLabel={valueLabel}
      placeholder={t('picker')}
      onChange={(id) => id !== undefined && onChange(id, labels.current.get(id) ?? '')}
    />
  );
}
