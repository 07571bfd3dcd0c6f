/** The page in a browser: calls by POST, events by a stream, files by upload and download. */

import { FILE_ENDINGS, type FileKind, type PickedFile } from '../../shared/contract/files.ts';
import type { Bridge, HiwarEvent } from '../../shared/contract/index.ts';
import { IMPORT_LIMITS } from '../../shared/domain/import/limits.ts';
import { err, Refusal, type Result } from '../../shared/errors.ts';
import { readEvents } from './event-stream.ts';
import { takeFragment } from './fragment.ts';
import type { Platform } from './platform.ts';

const TOKEN_KEY = 'hiwar.token';
/** The tab of the room has a token of its own, which is good for the room alone, and never reads the other one. */
const ROOM_TOKEN_KEY = 'hiwar.room-token';
const ROOM_ROUTE = /^#\/room(\?|$)/;

export function httpPlatform(): Platform {
  const { ticket, rest } = takeFragment();
  const tokenKey = ROOM_ROUTE.test(rest) ? ROOM_TOKEN_KEY : TOKEN_KEY;
  const token = ticket === null ? Promise.resolve() : redeem(ticket, tokenKey);

  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    await token;
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${sessionStorage.getItem(tokenKey) ?? ''}`);
    return fetch(path, { ...init, headers, cache: 'no-store' });
  }

  const sendJson = (path: string, value: unknown): Promise<Response> =>
    send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(value),
    });

  async function invoke(name: string, input: unknown): Promise<Result<unknown>> {
    let response: Response;
    try {
      response = await sendJson(`/rpc/${encodeURIComponent(name)}`, input ?? {});
    } catch {
      return err('host.unreachable');
    }
    if (isJson(response)) return (await response.json()) as Result<unknown>;
    if (response.status === 403) return err('channel.forbidden');
    if (response.status === 413) return err('file.too-large');
    // 401: the token is of an earlier start of the application, which this tab cannot reach any more.
    return err(response.status === 500 ? 'bug' : 'host.unreachable', { status: response.status });
  }

  const listeners = new Set<(event: HiwarEvent) => void>();
  let stream: AbortController | undefined;
  function subscribe(listener: (event: HiwarEvent) => void): () => void {
    listeners.add(listener);
    if (!stream) {
      stream = new AbortController();
      void readEvents({
        connect: (headers, signal) => send('/events', { headers, signal }),
        signal: stream.signal,
        onEvent: (event) => {
          for (const each of listeners) each(event as HiwarEvent);
        },
      });
    }
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      stream?.abort();
      stream = undefined;
    };
  }

  async function upload(file: File): Promise<PickedFile> {
    const response = await send('/upload', {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(file.name),
      },
      body: file,
    }).catch(() => {
      throw new Refusal('host.unreachable');
    });
    if (response.status === 413) throw new Refusal('file.too-large');
    if (response.status === 507) throw new Refusal('disk.full');
    if (!response.ok) throw new Refusal('host.unreachable', { status: response.status });
    return (await response.json()) as PickedFile;
  }

  async function roomAddress(): Promise<string | undefined> {
    const response = await sendJson('/ticket', { kind: 'room' }).catch(() => undefined);
    if (!response?.ok) return undefined;
    const { ticket } = (await response.json()) as { ticket: string };
    return `${location.origin}/#${new URLSearchParams({ k: ticket, to: '/room' })}`;
  }

  return {
    bridge: { host: 'browser', invoke: invoke as Bridge['invoke'], subscribe },
    pickFile: async (kind) => {
      const file = await chooseFile(kind);
      // Not carried over first, only to be refused.
      if (file && kind === 'table' && file.size > IMPORT_LIMITS.bytes)
        throw new Refusal('import.too-large', { size: file.size, limit: IMPORT_LIMITS.bytes });
      return file && upload(file);
    },
    saveDownload: async ({ downloadId, fileName }) => {
      const response = await send(`/download/${encodeURIComponent(downloadId)}`).catch(() => {
        throw new Refusal('host.unreachable');
      });
      if (!response.ok) throw new Refusal(response.status === 404 ? 'file.missing' : 'host.unreachable');
      offer(await response.blob(), fileName);
      return true;
    },
    openInNewTab: async (to) => {
      // Opened before the ticket is asked for: a browser allows a new tab only while the click lasts.
      const tab = window.open('about:blank');
      const response = await sendJson('/ticket', { kind: 'main' }).catch(() => undefined);
      if (!tab || !response?.ok) {
        tab?.close();
        return false;
      }
      const { ticket } = (await response.json()) as { ticket: string };
      tab.opener = null;
      tab.location.href = `${location.origin}/#${new URLSearchParams({ k: ticket, to: to.replace(/^#/, '') })}`;
      return true;
    },
    openRoom: async () => {
      // The ticket first, while the click still counts: a tab with an opener would inherit this one's session
      // storage, and the token in it.
      const tab = await roomAddress();
      if (tab === undefined) return { isOpen: false };
      window.open(tab, '_blank', 'noopener');
      return { isOpen: true, byHand: await roomAddress() };
    },
    quit: async () => {
      await sendJson('/quit', {}).catch(() => undefined);
    },
    language: navigator.language,
  };
}

const isJson = (response: Response): boolean =>
  (response.headers.get('content-type') ?? '').startsWith('application/json');

async function redeem(ticket: string, tokenKey: string): Promise<void> {
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ticket }),
  }).catch(() => undefined);
  // A used ticket leaves the token of this tab as it was: that is what a reload of the first address needs.
  if (!response?.ok) return;
  const { token, kind } = (await response.json()) as { token: string; kind: string };
  // A ticket of the other kind opens nothing here: no page but the room's holds the room's token, and none of the
  // room's another.
  if ((kind === 'room') === (tokenKey === ROOM_TOKEN_KEY)) sessionStorage.setItem(tokenKey, token);
}

/** Must be called while a click or key press lasts. */
function chooseFile(kind: FileKind): Promise<File | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = FILE_ENDINGS[kind].map((ending) => `.${ending}`).join(',');
  input.hidden = true;
  return new Promise((resolve) => {
    const done = (): void => {
      resolve(input.files?.[0] ?? null);
      input.remove();
    };
    input.addEventListener('change', done);
    input.addEventListener('cancel', done);
    // Inside the document, or some browsers forget the input before the person has chosen.
    document.body.append(input);
    input.click();
  });
}

function offer(blob: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
