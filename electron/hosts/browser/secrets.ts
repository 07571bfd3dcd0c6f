/**
 * Tickets and tokens of the browser host.
 *
 * A ticket is in an address, so it works once. It is exchanged for a bearer token, which lives in the tab's
 * session storage and in a header, never in an address or a cookie: cookies are shared between all ports of
 * 127.0.0.1, so another program's page would receive them.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** `main` may do everything a person at this machine may; `room` sees what was pushed to the room. */
export type TokenKind = 'main' | 'room';

const MOST_OPEN_TICKETS = 20;

const secret = (): string => randomBytes(32).toString('base64url');
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

export class Secrets {
  readonly #tokens: Record<TokenKind, Buffer>;
  readonly #texts: Record<TokenKind, string>;
  readonly #tickets = new Map<string, TokenKind>();

  constructor() {
    this.#texts = { main: secret(), room: secret() };
    this.#tokens = { main: digest(this.#texts.main), room: digest(this.#texts.room) };
  }

  issueTicket(kind: TokenKind): string {
    const [oldest] = this.#tickets.keys();
    if (oldest !== undefined && this.#tickets.size >= MOST_OPEN_TICKETS) this.#tickets.delete(oldest);
    const ticket = secret();
    this.#tickets.set(digest(ticket).toString('hex'), kind);
    return ticket;
  }

  /** The token a ticket stands for; the ticket is worth nothing afterwards. */
  redeem(ticket: string): { token: string; kind: TokenKind } | undefined {
    const key = digest(ticket).toString('hex');
    const kind = this.#tickets.get(key);
    if (!kind) return undefined;
    this.#tickets.delete(key);
    return { token: this.#texts[kind], kind };
  }

  kindOf(authorization: string | undefined): TokenKind | undefined {
    const given = digest(/^Bearer ([\w-]{20,100})$/.exec(authorization ?? '')?.[1] ?? '');
    if (timingSafeEqual(given, this.#tokens.main)) return 'main';
    if (timingSafeEqual(given, this.#tokens.room)) return 'room';
    return undefined;
  }
}
