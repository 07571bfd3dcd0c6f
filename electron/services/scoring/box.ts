/**
 * Seals ballots so that no copy of the file can be read before three codes come together.
 *
 * A round has an X25519 key pair. Its private half follows from a seed of 128 bits that is never kept: it is parted
 * into three codes, each of which alone is noise (two random pads, and the seed under both). A ballot is encrypted to
 * the public half: a key pair of its own, HKDF-SHA-256 and AES-256-GCM, bound to the round and the constituency.
 */
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { CODE_BYTES } from '../../../shared/domain/scoring/code.ts';

const PRIVATE_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b656e032100', 'hex');
const VERSION = 1;
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + KEY_BYTES + IV_BYTES + TAG_BYTES;

/** Of a private key its public half. */
const rawPublic = (key: KeyObject): Buffer =>
  (key.type === 'private' ? createPublicKey(key) : key)
    .export({ type: 'spki', format: 'der' })
    .subarray(PUBLIC_PREFIX.length);
const publicFrom = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, raw]), format: 'der', type: 'spki' });

function privateFrom(seed: Uint8Array): KeyObject {
  const raw = Buffer.from(hkdfSync('sha256', seed, '', 'hiwar round key 1', KEY_BYTES));
  return createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, raw]), format: 'der', type: 'pkcs8' });
}

const xor = (...parts: readonly Uint8Array[]): Buffer =>
  Buffer.from(
    Array.from({ length: CODE_BYTES }, (_, at) => parts.reduce((sum, part) => sum ^ (part[at] ?? 0), 0)),
  );

export interface NewBox {
  /** Base64 of the raw key. */
  readonly publicKey: string;
  readonly shares: readonly [Uint8Array, Uint8Array, Uint8Array];
}

export function newBox(): NewBox {
  const seed = randomBytes(CODE_BYTES);
  const [one, two] = [randomBytes(CODE_BYTES), randomBytes(CODE_BYTES)];
  return {
    publicKey: rawPublic(privateFrom(seed)).toString('base64'),
    shares: [one, two, xor(seed, one, two)],
  };
}

/** The key of the three codes, in whatever order; undefined where they are not those of the round. */
export function keyFrom(shares: readonly Uint8Array[], publicKey: string): KeyObject | undefined {
  const key = privateFrom(xor(...shares));
  return rawPublic(key).toString('base64') === publicKey ? key : undefined;
}

const secretOf = (shared: Buffer, theirs: Uint8Array, ours: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', shared, Buffer.concat([theirs, ours]), 'hiwar ballot 1', KEY_BYTES));

/** `bound` must be given again to open it. Base64. */
export function seal(publicKey: string, bound: string, plain: Uint8Array): string {
  const theirs = Buffer.from(publicKey, 'base64');
  const pair = generateKeyPairSync('x25519');
  const ours = rawPublic(pair.publicKey);
  const shared = diffieHellman({ privateKey: pair.privateKey, publicKey: publicFrom(theirs) });
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', secretOf(shared, theirs, ours), iv);
  cipher.setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), ours, iv, cipher.getAuthTag(), body]).toString('base64');
}

/** Undefined where it was sealed to another key, bound to something else, or altered. */
export function unseal(key: KeyObject, bound: string, sealed: string): Buffer | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < HEAD_BYTES || bytes[0] !== VERSION) return undefined;
  const ephemeral = bytes.subarray(1, 1 + KEY_BYTES);
  const iv = bytes.subarray(1 + KEY_BYTES, 1 + KEY_BYTES + IV_BYTES);
  try {
    const shared = diffieHellman({ privateKey: key, publicKey: publicFrom(ephemeral) });
    const decipher = createDecipheriv('aes-256-gcm', secretOf(shared, rawPublic(key), ephemeral), iv, {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(bound));
    decipher.setAuthTag(bytes.subarray(HEAD_BYTES - TAG_BYTES, HEAD_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(HEAD_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}
