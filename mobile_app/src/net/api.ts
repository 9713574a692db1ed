/** The server as the engine sees it. Implemented over fetch in ./client.ts; unit tests use a server in memory.
 *
 * Every method resolves with a checked shape or rejects with one of:
 * Unreached (no answer, or an answer that is not our server's: a captive portal says 200 to everything; sets `portal`),
 * NotSignedIn (401 after one single-flight refresh), Refused (an RFC 9457 problem of our server).
 */
import type { ActResults, Act, ByteReceipt, InspectionView, NumberBlock, Problem, ReferencePage, SessionAnswer, SignIn, SyncPage } from '../wire';

export class Unreached extends Error {
  constructor(
    message: string,
    readonly portal = false,
  ) {
    super(message);
  }
}

export class NotSignedIn extends Error {
  constructor(readonly problem: Problem | null) {
    super(problem?.code ?? 'not_signed_in');
  }
}

export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
    readonly retryAfterSeconds: number | null,
  ) {
    super(`${status} ${problem.code}`);
  }
}

export interface Tokens {
  accessToken: string;
  refreshToken: string;
  expiresAt: string;
}

export interface Api {
  /** Tokens of the open officer; null locks every authorised call out with NotSignedIn. `renewed` is told after each refresh.
   * An empty access token is refreshed before the first call. `latest` gives the refresh token as it is kept now: another tab
   * may have exchanged ours, and a second use of it would end the session. */
  use(tokens: Tokens | null, renewed: (answer: SessionAnswer) => Promise<void>, latest?: () => Promise<string | null>): void;
  signIn(order: SignIn): Promise<SessionAnswer>;
  refresh(): Promise<SessionAnswer>;
  signOut(): Promise<void>;
  sync(cursor: string | null, unsent: number): Promise<SyncPage>;
  reference(cursor: string | null): Promise<ReferencePage>;
  sendActs(acts: Act[]): Promise<ActResults>;
  byteReceipt(photoId: string): Promise<ByteReceipt | null>;
  sendThumbnail(photoId: string, sha256: string, jpeg: ArrayBuffer): Promise<void>;
  /** Numbers of a form and year for the open officer on this phone. */
  numberBlock(form: string, year: number): Promise<NumberBlock>;
  /** A paper made on site, as the server lays it out. */
  paperPdf(id: string): Promise<ArrayBuffer>;
  /** An inspection in this officer's sight, whole: also one whose team he is not on. */
  inspection(id: string): Promise<InspectionView>;
  /** The small picture of a photograph that is stored, whoever of the team took it. Refused while there is none. */
  smallPicture(photoId: string): Promise<ArrayBuffer>;
  /** The same, large enough to read a label on it. */
  viewPicture(photoId: string): Promise<ArrayBuffer>;
  /** Header values for tus-js-client: the bearer token, fresh. */
  authorization(): Promise<string>;
  /** Date header of the last answer and our clock when it came, in ms. */
  lastContact(): { serverMs: number; localMs: number } | null;
}
