/** The services that screens may use. `ui` imports this file, visit-services.ts and `domain`, never
 * store, net or outbox.
 *
 * Signals are @preact/signals, which need no DOM. Every promise rejects with a `Trouble`, whose
 * text can be shown.
 */
import type { ReadonlySignal } from '@preact/signals';
import type { Standing } from '../domain/clock';
import type { EarlierCase } from '../domain/earlier-cases';
import type { EarlierInspection } from '../domain/earlier-inspections';
import type { Obstacle, StoredAct, StoredPhoto } from '../domain/model';
import type { Landmark } from '../domain/place-map';
import type { Scanned } from '../domain/statements';
import type { DecisionIssued, OfficerSelf, PublicDocument, ReferenceEntry, Text } from '../wire';
import type { Copies } from './copy-services';
import type { Decisions } from './decision-services';
import type { Informations } from './information-services';
import type { Searching } from './search-services';
import type { StrayKeeper } from './stray-services';
import type { DecisionFiles, Filings, HandSigned, Opinions, Papers, Pictures, Visits } from './visit-services';

/** An error with a stable code and a message in both languages that says what to do next. */
export class Trouble extends Error {
  constructor(
    readonly code: string,
    readonly text: Text,
    readonly retryable = false,
  ) {
    super(`${code}: ${text.en}`);
  }
}

/** empty: no officer ever signed in here · locked: a PIN is needed · open: this officer works. */
export type Access = { state: 'empty' } | { state: 'locked'; officers: KnownOfficer[] } | { state: 'open'; officer: OfficerSelf };

export interface KnownOfficer {
  id: string;
  fullName: string;
  username: string;
  unsent: number;
  /** After 5 wrong PINs only the password and a one-time code unlock (online). */
  pinBlocked: boolean;
  /** The officer has signed in but not set a PIN yet. */
  pinMissing: boolean;
}

export interface Accounts {
  access: ReadonlySignal<Access>;
  /** The server rejected the session (401/403): sending waits until the officer signs in again.
   * Null while all is well. */
  signInNeeded: ReadonlySignal<Text | null>;
  /** The account is disabled or this phone revoked. Signing in again does not help; unsent work
   * leaves by the rescue file. */
  stopped: ReadonlySignal<boolean>;
  /** Signs in, online. On first use it enrols this device: makes the key, stores it, reads it
   * back and signs with it first (pitfall 21). */
  signIn(username: string, password: string, otp: string, deviceName: string): Promise<void>;
  setPin(pin: string): Promise<void>;
  unlock(officerId: string, pin: string): Promise<void>;
  /** The app was left alone: the screen is behind the PIN, and everything that was open behind
   * it stays open. `unlock` by the same officer lifts it. */
  veiled: ReadonlySignal<boolean>;
  veil(): Promise<void>;
  lock(): Promise<void>;
  /** Ends the session at the server if there is a connection. Unsent work always stays. */
  signOut(): Promise<void>;
}

export interface OutboxSummary {
  /** The status line is made from these numbers. */
  waitingActs: number;
  waitingPhotos: number;
  /** How many of `waitingPhotos` are documents that were filed. */
  waitingDocuments: number;
  waitingBytes: number;
  /** Originals held back because the officer wants to choose when they are sent. */
  heldBack: number;
  /** Sent, but without a verified byte receipt. */
  unconfirmed: number;
  /** How many of `unconfirmed` are documents. */
  unconfirmedDocuments: number;
  needsAttention: number;
  sending: boolean;
  /** Whether the last contact with the server succeeded; `lastContact` is the time of the last
   * successful one, null if there was none. Does not use navigator.onLine. */
  reached: boolean;
  /** Whether an attempt since this start has ended. Before that, the state of the
   * connection is unknown. */
  tried: boolean;
  lastContact: string | null;
  /** Another tab of this phone sends; this one only watches. */
  otherTabSends: boolean;
  nextTryAt: string | null;
  /** What stops all sending, such as a needed sign-in, a revoked device or a captive portal. */
  stopped: Text | null;
  /** Our server's message if it was reached but accepted nothing at the last attempt. Null once
   * it accepts something again. */
  busy: Text | null;
}

export interface OutboxItem {
  key: string;
  kind: 'act' | 'photo';
  recordId: string;
  /** A title in plain words, such as "Ảnh 3" or "Biên bản". */
  title: Text;
  /** waiting, sending 40 %, received, stored, needs attention. */
  /** `refused` means refused for good, and the officer has read why. */
  state: 'waiting' | 'sending' | 'received' | 'stored' | 'attention' | 'refused';
  percent: number | null;
  why: Text | null;
  whatToDo: Text | null;
  /** No further attempt can change the answer. */
  final?: true;
  /** It waits for what colleagues' phones send again after a restore. */
  awaited?: true;
  act: StoredAct | null;
  photo: StoredPhoto | null;
}

export interface Outbox {
  summary: ReadonlySignal<OutboxSummary>;
  items: ReadonlySignal<OutboxItem[]>;
  /** "Gửi ngay": tries immediately, whatever the back-off. */
  sendNow(): Promise<void>;
  /** Sends originals now, even if they are held back. */
  sendOriginalsNow(): Promise<void>;
  retry(key: string): Promise<void>;
  /** The officer has read why this is refused for good. It stays in the list but no
   * longer needs attention. */
  read(key: string): Promise<void>;
  /** Stops waiting for colleagues' phones. The server's next answer about it is then final. */
  waitNoLonger(key: string): Promise<void>;
  start(): void;
  stop(): void;
}

export interface OfflineData {
  /** Bytes and entries on this phone, and when the server last confirmed them. Null before
   * the first pack. */
  state: ReadonlySignal<{ bytes: number; entries: number; asOf: string } | null>;
  /** Searches without diacritics, as at the desk: an entry must contain every word. */
  search(kind: 'business' | 'violation', text: string, limit?: number): Promise<ReferenceEntry[]>;
  /** Searches the behaviours that are in force on a day (2026-11-24): that on which the act ended. */
  searchOn(day: string, text: string, limit: number): Promise<ReferenceEntry[]>;
  /** The behaviour of this code that is in force on a day; null if there is none. */
  behaviourOn(day: string, code: string): Promise<ReferenceEntry | null>;
  get(kind: string, id: string): Promise<ReferenceEntry | null>;
  /** All businesses of the officer's area, or all behaviours. */
  all(kind: 'business' | 'violation'): Promise<ReferenceEntry[]>;
  /** The businesses of the register that have a point, to draw a map of. */
  landmarks(): Promise<Landmark[]>;
  /** Earlier inspections and cases of a subject, with the date of the data. */
  history(decision: DecisionIssued): Promise<History>;
  refresh(): Promise<void>;
}

export interface History {
  asOf: string | null;
  earlier: HistoryRow[];
  cases: CaseRow[];
}

export type CaseRow = EarlierCase & { match: HistoryRow['match'] };

export type HistoryRow = EarlierInspection & {
  /** Why it is believed to be the same subject: tax code, register entry, or name and address. */
  match: 'subject' | 'tax_code' | 'name_and_address';
};

/** What a rescue file would hold. Sealed photographs of informations count as photographs. */
export interface UnsentCounts {
  acts: number;
  informations: number;
  /** Informations that are still being written. */
  drafts: number;
  photos: number;
  bytes: number;
}

export interface Rescue {
  /** What is unsent of the open officer. */
  pending: ReadonlySignal<UnsentCounts>;
  /** The same for an officer who is not open. After the PIN is blocked and the account disabled,
   * the file is the only way out. */
  pendingOf(officerId: string): Promise<UnsentCounts>;
  /** Makes the file, encrypted with age to the server's key. It is a stream, so that a full
   * phone needs no second copy in memory. It covers the open officer, or the one named. Only the
   * server can read the file, so no PIN is needed. */
  make(onProgress: (done: number, total: number) => void, officerId?: string): Promise<{ name: string; parts: BlobPart[] }>;
}

export interface Health {
  standalone: ReadonlySignal<boolean>;
  persisted: ReadonlySignal<boolean | null>;
  /** Usage and quota as the browser reports them. Never relied on. */
  storage: ReadonlySignal<{ usage: number; quota: number } | null>;
  /** Server's clock minus ours, in ms, at the last contact; null before the first. */
  clockOffsetMs: ReadonlySignal<number | null>;
  /** When the oldest unsent item was made, for the reminders at 24 h and 72 h. */
  oldestUnsent: ReadonlySignal<string | null>;
  /** This app is below the least version that the server named at the last contact. */
  tooOld: ReadonlySignal<boolean>;
  /** Writes and deletes a probe of this many bytes. Returns false if there is no room. */
  probe(bytes: number): Promise<boolean>;
  /** What prevents a new visit (not installed, not persistent, no room), with the message to
   * show. Empty if one may begin. */
  mayBegin(): Promise<Obstacle[]>;
  updateReady: ReadonlySignal<boolean>;
  /** Applies the waiting version. Refused with a message while a draft is open. */
  applyUpdate(): Promise<void>;
}

/** The phone's clock compared with the server's. domain/clock.ts describes what can be known. */
export interface Clock {
  standing: ReadonlySignal<Standing>;
  /** The present time for a paper, in ms since 1970. By the server's clock if the phone's is
   * known to be wrong; null if unknown. */
  timeMs(): number | null;
  /** Compares both clocks now. */
  look(): Standing;
}

/** Minutes. A visit has pauses, but a phone left on a counter may be picked up by anybody. */
export const LOCK_AFTER = [1, 5, 15, 30] as const;
export type LockAfter = (typeof LOCK_AFTER)[number];

export interface Settings {
  language: ReadonlySignal<'vi' | 'en'>;
  theme: ReadonlySignal<'system' | 'light' | 'dark'>;
  originalsOnlyWhenISay: ReadonlySignal<boolean>;
  /** Minutes without a touch after which the PIN is asked for again. */
  lockAfterMinutes: ReadonlySignal<LockAfter>;
  deviceName: ReadonlySignal<string>;
  deviceId: ReadonlySignal<string | null>;
  set(changed: Partial<{ language: 'vi' | 'en'; theme: 'system' | 'light' | 'dark'; originalsOnlyWhenISay: boolean; lockAfterMinutes: LockAfter; deviceName: string }>): Promise<void>;
}

/** A notice to this officer about a time limit of a case: at half of it, on its last day, or
 * once it is over. */
export interface ToldNotice {
  id: string;
  record_id: string;
  case_number: string | null;
  party: string | null;
  rule: string;
  moment: 'half' | 'last_day' | 'missed' | 'lapsed';
  title: Text;
  text: Text;
  due_at: string;
  at: string;
}

/** A notice about anything else. The phone shows title and text, whatever its kind. */
export interface ToldThing {
  id: string;
  kind: string;
  /** `device`: the device that was new to the officer's account. `draft`: the inspection. */
  record_id: string;
  title: Text;
  text: Text;
  at: string;
  /** What it is for its reader, such as `returned`. A server of the version before sends none of these. */
  about?: string | null;
  /** Of a time limit of at most 24 hours, or of security: it breaks quiet hours. */
  urgent?: boolean;
  due_at?: string | null;
  quiet_from?: number | null;
  quiet_until?: number | null;
}

/** A notice of the list, and whether it was read on this phone. */
export interface ListedThing extends ToldThing {
  read: boolean;
}

export interface Told {
  /** What is shown at the top of the screen: unread, and not held back by quiet hours. */
  all: ReadonlySignal<ToldThing[]>;
  /** All that the server still lists, unread first. What was read here stays until the server knows it. */
  list: ReadonlySignal<ListedThing[]>;
  /** Teams that wait for this officer's opinion on a draft. `record_id` is the inspection. */
  drafts: ReadonlySignal<ToldThing[]>;
  /** Records that the officer has read it on this phone. The server is told with the next contact. */
  read(id: string): Promise<void>;
}

/** What the phone knows about a server that went back to an earlier state. */
export interface Restored {
  /** When this phone noticed, by its own clock; RFC 3339. */
  at: string;
  /** Whether the officer has read the notice about it. */
  read: boolean;
}

/** Notices that the server was restored, or that a standby took over without the latest acts. */
export interface Restores {
  /** The notice to show; null if there is none or it was read. */
  told: ReadonlySignal<Restored | null>;
  /** Records that the officer has read it. It is not shown again. */
  read(): Promise<void>;
}

/** Papers whose QR code is scanned. */
export interface Checks {
  /** The address that QR codes of papers lead to, without a slash at the end. */
  publicUrl: ReadonlySignal<string>;
  /** Judges what a QR code holds, without a signal, by the server's keys on this phone. */
  judge(text: string): Promise<Scanned>;
  /** Asks the server what is known of the paper now; null if no paper has this code. */
  ask(code: string): Promise<PublicDocument | null>;
}

export interface Services {
  accounts: Accounts;
  checks: Checks;
  restores: Restores;
  /** Notices that the officer has not read at a desk. Each disappears once its
   * subject is settled. */
  notices: ReadonlySignal<ToldNotice[]>;
  told: Told;
  visits: Visits;
  pictures: Pictures;
  papers: Papers;
  copies: Copies;
  filings: Filings;
  opinions: Opinions;
  decisions: Decisions;
  informations: Informations;
  decisionFiles: DecisionFiles;
  handSigned: HandSigned;
  outbox: Outbox;
  offlineData: OfflineData;
  searching: Searching;
  rescue: Rescue;
  strays: StrayKeeper;
  health: Health;
  clock: Clock;
  settings: Settings;
  /** Pulls what changed: on start, on focus, on connection and by a button. Resolves false if
   * the server was not reached. */
  syncNow(): Promise<boolean>;
  /** JSON Schema of a version of a form on this phone. */
  form(form: string, version: number): Promise<Record<string, unknown> | null>;
  newestVersion(form: string): Promise<number | null>;
}
