import type { ReactNode } from 'react';
import type { RoomShown } from '../../../../shared/contract/index.ts';
import type { Seat } from '../../../../shared/domain/codes.ts';
import type { Texts } from '../../../../shared/domain/fields.ts';
import { directionOf, LANGS } from '../../../../shared/domain/languages.ts';
import { ConstituencyTile } from '../../../ui/constituency.tsx';
import { type RoomLanguage, useRoomLanguages } from './words.ts';

/** Words of the page in each language of the room, one under the other, each in its own direction. */
export function Two({ say }: { readonly say: (language: RoomLanguage) => ReactNode }) {
  return (
    <span className="wall-two">
      {useRoomLanguages().map((language) => (
        <span key={language.lang} lang={language.lang} dir={language.dir}>
          {say(language)}
        </span>
      ))}
    </span>
  );
}

/** A text of the dialogue in the languages of the room; in whatever it is in where it is in none of them. */
export function TwoTexts({ texts }: { readonly texts: Texts }) {
  const pair = useRoomLanguages()
    .map(({ lang }) => lang)
    .filter((lang) => texts[lang]);
  const shown = pair.length > 0 ? pair : LANGS.filter((lang) => texts[lang]).slice(0, 1);
  return (
    <span className="wall-two">
      {shown.map((lang) => (
        <span key={lang} lang={lang} dir={directionOf(lang)}>
          {texts[lang]?.text}
        </span>
      ))}
    </span>
  );
}

/** A seat by tile and name: what this country calls it, the usual name otherwise. */
export function SeatName({ seat, labels }: { readonly seat: Seat; readonly labels: RoomShown['labels'] }) {
  return (
    <span className="wall-seat">
      <ConstituencyTile seat={seat} isDecorative />
      <Two say={({ lang, t }) => labels[seat]?.[lang]?.text ?? t(`ui:seat.${seat}`)} />
    </span>
  );
}
