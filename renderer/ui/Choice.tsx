import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import { CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components/RadioGroup';
import { Switch as AriaSwitch } from 'react-aria-components/Switch';
import { classes } from './classes.ts';
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx';
import type { Option } from './Select.tsx';

interface TickProps {
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly isDisabled?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function Checkbox({ isSelected, onChange, isDisabled, isReadOnly, className, children }: TickProps) {
  return (
    <AriaCheckbox
      className={classes('checkbox', className)}
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled ?? false}
      isReadOnly={isReadOnly ?? false}
    >
      <span className="checkbox-box" aria-hidden="true">
        <Check size={12} strokeWidth={3.2} />
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  );
}

/** For settings that take effect at once. */
export function Switch({ isSelected, onChange, isDisabled, isReadOnly, className, children }: TickProps) {
  return (
    <AriaSwitch
      className={classes('switch', className)}
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled ?? false}
      isReadOnly={isReadOnly ?? false}
    >
      <span className="switch-track" aria-hidden="true">
        <span className="switch-thumb" />
      </span>
      <span>{children}</span>
    </AriaSwitch>
  );
}

export interface RadioGroupProps<T extends string> extends FieldProps {
  readonly options: readonly Option<T>[];
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
  /** 'row' sets short options side by side; 'cards' frames each one. */
  readonly layout?: 'column' | 'row' | 'cards';
}

export function RadioGroup<T extends string>({
  options,
  value,
  onChange,
  layout = 'column',
  ...field
}: RadioGroupProps<T>) {
  return (
    <AriaRadioGroup
      className={classes('field', 'radio-group', layout, field.className)}
      value={value ?? null}
      onChange={(next) => onChange(next as T)}
      isInvalid={field.error !== undefined}
      isRequired={field.isRequired ?? false}
      isDisabled={field.isDisabled ?? false}
      isReadOnly={field.isReadOnly ?? false}
      validationBehavior="aria"
    >
      <FieldLabel {...field} />
      <div className="radio-options">
        {options.map((option) => (
          <Radio key={option.id} value={option.id} isDisabled={option.isDisabled ?? false} className="radio">
            <span className="radio-dot" aria-hidden="true" />
            {option.icon}
            <span className="option-text">
              <span>{option.label}</span>
              {option.hint && <small>{option.hint}</small>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes {...field} />
    </AriaRadioGroup>
  );
}

export interface CheckboxGroupProps<T extends string> extends FieldProps {
  readonly options: readonly Option<T>[];
  readonly value: readonly T[];
  readonly onChange: (value: T[]) => void;
  readonly layout?: 'column' | 'row';
}

export function CheckboxGroup<T extends string>({
  options,
  value,
  onChange,
  layout = 'column',
  ...field
}: CheckboxGroupProps<T>) {
  return (
    <AriaCheckboxGroup
      className={classes('field', 'radio-group', layout, field.className)}
      value={[...value]}
      onChange={(next) => onChange(next as T[])}
      isInvalid={field.error !== undefined}
      isDisabled={field.isDisabled ?? false}
      isReadOnly={field.isReadOnly ?? false}
      validationBehavior="aria"
    >
      <FieldLabel {...field} />
      <div className="radio-options">
        {options.map((option) => (
          <AriaCheckbox
            key={option.id}
            value={option.id}
            isDisabled={option.isDisabled ?? false}
            className="checkbox"
          >
            <span className="checkbox-box" aria-hidden="true">
              <Check size={12} strokeWidth={3.2} />
            </span>
            <span className="option-text">
              <span>{option.label}</span>
              {option.hint && <small>{option.hint}</small>}
            </span>
          </AriaCheckbox>
        ))}
      </div>
      <FieldNotes {...field} />
    </AriaCheckboxGroup>
  );
}
