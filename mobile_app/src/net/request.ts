/** Sends one request and decides whether the answer came from our server. */
import type { Problem } from '../wire';
import { Refused, Unreached } from './api';
import { isProblem } from './shapes';

export const API = '/api/mobile/v1';
/** A phone with one bar of signal still gets an answer within this time. Anything slower is
 * tried again later. */
export const TIMEOUT_MS = 20_000;
/** The slowest line on which what is sent still comes through, in bytes per ms (4 kB/s, as 2G gives at its edge). A larger body
 * gets more time: with one time for all, a batch of 250 kB would be cut off there at each try and never arrive. */
export const SLOWEST_BYTES_PER_MS = 4;

export interface Wire {
  fetch: typeof fetch;
  /** Such as location.origin, without a slash at the end. */
  origin: string;
  now: () => number;
}

/** Needs no token: what anybody may know. */
export const PUBLIC_API = '/api/public/v1';

export interface Order {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  /** Instead of API. */
  base?: string;
  headers?: Record<string, string>;
  body?: BodyInit;
  /** Media type of the answer, if it is wanted as bytes. */
  bytes?: string;
  /** For a large answer, instead of TIMEOUT_MS. */
  timeoutMs?: number;
}

export interface Answer {
  status: number;
  /** Parsed JSON, or an ArrayBuffer if `bytes` was set; null if there is no body. */
  json: unknown;
  /** The server's clock (Date header) in ms; null if there is none. */
  serverMs: number | null;
  /** Our clock when the answer had arrived. */
  localMs: number;
}

/** Sends a request. Resolves with a 2xx answer of our server. Rejects with Unreached, or with
 * Refused for a problem from our server (including 401). */
export async function request(wire: Wire, order: Order): Promise<Answer> {
  const [response, body] = await fetched(wire, order);
  // Our server never redirects; portals redirect people to their page.
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    throw new Unreached('redirected', true);
  }
  const kind = (response.headers.get('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase();
  const answer = { status: response.status, serverMs: dateOf(response), localMs: wire.now() };
  if (response.ok && order.bytes !== undefined) {
    if (kind !== order.bytes) throw new Unreached(`200 with ${kind}`, true);
    return { ...answer, json: body };
  }
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  if (response.ok) {
    if (response.status === 204 || text === '') return { ...answer, json: null };
    if (kind !== 'application/json') throw new Unreached(`200 with ${kind}`, true);
    return { ...answer, json: parsed(text) };
  }
  const problem = kind === 'application/problem+json' ? parsed(text) : null;
  if (isProblem(problem)) throw refusal(response, problem, answer);
  // A 502 from a proxy whose server restarts is not a portal. 511 is one by definition
  // (RFC 6585 §6).
  throw new Unreached(`${response.status} without a problem`, response.status < 500 || response.status === 511);
}

/** A refusal also counts as contact: it came from our server and carries its clock. */
export class RefusedAnswer extends Refused {
  constructor(
    status: number,
    problem: Problem,
    retryAfterSeconds: number | null,
    readonly answer: Omit<Answer, 'json'>,
  ) {
    super(status, problem, retryAfterSeconds);
  }
}

/** In bytes, text at the most that UTF-8 takes for a letter of Vietnamese: it is about patience alone. */
const sizeOf = (body: Order['body']): number => (typeof body === 'string' ? body.length * 3 : body instanceof ArrayBuffer ? body.byteLength : 0);

async function fetched(wire: Wire, order: Order): Promise<[Response, string | ArrayBuffer]> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), (order.timeoutMs ?? TIMEOUT_MS) + sizeOf(order.body) / SLOWEST_BYTES_PER_MS);
  try {
    const response = await wire.fetch(`${wire.origin}${order.base ?? API}${order.path}`, {
      method: order.method,
      headers: { Accept: 'application/json', ...order.headers },
      ...(order.body === undefined ? {} : { body: order.body }),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      signal: abort.signal,
    });
    return [response, await (order.bytes === undefined ? response.text() : response.arrayBuffer())];
  } catch (error) {
    throw new Unreached(error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
  }
}

function refusal(response: Response, problem: Problem, answer: Omit<Answer, 'json'>): RefusedAnswer {
  const wait = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return new RefusedAnswer(response.status, problem, Number.isFinite(wait) ? wait : null, answer);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Cut off in the middle, or a page with a wrong content type.
    throw new Unreached('an answer that cannot be read', true);
  }
}

function dateOf(response: Response): number | null {
  const value = Date.parse(response.headers.get('Date') ?? '');
  return Number.isNaN(value) ? null : value;
}
