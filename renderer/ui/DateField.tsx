import { type CalendarDate, parseDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from 'react-aria-components/Calendar';
import { DateInput, DatePicker, DateSegment } from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { Group } from 'react-aria-components/Group';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { classes } from './classes.ts';
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx';

export interface DateFieldProps extends FieldProps {
  /** ISO calendar date `YYYY-MM-DD`. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly minValue?: string | undefined;
  readonly maxValue?: string | undefined;
}

const parsed = (iso: string | undefined): CalendarDate | null => {
  try {
    return iso ? parseDate(iso) : null;
  } catch {
    return null;
  }
};

/** A day, typed part by part or taken from a calendar. */
export function DateField({ value, onChange, minValue, maxValue, ...field }: DateFieldProps) {
  const { t } = useTranslation('ui');
  const min = parsed(minValue);
  const max = parsed(maxValue);
  return (
    <DatePicker
      className={classes('field', field.className)}
      value={parsed(value)}
      onChange={(date: CalendarDate | null) => onChange(date?.toString())}
      {...(min && { minValue: min })}
      {...(max && { maxValue: max })}
      isInvalid={field.error !== undefined}
      isRequired={field.isRequired ?? false}
      isDisabled={field.isDisabled ?? false}
      isReadOnly={field.isReadOnly ?? false}
      autoFocus={field.autoFocus ?? false}
      validationBehavior="aria"
    >
      <FieldLabel {...field} />
      <Group className="input combo date-group">
        <DateInput className="date-input num">
          {(segment) => <DateSegment segment={segment} className="date-segment" />}
        </DateInput>
        <Button className="icon-button small" aria-label={t('date.openCalendar')}>
          <CalendarDays size={15} aria-hidden />
        </Button>
      </Group>
      <FieldNotes {...field} />
      <Popover className="popover">
        <Dialog className="calendar-dialog" aria-label={field.label}>
          <Calendar className="calendar">
            <header>
              <Button slot="previous" className="icon-button small">
                <ChevronLeft size={16} className="flip" aria-hidden />
              </Button>
              <CalendarHeading />
              <Button slot="next" className="icon-button small">
                <ChevronRight size={16} className="flip" aria-hidden />
              </Button>
            </header>
            <CalendarGrid>
              <CalendarGridHeader>
                {(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}
              </CalendarGridHeader>
              <CalendarGridBody>
                {(date) => <CalendarCell date={date} className="calendar-cell num" />}
              </CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
