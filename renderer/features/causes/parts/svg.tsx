import { createElement, type ReactElement } from 'react';
import type { SvgElement } from '../../../../shared/domain/causes/svg.ts';

const NAMES: { readonly [name: string]: string } = { class: 'className', viewBox: 'viewBox' };
const propName = (name: string): string =>
  NAMES[name] ?? name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A drawing of the core as elements of the page: texts stay texts. */
export function drawn({ tag, attributes, children }: SvgElement, key?: number): ReactElement {
  const props = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [propName(name), value]),
  );
  return createElement(
    tag,
    { ...props, ...(key !== undefined && { key }) },
    ...children.map((child, at) => (typeof child === 'string' ? child : drawn(child, at))),
  );
}
