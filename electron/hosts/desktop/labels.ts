/** Texts of the menu and of the native dialogs, in the four languages. */
import type { Lang } from '../../../shared/domain/languages.ts';
import ar from '../../../shared/locales/ar/menu.json' with { type: 'json' };
import en from '../../../shared/locales/en/menu.json' with { type: 'json' };
import es from '../../../shared/locales/es/menu.json' with { type: 'json' };
import fr from '../../../shared/locales/fr/menu.json' with { type: 'json' };

export type LabelKey = keyof typeof ar;
/** A text by its key. */
export type Label = (key: LabelKey) => string;

const labels: { readonly [L in Lang]: { readonly [K in LabelKey]: string } } = { ar, en, fr, es };

export const labelsFor =
  (language: Lang): Label =>
  (key) =>
    labels[language][key];
