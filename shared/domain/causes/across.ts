/**
 * How deficits act on one another, as a picture: a column for each thematic area, a box for each deficit that has a
 * link, an arrow for each link with its kind in words. Each arrow has a place of its own at both of its boxes, so no
 * two words lie on one another; one that goes further than to the next column goes round below all boxes, in a lane
 * of its own, and never behind one. Mirrored where reading begins at the right.
 */
import { directionOf, type Lang, pick } from '../languages.ts';
import { referenceOf } from './drawing.ts';
import { lineHeight, PADDING, SMALL, TYPE } from './layout.ts';
import { element, lineOfText, type Point, path, type Rect, round, type SvgElement } from './svg.ts';
import type { CauseMap, DeficitBox, LinkKind, LinkRow } from './types.ts';
import { widthOf, wrap } from './wrap.ts';

const COLUMN = 210;
const GAP = 16;
const PORT = 22;
const HEAD = 46;
const MARGIN = 6;
const ARROW = 7;
/** Between an arrow's tip, its word and whatever comes next. */
const ROOM = 10;
const RAIL = 9;
const LANE = 11;

export interface AcrossWords {
  readonly title: string;
  readonly description: string;
  readonly untitled: string;
  /** The areas in the order of their columns. */
  readonly areas: readonly { readonly area: string | null; readonly label: string }[];
  readonly says: { readonly [K in LinkKind]: string };
}
export interface AcrossStyle {
  readonly lang: Lang;
  readonly dir: 'rtl' | 'ltr';
  readonly words: AcrossWords;
}

export interface AcrossBox extends Rect {
  readonly id: string;
  readonly deficit: DeficitBox;
  readonly dir: 'rtl' | 'ltr';
  readonly lines: readonly string[];
  readonly whole: string;
}
export interface AcrossArrow {
  readonly link: LinkRow;
  /** From the edge of one box to that of the other, the tip: four points of one curve, or the corners of a way round. */
  readonly points: readonly Point[];
  readonly isCurve: boolean;
  readonly label: { readonly text: string; readonly x: number; readonly width: number; readonly y: number };
}
export interface AcrossLayout {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly { readonly label: readonly string[]; readonly x: number }[];
  readonly boxes: readonly AcrossBox[];
  readonly arrows: readonly AcrossArrow[];
}

type Side = 'start' | 'end';
interface Port {
  readonly link: LinkRow;
  readonly role: 'from' | 'to';
}

/** The places of all boxes and arrows; undefined where nothing is linked. A link whose end is not here is left out. */
export function layoutAcross(map: CauseMap, { lang, dir, words }: AcrossStyle): AcrossLayout | undefined {
  const byId = new Map(map.deficits.map((deficit) => [deficit.id, deficit]));
  const links = map.links.filter(({ from, to }) => byId.has(from) && byId.has(to));
  if (links.length === 0) return undefined;
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const known = new Set(words.areas.map(({ area }) => area));
  const areaOf = ({ area }: DeficitBox): string | null => (known.has(area) ? area : null);
  const columns = words.areas
    .map(({ area, label }) => ({
      label,
      deficits: map.deficits.filter((deficit) => linked.has(deficit.id) && areaOf(deficit) === area),
    }))
    .filter(({ deficits }) => deficits.length > 0);
  const columnOf = new Map(
    columns.flatMap(({ deficits }, at) => deficits.map(({ id }) => [id, at] as const)),
  );

  // An arrow leaves at the side of the column it goes to; within one column it goes round the end.
  const ports = new Map<string, Port[]>();
  const span = (link: LinkRow): number => (columnOf.get(link.to) ?? 0) - (columnOf.get(link.from) ?? 0);
  const sidesOf = (link: LinkRow): { readonly from: Side; readonly to: Side } => {
    const by = span(link);
    return by > 0
      ? { from: 'end', to: 'start' }
      : by < 0
        ? { from: 'start', to: 'end' }
        : { from: 'end', to: 'end' };
  };
  for (const link of links) {
    const sides = sidesOf(link);
    for (const role of ['from', 'to'] as const) {
      const key = `${link[role]} ${sides[role]}`;
      ports.set(key, [...(ports.get(key) ?? []), { link, role }]);
    }
  }
  const portsAt = (id: string, side: Side): readonly Port[] => ports.get(`${id} ${side}`) ?? [];

  // A gap behind each column holds words at both sides, and between them a rail for each way round.
  const word = Math.max(...links.map(({ kind }) => widthOf(words.says[kind], SMALL)));
  const zone = ARROW + word + 2 * ROOM;
  const farLinks = links.filter((link) => Math.abs(span(link)) > 1);
  const gapOf = (link: LinkRow, role: 'from' | 'to'): number =>
    (columnOf.get(link[role]) ?? 0) - (sidesOf(link)[role] === 'start' ? 1 : 0);
  const rails = new Map<string, number>();
  const railsIn = columns.map(() => 0);
  for (const link of farLinks)
    for (const role of ['from', 'to'] as const) {
      const gap = gapOf(link, role);
      rails.set(`${link.id} ${role}`, railsIn[gap] ?? 0);
      railsIn[gap] = (railsIn[gap] ?? 0) + 1;
    }
  const between = railsIn.map((count) => 2 * zone + (count + 1) * RAIL);
  const xOf = columns.map((_, at) => between.slice(0, at).reduce((sum, gap) => sum + gap + COLUMN, 0));
  const railX = (link: LinkRow, role: 'from' | 'to'): number =>
    (xOf[gapOf(link, role)] ?? 0) + COLUMN + zone + ((rails.get(`${link.id} ${role}`) ?? 0) + 1) * RAIL;

  const boxes: AcrossBox[] = [];
  const heads: { label: readonly string[]; x: number }[] = [];
  columns.forEach(({ label, deficits }, at) => {
    const x = xOf[at] ?? 0;
    heads.push({ label: wrap(label, TYPE, COLUMN + 30, 2), x });
    let y = HEAD;
    for (const deficit of deficits) {
      const best = pick(deficit.title, lang);
      const whole = best?.value.text ?? words.untitled;
      const textDir = directionOf(best?.lang ?? lang);
      const lines = wrap(whole, TYPE, COLUMN - 2 * PADDING, 3);
      const most = Math.max(portsAt(deficit.id, 'start').length, portsAt(deficit.id, 'end').length);
      const height = Math.max(2 * PADDING + 16 + lines.length * lineHeight(textDir), most * PORT + 8);
      boxes.push({ id: deficit.id, deficit, dir: textDir, lines, whole, x, y, width: COLUMN, height });
      y += height + GAP;
    }
  });
  const boxOf = new Map(boxes.map((box) => [box.id, box]));

  // The nearer the other end lies to the top, the higher the place: fewer arrows cross.
  const placeOf = (link: LinkRow, role: 'from' | 'to', side: Side): Point => {
    const box = boxOf.get(link[role]) as AcrossBox;
    const other = (port: Port): number => boxOf.get(port.link[port.role === 'from' ? 'to' : 'from'])?.y ?? 0;
    const sorted = [...portsAt(box.id, side)].sort((a, b) => other(a) - other(b));
    const at = sorted.findIndex((port) => port.link === link && port.role === role);
    return [
      side === 'start' ? box.x : box.x + box.width,
      box.y + (box.height * (at + 1)) / (sorted.length + 1),
    ];
  };
  const floor = Math.max(...boxes.map((box) => box.y + box.height));
  const { laneOf, lanes } = lanesFor(farLinks, (link) => [railX(link, 'from'), railX(link, 'to')]);
  const arrows = links.map((link): AcrossArrow => {
    const sides = sidesOf(link);
    const from = placeOf(link, 'from', sides.from);
    const to = placeOf(link, 'to', sides.to);
    const out = (side: Side): number => (side === 'start' ? -1 : 1);
    const lane = laneOf.get(link.id);
    const bend = zone;
    const y = floor + GAP + (lane ?? 0) * LANE;
    const points: Point[] =
      lane === undefined
        ? [from, [from[0] + out(sides.from) * bend, from[1]], [to[0] + out(sides.to) * bend, to[1]], to]
        : [
            from,
            [railX(link, 'from'), from[1]],
            [railX(link, 'from'), y],
            [railX(link, 'to'), y],
            [railX(link, 'to'), to[1]],
            to,
          ];
    const text = words.says[link.kind];
    const width = widthOf(text, SMALL);
    const x = sides.to === 'start' ? to[0] - ARROW - 4 - width : to[0] + ARROW + 4;
    return { link, points, isCurve: lane === undefined, label: { text, x, width, y: to[1] - 4 } };
  });
  const width = (xOf.at(-1) ?? 0) + COLUMN + (between.at(-1) ?? 0);
  const height = floor + (lanes > 0 ? GAP + lanes * LANE : 0);
  const isMirrored = dir === 'rtl';
  const put = (x: number, wide = 0): number => MARGIN + (isMirrored ? width - x - wide : x);
  return {
    width: width + 2 * MARGIN,
    height: height + 2 * MARGIN,
    columns: heads.map(({ label, x }) => ({ label, x: put(x, COLUMN) })),
    boxes: boxes.map((box) => ({ ...box, x: put(box.x, box.width), y: box.y + MARGIN })),
    arrows: arrows.map(({ points, label, ...arrow }) => ({
      ...arrow,
      points: points.map(([x, y]): Point => [put(x), y + MARGIN]),
      label: { ...label, x: put(label.x, label.width), y: label.y + MARGIN },
    })),
  };
}

/** Lanes below the boxes: two ways round share one where they do not meet. */
function lanesFor(
  links: readonly LinkRow[],
  ends: (link: LinkRow) => readonly [number, number],
): { readonly laneOf: ReadonlyMap<string, number>; readonly lanes: number } {
  const taken: number[] = [];
  const laneOf = new Map<string, number>();
  const byStart = links
    .map((link) => ({ id: link.id, from: Math.min(...ends(link)), to: Math.max(...ends(link)) }))
    .sort((a, b) => a.from - b.from);
  for (const { id, from, to } of byStart) {
    const free = taken.findIndex((end) => end < from);
    const lane = free < 0 ? taken.length : free;
    taken[lane] = to;
    laneOf.set(id, lane);
  }
  return { laneOf, lanes: taken.length };
}

/** How each kind is drawn, so that none is told by colour alone. */
const DASHES: { readonly [K in LinkKind]: string } = { causes: '', blocks: '7 3', worsens: '2 3' };
const INK = '#1a2026';

export function acrossDrawing(map: CauseMap, style: AcrossStyle): SvgElement | undefined {
  const layout = layoutAcross(map, style);
  if (!layout) return undefined;
  const width = round(layout.width);
  const height = round(layout.height);
  const { dir, words } = style;
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
    },
    [
      element('title', {}, [words.title]),
      element('desc', {}, [words.description]),
      ...layout.arrows.map((arrow) => drawnArrow(arrow)),
      ...layout.columns.flatMap(({ label, x }) =>
        label.map((line, at) =>
          lineOfText(
            line,
            dir,
            { x, width: COLUMN, y: MARGIN + 14 + at * 18 },
            {
              class: 'causes-column',
              fill: INK,
              'font-weight': 600,
            },
          ),
        ),
      ),
      ...layout.boxes.map((box) => drawnBox(box, dir)),
      ...layout.arrows.map(({ label, link }) =>
        lineOfText(label.text, dir, label, {
          class: `causes-says ${link.kind}`,
          fill: INK,
          'font-size': SMALL,
        }),
      ),
    ],
  );
}

function drawnArrow({ link, points, isCurve }: AcrossArrow): SvgElement {
  const dash = DASHES[link.kind];
  const tip = points.at(-1) as Point;
  const before = points.at(-2) as Point;
  // The last stretch is level, so the tip points along it.
  const back = tip[0] + Math.sign(before[0] - tip[0]) * ARROW;
  const [a, b, c, d] = points.map(([x, y]) => `${round(x)} ${round(y)}`);
  return element('g', { class: `causes-arrow ${link.kind}${link.flags.length > 0 ? ' flagged' : ''}` }, [
    element('path', {
      d: isCurve ? `M${a}C${b} ${c} ${d}` : path(points),
      fill: 'none',
      stroke: '#646b75',
      'stroke-width': 1.5,
      'stroke-linejoin': 'round',
      ...(dash && { 'stroke-dasharray': dash }),
    }),
    element('path', {
      class: 'causes-tip',
      d: `${path([tip, [back, tip[1] - 4], [back, tip[1] + 4]])}Z`,
      fill: '#646b75',
    }),
  ]);
}

function drawnBox(box: AcrossBox, dir: 'rtl' | 'ltr'): SvgElement {
  const inner = { x: box.x + PADDING, width: box.width - 2 * PADDING };
  const { withdrawn } = box.deficit;
  return element('g', { class: `causes-box deficit${withdrawn ? ' flagged' : ''}` }, [
    element('title', {}, [box.whole]),
    element('rect', {
      x: round(box.x),
      y: round(box.y),
      width: round(box.width),
      height: round(box.height),
      rx: 5,
      fill: '#ffffff',
      stroke: '#8b8a82',
      ...(withdrawn && { 'stroke-dasharray': '5 3' }),
    }),
    element(
      'text',
      {
        class: 'causes-ref',
        x: round(dir === 'rtl' ? inner.x + inner.width : inner.x),
        y: round(box.y + PADDING + SMALL - 1),
        'text-anchor': dir === 'rtl' ? 'end' : 'start',
        direction: 'ltr',
        fill: '#454d57',
        'font-size': SMALL,
      },
      [referenceOf(box.deficit.number)],
    ),
    ...box.lines.map((line, at) =>
      lineOfText(
        line,
        box.dir,
        { ...inner, y: box.y + PADDING + 16 + (at + 0.74) * lineHeight(box.dir) },
        { fill: INK },
      ),
    ),
  ]);
}
