import { CircleAlert, Inbox } from 'lucide-react';
import { type ReactNode, useCallback } from 'react';
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import { Button } from './Button.tsx';

/** Nothing here yet: what this place is for, and the first step. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="empty-state">
      <span className="empty-icon">{icon ?? <Inbox size={28} strokeWidth={1.5} aria-hidden />}</span>
      <h2>{title}</h2>
      {children && <div className="empty-text">{children}</div>}
      {action && <div className="empty-action">{action}</div>}
    </div>
  );
}

/** Anything thrown, as a coded error; what is not one is a bug. */
export function asAppError(thrown: unknown): AppError {
  if (typeof thrown === 'object' && thrown !== null) {
    if ('error' in thrown && isAppError(thrown.error)) return thrown.error;
    if (isAppError(thrown)) return thrown;
  }
  return { code: 'bug' };
}
const isAppError = (value: unknown): value is AppError =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  typeof value.code === 'string' &&
  !(value instanceof Error);

/** The three sentences of an error: what happened, what is safe, what to do. */
export function useErrorText(): (thrown: unknown) => { what: string; safe: string; do: string } {
  const { t } = useTranslation('errors');
  return useCallback(
    (thrown) => {
      const { code } = asAppError(thrown);
      return { what: t(`${code}.what`), safe: t(`${code}.safe`), do: t(`${code}.do`) };
    },
    [t],
  );
}

/** An error in the place where the content would be. */
export function ErrorState({
  error,
  onRetry,
  action,
  size = 'block',
}: {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
  readonly action?: ReactNode;
  /** 'inline' for a strip inside a card. */
  readonly size?: 'block' | 'inline';
}) {
  const { t } = useTranslation('ui');
  const text = useErrorText()(error);
  return (
    <div className={`error-state ${size}`} role="alert">
      <CircleAlert size={size === 'block' ? 24 : 18} aria-hidden />
      <div className="error-text">
        <p className="error-what">{text.what}</p>
        <p>{text.safe}</p>
        <p>{text.do}</p>
        {(onRetry || action) && (
          <div className="row">
            {onRetry && <Button onPress={onRetry}>{t('error.retry')}</Button>}
            {action}
          </div>
        )}
        <p className="error-code">
          {t('error.code')}{' '}
          <bdi dir="ltr">
            {asAppError(error).code}
            {/* Machine values only, such as a number and a field: they say where, to whoever looks. */}
            {Object.entries(asAppError(error).details ?? {}).map(
              ([name, value]) => ` · ${name} ${String(value)}`,
            )}
          </bdi>
        </p>
      </div>
    </div>
  );
}

/** Grey bars in the shape of what is being read. */
export function Skeleton({ lines = 3, height }: { readonly lines?: number; readonly height?: number }) {
  const { t } = useTranslation('ui');
  return (
    <div className="skeleton" role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are alike and never move
        <span key={line} style={height ? { blockSize: height } : undefined} />
      ))}
    </div>
  );
}

/** Progress of a job; without a value it only says that something is under way. */
export function ProgressBar({
  label,
  value,
  max = 100,
}: {
  readonly label: string;
  readonly value?: number | undefined;
  readonly max?: number;
}) {
  return (
    <AriaProgressBar
      className="progress"
      {...(value === undefined ? { isIndeterminate: true } : { value, maxValue: max })}
      aria-label={label}
    >
      {({ percentage, valueText, isIndeterminate }) => (
        <>
          <span className="progress-label">
            {label}
            <span className="num">{isIndeterminate ? '' : valueText}</span>
          </span>
          <span className="progress-track">
            <span
              className={isIndeterminate ? 'progress-bar moving' : 'progress-bar'}
              style={{ inlineSize: `${percentage ?? 30}%` }}
            />
          </span>
        </>
      )}
    </AriaProgressBar>
  );
}

/** A note across the top of a card or screen. */
export function Notice({
  tone = 'neutral',
  icon,
  action,
  children,
}: {
  readonly tone?: 'neutral' | 'accent' | 'ok' | 'warn' | 'bad';
  readonly icon?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={`notice ${tone}`}>
      {icon}
      <div className="notice-text">{children}</div>
      {action}
    </div>
  );
}
