import type { ReactNode } from 'react';
import { NumberField } from '../../../ui/NumberField.tsx';
import { useValue } from '../../editing/index.ts';

/** Planned minutes of the item that is edited here. */
export function MinutesField({
  label,
  hideLabel,
}: {
  readonly label: string;
  readonly hideLabel?: boolean;
}): ReactNode {
  const { value, set, isReadOnly, error } = useValue<number>('minutes');
  return (
    <NumberField
      className="sessions-minutes"
      label={label}
      hideLabel={hideLabel}
      value={value}
      minValue={0}
      maxValue={600}
      step={5}
      formatOptions={{ maximumFractionDigits: 0 }}
      isReadOnly={isReadOnly}
      error={error}
      onChange={(minutes) => set(minutes === undefined ? undefined : Math.round(minutes))}
    />
  );
}
