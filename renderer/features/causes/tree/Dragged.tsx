import { Ban } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TreeBox } from '../../../../shared/domain/causes/layout.ts';
import { classes } from '../../../ui/classes.ts';
import { placed } from '../parts/Boxes.tsx';
import type { Drop } from './drop.ts';
import type { Drag } from './useDrag.ts';

/** What is dragged, where it would come to lie, and why it may not lie there. For pointers only: keys move at once. */
export function Dragged({
  drag,
  drop,
  box,
  scale,
  isRtl,
}: {
  readonly drag: Drag;
  readonly drop: Drop | undefined;
  readonly box: TreeBox | undefined;
  readonly scale: number;
  readonly isRtl: boolean;
}) {
  const { t } = useTranslation('causes');
  const refused = drop && 'refused' in drop ? drop.refused : undefined;
  if (!box) return null;
  const { x, y, ...size } = box;
  return (
    <div aria-hidden>
      {drop && (
        <div
          className={classes(
            'causes-drop',
            refused && 'refused',
            !refused && 'place' in drop && !drop.isUnder && 'between',
          )}
          style={placed(drop.mark, scale)}
        />
      )}
      <div
        className={classes('causes-dragged', refused && 'refused')}
        style={{
          ...placed({ ...size, x: x + drag.by[0], y: y + drag.by[1] }, scale),
          blockSize: undefined,
          minBlockSize: size.height * scale,
        }}
      >
        <span className="causes-dragged-text" dir={box.dir}>
          {box.whole}
        </span>
        {refused && (
          <span className="causes-flag" dir={isRtl ? 'rtl' : 'ltr'}>
            <Ban size={13} aria-hidden />
            {t(`drawing.refused.${refused}`)}
          </span>
        )}
      </div>
    </div>
  );
}
