// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SvgElement } from '../../../../shared/domain/causes/svg.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { drawn } from './svg.tsx';

const STEP = 1.25;
const LEAST = 0.2;
const READABLE = 0.85;
const MOST = 4;

/** A picture that is scrolled with the arrows and made larger with plus and minus; 0 fits it into the width. */
export function Canvas({ label, picture }: { readonly label: string; readonly picture: SvgElement }) {
  const { t } = useTranslation('causes');
  const format = useFormat();
  const frame = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  const width = Number(picture.attributes.width);
  const height = Number(picture.attributes.height);
  const zoom = (by: number): void => setScale((now) => Math.min(MOST, Math.max(LEAST, now * by)));
  const fitDownTo = useCallback(
    (least: number): void => {
      const room = frame.current?.clientWidth ?? width;
      setScale(Math.max(least, Math.min(1, (room - 32) / width)));
    },
    [width],
  );
  const fit = (): void => fitDownTo(LEAST);
  // At first never so small that it cannot be read: what does not fit is scrolled to.
  useLayoutEffect(() => fitDownTo(READABLE), [fitDownTo]);
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
      {/* biome-ignore lint/a11y/useSemanticElements: a group of one picture that takes keys */}
      <div
        ref={frame}
        role="group"
        aria-label={t('zoom.keys')}
        tabIndex={0}
        className="causes-frame"
        onKeyDown={onKeyDown}
      >
        <div style={{ inlineSize: width * scale, blockSize: height * scale }}>{element}</div>
      </div>
    </section>
  );
}
