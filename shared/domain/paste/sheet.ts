import type { Cleaned, PasteChange, PasteChoices, PasteKind, Range } from './types.ts';

/** One UTF-16 unit of the text as it now is, with where it came from in the original. */
export interface Cell {
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  /** Ids of the changes it is part of. */
  readonly by: readonly string[];
}

interface Offered {
  readonly id: string;
  readonly kind: PasteKind;
  readonly from: Range;
  readonly sure: boolean;
  readonly applied: boolean;
}

/** A text on which changes are offered one after the other, each remembering what it was made of. */
export class Sheet {
  readonly #original: string;
  readonly #choices: PasteChoices;
  readonly #offered = new Map<string, Offered>();
  #cells: Cell[];
  #text: string | undefined;

  constructor(original: string, choices: PasteChoices) {
    this.#original = original;
    this.#choices = choices;
    this.#cells = Array.from({ length: original.length }, (_, at) => ({
      unit: original.charAt(at),
      from: at,
      to: at + 1,
      by: [],
    }));
  }

  get text(): string {
    this.#text ??= this.#cells.map(({ unit }) => unit).join('');
    return this.#text;
  }

  cells(start: number, end: number): readonly Cell[] {
    return this.#cells.slice(start, end);
  }

  /** Cells of other letters that stand for one. */
  spelled(cell: Cell, letters: string): Cell[] {
    return Array.from({ length: letters.length }, (_, at) => ({ ...cell, unit: letters.charAt(at) }));
  }

  /** Offers what shall stand from `start` to `end`. Answers whether it now does. */
  offer(kind: PasteKind, start: number, end: number, instead: readonly Cell[], sure = true): boolean {
    const old = this.#cells.slice(start, end);
    const from: Range = [Math.min(...old.map((cell) => cell.from)), Math.max(...old.map((cell) => cell.to))];
    let id = `${kind}:${from[0]}-${from[1]}`;
    for (let again = 2; this.#offered.get(id)?.applied; again += 1)
      id = `${kind}:${from[0]}-${from[1]}:${again}`;
    // What was only suggested may be sure once its neighbours are mended.
    const known = this.#offered.get(id);
    if (known && (known.sure || !sure)) return false;
    const { refused, accepted } = this.#choices;
    const applied = !refused?.has(id) && (sure || (accepted?.has(id) ?? false));
    this.#offered.set(id, { id, kind, from, sure, applied });
    const put = (applied ? instead : old).map((cell) => ({
      ...cell,
      by: cell.by.includes(id) ? cell.by : [...cell.by, id],
    }));
    this.#cells.splice(start, end - start, ...put);
    this.#text = undefined;
    return applied;
  }

  /**
   * Offers a change at each place where a pattern matches, the last first, so that the places before keep theirs.
   * Answers whether any was applied.
   */
  each(pattern: RegExp, change: (match: RegExpExecArray, start: number, end: number) => boolean): boolean {
    let any = false;
    for (const match of [...this.text.matchAll(pattern)].reverse())
      if (change(match as RegExpExecArray, match.index, match.index + match[0].length)) any = true;
    return any;
  }

  /** Offers to take out what a pattern matches, or its first group. */
  drop(kind: PasteKind, pattern: RegExp, sure = true): boolean {
    return this.each(pattern, (_, start, end) => this.offer(kind, start, end, [], sure));
  }

  done(): Cleaned {
    const places = new Map<string, [number, number]>();
    for (const [at, { by }] of this.#cells.entries())
      for (const id of by) {
        const place = places.get(id);
        if (place) place[1] = at + 1;
        else places.set(id, [at, at + 1]);
      }
    const changes = [...this.#offered.values()].map(
      (each): PasteChange => ({ ...each, to: places.get(each.id) ?? this.#gap(each.from[0]) }),
    );
    changes.sort((a, b) => a.from[0] - b.from[0] || a.from[1] - b.from[1]);
    return { original: this.#original, result: this.text, changes };
  }

  /** Where in the result something that is gone stood in the original. */
  #gap(from: number): Range {
    let place = 0;
    for (const [at, cell] of this.#cells.entries()) if (cell.to <= from) place = at + 1;
    return [place, place];
  }
}
