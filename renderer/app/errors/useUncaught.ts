import { useEffect } from 'react';
import { useErrorText } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.ts';

/** The last net: what nobody caught is told, since a step that silently did nothing is the worst answer. */
export function useUncaught(): void {
  const errorText = useErrorText();
  useEffect(() => {
    const tell = (thrown: unknown): void => {
      const { what, do: next } = errorText(thrown);
      showToast({ tone: 'bad', text: `${what} ${next}` });
    };
    const onRejection = (event: PromiseRejectionEvent): void => tell(event.reason);
    // Browsers report harmless notices (a resize observer's) as errors without an error.
    const onError = (event: ErrorEvent): void => {
      if (event.error) tell(event.error);
    };
    addEventListener('unhandledrejection', onRejection);
    addEventListener('error', onError);
    return () => {
      removeEventListener('unhandledrejection', onRejection);
      removeEventListener('error', onError);
    };
  }, [errorText]);
}
