/**
 * Differences between texts, by paragraph and then by word, for people who decide between versions.
 *
 * Nothing here decides: a proposal takes over what only one side changed and marks what both did.
 */

export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Longest common subsequence: for each place of `a` its place in `b`, or -1. */
function alignment<T>(a: readonly T[], b: readonly T[], isSame: (x: T, y: T) => boolean): number[] {
  const width = b.length + 1;
  const length = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      length[i * width + j] = isSame(a[i] as T, b[j] as T)
        ? (length[(i + 1) * width + j + 1] as number) + 1
        : Math.max(length[(i + 1) * width + j] as number, length[i * width + j + 1] as number);
  const places = new Array<number>(a.length).fill(-1);
  let j = 0;
  for (let i = 0; i < a.length && j < b.length; )
    if (isSame(a[i] as T, b[j] as T)) {
      places[i] = j;
      i += 1;
      j += 1;
    } else if ((length[(i + 1) * width + j] as number) >= (length[i * width + j + 1] as number)) i += 1;
    else j += 1;
  return places;
}

const words = (text: string): string[] => text.match(/\s+|[^\s]+/gu) ?? [];

/** What became of `before` in `after`, word by word; neighbours of one kind are one piece. */
export function wordDiff(before: string, after: string): Piece[] {
  const a = words(before);
  const b = words(after);
  const places = alignment(a, b, (x, y) => x === y);
  const pieces: { kind: Piece['kind']; text: string }[] = [];
  const put = (kind: Piece['kind'], text: string): void => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  let j = 0;
  a.forEach((word, i) => {
    const place = places[i] as number;
    if (place < 0) {
      put('removed', word);
      return;
    }
    for (; j < place; j += 1) put('added', b[j] as string);
    put('same', word);
    j += 1;
  });
  for (; j < b.length; j += 1) put('added', b[j] as string);
  return pieces;
}

export const paragraphsOf = (text: string): string[] =>
  text.split(/\n+/u).filter((paragraph) => paragraph.trim() !== '');

/** One paragraph in the base and in each version; null where it is not there. */
export interface Row {
  readonly base: string | null;
  readonly versions: readonly (string | null)[];
}

interface Aligned {
  /** For each paragraph of the base what stands in its place. */
  readonly kept: readonly (string | null)[];
  /** What was put in before paragraph i of the base; the last entry: after all of them. */
  readonly inserted: readonly (readonly string[])[];
}

/** Equal paragraphs meet; between two meeting points changed paragraphs are paired in their order. */
function align(base: readonly string[], version: readonly string[]): Aligned {
  const places = alignment(base, version, (x, y) => x === y);
  const kept: (string | null)[] = [];
  const inserted: string[][] = base.map(() => []);
  inserted.push([]);
  let from = 0;
  let j = 0;
  const closeGap = (to: number, end: number): void => {
    for (let i = from; i < to; i += 1) {
      kept[i] = j < end ? (version[j] as string) : null;
      if (j < end) j += 1;
    }
    for (; j < end; j += 1) inserted[to]?.push(version[j] as string);
  };
  places.forEach((place, i) => {
    if (place < 0) return;
    closeGap(i, place);
    kept[i] = base[i] as string;
    j = place + 1;
    from = i + 1;
  });
  closeGap(base.length, version.length);
  return { kept, inserted };
}

/** The paragraphs of a base and its versions side by side. */
export function rowsOf(base: string, versions: readonly string[]): Row[] {
  const paragraphs = paragraphsOf(base);
  const aligned = versions.map((version) => align(paragraphs, paragraphsOf(version)));
  const rows: Row[] = [];
  for (let i = 0; i <= paragraphs.length; i += 1) {
    const most = Math.max(0, ...aligned.map(({ inserted }) => inserted[i]?.length ?? 0));
    for (let n = 0; n < most; n += 1)
      rows.push({ base: null, versions: aligned.map(({ inserted }) => inserted[i]?.[n] ?? null) });
    if (i < paragraphs.length)
      rows.push({ base: paragraphs[i] as string, versions: aligned.map(({ kept }) => kept[i] ?? null) });
  }
  return rows;
}

/** The one version to take where no two versions changed the paragraph differently; undefined where they did. */
export function agreedVersion(row: Row): number | undefined {
  const changed = row.versions.flatMap((text, version) => (text === row.base ? [] : [version]));
  const [first] = changed;
  if (first === undefined) return 0;
  return changed.every((version) => row.versions[version] === row.versions[first]) ? first : undefined;
}

/** The text that the choices make: for each row the version taken. */
export const compose = (rows: readonly Row[], choices: readonly number[]): string =>
  rows.flatMap((row, i) => row.versions[choices[i] ?? 0] ?? []).join('\n\n');
