/**
 * What the host put behind the `#` of the address: `k`, a one-use ticket; `open`, a dossier; `to`, a route.
 * They are taken out at once: a ticket must not stay in the history, and the rest belongs to the page's routes.
 */
export interface Fragment {
  readonly ticket: string | null;
  /** What remains for the page's own routes, with its `#`, or nothing. */
  readonly rest: string;
}

export function readFragment(hash: string): Fragment {
  const parameters = new URLSearchParams(hash.startsWith('#/') ? '' : hash.slice(1));
  const [ticket = null, open, to] = ['k', 'open', 'to'].map((key) => parameters.get(key));
  if (!ticket && !open) return { ticket: null, rest: hash };
  const route = to ?? (open ? `/d/${encodeURIComponent(open)}/overview` : '');
  return { ticket, rest: route && `#${route}` };
}

export function takeFragment(): Fragment {
  const fragment = readFragment(location.hash);
  if (fragment.rest !== location.hash) {
    history.replaceState(history.state, '', `${location.pathname}${location.search}${fragment.rest}`);
  }
  return fragment;
}
