/**
 * Pictures as SVG texts, the same for the page and for reports. All words come from outside, chosen and written in the
 * digits of the reader. Colours stand as attributes, which the page's own classes overrule; none carries a meaning
 * alone. No `style` attribute: the page's policy forbids them.
 */
type Attributes = { readonly [name: string]: string | number | undefined };

const MARKS: { readonly [mark: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Texts of a dossier end up in pictures: what XML cannot hold is dropped, what it reads as its own is written out. */
export const escaped = (text: string): string =>
  [...text]
    .filter((sign) => /[\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/.test(sign) || (sign.codePointAt(0) ?? 0) > 0xffff)
    .map((sign) => MARKS[sign] ?? sign)
    .join('');

export function element(name: string, attributes: Attributes, ...inner: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  return inner.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${inner.join('')}</${name}>`;
}

export const label = (attributes: Attributes, text: string): string =>
  element('text', { fill: '#1a2026', ...attributes }, escaped(text));

export interface Picture {
  /** Distinguishes the ids of one picture from those of another on the same page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly isRtl: boolean;
}

/** One picture with its name and its description for those who do not see it. */
export function picture(
  { id, title, description, isRtl }: Picture,
  width: number,
  height: number,
  ...inner: string[]
) {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'chart',
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      direction: isRtl ? 'rtl' : 'ltr',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-size': 13,
    },
    element('title', { id: `${id}-title` }, escaped(title)),
    element('desc', { id: `${id}-desc` }, escaped(description)),
    ...inner,
  );
}

/** Places from the side where reading begins: mirrored where that is the right. */
export const mirror =
  (isRtl: boolean, width: number) =>
  (start: number, size = 0): number =>
    isRtl ? width - start - size : start;

const FILLS = ['#dfe9e9', '#b4d0cf', '#7fb1b1', '#0b5a5f'] as const;
const INKS = ['#1a2026', '#1a2026', '#10181c', '#ffffff'] as const;

/** A step from 1 to 4: a shade, and as many marks along its foot as it counts. */
export function stepBox(
  step: 1 | 2 | 3 | 4,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): string {
  const marks = Array.from({ length: 4 }, (_, n) =>
    element('rect', {
      class: `chart-ink-${step}`,
      x: box.x + box.width / 2 + (n - 2) * 9 + 1,
      y: box.y + box.height - 9,
      width: 7,
      height: 4,
      fill: n < step ? INKS[step - 1] : 'none',
      stroke: INKS[step - 1],
      'stroke-width': 0.75,
      ...(n < step ? {} : { 'fill-opacity': 0 }),
    }),
  );
  return (
    element('rect', { class: `chart-step-${step}`, rx: 3, ...box, fill: FILLS[step - 1] }) + marks.join('')
  );
}
export const inkOf = (step: 1 | 2 | 3 | 4): string => INKS[step - 1] as string;
