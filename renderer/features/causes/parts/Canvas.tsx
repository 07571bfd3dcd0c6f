import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { SvgElement } from '../../../../shared/domain/causes/svg.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { drawn } from './svg.tsx';

const STEP = 1.25;
const LEAST = 0.2;
const READABLE = 0.85;
const MOST = 4;

/**
 * A picture that is made larger with plus and minus; 0 fits it into the width. What is chosen and written in it lies
 * over it as `layer`, which is given how many pixels a unit of the picture has and holds what takes the focus.
 */
export function Canvas({
  label,
  picture,
  layer,
}: {
  readonly label: string;
  readonly picture: SvgElement;
  readonly layer: (scale: number) => ReactNode;
}) {
  const { t } = useTranslation('causes');
  const format = useFormat();
  const frame = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  const width = Number(picture.attributes.width);
  const height = Number(picture.attributes.height);
  /** Whoever has chosen a size keeps it while the picture grows. */
  const isChosen = useRef(false);
  const zoom = (by: number): void => {
    isChosen.current = true;
    setScale((now) => Math.min(MOST, Math.max(LEAST, now * by)));
  };
  const fitDownTo = useCallback(
    (least: number): void => {
      const room = frame.current?.clientWidth ?? width;
      setScale(Math.max(least, Math.min(1, (room - 32) / width)));
    },
    [width],
  );
  const fit = (): void => {
    isChosen.current = true;
    fitDownTo(LEAST);
  };
  // At first never so small that it cannot be read: what does not fit is scrolled to.
  useLayoutEffect(() => {
    if (!isChosen.current) fitDownTo(READABLE);
  }, [fitDownTo]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever has the focus stays in sight at every size
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (focused && focused !== frame.current && frame.current?.contains(focused))
      focused.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [scale]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = { '+': () => zoom(STEP), '=': () => zoom(STEP), '-': () => zoom(1 / STEP), '0': fit }[
      event.key
    ];
    if (!act) return;
    event.preventDefault();
    act();
  };
  // A hundred boxes are made into elements once, and not at every step of the zoom.
  const element = useMemo(() => drawn(picture), [picture]);
  return (
    <section className="causes-canvas" aria-label={label}>
      <div className="row causes-zoom">
        <IconButton
          size="s"
          label={t('zoom.in')}
          keyHint="+"
          icon={<ZoomIn size={15} aria-hidden />}
          onPress={() => zoom(STEP)}
        />
        <IconButton
          size="s"
          label={t('zoom.out')}
          keyHint="-"
          icon={<ZoomOut size={15} aria-hidden />}
          onPress={() => zoom(1 / STEP)}
        />
        <IconButton
          size="s"
          label={t('zoom.fit')}
          keyHint="0"
          icon={<Maximize2 size={14} aria-hidden />}
          onPress={fit}
        />
        <span className="muted num" role="status">
          {t('zoom.at', { percent: format.percent(scale) })}
        </span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a picture and what lies over it, which takes keys */}
      <div
        ref={frame}
        role="group"
        aria-label={t('zoom.keys')}
        className="causes-frame"
        onKeyDown={onKeyDown}
      >
        <div style={{ inlineSize: width * scale, blockSize: height * scale }}>
          {/* The layer says in words what the picture shows. */}
          <div className="causes-picture" aria-hidden>
            {element}
          </div>
          {layer(scale)}
        </div>
      </div>
    </section>
  );
}
