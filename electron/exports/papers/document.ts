/** A paper as a sequence of blocks, all words chosen: what both the typesetter and the word processor file draw. */
import type { Seat } from '../../../shared/domain/codes.ts';
import type { Lang } from '../../../shared/domain/languages.ts';
import type { Block } from '../report/typeset.ts';
import type { Cell } from '../report/view/context.ts';
import type { clauseView } from '../report/view/deficits.ts';

export type ClauseView = ReturnType<typeof clauseView>;

/** A cell of a table: a text, or a constituency told by its letter and colour. */
export type TableCell = Cell | { readonly tile: Seat; readonly text: string };

export type PaperBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'subheading'; readonly text: Cell }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: Cell }[] }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'sentence'; readonly text: string }
  | { readonly kind: 'prose'; readonly body: Block }
  | {
      readonly kind: 'table';
      /** Shares of the width. */
      readonly widths: readonly number[];
      readonly header: readonly string[];
      readonly rows: readonly (readonly TableCell[])[];
    }
  | {
      readonly kind: 'points';
      readonly points: readonly {
        readonly number: string;
        /** Kind, time and language of speech, in small words. */
        readonly meta: string;
        readonly seat: Seat | null;
        readonly who: Cell | null;
        readonly body: Block | null;
      }[];
    }
  | {
      /** A clause never stands without its positions and reservations: they are one block. */
      readonly kind: 'clause';
      readonly lines: readonly string[];
      /** Whether its outcome is said: what was agreed without a decision must not look like one. */
      readonly outcome: boolean;
      readonly clause: ClauseView;
    };

export interface PaperView {
  readonly lang: Lang;
  readonly dir: 'rtl' | 'ltr';
  readonly languages: { readonly [lang: string]: 'rtl' | 'ltr' };
  readonly letters: { readonly [S in Seat]: string };
  readonly seats: { readonly [S in Seat]: string };
  readonly words: { readonly [name: string]: string };
  /** Of the dialogue: on every page and in the properties of the file. */
  readonly title: Cell;
  readonly heading: { readonly kind: string; readonly name: Cell };
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
  readonly marks: {
    readonly draft: string | null;
    readonly illustrative: string | null;
    readonly draftTranslation: string;
    readonly phase: string;
  };
  /** Words before it, then its groups of digits. */
  readonly fingerprint: { readonly label: string; readonly groups: readonly string[] };
  readonly blocks: readonly PaperBlock[];
  readonly hasDrafts: boolean;
}
