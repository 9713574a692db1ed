/** The server as the engine sees it. Implemented over fetch in ./client.ts; unit tests use a
 * server in memory.
 *
 * Every method resolves with a value whose shape was checked, or rejects with one of these errors.
 * Unreached: no answer, or an answer that is not from our server. A captive portal, for example,
 * answers 200 to everything; `portal` is then set. NotSignedIn: 401 after one single-flight
 * refresh. Refused: an RFC 9457 problem of our server.
 */
import type { AskCopy, CopiesPage, CopyHanded, CopyHandover, Found, HandCopy, PrintCopy, ActResults, Act, ByteReceipt, FileReceipt, InspectionView, NumberBlock, PartiesLookedUp, Problem, PublicDocument, ReferencePage, SessionAnswer, SignIn, SyncPage, SignableView, DecisionOnPhone, DecisionsToSign, ProposalChoices, SignDecision, SignedDecision, RegisterInformation, InformationTaken, AttachmentProgress } from '../wire';

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
  /** Sets the tokens of the open officer; with null, every authorised call
   * rejects with NotSignedIn.
   *
   * `renewed` is called after each refresh. An empty access token is refreshed before the first
   * call. `latest` returns the refresh token as it is stored now: another tab may have exchanged
   * ours, and using it a second time would end the session.
   */
  use(tokens: Tokens | null, renewed: (answer: SessionAnswer) => Promise<void>, latest?: () => Promise<string | null>): void;
  signIn(order: SignIn): Promise<SessionAnswer>;
  refresh(): Promise<SessionAnswer>;
  signOut(): Promise<void>;
  /** `says`: what the phone says of itself, as JSON of ASCII (app/phone-facts.ts). */
  sync(cursor: string | null, unsent: number, says?: string): Promise<SyncPage>;
  reference(cursor: string | null): Promise<ReferencePage>;
  /** What the officer may see that has all of the words, as somebody types them. */
  search(typed: string): Promise<Found>;
  /** Who has exactly this number, over the whole force. Recorded with its purpose; needs a connection. */
  lookUpParty(number: string, purpose: string): Promise<PartiesLookedUp>;
  sendActs(acts: Act[]): Promise<ActResults>;
  byteReceipt(photoId: string): Promise<ByteReceipt | null>;
  /** The receipt of a filed document; null until its bytes were read back. */
  fileReceipt(fileId: string): Promise<FileReceipt | null>;
  sendThumbnail(photoId: string, sha256: string, jpeg: ArrayBuffer): Promise<void>;
  /** What anybody may know of a paper; null if no paper has this code. Needs no session. */
  publicDocument(code: string): Promise<PublicDocument | null>;
  /** Requests numbers of a form and year for the open officer on this phone. */
  numberBlock(form: string, year: number): Promise<NumberBlock>;
  /** Registers an information under this phone's id. A repeat gets the first answer. */
  registerInformation(id: string, order: RegisterInformation): Promise<InformationTaken>;
  /** Sends one piece of a sealed photograph that was announced with it. `sha256` is the piece's. */
  sendInformationPiece(id: string, attachmentId: string, n: number, bytes: ArrayBuffer, sha256: string): Promise<AttachmentProgress>;
  /** Whom this officer may name to a team. */
  proposalChoices(): Promise<ProposalChoices>;
  /** What waits for this head's signature; the paper; its preview by the hash of its content. */
  decisionsToSign(): Promise<DecisionsToSign>;
  decision(id: string): Promise<DecisionOnPhone>;
  decisionPreview(id: string, fieldsHash: string): Promise<ArrayBuffer>;
  signDecision(id: string, order: SignDecision): Promise<SignedDecision>;
  returnProposal(id: string, comments: string): Promise<DecisionOnPhone>;
  refuseDecision(id: string, reason: string): Promise<DecisionOnPhone>;
  /** Tells which notices the officer read on this phone. A repeat changes nothing. */
  noticesRead(ids: string[]): Promise<void>;
  /** A paper made on site, as the server lays it out. */
  paperPdf(id: string): Promise<ArrayBuffer>;
  /** Whether the officer may sign a numbered paper digitally as its maker, and which files of it the server keeps. `written`
   * is the act that wrote it. */
  paperSignature(inspectionId: string, written: string): Promise<SignableView>;
  /** Signs exactly what was seen. Passphrase and one-time code are stored nowhere. */
  signPaper(inspectionId: string, written: string, seen: string, passphrase: string, code: string | null): Promise<SignableView>;
  /** A file that the server keeps of a paper. */
  paperFile(fileId: string): Promise<ArrayBuffer>;
  /** Second codes and copies that the party of a paper got; a new code; its prints (PDF, or PNG for the pictures); that a
   * copy was handed over. The paper is named by its public code. */
  copies(code: string): Promise<CopiesPage>;
  giveCopy(code: string, order: AskCopy): Promise<CopyHanded>;
  printCopy(code: string, order: PrintCopy): Promise<ArrayBuffer>;
  handCopy(code: string, said: HandCopy): Promise<CopyHandover>;
  /** The signed file of a paper of an inspection's decision: a PDF or a JPEG, as the inspection names it. */
  decisionFile(inspectionId: string, paperId: string, mediaType: string): Promise<ArrayBuffer>;
  /** A whole inspection within this officer's scope, including those of teams to which the
   * officer does not belong. */
  inspection(id: string): Promise<InspectionView>;
  /** The small picture of a stored photograph from any phone of the team. Refused
   * until it exists. */
  smallPicture(photoId: string): Promise<ArrayBuffer>;
  /** The same, large enough to read a label in it. */
  viewPicture(photoId: string): Promise<ArrayBuffer>;
  /** Authorization header for tus-js-client: a fresh bearer token. */
  authorization(): Promise<string>;
  /** Date header of the last answer, and our clock when it arrived, in ms. */
  lastContact(): { serverMs: number; localMs: number } | null;
}
