/** A drawing as plain elements: the page makes elements of its own of them, reports make a text of them. */

export interface SvgElement {
  readonly tag: 'svg' | 'title' | 'desc' | 'g' | 'rect' | 'path' | 'text';
  readonly attributes: { readonly [name: string]: string | number };
  readonly children: readonly (SvgElement | string)[];
}

export const element = (
  tag: SvgElement['tag'],
  attributes: SvgElement['attributes'],
  children: SvgElement['children'] = [],
): SvgElement => ({ tag, attributes, children });

const ESCAPED: { readonly [letter: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
// Letters that no XML may hold would make the whole picture unreadable.
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const escaped = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"]/gu, (letter) => ESCAPED[letter] as string);

/** The element as the text of an SVG file. Texts are escaped: none of them becomes markup. */
export function svgText({ tag, attributes, children }: SvgElement): string {
  const said = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : svgText(child)));
  return `<${tag}${said.join('')}>${inner.join('')}</${tag}>`;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export type Point = readonly [x: number, y: number];

export const path = (points: readonly Point[]): string =>
  points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
export const round = (value: number): number => Math.round(value * 10) / 10;

const ISOLATE = { rtl: '\u2067', ltr: '\u2066' } as const;

/**
 * One line of text at the side where its own direction begins. The line is isolated, so that every program that draws
 * it orders its words alike, whatever it makes of the picture's own direction.
 */
export function lineOfText(
  text: string,
  dir: 'rtl' | 'ltr',
  box: { readonly x: number; readonly width: number; readonly y: number },
  attributes: SvgElement['attributes'],
): SvgElement {
  return element(
    'text',
    {
      x: round(dir === 'rtl' ? box.x + box.width : box.x),
      y: round(box.y),
      'text-anchor': dir === 'rtl' ? 'end' : 'start',
      direction: 'ltr',
      ...attributes,
    },
    [`${ISOLATE[dir]}${text}\u2069`],
  );
}
