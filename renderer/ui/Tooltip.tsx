import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';

/** A tooltip on a focusable element; it repeats or adds to the name, never carries what is nowhere else. */
export function Tooltip({
  text,
  keyHint,
  children,
}: {
  readonly text: string;
  readonly keyHint?: string | undefined;
  readonly children: ReactElement;
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip className="tooltip" offset={6}>
        {text}
        {keyHint && <kbd>{keyHint}</kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
