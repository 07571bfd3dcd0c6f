import { Bug } from 'lucide-react';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { i18next } from '../../i18n/setup.ts';
import { bridge } from '../../platform/index.ts';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toasts.ts';
import { useCall } from '../calls.ts';
import { parseHash } from '../router.ts';
import { bugReport } from './report.ts';

interface Caught {
  readonly thrown: unknown;
  readonly componentStack: string | undefined;
}

/** Shows a bug as a bug, with a way on. `resetKey` clears it when the person goes elsewhere. */
export class ErrorBoundary extends Component<
  { readonly resetKey: string; readonly children: ReactNode },
  { readonly caught: Caught | undefined; readonly resetKey: string }
> {
  override state = { caught: undefined, resetKey: this.props.resetKey } as {
    caught: Caught | undefined;
    resetKey: string;
  };

  static getDerivedStateFromError(thrown: unknown) {
    return { caught: { thrown, componentStack: undefined } };
  }

  static getDerivedStateFromProps(props: { resetKey: string }, state: { resetKey: string }) {
    return props.resetKey === state.resetKey ? null : { caught: undefined, resetKey: props.resetKey };
  }

  override componentDidCatch(thrown: unknown, info: ErrorInfo) {
    this.setState({ caught: { thrown, componentStack: info.componentStack ?? undefined } });
  }

  override render() {
    const { caught } = this.state;
    if (!caught) return this.props.children;
    return <BugScreen {...caught} onRetry={() => this.setState({ caught: undefined })} />;
  }
}

function BugScreen({ thrown, componentStack, onRetry }: Caught & { readonly onRetry: () => void }) {
  const { t } = useTranslation('shell');
  const info = useCall('host.info', {});
  const route = parseHash(location.hash);
  const report = bugReport(thrown, componentStack, {
    version: info.data?.version,
    host: bridge.host,
    section: route.screen === 'dossier' ? route.section : route.screen,
    language: i18next.language,
    userAgent: navigator.userAgent,
    at: new Date().toISOString(),
  });
  const copy = (): void => {
    navigator.clipboard.writeText(report).then(
      () => showToast({ tone: 'ok', text: t('bug.copied') }),
      () => showToast({ tone: 'bad', text: t('bug.notCopied') }),
    );
  };
  return (
    <div className="screen">
      <div className="error-state block" role="alert">
        <Bug size={24} aria-hidden />
        <div className="error-text">
          <h1 className="error-what">{t('bug.what')}</h1>
          <p>{t('bug.safe')}</p>
          <p>{t('bug.do')}</p>
          <div className="row">
            <Button variant="primary" onPress={onRetry}>
              {t('bug.retry')}
            </Button>
            <Button onPress={copy}>{t('bug.copy')}</Button>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
          <pre className="bug-report" dir="ltr" lang="en" tabIndex={0}>
            {report}
          </pre>
        </div>
      </div>
    </div>
  );
}
