import type { ReactNode } from 'react';
import {
  ToggleButton as AriaToggleButton,
  type ToggleButtonProps as AriaToggleButtonProps,
} from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { classes } from './classes.ts';

export interface ToggleButtonProps extends Omit<AriaToggleButtonProps, 'className' | 'children' | 'style'> {
  readonly icon?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A button that stays pressed. */
export function ToggleButton({ icon, className, children, ...rest }: ToggleButtonProps) {
  return (
    <AriaToggleButton {...rest} className={classes('button', className)}>
      {icon}
      {children}
    </AriaToggleButton>
  );
}

/** One of a few choices shown side by side (view modes, themes). */
export function SegmentedControl<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly label: string; readonly icon?: ReactNode }[];
  readonly onChange: (value: T) => void;
}) {
  return (
    <ToggleButtonGroup
      className="segmented"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        if (key !== undefined) onChange(key as T);
      }}
    >
      {options.map((option) => (
        <AriaToggleButton key={option.id} id={option.id} className="segment">
          {option.icon}
          {option.label}
        </AriaToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
