import { ClipboardPaste } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clean } from '../../../shared/domain/paste/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/states.tsx';
import { announce } from '../../ui/toasts.ts';
import { CleanDialog } from './CleanDialog.tsx';

/** Says that what was pasted could be cleaned, and opens the comparison. */
export function Offer({
  original,
  lang,
  onClean,
  onLeave,
}: {
  readonly original: string;
  readonly lang: string;
  readonly onClean: (cleaned: string) => void;
  readonly onLeave: () => void;
}): ReactNode {
  const { t } = useTranslation('pasting');
  const [isOpen, setOpen] = useState(false);
  const count = useMemo(() => clean(original).changes.length, [original]);
  const said = t('offer', { count });
  useEffect(() => announce(said), [said]);
  const place = useRef<HTMLSpanElement>(null);
  // Under the field it may lie below the edge of a dialog.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <>
      <Notice
        tone="accent"
        icon={<ClipboardPaste size={16} aria-hidden />}
        action={
          <span ref={place} className="row">
            <Button variant="primary" onPress={() => setOpen(true)}>
              {t('open')}
            </Button>
            <Button onPress={onLeave}>{t('leave')}</Button>
          </span>
        }
      >
        {said}
      </Notice>
      {isOpen && (
        <CleanDialog
          original={original}
          lang={lang}
          onClose={() => setOpen(false)}
          onLeave={onLeave}
          onClean={onClean}
        />
      )}
    </>
  );
}
