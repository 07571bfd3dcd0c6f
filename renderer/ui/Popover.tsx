import type { ReactElement, ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover as AriaPopover } from 'react-aria-components/Popover';

/** A button (the child) that opens a small panel beside it. */
export function Popover({
  label,
  content,
  placement = 'bottom start',
  children,
}: {
  readonly label: string;
  readonly content: ReactNode | ((close: () => void) => ReactNode);
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end';
  readonly children: ReactElement;
}) {
  return (
    <DialogTrigger>
      {children}
      <AriaPopover className="popover" placement={placement}>
        <Dialog className="popover-panel" aria-label={label}>
          {({ close }) => (typeof content === 'function' ? content(close) : content)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
