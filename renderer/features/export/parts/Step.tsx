import type { ReactNode } from 'react';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Card } from '../../../ui/Card.tsx';

/** One of the four steps, with its number. */
export function Step({
  number,
  title,
  className,
  children,
}: {
  readonly number: number;
  readonly title: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const format = useFormat();
  return (
    <Card
      className={className}
      title={
        <span className="export-step">
          <span className="export-number num">{format.count(number)}</span> {title}
        </span>
      }
    >
      {children}
    </Card>
  );
}
