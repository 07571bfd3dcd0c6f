import type { ReactNode } from 'react';
import { Dialog } from './Dialog.tsx';
import { useIsNarrow } from './useMedia.ts';

/**
 * A list with the chosen record beside it. On narrow windows the record comes as a drawer when it is opened:
 * `isDetailOpen` matters only there, so following the selection never takes the focus away from the list.
 */
export function SplitPane({
  main,
  detail,
  detailLabel,
  isDetailOpen,
  onDetailClose,
}: {
  readonly main: ReactNode;
  /** Undefined: the list takes the whole width. */
  readonly detail: ReactNode | undefined;
  readonly detailLabel: string;
  readonly isDetailOpen: boolean;
  readonly onDetailClose: () => void;
}) {
  const isNarrow = useIsNarrow();
  const beside = detail !== undefined && !isNarrow;
  return (
    <div className={beside ? 'split with-detail' : 'split'}>
      {main}
      {beside && (
        <aside className="card detail" aria-label={detailLabel} tabIndex={-1} data-region>
          {detail}
        </aside>
      )}
      {isNarrow && detail !== undefined && (
        <Dialog shape="drawer" title={detailLabel} isOpen={isDetailOpen} onClose={onDetailClose}>
          <div className="detail">{detail}</div>
        </Dialog>
      )}
    </div>
  );
}
