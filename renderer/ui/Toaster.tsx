import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from './Button.tsx';
import { currentSpoken, currentToasts, dismissToast, subscribeToasts } from './toasts.ts';

/** Drawn once, by the shell: the corner of toasts and the two live regions. */
export function Toaster() {
  const { t } = useTranslation('ui');
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts);
  const spoken = useSyncExternalStore(subscribeToasts, currentSpoken);
  return (
    <>
      <div className="visually-hidden" aria-live="polite" role="status">
        {spoken.polite}
      </div>
      <div className="visually-hidden" aria-live="assertive" role="alert">
        {spoken.assertive}
      </div>
      {toasts.length > 0 && (
        <section className="toasts" aria-label={t('toast.region')}>
          {toasts.map((toast) => (
            <div key={toast.id} className={`toast ${toast.tone}`}>
              {toast.tone === 'ok' && <CircleCheck size={16} aria-hidden />}
              {toast.tone === 'bad' && <CircleAlert size={16} aria-hidden />}
              <p>{toast.text}</p>
              {toast.action && (
                <Button
                  variant="quiet"
                  onPress={() => {
                    toast.action?.run();
                    dismissToast(toast.id);
                  }}
                >
                  {toast.action.label}
                </Button>
              )}
              <IconButton
                size="s"
                label={t('toast.dismiss')}
                icon={<X size={14} aria-hidden />}
                onPress={() => dismissToast(toast.id)}
              />
            </div>
          ))}
        </section>
      )}
    </>
  );
}
