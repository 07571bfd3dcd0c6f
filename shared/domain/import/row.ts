/** One row on its way in: its cells by target, and what is found wrong with them. */
import type { Lang } from '../languages.ts';
import type { CodeBook } from './code-book.ts';
import {
  type CellMark,
  type ColumnChoice,
  PROBLEMS,
  type Problem,
  type ProblemCode,
  type Target,
} from './constants.ts';
import { hasHidden, isUndecodable, withoutHidden } from './values.ts';

export type BookName =
  | 'areas'
  | 'subTopics'
  | 'affectedGroups'
  | 'grounds'
  | 'instruments'
  | 'sdgTargets'
  | 'sdgIndicators'
  | 'severity'
  | 'prevalence'
  | 'evidenceStrength'
  | 'sectors'
  | 'formality'
  | 'confidentiality'
  | 'priorityProgrammes'
  | 'seats'
  | 'missing'
  | 'countries'
  | 'indicators'
  | 'ratifications';
export type Books = { readonly [B in BookName]: CodeBook };

export interface Named {
  readonly id: string;
  readonly number: string;
}

/** What all rows of one table share. */
export interface Reading {
  readonly columns: readonly ColumnChoice[];
  readonly lang: Lang;
  readonly books: Books;
  /** Width of the header: a longer row has text under no name. */
  readonly width: number;
  readonly vintage: string | null;
  /** The deficit of evidence that names none. */
  readonly deficit: Named | null;
  /** Whether this dialogue asks about a ground of discrimination. */
  readonly isGroundAsked: (ground: string) => boolean;
  /** By number and by title in one form; `many` where a title is that of several. */
  readonly findDeficit: (text: string) => Named | 'many' | undefined;
}

export interface Cell {
  readonly column: number;
  readonly text: string;
  readonly lang: Lang;
}

const SHOWN = 80;

/** A row's cells by target, their texts made plain; problems gather as it is read. */
export class Row {
  readonly number: number;
  readonly problems: Problem[] = [];
  readonly #byTarget = new Map<Target, Cell[]>();
  readonly #raw: readonly string[];

  /** `number` as spreadsheets count, from 1. */
  constructor(
    number: number,
    raw: readonly string[],
    marks: ReadonlyMap<number, CellMark> | undefined,
    reading: Reading,
  ) {
    this.number = number;
    this.#raw = raw;
    for (const [column, { target, lang }] of reading.columns.entries()) {
      if (target === null) continue;
      const mark = marks?.get(column);
      if (mark) this.problem(column, mark);
      if (mark === 'error-value' || mark === 'formula-empty') continue;
      let text = (raw[column] ?? '').replace(/\r\n?/g, '\n').trim();
      if (isUndecodable(text)) {
        this.problem(column, 'undecodable');
        continue;
      }
      if (hasHidden(text)) {
        this.problem(column, 'hidden-marks');
        text = withoutHidden(text).trim();
      }
      if (text === '') continue;
      const cells = this.#byTarget.get(target) ?? [];
      cells.push({ column, text, lang: lang ?? reading.lang });
      this.#byTarget.set(target, cells);
    }
    if (raw.slice(reading.width).some((text) => text.trim() !== '')) this.problem(reading.width, 'row-long');
  }

  all(target: Target): readonly Cell[] {
    return this.#byTarget.get(target) ?? [];
  }

  one(target: Target): Cell | undefined {
    return this.all(target)[0];
  }

  problem(column: number | null, code: ProblemCode): void {
    const value = column === null ? '' : withoutHidden(this.#raw[column] ?? '').trim();
    this.problems.push({ row: this.number, column, code, value: [...value].slice(0, SHOWN).join('') });
  }

  has(weight: 'fault' | 'decision'): boolean {
    return this.problems.some(({ code }) => PROBLEMS[code] === weight);
  }
}
