/** A server in memory that speaks the phone's protocol: sessions, sync, acts with signed receipts,
 * tus, byte receipts, epochs.
 *
 * It checks what the real server checks of a phone (the signature of each act, the checksum of each
 * chunk), with code independent of the phone's. It can be restored to an earlier state. ./faults.ts
 * is the network in front of it.
 */
import { randomBytes } from 'node:crypto';
import { canonicalBytes, fromBase64url } from '../../../src/domain/canonical-json';
import { Faults } from './faults';
import { Problems, answer, b64url, canonical, problem, sha256, type Json } from './wire';
import { Uploads } from './uploads';

interface Session {
  officer: string;
  device: string;
  access: Set<string>;
  /** Refresh token to the time at which it was used (null: never). */
  refresh: Map<string, { usedAt: number | null; next: Json | null }>;
  ended: boolean;
}

interface State {
  acts: Map<string, { act: Json; result: Json }>;
  logs: Map<string, { seq: number; hash: string }>;
  records: Map<string, { number: number; last: string | null }>;
  inspections: Map<string, Json>;
}

export class Server {
  readonly faults = new Faults();
  readonly uploads: Uploads;
  /** The server's clock, in ms. */
  clock = Date.parse('2026-11-24T02:00:00Z');
  epoch: string = crypto.randomUUID();
  backedUpThrough: string | null = null;
  officers = new Map([
    ['lan', officer('lan', '01890000-0000-7000-8000-00000000aaaa', 'Nguyễn Thị Lan')],
    ['minh', officer('minh', '01890000-0000-7000-8000-00000000bbbb', 'Trần Văn Minh')],
  ]);
  devices = new Map<string, { key: JsonWebKey; revoked: boolean }>();
  disabled = new Set<string>();
  state: State = { acts: new Map(), logs: new Map(), records: new Map(), inspections: new Map() };
  /** Decides about an act: a refusal (problem) or a quarantine; null accepts it. */
  judge: (act: Json) => { refused?: Json; held?: Json } | null = () => null;
  /** A batch with this act is answered as unreadable. */
  unreadable: string | null = null;
  /** Every request that arrived, such as "POST /acts". */
  readonly log: string[] = [];
  /** Signs with a key other than the one that was named. */
  forging = false;
  reference: (cursor: string | null) => Json = () => ({
    cursor: 'r1', more: false, as_of: this.now(), reset: [], entries: [], removed: [], total_entries: 0, total_bytes: 0,
  });
  /** Answers a search. Throws Problems to refuse it. */
  search: (typed: string) => Json = () => ({ groups: [], behind: 0 });
  /** Forms that sync sends, by `form/version`. */
  forms = new Map<string, Json>();
  /** Answers a request for numbers. Throws Problems to refuse it. */
  numbers: (order: { form: string; year: number }) => Json = () => {
    throw new Problems(404, 'not_found');
  };
  /** Key id under which receipts are signed. */
  keyId = 'k1';
  private sessions: Session[] = [];
  /** What the phone said of itself with its last sync. */
  says: string | null = null;
  private cursors = 0;

  private constructor(
    private readonly key: CryptoKeyPair,
    private readonly otherKey: CryptoKeyPair,
    readonly serverKeys: Json[],
    /** Public half of the key that `forging` signs with. */
    readonly forgersKey: Json,
  ) {
    this.uploads = new Uploads((value) => this.sign(value), () => this.now());
  }

  static async start(): Promise<Server> {
    const make = () => crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify']);
    const [key, otherKey] = [await make(), await make()];
    const { kty, crv, x } = await crypto.subtle.exportKey('jwk', key.publicKey);
    const keys = [
      { key_id: 'k1', use: 'receipt', public_key: { kty, crv, x } },
      { key_id: 'r1', use: 'rescue', public_key: 'age1xyz' },
    ];
    return new Server(key, otherKey, keys, { kty, crv, x: (await crypto.subtle.exportKey('jwk', otherKey.publicKey)).x });
  }

  now(): string {
    return new Date(this.clock).toISOString();
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, { ...init, duplex: 'half' } as RequestInit);
    if (init?.signal?.aborted) throw new DOMException('aborted', 'AbortError');
    return this.faults.around(request, () => this.serve(request));
  };

  /** Saves the present state. The returned function restores it under another epoch. */
  snapshot(): () => void {
    const kept = structuredClone({ state: this.state, uploads: this.uploads.all, receipts: this.uploads.receipts });
    return () => {
      const back = structuredClone(kept);
      this.state = back.state;
      this.uploads.all = back.uploads;
      this.uploads.receipts = back.receipts;
      this.epoch = crypto.randomUUID();
    };
  }

  expireAccessTokens(): void {
    for (const session of this.sessions) session.access.clear();
  }

  refreshTokensOf(officerId: string): string[] {
    return this.sessions.filter((each) => each.officer === officerId && !each.ended).flatMap((each) => [...each.refresh.keys()]);
  }

  endSessions(): void {
    for (const session of this.sessions) session.ended = true;
  }

  private async serve(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const path = url.pathname.replace('/api/mobile/v1', '');
    this.log.push(`${request.method} ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')}`);
    try {
      const response = await this.route(request, path, url);
      response.headers.set('Date', new Date(this.clock).toUTCString());
      return response;
    } catch (error) {
      if (!(error instanceof Problems)) throw error;
      const tus: Record<string, string> = path.startsWith('/uploads') ? { 'Tus-Resumable': '1.0.0' } : {};
      return problem(error, { Date: new Date(this.clock).toUTCString(), ...tus });
    }
  }

  private async route(request: Request, path: string, url: URL): Promise<Response> {
    if (path === '/sessions') return this.signIn((await request.json()) as Json);
    if (path === '/sessions/refresh') return this.refresh(((await request.json()) as Json).refresh_token as string);
    const session = this.session(request);
    if (path === '/sessions/current') {
      session.ended = true;
      return new Response(null, { status: 204 });
    }
    if (path === '/sync') {
      this.says = request.headers.get('Hientruong-Phone');
      return this.sync(session, url.searchParams.get('cursor'));
    }
    if (path === '/search') return answer(this.search(url.searchParams.get('q') ?? ''));
    if (path === '/reference') return answer(this.reference(url.searchParams.get('cursor')));
    if (path === '/number-blocks') return answer(this.numbers((await request.json()) as { form: string; year: number }), 201);
    if (/^\/documents\/[^/]+\/pdf$/.test(path)) return new Response(new Uint8Array([37, 80, 68, 70]), { headers: { 'Content-Type': 'application/pdf' } });
    if (path === '/acts') {
      const acts = ((await request.json()) as { acts: Json[] }).acts;
      if (acts.some((act) => act.id === this.unreadable)) throw new Problems(400, 'batch_malformed');
      const results: Json[] = [];
      for (const act of acts) results.push(await this.take(act, session));
      return answer({ results });
    }
    if (path.startsWith('/uploads')) return this.uploads.serve(request, path, session.officer);
    const [, photo, what] = /^\/photos\/([^/]+)\/(\w+)$/.exec(path) ?? [];
    if (photo && what === 'receipt') {
      const receipt = this.uploads.receipts.get(photo);
      if (!receipt) throw new Problems(404, 'receipt_pending', true);
      return answer(receipt);
    }
    if (photo && what === 'thumbnail') return new Response(null, { status: 204 });
    throw new Problems(404, 'not_found');
  }

  private async signIn(order: Json): Promise<Response> {
    const found = this.officers.get(order.username as string);
    if (!found || order.password !== 'mật khẩu dài' || order.otp === '000000') throw new Problems(401, 'credentials_wrong');
    if (this.disabled.has(found.id)) throw new Problems(403, 'officer_disabled');
    const device = order.device as { id: string; public_key: JsonWebKey; proof?: string };
    // A phone of the previous version sends none.
    if (device.proof !== undefined) {
      const said = { device_id: device.id, otp: order.otp, purpose: 'sign-in', username: order.username };
      const key = await crypto.subtle.importKey('jwk', device.public_key, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
      const proven = await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, fromBase64url(device.proof), canonicalBytes(said));
      if (!proven) throw new Problems(409, 'device_key_mismatch');
    }
    const known = this.devices.get(device.id);
    if (known?.revoked) throw new Problems(403, 'device_revoked');
    if (known && known.key.x !== device.public_key.x) throw new Problems(409, 'device_key_mismatch');
    this.devices.set(device.id, { key: device.public_key, revoked: false });
    for (const each of this.sessions) if (each.officer === found.id && each.device === device.id) each.ended = true;
    const session: Session = { officer: found.id, device: device.id, access: new Set(), refresh: new Map(), ended: false };
    this.sessions.push(session);
    return answer(this.tokens(session), 201);
  }

  private refresh(token: string): Response {
    const session = this.sessions.find((each) => each.refresh.has(token));
    const row = session?.refresh.get(token);
    if (!session || !row) throw new Problems(401, 'not_signed_in');
    if (this.devices.get(session.device)?.revoked) throw new Problems(401, 'session_device_revoked');
    if (this.disabled.has(session.officer)) throw new Problems(401, 'session_officer_disabled');
    if (session.ended) throw new Problems(401, 'not_signed_in');
    if (row.usedAt !== null && this.clock - row.usedAt > 30_000) {
      session.ended = true;
      throw new Problems(401, 'not_signed_in');
    }
    row.usedAt ??= this.clock;
    row.next ??= this.tokens(session);
    return answer(row.next);
  }

  private tokens(session: Session): Json {
    const [access, refresh] = [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')];
    session.access.add(access);
    session.refresh.set(refresh, { usedAt: null, next: null });
    const who = [...this.officers.values()].find((each) => each.id === session.officer);
    return {
      access_token: access, refresh_token: refresh, expires_at: new Date(this.clock + 900_000).toISOString(), officer: who,
      ...this.handshake(session),
    };
  }

  private handshake(session: Session): Json {
    const log = this.state.logs.get(`${session.officer} ${session.device}`);
    return {
      anchor: `anchor ${this.clock}`, epoch: this.epoch, server_keys: this.serverKeys, last_seq: log?.seq ?? 0, last_hash: log?.hash ?? null,
    };
  }

  private session(request: Request): Session {
    const token = (request.headers.get('Authorization') ?? '').replace('Bearer ', '');
    const session = this.sessions.find((each) => !each.ended && each.access.has(token));
    if (!session || this.devices.get(session.device)?.revoked || this.disabled.has(session.officer)) throw new Problems(401, 'not_signed_in');
    return session;
  }

  private sync(session: Session, cursor: string | null): Response {
    if (cursor !== null && !cursor.startsWith(this.epoch)) throw new Problems(410, 'cursor_expired');
    const puts = [...this.state.inspections].map(([id, value]) => ({ kind: 'inspection', id, op: 'put', value }));
    const receipts = [...this.uploads.receipts].map(([id, value]) => ({ kind: 'byte_receipt', id, op: 'put', value }));
    const forms = [...this.forms].map(([id, schema]) => {
      const [form, version] = id.split('/');
      return { kind: 'form', id, op: 'put', value: { form, version: Number(version), schema } };
    });
    this.cursors += 1;
    return answer({
      cursor: `${this.epoch}|${this.cursors}`, more: false, changes: [...puts, ...receipts, ...forms], backed_up_through: this.backedUpThrough,
      ...this.handshake(session),
    });
  }

  private async take(act: Json, session: Session): Promise<Json> {
    const id = act.id as string;
    const none = { id, receipt: null, quarantine: null, problem: null };
    const refused = (code: string, retryable = false) => ({ ...none, status: 'refused', problem: Problems.body(409, code, retryable) });
    if (act.officer_id !== session.officer) return refused('act_of_another_officer');
    const known = this.state.acts.get(id);
    if (known) return canonical(known.act) === canonical(act) ? { ...known.result, status: 'repeated' } : refused('act_id_reused');
    if (!(await this.isSigned(act))) return refused('act_unsigned');
    const judged = this.judge(act);
    if (judged?.refused) return { ...none, status: 'refused', problem: judged.refused };
    const result = { ...none, status: 'accepted', receipt: await this.receipt(act), quarantine: judged?.held ?? null };
    this.state.acts.set(id, { act, result });
    const key = `${act.officer_id} ${act.device_id as string}`;
    if ((act.seq as number) > (this.state.logs.get(key)?.seq ?? 0)) this.state.logs.set(key, { seq: act.seq as number, hash: sha256(canonical(act)) });
    if (act.type === 'photo.taken') await this.uploads.announced(act.content as { photo_id: string; sha256: string; size: number });
    return result;
  }

  private async isSigned(act: Json): Promise<boolean> {
    const jwk = this.devices.get(act.device_id as string)?.key;
    if (!jwk) return false;
    const key = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
    const { signature, ...rest } = act;
    const raw = Buffer.from(signature as string, 'base64url');
    return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, raw, new TextEncoder().encode(canonical(rest)));
  }

  private receipt(act: Json): Promise<Json> {
    const recordId = (act.record as { id: string }).id;
    const before = this.state.records.get(recordId) ?? { number: 0, last: null };
    const parts = {
      act_hash: sha256(canonical(act)), record_id: recordId, number: before.number + 1, previous_hash: before.last, received_at: this.now(),
    };
    const entryHash = sha256(canonical(parts));
    this.state.records.set(recordId, { number: parts.number, last: entryHash });
    return this.sign({ ...parts, act_id: act.id, entry_hash: entryHash });
  }

  private async sign(value: Json): Promise<Json> {
    const whole = { ...value, key_id: this.keyId };
    const key = this.forging ? this.otherKey.privateKey : this.key.privateKey;
    const signature = await crypto.subtle.sign({ name: 'Ed25519' }, key, new TextEncoder().encode(canonical(whole)));
    return { ...whole, signature: b64url(new Uint8Array(signature)) };
  }
}

function officer(username: string, id: string, fullName: string) {
  const unit = { id: '01890000-0000-7000-8000-000000000099', code: 'D1', name_vi: 'Đội 1', name_en: 'Team 1' };
  return { id, username, full_name: fullName, officer_number: null, roles: ['inspector'], unit, language: 'vi' };
}

