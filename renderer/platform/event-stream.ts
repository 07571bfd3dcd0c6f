/**
 * Server-sent events read over fetch, so that the token goes in a header and not in an address.
 * Connects again when the stream ends, and says `lost` when events were missed meanwhile.
 */
export interface EventSourceOptions {
  connect: (headers: Record<string, string>, signal: AbortSignal) => Promise<Response>;
  onEvent: (event: unknown) => void;
  signal: AbortSignal;
  /** Milliseconds before the n-th attempt in a row. */
  pause?: (attempt: number) => number;
}

export interface Frame {
  id?: string;
  event?: string;
  data?: string;
}

const LOST = { type: 'command', command: 'lost' };

/** The complete frames of a text and the beginning of the next one. */
export function splitFrames(text: string): { frames: Frame[]; rest: string } {
  const pieces = text.split('\n\n');
  const rest = pieces.pop() ?? '';
  return { frames: pieces.map(parseFrame), rest };
}

function parseFrame(text: string): Frame {
  const frame: Frame = {};
  for (const line of text.split('\n')) {
    const found = /^(id|event|data): ?(.*)$/.exec(line);
    if (found) frame[found[1] as keyof Frame] = found[2] ?? '';
  }
  return frame;
}

export async function readEvents(options: EventSourceOptions): Promise<void> {
  const pause = options.pause ?? ((attempt) => Math.min(500 * 2 ** attempt, 10_000));
  let lastId: string | undefined;
  let attempt = 0;

  function take(frame: Frame): void {
    if (frame.id !== undefined) lastId = frame.id;
    if (frame.event === 'lost') options.onEvent(LOST);
    else if (frame.data !== undefined) options.onEvent(JSON.parse(frame.data));
  }

  while (!options.signal.aborted) {
    try {
      const response = await options.connect(
        lastId === undefined ? {} : { 'last-event-id': lastId },
        options.signal,
      );
      // Another start of the application, or a tab without a token: asking again cannot help.
      if (response.status === 401 || response.status === 403) return;
      if (response.ok && response.body) {
        attempt = 0;
        let text = '';
        for await (const piece of piecesOf(response.body)) {
          const { frames, rest } = splitFrames(text + piece);
          text = rest;
          frames.forEach(take);
        }
      }
    } catch {
      // A broken connection is what the next attempt is for.
    }
    if (options.signal.aborted) return;
    await new Promise((resolve) => setTimeout(resolve, pause(attempt)));
    attempt += 1;
  }
}

async function* piecesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
