/** Reads request bodies up to a cap: the cap is checked before a byte is kept. */
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export class BodyTooLarge extends Error {}

async function* capped(request: IncomingMessage, most: number): AsyncGenerator<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > most) throw new BodyTooLarge();
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > most) throw new BodyTooLarge();
    yield piece;
  }
}

export async function readText(request: IncomingMessage, most: number): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of capped(request, most)) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

/** Streams the body into a new file of the owner's; nothing of it stays when it is too large or breaks off. */
export async function readToFile(request: IncomingMessage, path: string, most: number): Promise<void> {
  try {
    await pipeline(
      Readable.from(capped(request, most)),
      createWriteStream(path, { flags: 'wx', mode: 0o600 }),
    );
  } catch (cause) {
    await rm(path, { force: true });
    throw cause;
  }
}
