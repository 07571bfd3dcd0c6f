/** Reads JSON from strangers: size and depth are bounded before anything is built. */
import { err, ok, type Result } from '../../shared/errors.ts';

export const MAX_JSON_BYTES = 128 * 1024 * 1024;
export const MAX_JSON_DEPTH = 32;

function tooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (inString) {
      if (char === 0x5c) at++;
      else if (char === 0x22) inString = false;
    } else if (char === 0x22) inString = true;
    else if (char === 0x7b || char === 0x5b) {
      depth++;
      if (depth > MAX_JSON_DEPTH) return true;
    } else if (char === 0x7d || char === 0x5d) depth--;
  }
  return false;
}

export function readJson(bytes: Uint8Array, file: string): Result<unknown> {
  if (bytes.length > MAX_JSON_BYTES) return err('package.hostile', { file, why: 'json-size' });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return err('package.malformed', { file, why: 'utf-8' });
  }
  if (tooDeep(text)) return err('package.hostile', { file, why: 'json-depth' });
  try {
    return ok(JSON.parse(text));
  } catch {
    return err('package.malformed', { file, why: 'json' });
  }
}
