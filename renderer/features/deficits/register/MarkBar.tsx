import { Tags, X } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import type { Marks } from './useMarks.ts';

const CodeDialog = lazy(async () => ({ default: (await import('./CodeDialog.tsx')).CodeDialog }));

/** How many are marked, and what can be done with them. */
export function MarkBar({ dossierId, marks }: { readonly dossierId: string; readonly marks: Marks }) {
  const { t } = useTranslation('register');
  const [isOpen, setOpen] = useState(false);
  const { marked, clear } = marks;
  const ids = useMemo(() => [...marked], [marked]);
  if (ids.length === 0) return null;
  return (
    <section className="deficits-marks" aria-label={t('mark.bar')}>
      <span role="status">{t('mark.count', { count: ids.length })}</span>
      <Button variant="primary" icon={<Tags size={15} aria-hidden />} onPress={() => setOpen(true)}>
        {t('mark.code')}
      </Button>
      <Button variant="quiet" icon={<X size={15} aria-hidden />} onPress={clear}>
        {t('mark.clear')}
      </Button>
      <Suspense>
        {isOpen && (
          <CodeDialog
            dossierId={dossierId}
            ids={ids}
            onClose={() => setOpen(false)}
            onDone={() => {
              setOpen(false);
              clear();
            }}
          />
        )}
      </Suspense>
    </section>
  );
}
