import { useTranslation } from 'react-i18next';
import { directionOf, isLang } from '../../../../shared/domain/languages.ts';
import type { Piece } from '../diff.ts';
import { splitField } from '../words.ts';

/** Language and direction of the text that a flat field holds. */
export function textAttributes(field: string): { lang?: string; dir?: 'rtl' | 'ltr' } {
  const lang = splitField(field)[1]?.split('.').at(-1);
  return isLang(lang) ? { lang, dir: directionOf(lang) } : {};
}

/** A text with what was taken out struck through and what was put in underlined; screen readers hear which. */
export function DiffText({ field, pieces }: { readonly field: string; readonly pieces: readonly Piece[] }) {
  const { t } = useTranslation('history');
  return (
    <span className="history-diff" {...textAttributes(field)}>
      {pieces.map((piece, i) => {
        if (piece.kind === 'same') return piece.text;
        const Tag = piece.kind === 'added' ? 'ins' : 'del';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a finished comparison never move
          <Tag key={i}>
            <span className="visually-hidden">{t(piece.kind)} </span>
            {piece.text}
          </Tag>
        );
      })}
    </span>
  );
}
