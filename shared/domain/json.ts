/** JSON-safe values: the only ones that enter the ledger or cross the contract. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * RFC 8785 canonical JSON. Numbers follow ECMAScript, keys sort by UTF-16 code unit, which is what
 * JavaScript's own sort does. Throws on what JSON cannot say (undefined, NaN, lone surrogates): a value that
 * two implementations could print differently must never be hashed.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a number that JSON cannot say');
    return JSON.stringify(value);
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('a lone surrogate');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object') {
    const object = value as { readonly [key: string]: Json };
    const parts: string[] = [];
    for (const key of Object.keys(object).sort()) {
      const member = object[key];
      if (member === undefined) continue;
      if (!key.isWellFormed()) throw new TypeError('a lone surrogate');
      parts.push(`${JSON.stringify(key)}:${canonical(member)}`);
    }
    return `{${parts.join(',')}}`;
  }
  throw new TypeError(`not JSON: ${typeof value}`);
}

export const sameJson = (a: Json, b: Json): boolean => a === b || canonical(a) === canonical(b);
