/** Officers on this phone: sign-in, PIN, lock. Several officers may share it; each sees and
 * sends only their own work. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { OfficerSelf, SessionAnswer, Text } from '../wire';
import { NotSignedIn, Refused, Unreached, type Api } from '../net/api';
import type { OfficerRow, Store } from '../store/store';
import { DEVICE_NAME } from '../store/meta';
import type { Environment } from './environment';
import type { Handshakes } from './handshakes';
import { ensureDevice, newDevice, proofOf } from './device';
import { weaknessOf } from '../domain/weak-pins';
import { isPin, newPinKey, unwrap, unwrapWith, wrap, type PinKey } from './pins';
import { Trouble, type Access, type Accounts, type KnownOfficer } from './services';
import { SAY, unreached } from './sentences';

export const MAX_WRONG_PINS = 5;
/** How long a sign-in without a PIN lasts. At the next start after that it is deleted, so that
 * nobody else can set the PIN. */
const PIN_GRACE_MS = 15 * 60_000;

/** After these a sign-in does not help. The work on the phone leaves it by the rescue file. */
const STOPS: ReadonlySet<string> = new Set(['officer_disabled', 'device_revoked', 'session_officer_disabled', 'session_device_revoked']);

const nothing = async (): Promise<void> => undefined;

/** One officer's session in memory. What arrives late for a session that was locked goes to that
 * officer's own row. */
interface Session {
  officer: OfficerSelf;
  pin: PinKey | null;
  refreshToken: string | null;
}

export class AccountService implements Accounts {
  private readonly accessSignal = signal<Access>({ state: 'empty' });
  private readonly signInNeededSignal = signal<Text | null>(null);
  private readonly stoppedSignal = signal(false);
  private session: Session | null = null;
  /** Saves what was typed, before the lock. Set by the wiring. */
  beforeLock: () => Promise<void> = nothing;
  /** Called when the server answered a sign-in, whatever it said. */
  answered: () => Promise<void> = nothing;
  private writing: Promise<unknown> = Promise.resolve();

  private readonly veiledSignal = signal(false);

  readonly access: ReadonlySignal<Access> = this.accessSignal;
  readonly veiled: ReadonlySignal<boolean> = this.veiledSignal;
  readonly signInNeeded: ReadonlySignal<Text | null> = this.signInNeededSignal;
  readonly stopped: ReadonlySignal<boolean> = this.stoppedSignal;

  constructor(
    private readonly store: Store,
    private readonly api: Api,
    private readonly env: Environment,
    private readonly handshakes: Handshakes,
    private readonly unsentOf: (officerId: string) => Promise<number>,
    private readonly pinRounds?: number,
  ) {}

  /** Reads which officers are known. No officer is open after a start. */
  async begin(): Promise<void> {
    const pending = (await this.store.officers()).filter((row) => row.refreshToken !== null && row.pin === null);
    const latest = pending.sort((a, b) => b.signedInAt.localeCompare(a.signedInAt))[0];
    if (latest && this.env.now() - Date.parse(latest.signedInAt) <= PIN_GRACE_MS) {
      this.session = { officer: latest.officer as OfficerSelf, pin: null, refreshToken: latest.refreshToken };
    }
    await this.forgetPending(this.session?.officer.id ?? null);
    await this.showLocked();
  }

  /** The officer who has unlocked the app, or null. */
  get officer(): OfficerSelf | null {
    const access = this.accessSignal.value;
    return access.state === 'open' ? access.officer : null;
  }

  async signIn(username: string, password: string, otp: string, deviceName: string): Promise<void> {
    const name = deviceName.trim().slice(0, 100) || this.env.deviceName;
    const device = await ensureDevice(this.store, this.nowText());
    await this.store.setMeta(DEVICE_NAME, name);
    let answer: SessionAnswer;
    try {
      const order = { username: username.trim(), otp: otp.replace(/\s/g, '') };
      const publicKey = device.publicJwk as Record<string, unknown>;
      const proof = await proofOf(device, order);
      answer = await this.api.signIn({ ...order, password, device: { id: device.deviceId, name, public_key: publicKey, proof } });
    } catch (error) {
      // A refusal tells the server's time as well: a code from this phone is wrong if its clock is.
      if (!(error instanceof Unreached)) await this.answered();
      throw await this.signInTrouble(error, username.trim());
    }
    await this.answered();
    const id = answer.officer.id;
    if (this.officer !== null) await this.beforeLock();
    // The officer works already, and only the session had ended: the PIN is in memory and stays.
    const known = this.officer?.id === id ? this.session : null;
    this.session = { officer: answer.officer, pin: known?.pin ?? null, refreshToken: answer.refresh_token };
    const kept = await this.kept(this.session);
    await this.change(id, () => ({ ...kept, officer: answer.officer, wrongPins: 0, signedInAt: this.nowText() }));
    await this.forgetPending(id);
    await this.handshakes.take(id, answer);
    this.goOn();
    if (known) this.open(this.session, answer);
    else {
      this.api.use(null, nothing);
      await this.showLocked();
    }
  }

  async setPin(pin: string): Promise<void> {
    if (!isPin(pin)) throw new Trouble('pin_malformed', SAY.pinMalformed);
    const weakness = weaknessOf(pin, new Date(this.env.now()).getFullYear());
    if (weakness) throw new Trouble('pin_weak', SAY.pinWeak[weakness]);
    const session = this.session;
    if (!session) throw new Trouble('sign_in_first', SAY.signInFirst);
    session.pin = await newPinKey(pin, this.pinRounds);
    const kept = await this.kept(session);
    await this.change(session.officer.id, () => ({ ...kept, wrongPins: 0 }));
    this.open(session, null);
  }

  /** Hides the screen behind the PIN; what was typed and what is being sent stay open. Does
   * nothing without a PIN, because nothing could lift the veil then. */
  async veil(): Promise<void> {
    const session = this.session;
    if (this.officer === null || !session?.pin) return;
    this.veiledSignal.value = true;
    await this.beforeLock();
  }

  async unlock(officerId: string, pin: string): Promise<void> {
    const row = await this.store.officer(officerId);
    if (!row?.pin) throw new Trouble('sign_in_first', SAY.signInFirst);
    if (row.wrongPins >= MAX_WRONG_PINS) throw new Trouble('pin_blocked', SAY.pinBlocked);
    // Counted before it is checked, so that killing the app in between gives no additional attempt.
    await this.change(officerId, (now) => ({ wrongPins: now.wrongPins + 1 }));
    const opened = await unwrap(pin, row.pin);
    const veiled = this.veiledSignal.value && this.officer?.id === officerId;
    if (!opened) {
      const left = MAX_WRONG_PINS - row.wrongPins - 1;
      // A mistyped PIN costs the officer nothing. The last attempt locks as usual, after
      // saving the drafts.
      if (!veiled) await this.showLocked();
      else if (left <= 0) await this.lock();
      throw left > 0 ? new Trouble('pin_wrong', SAY.pinWrong(left)) : new Trouble('pin_blocked', SAY.pinBlocked);
    }
    await this.change(officerId, () => ({ wrongPins: 0 }));
    if (veiled) {
      this.veiledSignal.value = false;
      return;
    }
    const session = { officer: row.officer as OfficerSelf, pin: opened.key, refreshToken: opened.token };
    this.goOn();
    this.open(session, null);
  }

  async lock(): Promise<void> {
    await this.beforeLock();
    this.session = null;
    this.veiledSignal.value = false;
    this.api.use(null, nothing);
    this.goOn();
    await this.showLocked();
  }

  async signOut(): Promise<void> {
    const session = this.session;
    if (!session) return;
    try {
      await this.api.signOut();
    } catch (error) {
      // Without a connection the session ends by itself (14 days), or is ended at the desk. Here it
      // is deleted all the same.
      if (!(error instanceof Unreached || error instanceof NotSignedIn || error instanceof Refused)) throw error;
    }
    await this.change(session.officer.id, () => ({ pin: null, refreshToken: null }));
    await this.lock();
  }

  /** Called when our server has rejected the session. Work goes on; sending waits. */
  sessionEnded(error: NotSignedIn): void {
    this.signInNeededSignal.value = error.problem?.text ?? SAY.signInAgain;
    this.stoppedSignal.value = STOPS.has(error.problem?.code ?? '');
  }

  /** As far as is known, nothing prevents sending any more. */
  private goOn(): void {
    this.signInNeededSignal.value = null;
    this.stoppedSignal.value = false;
  }

  /** Updates the counts of unsent work on the lock screen. */
  async showLocked(): Promise<void> {
    const rows = await this.store.officers();
    const officers = await Promise.all(rows.map((row) => this.known(row)));
    this.accessSignal.value = officers.length === 0 ? { state: 'empty' } : { state: 'locked', officers };
  }

  /** Only the officer who signed in last may still set their PIN, and nobody sets
   * it for another. */
  private async forgetPending(except: string | null): Promise<void> {
    for (const row of await this.store.officers()) {
      const pending = row.refreshToken !== null && row.pin === null && row.id !== except;
      if (pending) await this.change(row.id, () => ({ refreshToken: null }));
    }
  }

  private async known(row: OfficerRow): Promise<KnownOfficer> {
    const { full_name: fullName, username } = row.officer as OfficerSelf;
    const pinMissing = row.pin === null && row.refreshToken !== null;
    const pinBlocked = row.wrongPins >= MAX_WRONG_PINS || (row.pin === null && !pinMissing);
    return { id: row.id, fullName, username, unsent: await this.unsentOf(row.id), pinBlocked, pinMissing };
  }

  private open(session: Session, answer: SessionAnswer | null): void {
    this.session = session;
    const refreshToken = session.refreshToken;
    const tokens =
      refreshToken === null
        ? null
        : { accessToken: answer?.access_token ?? '', refreshToken, expiresAt: answer?.expires_at ?? '' };
    const renewed = (next: SessionAnswer): Promise<void> => this.renewed(session, next);
    const latest = (): Promise<string | null> => this.latestToken(session);
    this.api.use(tokens, renewed, latest);
    this.accessSignal.value = { state: 'open', officer: session.officer };
  }

  private async renewed(session: Session, answer: SessionAnswer): Promise<void> {
    session.refreshToken = answer.refresh_token;
    session.officer = answer.officer;
    try {
      const kept = await this.kept(session);
      await this.change(session.officer.id, () => ({ ...kept, officer: answer.officer }));
      await this.handshakes.take(session.officer.id, answer);
    } catch {
      // A full disk must not stop the sending that makes room on it. At worst the officer signs in
      // again after the next start.
    }
  }

  /** The refresh token as stored now: another tab may have exchanged ours for the next one. */
  private async latestToken(session: Session): Promise<string | null> {
    const row = await this.store.officer(session.officer.id);
    const stored = row?.pin && session.pin ? await unwrapWith(session.pin, row.pin) : (row?.refreshToken ?? null);
    return stored ?? session.refreshToken;
  }

  /** How the session's token is stored: wrapped by the PIN, or in the clear while there is none. */
  private async kept(session: Session): Promise<Pick<OfficerRow, 'pin' | 'refreshToken'>> {
    if (session.pin && session.refreshToken !== null) {
      return { pin: await wrap(session.pin, session.refreshToken), refreshToken: null };
    }
    return { pin: null, refreshToken: session.refreshToken };
  }

  private async signInTrouble(error: unknown, username: string): Promise<unknown> {
    if (error instanceof Unreached) return unreached(error);
    if (!(error instanceof Refused)) return error;
    if (error.problem.code === 'device_key_mismatch') {
      await newDevice(this.store, this.nowText());
      return new Trouble('device_key_mismatch', SAY.deviceKeyMismatch, true);
    }
    const stops = STOPS.has(error.problem.code);
    const open = this.officer;
    // A colleague's disabled account stops only that colleague. A revoked phone stops every
    // officer on it.
    const ours = open === null || error.problem.code === 'device_revoked' || open.username === username.toLowerCase();
    if (open === null || (stops && ours)) this.stoppedSignal.value = stops;
    if (open && stops && ours) this.signInNeededSignal.value = error.problem.text;
    return new Trouble(error.problem.code, error.problem.text, error.problem.retryable);
  }

  /** Changes a row, one change at a time, starting from the stored row. */
  private change(id: string, how: (now: OfficerRow) => Partial<OfficerRow>): Promise<void> {
    const blank: OfficerRow = { id, officer: null, pin: null, refreshToken: null, wrongPins: 0, signedInAt: this.nowText() };
    const next = this.writing.then(async () => {
      const now = (await this.store.officer(id)) ?? blank;
      await this.store.setOfficer({ ...now, ...how(now) });
    });
    this.writing = next.catch(() => undefined);
    return next;
  }

  private nowText(): string {
    return new Date(this.env.now()).toISOString();
  }
}

