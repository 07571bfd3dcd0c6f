import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';

/** A titled block on paper. */
export function Card({
  title,
  count,
  actions,
  className,
  level = 2,
  children,
}: {
  readonly title?: ReactNode;
  /** Already formatted; shown beside the title. */
  readonly count?: string | undefined;
  readonly actions?: ReactNode;
  readonly className?: string | undefined;
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}) {
  const id = useId();
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <section className={classes('card', className)} {...(title ? { 'aria-labelledby': id } : {})}>
      {title && (
        <header className="card-head">
          <Title id={id}>{title}</Title>
          {count !== undefined && <span className="card-count num">{count}</span>}
          {actions && <div className="card-actions">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  );
}

/** Title line of a screen: name, a line beneath, actions at the end. Holds the one h1. */
export function PageHead({
  title,
  subtitle,
  actions,
}: {
  readonly title: string;
  /** Announced when it changes (counts). */
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <header className="page-head">
      <div>
        <h1 tabIndex={-1}>{title}</h1>
        {subtitle !== undefined && (
          <p className="muted" role="status">
            {subtitle}
          </p>
        )}
      </div>
      {actions && <div className="row">{actions}</div>}
    </header>
  );
}

/** Name and value pairs. */
export function Facts({
  facts,
}: {
  readonly facts: readonly { readonly name: string; readonly value: ReactNode }[];
}) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
