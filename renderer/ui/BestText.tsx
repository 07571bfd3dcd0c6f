import type { ReactNode } from 'react';
import type { TextEntry } from '../../shared/domain/fields.ts';
import { directionOf, type Lang, pick } from '../../shared/domain/languages.ts';
import { LANGUAGE_NAMES } from '../i18n/locale.ts';
import { useLang } from '../i18n/useFormat.ts';
import { TextStatusMark } from './Badge.tsx';
import { classes } from './classes.ts';

/** The name of a language that stands in for the reader's own. */
export function LanguageMark({ lang }: { readonly lang: Lang }) {
  return (
    <span className="language-mark" lang={lang}>
      {LANGUAGE_NAMES[lang]}
    </span>
  );
}

/**
 * A text in the reader's language, or in the next best one with that language named. A draft translation says
 * that it is one.
 */
export function BestText({
  texts,
  empty,
  isBlock = true,
  className,
  render = (text) => text,
}: {
  readonly texts: { readonly [L in Lang]?: TextEntry | undefined } | undefined;
  readonly empty?: ReactNode;
  readonly isBlock?: boolean;
  readonly className?: string;
  /** Draws the text itself, for instance with what was searched for marked. */
  readonly render?: (text: string) => ReactNode;
}) {
  const reader = useLang();
  const best = pick(texts, reader);
  if (!best) return <>{empty ?? null}</>;
  const Tag = isBlock ? 'p' : 'span';
  const isOther = best.lang !== reader;
  return (
    <>
      <Tag className={classes('best-text', className)} lang={best.lang} dir={directionOf(best.lang)}>
        {render(best.value.text)}
      </Tag>
      {(isOther || best.value.status === 'draft') && (
        <span className="best-text-marks">
          {isOther && <LanguageMark lang={best.lang} />}
          {best.value.status === 'draft' && <TextStatusMark status="draft" />}
        </span>
      )}
    </>
  );
}
