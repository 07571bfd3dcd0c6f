/**
 * A report of a bug that can be copied and sent. It holds no text of the dossier and no name: messages of
 * errors may quote data, so only the kind of error and the places in our own code are kept.
 */
export interface Surroundings {
  readonly version: string | undefined;
  readonly host: string;
  readonly section: string;
  readonly language: string;
  readonly userAgent: string;
  readonly at: string;
}

/** `at Name (http://…/assets/file-hash.js:12:34)` becomes `Name file-hash.js:12:34`; anything else is left out. */
export function placesIn(stack: string | undefined): string[] {
  const places: string[] = [];
  for (const line of (stack ?? '').split('\n')) {
    const place = /([\w.-]+\.[cm]?[jt]sx?)(?:\?[^:)]*)?:(\d+):(\d+)\)?\s*$/.exec(line);
    if (!place || !/^\s*at\s/.test(line)) continue;
    const name = /^\s*at\s+(?:async\s+)?([\w$.<>]+)\s+\(/.exec(line)?.[1] ?? '';
    places.push(`${name} ${place[1]}:${place[2]}:${place[3]}`.trim());
  }
  return places;
}

export function bugReport(thrown: unknown, componentStack: string | undefined, around: Surroundings): string {
  const kind = thrown instanceof Error ? thrown.name.replace(/[^\w]/g, '') : typeof thrown;
  const lines = [
    `Hiwar ${around.version ?? '?'} · ${around.host} · ${around.section} · ${around.language}`,
    around.at,
    around.userAgent,
    kind,
    ...placesIn(thrown instanceof Error ? thrown.stack : undefined).slice(0, 15),
  ];
  const components = placesIn(componentStack).slice(0, 8);
  if (components.length > 0) lines.push('in', ...components);
  return lines.join('\n');
}
