/** The one origin the desktop application shows. */

export const SCHEME = 'app';
export const HOST = 'bundle';
export const START_PAGE = `${SCHEME}://${HOST}/index.html`;

/** Compares parsed parts: a comparison of beginnings would let `app://bundle.elsewhere/` through. */
export function isOurs(address: string): boolean {
  try {
    const { protocol, host } = new URL(address);
    return protocol === `${SCHEME}:` && host === HOST;
  } catch {
    return false;
  }
}

/** Pages a person may open in his own browser by clicking a link; the application itself opens nothing. */
const LINK_HOSTS: readonly string[] = ['www.ilo.org', 'normlex.ilo.org'];

export function mayOpenOutside(address: string): boolean {
  try {
    const { protocol, host } = new URL(address);
    return protocol === 'https:' && LINK_HOSTS.includes(host);
  } catch {
    return false;
  }
}

/** Requests that stay inside the application. In development its tools may load their own pages too. */
export function staysInside(address: string, development: boolean): boolean {
  if (isOurs(address)) return true;
  const { protocol } = URL.parse(address) ?? { protocol: '' };
  return protocol === 'data:' || protocol === 'blob:' || (development && protocol === 'devtools:');
}
