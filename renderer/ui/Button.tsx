import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { classes } from './classes.ts';
import { Tooltip } from './Tooltip.tsx';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly variant?: 'default' | 'primary' | 'quiet' | 'danger';
  readonly size?: 'm' | 'l';
  /** A lucide icon element; decorative. */
  readonly icon?: ReactNode;
  /** A key shown at the end, for the eye only. */
  readonly keyHint?: string | undefined;
  readonly wide?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  variant = 'default',
  size = 'm',
  icon,
  keyHint,
  wide,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={classes('button', variant, size === 'l' && 'large', wide && 'wide', className)}
    >
      {icon}
      {children}
      {keyHint && (
        <span className="key" aria-hidden="true">
          {keyHint}
        </span>
      )}
    </AriaButton>
  );
}

export interface IconButtonProps
  extends Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'aria-label'> {
  /** What the button does: its accessible name and its tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly size?: 's' | 'm';
  readonly keyHint?: string | undefined;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ label, icon, size = 'm', keyHint, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} keyHint={keyHint}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={classes('icon-button', size === 's' && 'small', className)}
      >
        {icon}
      </AriaButton>
    </Tooltip>
  );
}
