import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/Button.tsx';
import { useIsNarrow } from '../../../ui/useMedia.ts';
import { Conflicts } from '../../editing/index.ts';

/** The chosen record beside its list. A drawer has a title and a cross of its own. */
export function EditorFrame({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('common');
  const isNarrow = useIsNarrow();
  return (
    <>
      <header className="participants-editor-head">
        <h2 className="clip-2">{title}</h2>
        {!isNarrow && (
          <IconButton size="s" label={t('close')} icon={<X size={16} aria-hidden />} onPress={onClose} />
        )}
      </header>
      <Conflicts />
      <div className="form">{children}</div>
    </>
  );
}
