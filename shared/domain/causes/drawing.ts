/** One problem tree as a picture: for the screen as elements, for a report as the text of an SVG file. */
import { directionOf, type Lang, pick } from '../languages.ts';
import {
  layoutTree,
  lineHeight,
  PADDING,
  SMALL,
  SMALL_LINE,
  type TreeBox,
  type TreeLayout,
  type TreeText,
  TYPE,
} from './layout.ts';
import { element, lineOfText, path, round, type SvgElement, svgText } from './svg.ts';
import type { CauseFlag, CauseTree } from './types.ts';

/** What the picture says in words, in its own language. */
export interface TreeWords {
  readonly title: string;
  readonly description: string;
  readonly untitled: string;
  readonly empty: string;
  /** A flag without a word is left to the outline. */
  readonly flags: { readonly [F in CauseFlag]?: string };
}
export interface TreeStyle {
  readonly lang: Lang;
  readonly dir: 'rtl' | 'ltr';
  readonly words: TreeWords;
  /** How many columns stand side by side: fewer where a page is narrow. */
  readonly columns?: number;
  /** Fonts of the report; on the screen those of the page hold. */
  readonly font?: string;
}

/** Colours that hold on paper; the page puts its own in their place by the class of each part. */
const INK = '#1a2026';
const PAPER: { readonly [role in TreeBox['role']]: { readonly fill: string; readonly stroke: string } } = {
  problem: { fill: '#0b6065', stroke: '#0b6065' },
  cause: { fill: '#ffffff', stroke: '#8b8a82' },
  effect: { fill: '#f0eee8', stroke: '#8b8a82' },
};
const WARNING = '#8f5a00';

const textIn = (
  texts: { readonly [L in Lang]?: { readonly text: string } },
  lang: Lang,
  none: string,
): TreeText => {
  const best = pick(texts, lang);
  return best
    ? { text: best.value.text, dir: directionOf(best.lang) }
    : { text: none, dir: directionOf(lang) };
};

export const referenceOf = (number: string | null): string => `D-${number ?? '···'}`;

export function problemTreeLayout(tree: CauseTree, { lang, dir, words, columns }: TreeStyle): TreeLayout {
  return layoutTree({
    dir,
    ...(columns !== undefined && { columns }),
    problem: {
      id: tree.deficit.id,
      ...textIn(tree.deficit.title, lang, words.untitled),
    },
    items: tree.rows.map(({ id, kind, parent, level, body, flags }) => ({
      id,
      kind,
      parent,
      level,
      flags,
      marks: flags.flatMap((flag) => words.flags[flag] ?? []),
      ...textIn(body, lang, words.empty),
    })),
  });
}

/** The picture as elements. Its title and description say what it is; the outline beside it says all of it in words. */
export function problemTreeDrawing(tree: CauseTree, style: TreeStyle): SvgElement {
  const layout = problemTreeLayout(tree, style);
  const width = round(layout.width);
  const height = round(layout.height);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      direction: 'ltr',
      'font-size': TYPE,
      ...(style.font && { 'font-family': style.font }),
    },
    [
      element('title', {}, [style.words.title]),
      element('desc', {}, [style.words.description]),
      element(
        'g',
        { class: 'causes-lines', fill: 'none', stroke: '#8b8a82', 'stroke-width': 1.5 },
        layout.lines.map(({ points }) => element('path', { d: path(points) })),
      ),
      ...layout.boxes.map((box) => drawnBox(box, style, referenceOf(tree.deficit.number))),
    ],
  );
}

function drawnBox(box: TreeBox, style: TreeStyle, reference: string): SvgElement {
  const isProblem = box.role === 'problem';
  const { fill, stroke } = PAPER[box.role];
  const inner = { x: box.x + PADDING, width: box.width - 2 * PADDING };
  const ink = isProblem ? '#ffffff' : INK;
  const step = lineHeight(box.dir) + (isProblem ? 1 : 0);
  const parts: SvgElement[] = [];
  let y = box.y + PADDING;
  if (isProblem) {
    parts.push(
      // The reference stands where reading begins, and is itself read from the left.
      element(
        'text',
        {
          x: round(style.dir === 'rtl' ? inner.x + inner.width : inner.x),
          y: round(y + SMALL),
          'text-anchor': style.dir === 'rtl' ? 'end' : 'start',
          direction: 'ltr',
          fill: ink,
          'font-size': SMALL,
        },
        [reference],
      ),
    );
    y += SMALL_LINE;
  }
  for (const line of box.lines) {
    parts.push(
      lineOfText(
        line,
        box.dir,
        { ...inner, y: y + step * 0.74 },
        {
          fill: ink,
          ...(isProblem && { 'font-weight': 600, 'font-size': TYPE + 1 }),
        },
      ),
    );
    y += step;
  }
  for (const mark of box.marks) {
    y += SMALL_LINE + 1;
    parts.push(
      lineOfText(
        mark,
        style.dir,
        { ...inner, y: y - 5 },
        {
          class: 'causes-mark',
          fill: WARNING,
          'font-size': SMALL,
        },
      ),
    );
  }
  return element('g', { class: `causes-box ${box.role}${box.flags.length > 0 ? ' flagged' : ''}` }, [
    element('title', {}, [box.whole]),
    element('rect', {
      x: round(box.x),
      y: round(box.y),
      width: round(box.width),
      height: round(box.height),
      rx: 5,
      fill,
      stroke: box.flags.length > 0 ? WARNING : stroke,
      // Broken lines say it too, where colours are not seen.
      ...(box.flags.length > 0 && { 'stroke-dasharray': '5 3' }),
    }),
    ...parts,
  ]);
}

/** The picture as the text of an SVG file: fixed colours, no script, no style sheet, nothing fetched. */
export const problemTreeSvg = (tree: CauseTree, style: TreeStyle): string =>
  svgText(problemTreeDrawing(tree, style));
