import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextStatus } from '../../shared/domain/fields.ts';
import type { Outcome } from '../../shared/domain/position.ts';
import { classes } from './classes.ts';

export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'bad';

/** A word in a pill. */
export function Badge({
  tone = 'neutral',
  icon,
  children,
}: {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <span className={classes('badge', tone)}>
      {icon}
      {children}
    </span>
  );
}

export type DotShape = 'ring' | 'dot' | 'half' | 'diamond' | 'square';

/** Shape and word: a status never rests on colour. */
export function StatusDot({
  shape,
  tone = 'neutral',
  children,
}: {
  readonly shape: DotShape;
  readonly tone?: Tone;
  readonly children: ReactNode;
}) {
  return <span className={classes('status', shape, tone)}>{children}</span>;
}

const OUTCOME_LOOKS: { readonly [O in Outcome]: { shape: DotShape; tone: Tone } } = {
  'not-put': { shape: 'ring', tone: 'neutral' },
  awaiting: { shape: 'ring', tone: 'accent' },
  'needs-count': { shape: 'square', tone: 'accent' },
  agreed: { shape: 'dot', tone: 'ok' },
  'agreed-with-reservation': { shape: 'half', tone: 'warn' },
  'no-agreement': { shape: 'diamond', tone: 'bad' },
};

/** What the three positions amount to; computed, never typed. */
export function OutcomeStatus({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation('ui');
  return <StatusDot {...OUTCOME_LOOKS[outcome]}>{t(`outcome.${outcome}`)}</StatusDot>;
}

const TEXT_LOOKS: { readonly [S in TextStatus]: { shape: DotShape; tone: Tone } } = {
  original: { shape: 'dot', tone: 'accent' },
  draft: { shape: 'ring', tone: 'warn' },
  checked: { shape: 'half', tone: 'ok' },
  official: { shape: 'square', tone: 'ok' },
};

/** How far a text in one language has come. */
export function TextStatusMark({ status }: { readonly status: TextStatus }) {
  const { t } = useTranslation('ui');
  return <StatusDot {...TEXT_LOOKS[status]}>{t(`textStatus.${status}`)}</StatusDot>;
}
