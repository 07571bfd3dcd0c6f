/**
 * The mark: one circle of three equal parts, one for each constituency.
 * One description gives the SVG and the pixels, so the two cannot differ.
 */

/** The square the mark is drawn in, in its own units. */
export const side = 1024;
const centre = side / 2;
const radius = 448;
/** Half of the gap between two parts: wide enough to survive at 16 pixels. */
const halfGap = 26;

/** Government, employers, workers, clockwise, as in the application's own top bar. */
export const parts = [
  { colour: '#1d3c80', from: -120 },
  { colour: '#c67d0c', from: 0 },
  { colour: '#9b4268', from: 120 },
];

/** @param {number} degrees @returns {[number, number]} */
const direction = (degrees) => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];

/** The sector between two parallels of its edges. @param {number} from */
function corners(from) {
  const [ax, ay] = direction(from);
  const [bx, by] = direction(from + 120);
  // Where the two shifted edges meet, and where each meets the circle.
  const inner = halfGap / Math.sin(Math.PI / 3);
  const [mx, my] = direction(from + 60);
  const along = Math.sqrt(radius ** 2 - halfGap ** 2);
  return {
    tip: [centre + mx * inner, centre + my * inner],
    start: [centre + ax * along - ay * halfGap, centre + ay * along + ax * halfGap],
    end: [centre + bx * along + by * halfGap, centre + by * along - bx * halfGap],
  };
}

/** @param {readonly number[]} point */
const at = (point) => point.map((value) => value.toFixed(1)).join(' ');

export function svg() {
  const paths = parts.map(({ colour, from }) => {
    const { tip, start, end } = corners(from);
    return `  <path fill="${colour}" d="M${at(tip)} L${at(start)} A${radius} ${radius} 0 0 1 ${at(end)} Z"/>\n`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">\n  <title>Hiwar</title>\n${paths.join('')}</svg>\n`;
}

const edges = parts.map(({ from }) => [...direction(from), ...direction(from + 120)]);

/** The part a point of the square belongs to, or -1. @param {number} x @param {number} y */
function partAt(x, y) {
  const [dx, dy] = [x - centre, y - centre];
  if (dx * dx + dy * dy > radius * radius) return -1;
  return edges.findIndex(
    ([ax = 0, ay = 0, bx = 0, by = 0]) => ax * dy - ay * dx >= halfGap && dx * by - dy * bx >= halfGap,
  );
}

const colours = parts.map(({ colour }) =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)),
);

/** Samples a pixel, along one edge: enough that a slanted edge shows no steps. */
const samples = 8;

/** Pixels of the mark, four bytes each: red, green, blue, opacity. @param {number} size in pixels */
export function pixels(size) {
  const bytes = new Uint8Array(size * size * 4);
  const step = side / size / samples;
  for (let index = 0; index < size * size; index += 1) {
    const left = ((index % size) * side) / size;
    const top = (Math.floor(index / size) * side) / size;
    const sum = [0, 0, 0];
    let hits = 0;
    for (let n = 0; n < samples * samples; n += 1) {
      const part = partAt(left + ((n % samples) + 0.5) * step, top + (Math.floor(n / samples) + 0.5) * step);
      const colour = colours[part];
      if (!colour) continue;
      hits += 1;
      for (let channel = 0; channel < 3; channel += 1)
        sum[channel] = (sum[channel] ?? 0) + (colour[channel] ?? 0);
    }
    if (hits === 0) continue;
    bytes.set(
      [...sum.map((value) => Math.round(value / hits)), Math.round((255 * hits) / samples ** 2)],
      index * 4,
    );
  }
  return bytes;
}
