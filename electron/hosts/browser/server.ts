/**
 * The browser host: the page, and the data thread behind it, on 127.0.0.1 for a browser of this machine.
 *
 * Whoever reaches the port gets the page (it is no secret); everything of a dossier needs the token. The
 * checks, in order: Host (DNS rebinding), fetch metadata and Origin (other sites), content type, token,
 * what the token may do, size, shape. Nothing answers to other origins and there are no cookies.
 */
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { err } from '../../../shared/errors.ts';
import type { DataThread } from '../../data-thread/client.ts';
import { findTransfer, newTransferPath, recordTransfer, safeFileName } from '../../data-thread/transfers.ts';
import { isHashed, mediaTypeOf, PAGE_HEADERS, pagePath } from '../page-policy.ts';
import { BodyTooLarge, readText, readToFile } from './body.ts';
import { EventStreams } from './events.ts';
import { Secrets, type TokenKind } from './secrets.ts';

export const MOST_RPC_BYTES = 8 * 1024 * 1024;
export const MOST_UPLOAD_BYTES = 512 * 1024 * 1024;

export interface BrowserHostOptions {
  /** Folder of the built page. */
  root: string;
  data: Pick<DataThread, 'call' | 'onEvent'>;
  transferFolder: string;
  /** 0 or none: any free port. */
  port?: number;
  /** A tab asked the application to end. */
  onQuit: () => void;
  /** A failure that is ours; never holds content of a dossier. */
  report: (reason: string) => void;
}

export interface BrowserHost {
  origin: string;
  /** An address that opens one tab once. */
  addressFor(kind: TokenKind, parameters?: Record<string, string>): string;
  /** Tells every open tab. */
  send(event: unknown): void;
  close(): Promise<void>;
}

/** Answers a request with a status; thrown or returned by the steps below. */
class Denied extends Error {
  readonly status: number;
  constructor(status: number) {
    super(String(status));
    this.status = status;
  }
}

/** All that a page of the room may ask. */
const ROOM_CALLS: readonly string[] = ['room.look'];

const CALL_NAME = /^[a-z][\w-]*(\.[\w-]+)+$/i;

export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const secrets = new Secrets();
  const streams = new EventStreams();
  const stopListening = options.data.onEvent((event) => streams.send(event));
  let authority = '';
  let origin = '';

  const server = createServer((request, response) => {
    void answer(request, response).catch((cause: unknown) => refuse(request, response, cause));
  });

  function refuse(request: IncomingMessage, response: ServerResponse, cause: unknown): void {
    const status = cause instanceof Denied ? cause.status : cause instanceof BodyTooLarge ? 413 : 500;
    if (status === 500 && !request.destroyed)
      options.report(cause instanceof Error ? cause.message : 'request');
    if (response.headersSent) return void response.destroy();
    // What is left of the body is not read: the connection ends with the answer.
    response.writeHead(status, {
      'content-type': 'text/plain',
      'cache-control': 'no-store',
      connection: 'close',
    });
    response.end();
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
    if (request.headers.host !== authority) throw new Denied(421);
    const [rawPath = ''] = (request.url ?? '').split('?');
    const parts = pagePath(rawPath);
    if (!parts) throw new Denied(400);
    const [first = '', second = ''] = parts;
    checkSource(request, parts);
    if (request.method === 'POST') return post(request, response, first, parts);
    if (request.method !== 'GET') throw new Denied(405);
    if (first === 'events' && parts.length === 1) return events(request, response);
    if (first === 'download' && parts.length === 2) return download(request, response, second);
    return page(response, parts);
  }

  /** Only this page may ask; a link or an address typed by the person may open the page itself. */
  function checkSource(request: IncomingMessage, parts: readonly string[]): void {
    const site = request.headers['sec-fetch-site'];
    const opensPage =
      request.method === 'GET' &&
      request.headers['sec-fetch-mode'] === 'navigate' &&
      parts[0] === 'index.html';
    if (site !== undefined && site !== 'same-origin' && !opensPage) throw new Denied(403);
    if (request.method === 'POST' ? request.headers.origin !== origin : foreign(request.headers.origin)) {
      throw new Denied(403);
    }
  }

  const foreign = (given: string | undefined): boolean => given !== undefined && given !== origin;

  const contentType = (request: IncomingMessage, wanted: string): void => {
    if ((request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() !== wanted)
      throw new Denied(415);
  };

  function tokenOf(request: IncomingMessage): TokenKind {
    const kind = secrets.kindOf(request.headers.authorization);
    if (!kind) throw new Denied(401);
    return kind;
  }

  function mainOnly(request: IncomingMessage): void {
    if (tokenOf(request) !== 'main') throw new Denied(403);
  }

  function json(response: ServerResponse, value: unknown, status = 200): void {
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(value));
  }

  async function bodyOf(request: IncomingMessage): Promise<unknown> {
    const text = await readText(request, MOST_RPC_BYTES);
    try {
      return JSON.parse(text || '{}');
    } catch {
      throw new Denied(400);
    }
  }

  async function post(
    request: IncomingMessage,
    response: ServerResponse,
    first: string,
    parts: readonly string[],
  ): Promise<void> {
    if (first === 'upload' && parts.length === 1) return upload(request, response);
    contentType(request, 'application/json');
    if (first === 'rpc' && parts.length === 2) return rpc(request, response, parts[1] ?? '');
    if (parts.length > 1) throw new Denied(404);
    if (first === 'session') return session(request, response);
    if (first === 'ticket') return ticket(request, response);
    if (first !== 'quit') throw new Denied(404);
    mainOnly(request);
    json(response, null);
    response.once('finish', options.onQuit);
  }

  async function session(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { ticket: given } = (await bodyOf(request)) as { ticket?: unknown };
    const redeemed = typeof given === 'string' ? secrets.redeem(given) : undefined;
    if (!redeemed) throw new Denied(403);
    json(response, redeemed);
  }

  async function ticket(request: IncomingMessage, response: ServerResponse): Promise<void> {
    mainOnly(request);
    const { kind } = (await bodyOf(request)) as { kind?: unknown };
    json(response, { ticket: secrets.issueTicket(kind === 'room' ? 'room' : 'main') });
  }

  async function rpc(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    if (tokenOf(request) === 'room' && !ROOM_CALLS.includes(name)) throw new Denied(403);
    if (!CALL_NAME.test(name)) throw new Denied(404);
    const result = await options.data.call(name, await bodyOf(request));
    json(response, result, !result.ok && result.error.code === 'channel.unknown' ? 404 : 200);
  }

  function events(request: IncomingMessage, response: ServerResponse): void {
    const kind = tokenOf(request);
    const lastSeen = request.headers['last-event-id'];
    streams.open(response, kind, typeof lastSeen === 'string' ? Number(lastSeen) : undefined);
  }

  async function download(request: IncomingMessage, response: ServerResponse, id: string): Promise<void> {
    mainOnly(request);
    const found = findTransfer(options.transferFolder, id);
    // A file the person chose where it lies was given to be read by the application, not to be fetched.
    if (!found?.temporary) throw new Denied(404);
    const file = await open(found.path, 'r').catch(() => undefined);
    if (!file) throw new Denied(404);
    const { size } = await file.stat();
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': size,
      'content-disposition': 'attachment',
      'cache-control': 'no-store',
    });
    await pipeline(createReadStream(found.path, { fd: file }), response);
  }

  async function upload(request: IncomingMessage, response: ServerResponse): Promise<void> {
    contentType(request, 'application/octet-stream');
    mainOnly(request);
    const { id, path } = newTransferPath(options.transferFolder);
    try {
      await readToFile(request, path, MOST_UPLOAD_BYTES);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOSPC') return json(response, err('disk.full'), 507);
      throw cause;
    }
    const fileName = safeFileName(decoded(request.headers['x-file-name']));
    recordTransfer(
      options.transferFolder,
      { path, fileName, mediaType: 'application/octet-stream', temporary: true },
      id,
    );
    json(response, { uploadId: id, fileName });
  }

  function decoded(header: string | string[] | undefined): string {
    try {
      return decodeURIComponent(String(header ?? ''));
    } catch {
      return '';
    }
  }

  async function page(response: ServerResponse, parts: readonly string[]): Promise<void> {
    const bytes = await readFile(join(options.root, ...parts)).catch(() => undefined);
    if (!bytes) throw new Denied(404);
    response.writeHead(200, {
      'content-type': mediaTypeOf(extname(parts.at(-1) ?? '')),
      'cache-control': isHashed(parts) ? 'private, max-age=31536000, immutable' : 'no-store',
    });
    response.end(bytes);
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  authority = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  origin = `http://${authority}`;

  return {
    origin,
    addressFor: (kind, parameters = {}) =>
      `${origin}/#${new URLSearchParams({ k: secrets.issueTicket(kind), ...parameters })}`,
    send: (event) => streams.send(event),
    close: () =>
      new Promise((resolve) => {
        stopListening();
        streams.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
