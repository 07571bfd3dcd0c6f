import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { classes } from './classes.ts';
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx';

export interface Option<T extends string = string> {
  readonly id: T;
  readonly label: string;
  /** A second line or a code. */
  readonly hint?: string | undefined;
  readonly icon?: ReactNode;
  /** Found by these as well while somebody types: its names in other languages. */
  readonly also?: readonly string[] | undefined;
  /** Shown but not to be chosen; the hint says why. For radio buttons and checkboxes. */
  readonly isDisabled?: boolean | undefined;
}

export interface SelectProps<T extends string> extends FieldProps {
  readonly options: readonly Option<T>[];
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
  readonly placeholder?: string;
  /** 'bar': label and control on one line, for filters. */
  readonly layout?: 'field' | 'bar';
}

/** One of a short list. For long lists use ComboBox. */
export function Select<T extends string>({
  options,
  value,
  onChange,
  placeholder,
  layout = 'field',
  ...field
}: SelectProps<T>) {
  return (
    <AriaSelect
      className={classes(layout === 'bar' ? 'field-bar' : 'field', field.className)}
      value={value ?? null}
      onChange={(key) => {
        if (key !== null) onChange(String(key) as T);
      }}
      isInvalid={field.error !== undefined}
      isDisabled={(field.isDisabled ?? false) || (field.isReadOnly ?? false)}
      isRequired={field.isRequired ?? false}
      autoFocus={field.autoFocus ?? false}
      validationBehavior="aria"
      {...(placeholder !== undefined && { placeholder })}
    >
      <FieldLabel {...field} />
      <Button className="button select-button">
        <SelectValue className="select-value" />
        <ChevronDown size={14} aria-hidden />
      </Button>
      {layout === 'field' && <FieldNotes {...field} />}
      <Popover className="popover">
        <ListBox className="listbox" items={options as Option<T>[]}>
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** A row in a list of options: check mark, icon, label, hint. */
export function OptionItem({ option, label }: { readonly option: Option; readonly label?: ReactNode }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className="option">
      {({ isSelected }) => (
        <>
          {option.icon}
          <span className="option-text">
            <span>{label ?? option.label}</span>
            {option.hint && <small>{option.hint}</small>}
          </span>
          {isSelected && <Check size={14} aria-hidden className="option-check" />}
        </>
      )}
    </ListBoxItem>
  );
}
