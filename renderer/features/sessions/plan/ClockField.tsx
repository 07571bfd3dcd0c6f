import { parseTime, type Time } from '@internationalized/date';
import type { ReactNode } from 'react';
import { DateInput, DateSegment } from 'react-aria-components/DateField';
import { TimeField } from 'react-aria-components/TimeField';
import { classes } from '../../../ui/classes.ts';
import { FieldLabel, FieldNotes, type FieldProps } from '../../../ui/field.tsx';

const parsed = (clock: string | undefined): Time | null => {
  try {
    return clock ? parseTime(clock) : null;
  } catch {
    return null;
  }
};
const two = (part: number): string => String(part).padStart(2, '0');

/** A time of day `HH:MM`, typed part by part. */
export function ClockField({
  value,
  onChange,
  ...field
}: FieldProps & {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}): ReactNode {
  return (
    <TimeField<Time>
      className={classes('field', field.className)}
      value={parsed(value)}
      onChange={(time) => onChange(time ? `${two(time.hour)}:${two(time.minute)}` : undefined)}
      isInvalid={field.error !== undefined}
      isReadOnly={field.isReadOnly ?? false}
      isDisabled={field.isDisabled ?? false}
      validationBehavior="aria"
    >
      <FieldLabel {...field} />
      <DateInput className="input date-input sessions-clock">
        {(segment) => <DateSegment segment={segment} className="date-segment num" />}
      </DateInput>
      <FieldNotes {...field} />
    </TimeField>
  );
}
