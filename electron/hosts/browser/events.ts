/** Events to open tabs, as server-sent events over fetch: the page sends its token in a header. */
import type { ServerResponse } from 'node:http';
import type { TokenKind } from './secrets.ts';

/** A tab that lost its connection for less than this many events misses none of them. */
const KEPT = 256;
const HEARTBEAT_MS = 15_000;

const mayRead = (kind: TokenKind, event: unknown): boolean =>
  kind === 'main' || String((event as { type?: unknown }).type).startsWith('room.');

const isShown = (event: unknown): boolean => (event as { type?: unknown } | null)?.type === 'room.shown';

export class EventStreams {
  readonly #streams = new Map<ServerResponse, TokenKind>();
  readonly #kept: { id: number; event: unknown }[] = [];
  #lastId = 0;
  readonly #heartbeat: NodeJS.Timeout;

  constructor() {
    this.#heartbeat = setInterval(() => {
      for (const stream of this.#streams.keys()) stream.write(': here\n\n');
    }, HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  send(event: unknown): void {
    this.#lastId += 1;
    // Of what the room was shown the last is enough: an earlier picture may hold a name that is gone from it since.
    if (isShown(event)) for (const kept of this.#kept) if (isShown(kept.event)) kept.event = null;
    this.#kept.push({ id: this.#lastId, event });
    if (this.#kept.length > KEPT) this.#kept.shift();
    for (const [stream, kind] of this.#streams) this.#write(stream, kind, this.#lastId, event);
  }

  /** Starts a stream; `lastSeen` is the id of the last event the tab has had, for a tab that comes back. */
  open(response: ServerResponse, kind: TokenKind, lastSeen: number | undefined): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`id: ${this.#lastId}\n: open\n\n`);
    if (lastSeen !== undefined) {
      const complete = lastSeen >= this.#lastId - this.#kept.length && lastSeen <= this.#lastId;
      if (!complete) response.write('event: lost\ndata: {}\n\n');
      else
        for (const { id, event } of this.#kept) {
          if (id > lastSeen && event !== null) this.#write(response, kind, id, event);
        }
    }
    this.#streams.set(response, kind);
    response.once('close', () => this.#streams.delete(response));
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const stream of this.#streams.keys()) stream.end();
    this.#streams.clear();
  }

  #write(stream: ServerResponse, kind: TokenKind, id: number, event: unknown): void {
    if (mayRead(kind, event)) stream.write(`id: ${id}\ndata: ${JSON.stringify(event)}\n\n`);
  }
}
