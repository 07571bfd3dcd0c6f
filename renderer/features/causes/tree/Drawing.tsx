import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { problemTreeDrawing, problemTreeLayout } from '../../../../shared/domain/causes/drawing.ts';
import { directionOf } from '../../../../shared/domain/languages.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { Canvas } from '../parts/Canvas.tsx';
import { useTreeWords } from '../parts/words.ts';
import { withDraft } from './rows.ts';
import { type DrawingProps, TreeLayer } from './TreeLayer.tsx';

/**
 * The problem tree as a picture that is worked in: the picture of the reports, what is being written at its place in
 * it, and a layer over it for what is chosen, written and dragged.
 */
export function Drawing(props: DrawingProps) {
  const { tree, acts, isReadOnly } = props;
  const { t } = useTranslation('causes');
  const lang = useLang();
  const hint = useId();
  const words = useTreeWords(tree);
  const { draft, pending } = acts;
  const shown = useMemo(() => withDraft(tree, draft, pending, lang), [tree, draft, pending, lang]);
  const style = useMemo(() => ({ lang, dir: directionOf(lang), words }), [lang, words]);
  const picture = useMemo(() => problemTreeDrawing(shown, style), [shown, style]);
  const layout = useMemo(() => problemTreeLayout(shown, style), [shown, style]);
  return (
    <>
      <Canvas
        label={t('as.drawing')}
        picture={picture}
        layer={(scale) => <TreeLayer {...props} layout={layout} scale={scale} hint={hint} />}
      />
      <p id={hint} className="causes-hint">
        {t(isReadOnly ? 'drawing.hintReading' : 'drawing.hint')}
      </p>
    </>
  );
}
