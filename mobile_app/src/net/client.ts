/** The server over fetch. A network error never counts as a sign-out; only a 401 from our
 * own server does. */
import type { AskCopy, CopiesPage, CopyHanded, CopyHandover, Found, HandCopy, PrintCopy, Act, ActResults, ByteReceipt, FileReceipt, InspectionView, NumberBlock, PartiesLookedUp, PublicDocument, ReferencePage, SessionAnswer, SignIn, SyncPage, SignableView, DecisionOnPhone, DecisionsToSign, ProposalChoices, SignDecision, SignedDecision, RegisterInformation, InformationTaken, AttachmentProgress } from '../wire';
import { NotSignedIn, Refused, Unreached, type Api, type Tokens } from './api';
import { PUBLIC_API, RefusedAnswer, request, type Answer, type Order, type Wire } from './request';
import { isActResults, isAttachmentProgress, isByteReceipt, isCopiesPage, isCopyHanded, isFileReceipt, isFound, isInformationTaken, isInspectionView, isNumberBlock, isPartiesLookedUp, isPublicDocument, isReferencePage, isSessionAnswer, isSyncPage, isSignable } from './shapes';

/** How long before its end a token is exchanged. One chunk of an upload on a slow
 * line takes less. */
const MARGIN_MS = 60_000;
/** A scan of some MB takes this long on a slow line. */
const LARGE_MS = 180_000;
/** How long signing may take. */
const SIGNING_MS = 60_000;
const PDF = 'application/pdf';
const JPEG = 'image/jpeg';

type Renewed = (answer: SessionAnswer) => Promise<void>;
type Latest = () => Promise<string | null>;

export class Client implements Api {
  private tokens: Tokens | null = null;
  /** Identifies whose calls these are: a new object after each use(). */
  private owner: object = {};
  private renewed: Renewed = async () => undefined;
  private latest: Latest | null = null;
  /** Time on our clock at which the access token ends. Calculated from the server's clock,
   * because ours may be days off. */
  private freshUntil = 0;
  private refreshing: Promise<SessionAnswer> | null = null;
  /** A refresh token that our server rejected. It is not sent again. */
  private dead: { token: string; error: NotSignedIn } | null = null;
  private contact: { serverMs: number; localMs: number } | null = null;

  /** `exclusively` runs one refresh at a time over all tabs (navigator.locks). Without it,
   * refreshes are exclusive only in this tab. */
  constructor(
    private readonly wire: Wire,
    private readonly exclusively: <T>(work: () => Promise<T>) => Promise<T> = (work) => work(),
  ) {}

  use(tokens: Tokens | null, renewed: Renewed, latest?: Latest): void {
    this.owner = {};
    // A refresh that is on its way ends for the officer who began it; the next officer's calls do not join it.
    this.refreshing = null;
    this.tokens = tokens;
    this.renewed = renewed;
    this.latest = latest ?? null;
    this.dead = null;
    this.freshUntil = tokens && tokens.accessToken !== '' ? this.endOf(tokens.expiresAt) : 0;
  }

  async signIn(order: SignIn): Promise<SessionAnswer> {
    return this.checked(await this.send(json('POST', '/sessions', order)), isSessionAnswer);
  }

  refresh(): Promise<SessionAnswer> {
    if (this.refreshing) return this.refreshing;
    // Read before anything is awaited: the app may be locked, and unlocked by another officer, until the answer is here.
    const { owner, renewed, latest } = this;
    const begun = this.exclusively(() => this.exchange(owner, renewed, latest)).finally(() => {
      if (this.refreshing === begun) this.refreshing = null;
    });
    this.refreshing = begun;
    return begun;
  }

  async signOut(): Promise<void> {
    await this.authorised({ method: 'DELETE', path: '/sessions/current' });
  }

  async sync(cursor: string | null, unsent: number, says?: string): Promise<SyncPage> {
    const query = new URLSearchParams({ unsent: String(unsent), ...(cursor === null ? {} : { cursor }) });
    const headers = says === undefined ? {} : { 'Hientruong-Phone': says };
    return this.checked(await this.authorised({ method: 'GET', path: `/sync?${query}`, headers }), isSyncPage);
  }

  async search(typed: string): Promise<Found> {
    return this.checked(await this.authorised({ method: 'GET', path: `/search?${new URLSearchParams({ q: typed })}` }), isFound);
  }

  async lookUpParty(number: string, purpose: string): Promise<PartiesLookedUp> {
    return this.checked(await this.authorised(json('POST', '/parties/lookup', { number, purpose })), isPartiesLookedUp);
  }

  async reference(cursor: string | null): Promise<ReferencePage> {
    const query = cursor === null ? '' : `?${new URLSearchParams({ cursor })}`;
    return this.checked(await this.authorised({ method: 'GET', path: `/reference${query}` }), isReferencePage);
  }

  async sendActs(acts: Act[]): Promise<ActResults> {
    const results = this.checked(await this.authorised(json('POST', '/acts', { acts })), isActResults);
    if (results.results.length !== acts.length) throw new Unreached('an answer about other acts', true);
    return results;
  }

  byteReceipt(photoId: string): Promise<ByteReceipt | null> {
    return this.receipt(`/photos/${photoId}/receipt`, isByteReceipt);
  }

  fileReceipt(fileId: string): Promise<FileReceipt | null> {
    return this.receipt(`/filed/${fileId}/receipt`, isFileReceipt);
  }

  private async receipt<T>(path: string, known: (value: unknown) => value is T): Promise<T | null> {
    try {
      return this.checked(await this.authorised({ method: 'GET', path }), known);
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return null;
      throw error;
    }
  }

  async sendThumbnail(photoId: string, sha256: string, jpeg: ArrayBuffer): Promise<void> {
    const headers = { 'Content-Type': 'image/jpeg', 'X-Sha256': sha256 };
    await this.authorised({ method: 'PUT', path: `/photos/${photoId}/thumbnail`, headers, body: jpeg });
  }

  async numberBlock(form: string, year: number): Promise<NumberBlock> {
    return this.checked(await this.authorised(json('POST', '/number-blocks', { form, year })), isNumberBlock);
  }

  async paperPdf(id: string): Promise<ArrayBuffer> {
    const order: Order = { method: 'GET', path: `/documents/${id}/pdf`, headers: { Accept: PDF }, bytes: PDF };
    return this.checked(await this.authorised(order), (value): value is ArrayBuffer => value instanceof ArrayBuffer);
  }

  async decisionFile(inspectionId: string, paperId: string, mediaType: string): Promise<ArrayBuffer> {
    const path = `/inspections/${inspectionId}/decision-papers/${paperId}/file`;
    const order: Order = { method: 'GET', path, headers: { Accept: mediaType }, bytes: mediaType, timeoutMs: LARGE_MS };
    return this.checked(await this.authorised(order), (value): value is ArrayBuffer => value instanceof ArrayBuffer);
  }

  async publicDocument(code: string): Promise<PublicDocument | null> {
    try {
      return this.checked(await this.send({ method: 'GET', path: `/documents/${code}`, base: PUBLIC_API }), isPublicDocument);
    } catch (error) {
      if (error instanceof Refused && error.problem.code === 'document_unknown') return null;
      throw error;
    }
  }

  async paperSignature(inspectionId: string, written: string): Promise<SignableView> {
    return this.checked(await this.authorised({ method: 'GET', path: `/inspections/${inspectionId}/papers/${written}/signature` }), isSignable);
  }

  async signPaper(inspectionId: string, written: string, seen: string, passphrase: string, code: string | null): Promise<SignableView> {
    return this.checked(await this.authorised(json('POST', `/inspections/${inspectionId}/papers/${written}/signature`, { seen, passphrase, code })), isSignable);
  }

  async paperFile(fileId: string): Promise<ArrayBuffer> {
    const order: Order = { method: 'GET', path: `/paper-files/${fileId}`, headers: { Accept: PDF }, bytes: PDF };
    return this.checked(await this.authorised(order), (value): value is ArrayBuffer => value instanceof ArrayBuffer);
  }

  async copies(code: string): Promise<CopiesPage> {
    return this.checked(await this.authorised({ method: 'GET', path: `/copies/${code}` }), isCopiesPage);
  }

  async giveCopy(code: string, order: AskCopy): Promise<CopyHanded> {
    return this.checked(await this.authorised(json('POST', `/copies/${code}`, order)), isCopyHanded);
  }

  async printCopy(code: string, asked: PrintCopy): Promise<ArrayBuffer> {
    const kind = asked.layout.startsWith('picture') ? 'image/png' : PDF;
    // The A4 print is laid out with all pages of the paper.
    const order: Order = { ...json('POST', `/copies/${code}/print`, asked), bytes: kind, timeoutMs: LARGE_MS };
    return this.checked(await this.authorised(order), (value): value is ArrayBuffer => value instanceof ArrayBuffer);
  }

  async handCopy(code: string, said: HandCopy): Promise<CopyHandover> {
    return this.checked(await this.authorised(json('POST', `/copies/${code}/handed`, said)), (value): value is CopyHandover => has(value, 'received_at'));
  }

  async registerInformation(id: string, order: RegisterInformation): Promise<InformationTaken> {
    const sent: Order = { ...json('POST', `/informations/${id}`, order), method: 'PUT' };
    return this.checked(await this.authorised(sent), isInformationTaken);
  }

  async sendInformationPiece(id: string, attachmentId: string, n: number, bytes: ArrayBuffer, sha256: string): Promise<AttachmentProgress> {
    const headers = { 'Content-Type': 'application/octet-stream', 'X-Sha256': sha256 };
    // Half a MiB on a slow line, and the last piece waits for the sealing.
    const order: Order = { method: 'PUT', path: `/informations/${id}/attachments/${attachmentId}/${n}`, headers, body: bytes, timeoutMs: SIGNING_MS };
    return this.checked(await this.authorised(order), isAttachmentProgress);
  }

  async proposalChoices(): Promise<ProposalChoices> {
    return this.checked(await this.authorised({ method: 'GET', path: '/proposal-choices' }), (value): value is ProposalChoices => has(value, 'team'));
  }

  async decisionsToSign(): Promise<DecisionsToSign> {
    return this.checked(await this.authorised({ method: 'GET', path: '/decisions' }), (value): value is DecisionsToSign => has(value, 'rows'));
  }

  async decision(id: string): Promise<DecisionOnPhone> {
    return this.checked(await this.authorised({ method: 'GET', path: `/decisions/${id}` }), isDecision);
  }

  async decisionPreview(id: string, fieldsHash: string): Promise<ArrayBuffer> {
    const path = `/decisions/${id}/preview.pdf?${new URLSearchParams({ fields_hash: fieldsHash })}`;
    const order: Order = { method: 'GET', path, headers: { Accept: PDF }, bytes: PDF };
    return this.checked(await this.authorised(order), (value): value is ArrayBuffer => value instanceof ArrayBuffer);
  }

  async signDecision(id: string, order: SignDecision): Promise<SignedDecision> {
    // Layout, signature and time stamp take longer than other answers.
    const sent = { ...json('POST', `/decisions/${id}/sign`, order), timeoutMs: SIGNING_MS };
    return this.checked(await this.authorised(sent), (value): value is SignedDecision => has(value, 'number'));
  }

  async returnProposal(id: string, comments: string): Promise<DecisionOnPhone> {
    return this.checked(await this.authorised(json('POST', `/decisions/${id}/return`, { comments })), isDecision);
  }

  async refuseDecision(id: string, reason: string): Promise<DecisionOnPhone> {
    return this.checked(await this.authorised(json('POST', `/decisions/${id}/refuse`, { reason })), isDecision);
  }

  async noticesRead(ids: string[]): Promise<void> {
    await this.authorised(json('POST', '/notices/read', { ids }));
  }

  async inspection(id: string): Promise<InspectionView> {
    return this.checked(await this.authorised({ method: 'GET', path: `/inspections/${id}` }), isInspectionView);
  }

  smallPicture(photoId: string): Promise<ArrayBuffer> {
    return this.picture(photoId, 'thumb');
  }

  viewPicture(photoId: string): Promise<ArrayBuffer> {
    return this.picture(photoId, 'view');
  }

  private async picture(photoId: string, size: 'thumb' | 'view'): Promise<ArrayBuffer> {
    const order: Order = { method: 'GET', path: `/photos/${photoId}?size=${size}`, headers: { Accept: JPEG }, bytes: JPEG };
    return this.checked(await this.authorised(order), (value): value is ArrayBuffer => value instanceof ArrayBuffer);
  }

  async authorization(): Promise<string> {
    const tokens = this.held();
    if (tokens.accessToken === '' || this.wire.now() > this.freshUntil - MARGIN_MS) await this.refresh();
    return `Bearer ${this.held().accessToken}`;
  }

  lastContact(): { serverMs: number; localMs: number } | null {
    return this.contact;
  }

  private async authorised(order: Order): Promise<Answer> {
    const owner = this.owner;
    const ours = (): void => {
      // The app was locked while this call waited, and perhaps unlocked by another officer. One
      // officer's data must not be sent under another's token.
      if (owner !== this.owner) throw new Unreached('locked in between');
    };
    const first = this.held().accessToken === '' ? await this.authorization() : `Bearer ${this.held().accessToken}`;
    ours();
    try {
      return await this.send(withToken(order, first));
    } catch (error) {
      if (!isSignedOut(error)) throw error;
    }
    ours();
    // Another call may have refreshed the token while this one was on its way.
    if (first === `Bearer ${this.held().accessToken}`) await this.refresh();
    ours();
    try {
      return await this.send(withToken(order, `Bearer ${this.held().accessToken}`));
    } catch (error) {
      throw isSignedOut(error) ? new NotSignedIn(error.problem) : error;
    }
  }

  private held(): Tokens {
    if (this.tokens === null) throw new NotSignedIn(null);
    return this.tokens;
  }

  /** Exchanges the refresh token of the officer who was open when the refresh began. The answer is always
   * stored for that officer, and is used only while the same officer is open. */
  private async exchange(owner: object, renewed: Renewed, latest: Latest | null): Promise<SessionAnswer> {
    const ours = (): void => {
      if (owner !== this.owner) throw new Unreached('locked in between');
    };
    ours();
    const stored = await latest?.();
    ours();
    const token = stored ?? this.held().refreshToken;
    if (this.dead?.token === token) throw this.dead.error;
    try {
      const answer = this.checked(await this.send(json('POST', '/sessions/refresh', { refresh_token: token })), isSessionAnswer);
      // Stored before it is used: the server gives a lost answer again for as long as nobody has used what was in it.
      await renewed(answer);
      if (owner === this.owner) {
        this.tokens = { accessToken: answer.access_token, refreshToken: answer.refresh_token, expiresAt: answer.expires_at };
        this.freshUntil = this.endOf(answer.expires_at);
      }
      return answer;
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      const dead = { token, error: new NotSignedIn(error.problem) };
      if (owner === this.owner) this.dead = dead;
      throw dead.error;
    }
  }

  private endOf(expiresAt: string): number {
    const ahead = this.contact ? this.contact.serverMs - this.contact.localMs : 0;
    return Date.parse(expiresAt) - ahead;
  }

  private async send(order: Order): Promise<Answer> {
    try {
      return await request(this.wire, order);
    } catch (error) {
      if (error instanceof RefusedAnswer) this.met(error.answer);
      throw error;
    }
  }

  /** Takes the server's clock only from answers that were recognised as our server's. */
  private met(answer: Omit<Answer, 'json'>): void {
    if (answer.serverMs !== null) this.contact = { serverMs: answer.serverMs, localMs: answer.localMs };
  }

  private checked<T>(answer: Answer, is: (value: unknown) => value is T): T {
    if (!is(answer.json)) throw new Unreached('an answer of another shape', true);
    this.met(answer);
    return answer.json;
  }
}

function json(method: 'POST', path: string, body: unknown): Order {
  return { method, path, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

function withToken(order: Order, authorization: string): Order {
  return { ...order, headers: { ...order.headers, Authorization: authorization } };
}

function has(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && name in value;
}

function isDecision(value: unknown): value is DecisionOnPhone {
  return has(value, 'paper') && has(value, 'certificate');
}

function isSignedOut(error: unknown): error is Refused {
  return error instanceof Refused && error.status === 401;
}
