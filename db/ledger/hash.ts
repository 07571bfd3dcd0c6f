import { hash, randomBytes } from 'node:crypto';
import type { Change, ChangeBody, DetachedValue } from '../../shared/domain/change.ts';
import type { ChangeId } from '../../shared/domain/ids.ts';
import { canonical, type Json } from '../../shared/domain/json.ts';

export const sha256 = (input: string | Uint8Array): string => hash('sha256', input);

/** The id of a change: SHA-256 of the canonical JSON of everything but the id (L1). */
export const idOf = (body: ChangeBody): ChangeId => sha256(canonical(body as unknown as Json)) as ChangeId;

export const withId = (body: ChangeBody): Change => ({ id: idOf(body), ...body });

/** What is hashed of a change: the canonical JSON of everything but its id. */
export function hashedText(change: Change): string {
  const { id: _, ...body } = change;
  return canonical(body as unknown as Json);
}

/** Salted digest of a detached value: without the salt a short name could be guessed from its hash (L10). */
export const digestOf = (salt: string, value: Json): string => sha256(`${salt}\n${canonical(value)}`);
export const newSalt = (): string => randomBytes(16).toString('hex');

export const detachedHolds = (detached: DetachedValue, expected: string): boolean =>
  digestOf(detached.salt, detached.value) === expected;
