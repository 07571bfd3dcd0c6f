/** What the page may do, the same in every host. */

/** Everything comes from the application itself; nothing may frame it, and no form leaves it. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), midi=(), payment=()',
};

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

export const mediaTypeOf = (extension: string): string =>
  MEDIA_TYPES[extension.toLowerCase()] ?? 'application/octet-stream';

/**
 * The path parts of a request below the page's folder, or undefined for a request that tries to leave it.
 * Works on the raw request, since a URL parser would quietly resolve `..` before it could be refused.
 */
export function pagePath(rawPath: string): string[] | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(rawPath);
  } catch {
    return undefined;
  }
  if (!decoded.startsWith('/') || decoded.includes('\\') || decoded.includes('\0')) return undefined;
  const parts = decoded.split('/').slice(1);
  if (parts.length === 1 && parts[0] === '') return ['index.html'];
  if (parts.some((part) => part === '' || part === '.' || part === '..' || part.includes(':')))
    return undefined;
  return parts;
}

/** Files under `assets/` carry a hash of their content in their name and so may be kept for ever. */
export const isHashed = (parts: readonly string[]): boolean =>
  parts[0] === 'assets' && /-[\w-]{8,}\.\w+$/.test(parts.at(-1) ?? '');
