/** Serves the built page under `app://bundle/`, each answer with the page's policy. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { mediaTypeOf, PAGE_HEADERS, pagePath } from '../page-policy.ts';
import { HOST, isOurs } from './origin.ts';

const answer = (
  status: number,
  body: Uint8Array<ArrayBuffer> | null = null,
  mediaType = 'text/plain',
): Response => new Response(body, { status, headers: { ...PAGE_HEADERS, 'content-type': mediaType } });

/** The path as it was written: a parsed URL has already resolved every `..`. */
const rawPathOf = (address: string): string =>
  address.slice(address.indexOf(HOST) + HOST.length).split(/[?#]/)[0] || '/';

export async function servePage(root: string, request: Request): Promise<Response> {
  if (!isOurs(request.url) || request.method !== 'GET') return answer(404);
  const parts = pagePath(rawPathOf(request.url));
  if (!parts) return answer(400);
  const bytes = await readFile(join(root, ...parts)).catch(() => undefined);
  return bytes ? answer(200, new Uint8Array(bytes), mediaTypeOf(extname(parts.at(-1) ?? ''))) : answer(404);
}
