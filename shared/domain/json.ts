/** JSON-safe values: the only ones that enter the ledger or cross the contract. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * RFC 8785 canonical JSON. Numbers follow ECMAScript, keys sort by UTF-16 code unit, which is what
 * JavaScript's own sort does. Throws on what JSON cannot say (undefined, NaN, lone surrogates): a value that
 * two implementations could print differently must never be hashed.
 */
export function canonical(value: Json): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError('a number that JSON cannot say');
      return JSON.stringify(value);
    case 'boolean':
      return String(value);
    case 'object': {
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
      const object = value as { readonly [key: string]: Json };
      let out = '{';
      for (const key of Object.keys(object).sort()) {
        const member = object[key];
        if (member === undefined) continue;
        if (out.length > 1) out += ',';
        out += `${quoted(key)}:${canonical(member)}`;
      }
      return `${out}}`;
    }
    default:
      throw new TypeError(`not JSON: ${typeof value}`);
  }
}

function quoted(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('a lone surrogate');
  return JSON.stringify(text);
}

export const sameJson = (a: Json, b: Json): boolean => a === b || canonical(a) === canonical(b);
