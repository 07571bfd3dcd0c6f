/** Salts and groups out of a seed: a history that fails must fail again, and ids are hashes of salts. */
import { createHash } from 'node:crypto';

let seed = '';
let drawn = 0;

export function reseed(text: string): void {
  seed = text;
  drawn = 0;
}

export function seededBytes(size: number): Buffer {
  drawn += 1;
  return createHash('sha512').update(`${drawn} ${seed}`).digest().subarray(0, size);
}

export function seededUuid(): string {
  const hex = seededBytes(16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
