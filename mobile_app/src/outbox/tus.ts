/** One upload by tus-js-client over our own transport: fetch, a checksum for each chunk, bytes
 * from the store.
 *
 * tus-js-client has no Upload-Checksum and gives up if `navigator.onLine` is false. Its
 * transport, its reader and its classification of errors are therefore replaced. It is loaded
 * when the first upload begins.
 */
import type { DetailedError, HttpRequest, HttpResponse, HttpStack, UploadOptions } from 'tus-js-client';
import { NotSignedIn, Unreached } from '../net/api';
import { isProblem } from '../net/shapes';
import type { Problem } from '../wire';
import { RoundOver } from './port';
import { stepAfter } from './upload-answers';

export const CHUNK = 512 * 1024;
/** Used after failures, for a line that cannot carry half a megabyte in three minutes. */
export const SMALL_CHUNK = 128 * 1024;
const CHUNK_TIMEOUT_MS = 180_000;
const HEAD_TIMEOUT_MS = 30_000;
/** Pauses before the phone asks with HEAD and continues. The server notices a cut connection in
 * a fraction of a second, a silent line in half a minute. */
const AGAIN_MS = [200, 500, 1_000, 2_000, 4_000, 8_000, 15_000];

/** Refusals of a HEAD after which the upload is requested again by its photograph. tus-js-client
 * handles 423 itself. */
const BEGINS_ANEW = new Set([401, 404, 410, 423]);

export interface UploadOrder {
  endpoint: string;
  uploadUrl: string | null;
  size: number;
  metadata: Record<string, string>;
  chunkSize: number;
  /** Bytes `from` … `to`; null if they are not here (any more). */
  read: (from: number, to: number) => Promise<ArrayBuffer | null>;
  fetch: typeof fetch;
  /** Value of a fresh Authorization header. Rejects with RoundOver if nothing may be
   * sent any more. */
  authorization: () => Promise<string>;
  /** Exchanges the token after a 401. */
  renew: () => Promise<unknown>;
  signal: AbortSignal;
  onUrl: (url: string) => Promise<void>;
  onProgress: (sent: number) => Promise<void>;
  pauses?: number[];
}

/** The server did not accept the upload, or not now. `step` says what to do. */
export class UploadFailed extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | null,
  ) {
    super(`${status} ${problem?.code ?? ''}`);
  }

  get step(): ReturnType<typeof stepAfter> {
    return stepAfter(this.status, this.problem?.code ?? null);
  }
}

/** The store lacks bytes that it should have. */
export class BytesMissing extends Error {}

interface Piece {
  size: number;
  bytes: ArrayBuffer;
}

/** Sends the whole file from the server's offset on. Rejects with UploadFailed, Unreached,
 * NotSignedIn, BytesMissing or RoundOver. */
export async function upload(order: UploadOrder): Promise<void> {
  const { Upload } = await import('tus-js-client');
  // What onUrl and onProgress write is on the disk before this resolves. If it cannot be written (a
  // full disk), the bytes are sent all the same: that makes room, and the server recognises the
  // upload by its photograph.
  let writes: Promise<unknown> = Promise.resolve();
  const write = (work: () => Promise<void>): void => {
    writes = writes.then(work).catch(() => undefined);
  };
  let refreshes = 0;
  let stop = (): void => undefined;
  await new Promise<void>((resolve, reject) => {
    const options: UploadOptions = {
      endpoint: order.endpoint,
      uploadUrl: order.uploadUrl,
      uploadSize: order.size,
      metadata: order.metadata,
      chunkSize: order.chunkSize,
      storeFingerprintForResuming: false,
      fingerprint: () => Promise.resolve(''),
      fileReader: { openFile: () => Promise.resolve(source(order)) },
      httpStack: new FetchStack(order),
      retryDelays: order.pauses ?? AGAIN_MS,
      onBeforeRequest: async (req) => req.setHeader('Authorization', await order.authorization()),
      onAfterResponse: async (req, res) => {
        checkOurs(res);
        const status = res.getStatus();
        // tus-js-client would start a new upload whatever the reason of the refusal. That would
        // discard what an unreachable node already has.
        if (req.getMethod() === 'HEAD' && status >= 300 && !BEGINS_ANEW.has(status)) throw new UploadFailed(status, problemOf(res));
        if (status !== 401) return;
        refreshes += 1;
        if (refreshes > 2) throw new NotSignedIn(problemOf(res));
        await order.renew();
      },
      onShouldRetry: (error) => error.originalResponse !== null && failureOf(error).step === 'again' && !order.signal.aborted,
      onUploadUrlAvailable: () => {
        const url = running.url;
        if (url !== null && url !== order.uploadUrl) write(() => order.onUrl(url));
      },
      onChunkComplete: (_size, accepted) => write(() => order.onProgress(accepted)),
      onSuccess: () => resolve(),
      onError: (error) => reject(reasonOf(error)),
    };
    // This file is never read: the reader above knows where the bytes are.
    const running = new Upload({ read: () => Promise.resolve({ done: true, value: undefined }) }, options);
    stop = () => {
      void running.abort();
      reject(new RoundOver('aborted'));
    };
    order.signal.addEventListener('abort', stop);
    running.start();
  }).finally(() => {
    order.signal.removeEventListener('abort', stop);
    return writes;
  });
}

function source(order: UploadOrder) {
  return {
    size: order.size,
    slice: async (start: number, end: number) => {
      const bytes = await order.read(start, Math.min(end, order.size));
      if (bytes === null || bytes.byteLength !== Math.min(end, order.size) - start) throw new BytesMissing('no bytes');
      const value: Piece = { size: bytes.byteLength, bytes };
      return { value, done: end >= order.size };
    },
    close: () => undefined,
  };
}

/** Checks that an answer is our server's: all of its answers below /uploads, including errors,
 * name the version of tus. Anything else came from an intermediary. */
function checkOurs(res: HttpResponse): void {
  if (res.getHeader('Tus-Resumable') === '1.0.0') return;
  const status = res.getStatus();
  throw new Unreached(`${status} that is not tus`, status < 500 || status === 511);
}

function reasonOf(error: Error | DetailedError): Error {
  const { causingError, originalResponse } = error as Partial<DetailedError>;
  if (originalResponse) return failureOf(error as DetailedError);
  const cause = causingError ?? error;
  const known = [Unreached, NotSignedIn, RoundOver, BytesMissing, UploadFailed].some((kind) => cause instanceof kind);
  return known ? cause : new Unreached(cause.message);
}

function failureOf(error: DetailedError): UploadFailed {
  return new UploadFailed(error.originalResponse?.getStatus() ?? 0, error.originalResponse ? problemOf(error.originalResponse) : null);
}

function problemOf(res: HttpResponse): Problem | null {
  try {
    const value: unknown = JSON.parse(res.getBody());
    return isProblem(value) ? value : null;
  } catch {
    return null;
  }
}

class FetchStack implements HttpStack {
  constructor(private readonly order: UploadOrder) {}

  createRequest(method: string, url: string): HttpRequest {
    return new FetchRequest(this.order, method, url);
  }

  getName(): string {
    return 'fetch with checksums';
  }
}

class FetchRequest implements HttpRequest {
  private readonly headers = new Map<string, string>();
  private readonly stopped = new AbortController();

  constructor(
    private readonly order: UploadOrder,
    private readonly method: string,
    private readonly url: string,
  ) {}

  getMethod(): string {
    return this.method;
  }

  getURL(): string {
    return this.url;
  }

  setHeader(header: string, value: string): void {
    this.headers.set(header, value);
  }

  getHeader(header: string): string | undefined {
    return this.headers.get(header);
  }

  setProgressHandler(): void {
    // fetch does not report how much it has sent. Progress is reported by whole chunks.
  }

  async send(piece: Piece | null = null): Promise<HttpResponse> {
    if (piece) this.setHeader('Upload-Checksum', `sha256 ${await base64Sha256(piece.bytes)}`);
    const timer = setTimeout(() => this.stopped.abort(), piece ? CHUNK_TIMEOUT_MS : HEAD_TIMEOUT_MS);
    try {
      const response = await this.order.fetch(this.url, {
        method: this.method,
        headers: Object.fromEntries(this.headers),
        ...(piece ? { body: piece.bytes } : {}),
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'manual',
        signal: this.stopped.signal,
      });
      return new FetchResponse(response, await response.text());
    } finally {
      clearTimeout(timer);
    }
  }

  async abort(): Promise<void> {
    this.stopped.abort();
  }

  getUnderlyingObject(): null {
    return null;
  }
}

class FetchResponse implements HttpResponse {
  constructor(
    private readonly response: Response,
    private readonly body: string,
  ) {}

  getStatus(): number {
    return this.response.status;
  }

  getHeader(header: string): string | undefined {
    return this.response.headers.get(header) ?? undefined;
  }

  getBody(): string {
    return this.body;
  }

  getUnderlyingObject(): null {
    return null;
  }
}

async function base64Sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...digest));
}
