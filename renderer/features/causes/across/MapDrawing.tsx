import { useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { acrossDrawing, layoutAcross } from '../../../../shared/domain/causes/across.ts';
import { type CauseMap, LINK_KINDS } from '../../../../shared/domain/causes/types.ts';
import { directionOf } from '../../../../shared/domain/languages.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { AREA_CODES, useAreaName } from '../../editing/index.ts';
import { Boxes, type BoxOver, keyAt } from '../parts/Boxes.tsx';
import { Canvas } from '../parts/Canvas.tsx';
import { neighbour, wayOf } from '../parts/spatial.ts';
import { useDeficitName } from '../parts/words.ts';

/** The deficits that act on one another as a picture in which one is chosen. */
export function MapDrawing({
  map,
  chosen,
  onChoose,
  onOpen,
}: {
  readonly map: CauseMap;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  /** To the causes of a deficit. */
  readonly onOpen: (id: string) => void;
}) {
  const { t } = useTranslation('causes');
  const lang = useLang();
  const hint = useId();
  const list = useRef<HTMLDivElement>(null);
  const areaName = useAreaName();
  const name = useDeficitName();
  const style = useMemo(
    () => ({
      lang,
      dir: directionOf(lang),
      words: {
        title: t('across'),
        description: t('linkCount', { count: map.links.length }),
        untitled: t('untitled'),
        areas: [...AREA_CODES, null].map((area) => ({ area, label: areaName(area) })),
        says: Object.fromEntries(LINK_KINDS.map((kind) => [kind, t(`says.${kind}`)])) as never,
      },
    }),
    [map, lang, t, areaName],
  );
  const picture = useMemo(() => acrossDrawing(map, style), [map, style]);
  const boxes = useMemo(() => {
    const layout = layoutAcross(map, style);
    const counts = new Map<string, number>();
    for (const { from, to } of map.links)
      for (const id of new Set([from, to])) counts.set(id, (counts.get(id) ?? 0) + 1);
    return (layout?.boxes ?? []).map(
      ({ id, deficit, x, y, width, height, lines, whole }, at, all): BoxOver => ({
        ...{ id, x, y, width, height },
        label: [
          name(deficit),
          areaName(deficit.area),
          t('linkCount', { count: counts.get(id) ?? 0 }),
          ...(deficit.withdrawn ? [t('inBin')] : []),
        ].join(' · '),
        title: lines.at(-1)?.endsWith('…') ? whole : undefined,
        at: at + 1,
        of: all.length,
      }),
    );
  }, [map, style, name, areaName, t]);
  if (!picture) return <p className="muted causes-none">{t('linksNoneAcross')}</p>;
  const current = boxes.find(({ id }) => id === chosen)?.id ?? boxes[0]?.id ?? '';
  const focus = (id: string | undefined): void =>
    list.current?.querySelector<HTMLElement>(`[data-key="${id}"]`)?.focus();
  return (
    <>
      <Canvas
        label={t('as.drawing')}
        picture={picture}
        layer={(scale) => (
          // Pictures are set from the left, whatever is read.
          <div className="causes-layer" dir="ltr">
            <div
              ref={list}
              role="listbox"
              aria-label={t('across')}
              aria-describedby={hint}
              onFocus={({ target }) => {
                const id = keyAt(target);
                if (id && id !== chosen) onChoose(id);
              }}
              onDoubleClick={({ target }) => {
                const id = keyAt(target);
                if (id) onOpen(id);
              }}
              onKeyDown={(event) => {
                const id = keyAt(event.target);
                if (!id || event.altKey || event.ctrlKey || event.metaKey) return;
                const way = wayOf(event.key);
                if (way) focus(neighbour(boxes, id, way)?.id);
                else if (event.key === 'Home') focus(boxes[0]?.id);
                else if (event.key === 'End') focus(boxes.at(-1)?.id);
                else if (event.key === 'Enter') onOpen(id);
                else return;
                event.preventDefault();
              }}
            >
              <Boxes role="option" boxes={boxes} scale={scale} current={current} chosen={chosen} />
            </div>
          </div>
        )}
      />
      <p id={hint} className="causes-hint">
        {t('drawing.acrossHint')}
      </p>
    </>
  );
}
