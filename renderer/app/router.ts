import { useSyncExternalStore } from 'react';

/** Sections of a dossier, in the order of the rail. Alt 1..8 go to the first eight. */
export const SECTIONS = [
  'overview',
  'mandate',
  'participants',
  'sessions',
  'deficits',
  'strategies',
  'export',
  'settings',
  'history',
  'bin',
] as const;
export type Section = (typeof SECTIONS)[number];
const isSection = (text: string | undefined): text is Section => SECTIONS.includes(text as Section);

export type Route =
  | { readonly screen: 'library'; readonly query: URLSearchParams }
  | { readonly screen: 'settings'; readonly query: URLSearchParams }
  | {
      readonly screen: 'dossier';
      readonly dossierId: string;
      readonly section: Section;
      readonly recordId: string | undefined;
      readonly query: URLSearchParams;
    };

/**
 * `#/library`, `#/settings`, `#/d/<dossier>/<section>[/<record>][?name=value]`. Anything else is the library:
 * an address is never an error.
 */
export function parseHash(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#/, '').split('?', 2);
  const query = new URLSearchParams(search);
  const [head, dossierId, section, recordId] = path.split('/').filter(Boolean).map(decodePart);
  if (head === 'd' && isId(dossierId))
    return {
      screen: 'dossier',
      dossierId,
      section: isSection(section) ? section : 'overview',
      recordId: isId(recordId) ? recordId : undefined,
      query,
    };
  return { screen: head === 'settings' ? 'settings' : 'library', query };
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isId = (part: string | undefined): part is string => part !== undefined && ID.test(part);

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

const withQuery = (path: string, query?: { readonly [name: string]: string | undefined }): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(name, value);
  const text = search.toString();
  return text ? `${path}?${text}` : path;
};

/** Addresses, for `href` and `navigate`. */
export const paths = {
  library: (): string => '#/library',
  settings: (): string => '#/settings',
  section: (
    dossierId: string,
    section: Section,
    recordId?: string,
    query?: { readonly [name: string]: string | undefined },
  ): string =>
    withQuery(
      `#/d/${encodeURIComponent(dossierId)}/${section}${recordId ? `/${encodeURIComponent(recordId)}` : ''}`,
      query,
    ),
};

/** Goes to an address; `replace` leaves no step behind (filters, selection). */
export function navigate(to: string, options: { readonly replace?: boolean } = {}): void {
  if (to === location.hash) return;
  if (options.replace) {
    history.replaceState(history.state, '', to);
    dispatchEvent(new HashChangeEvent('hashchange'));
  } else location.hash = to;
}

/** Sets one query parameter of the present address, leaving no step behind. */
export function setQueryParam(name: string, value: string | undefined): void {
  const [path = '#/library', search = ''] = location.hash.split('?', 2);
  const query = new URLSearchParams(search);
  if (value === undefined || value === '') query.delete(name);
  else query.set(name, value);
  const text = query.toString();
  navigate(text ? `${path}?${text}` : path, { replace: true });
}

let last: { hash: string; route: Route } | undefined;
const snapshot = (): Route => {
  if (last?.hash !== location.hash) last = { hash: location.hash, route: parseHash(location.hash) };
  return last.route;
};
const subscribe = (listener: () => void): (() => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};

export const useRoute = (): Route => useSyncExternalStore(subscribe, snapshot);
export const useQueryParam = (name: string): string | undefined => useRoute().query.get(name) ?? undefined;
