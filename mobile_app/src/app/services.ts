/** What screens may ask for: the engine's sentences. `ui` imports this file, visit-services.ts and `domain`, never store, net or outbox.
 *
 * Signals are @preact/signals (no DOM needed). Every promise rejects with a `Trouble`, whose text is fit to be shown.
 */
import type { ReadonlySignal } from '@preact/signals';
import type { Standing } from '../domain/clock';
import type { EarlierCase } from '../domain/earlier-cases';
import type { EarlierInspection } from '../domain/earlier-inspections';
import type { Obstacle, StoredAct, StoredPhoto } from '../domain/model';
import type { DecisionIssued, OfficerSelf, ReferenceEntry, Text } from '../wire';
import type { Opinions, Papers, Pictures, Visits } from './visit-services';

/** An error with a stable code and a sentence in both languages that says what to do next. */
export class Trouble extends Error {
  constructor(
    readonly code: string,
    readonly text: Text,
    readonly retryable = false,
  ) {
    super(`${code}: ${text.en}`);
  }
}

/** empty: nobody ever signed in here · locked: a PIN is needed · open: this officer works · */
export type Access = { state: 'empty' } | { state: 'locked'; officers: KnownOfficer[] } | { state: 'open'; officer: OfficerSelf };

export interface KnownOfficer {
  id: string;
  fullName: string;
  username: string;
  unsent: number;
  /** After 5 wrong PINs only the password and a one-time code open (online). */
  pinBlocked: boolean;
  /** Signed in, but no PIN was set yet. */
  pinMissing: boolean;
}

export interface Accounts {
  access: ReadonlySignal<Access>;
  /** The session is dead (401/403): sending waits until he signs in again. Null while all is well. */
  signInNeeded: ReadonlySignal<Text | null>;
  /** The account is shut or this phone revoked: signing in again does not help, what is unsent goes by the rescue file. */
  stopped: ReadonlySignal<boolean>;
  /** Online. Enrols this device on first use: makes the key, puts it away, gets it back and signs with it first (pitfall 21). */
  signIn(username: string, password: string, otp: string, deviceName: string): Promise<void>;
  setPin(pin: string): Promise<void>;
  unlock(officerId: string, pin: string): Promise<void>;
  /** The app was left alone: the screen is behind the PIN, and all that was open behind it stays open. `unlock` of the same officer lifts it. */
  veiled: ReadonlySignal<boolean>;
  veil(): Promise<void>;
  lock(): Promise<void>;
  /** Ends the session at the server where there is a connection; unsent work stays, always. */
  signOut(): Promise<void>;
}

export interface OutboxSummary {
  /** The one sentence of the status line is made from these numbers. */
  waitingActs: number;
  waitingPhotos: number;
  waitingBytes: number;
  /** Originals held back because the officer wants to say when. */
  heldBack: number;
  /** Sent, but no verified byte receipt yet. */
  unconfirmed: number;
  needsAttention: number;
  sending: boolean;
  /** Whether the last contact with the server succeeded, and when (null: never). Not navigator.onLine. */
  reached: boolean;
  /** Whether a try since this start has ended: before that, nothing is known of the connection. */
  tried: boolean;
  lastContact: string | null;
  /** Another tab of this phone sends; this one watches. */
  otherTabSends: boolean;
  nextTryAt: string | null;
  /** What stops all sending, such as a needed sign-in, a revoked device, or a captive portal. */
  stopped: Text | null;
  /** Why our server did not take it at the last try, in its own words, where it was reached; null once it took something again. */
  busy: Text | null;
}

export interface OutboxItem {
  key: string;
  kind: 'act' | 'photo';
  recordId: string;
  /** What it is in plain words, such as "Ảnh 3" or "Biên bản". */
  title: Text;
  /** waiting, sending 40 %, received, stored, needs attention. */
  /** `refused`: for good, and he has read why. */
  state: 'waiting' | 'sending' | 'received' | 'stored' | 'attention' | 'refused';
  percent: number | null;
  why: Text | null;
  whatToDo: Text | null;
  /** No second try can change the answer. */
  final?: true;
  /** It waits for what colleagues' phones bring again after a restore. */
  awaited?: true;
  act: StoredAct | null;
  photo: StoredPhoto | null;
}

export interface Outbox {
  summary: ReadonlySignal<OutboxSummary>;
  items: ReadonlySignal<OutboxItem[]>;
  /** "Gửi ngay": tries at once, whatever the back-off says. */
  sendNow(): Promise<void>;
  /** Sends originals now although they are held back. */
  sendOriginalsNow(): Promise<void>;
  retry(key: string): Promise<void>;
  /** He has read why this is refused for good: it asks for nothing any more, and stays listed. */
  read(key: string): Promise<void>;
  /** No longer waits for colleagues' phones: what the server then says of it stands. */
  waitNoLonger(key: string): Promise<void>;
  start(): void;
  stop(): void;
}

export interface OfflineData {
  /** Bytes on this phone, entries, and when the server last confirmed them; null before the first. */
  state: ReadonlySignal<{ bytes: number; entries: number; asOf: string } | null>;
  /** Search without diacritics, as at the desk: every word must stand in it. */
  search(kind: 'business' | 'violation', text: string, limit?: number): Promise<ReferenceEntry[]>;
  get(kind: string, id: string): Promise<ReferenceEntry | null>;
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
  /** Why this is believed to be the same subject: tax code, register entry, or name and address. */
  match: 'subject' | 'tax_code' | 'name_and_address';
};

export interface Rescue {
  /** Unsent acts and bytes of the open officer. */
  pending: ReadonlySignal<{ acts: number; photos: number; bytes: number }>;
  /** The same of an officer who is not open: his PIN is gone and his account shut, and the file is the only way out. */
  pendingOf(officerId: string): Promise<{ acts: number; photos: number; bytes: number }>;
  /** age-encrypted to the server's key; a stream, so that a full phone needs no second copy in memory. Of the open officer, or of
   * the one who is named: nobody but the server can read what is in the file, so it asks for no PIN. */
  make(onProgress: (done: number, total: number) => void, officerId?: string): Promise<{ name: string; parts: BlobPart[] }>;
}

export interface Health {
  standalone: ReadonlySignal<boolean>;
  persisted: ReadonlySignal<boolean | null>;
  /** usage and quota as told; never trusted for a promise. */
  storage: ReadonlySignal<{ usage: number; quota: number } | null>;
  /** Server's clock minus ours in ms at the last contact; null before. */
  clockOffsetMs: ReadonlySignal<number | null>;
  /** Oldest unsent thing, for the nag at 24 h and 72 h. */
  oldestUnsent: ReadonlySignal<string | null>;
  /** Writes and deletes a probe of so many bytes; false where there is no room. */
  probe(bytes: number): Promise<boolean>;
  /** Whether a new visit may begin (installed, persisted, room), with the sentence to show where not. */
  mayBegin(): Promise<Obstacle[]>;
  updateReady: ReadonlySignal<boolean>;
  /** Applies the waiting version; refused while a draft is open, with the sentence to show. */
  applyUpdate(): Promise<void>;
}

/** The phone's clock against the server's: domain/clock.ts says what can be known. */
export interface Clock {
  standing: ReadonlySignal<Standing>;
  /** The moment now for a paper, ms since 1970, by the server's clock where the phone's is known to be wrong; null where nobody can tell. */
  timeMs(): number | null;
  /** Looks at both clocks now. */
  look(): Standing;
}

/** Minutes; a visit has pauses, a phone that lies on a counter has finders. */
export const LOCK_AFTER = [1, 5, 15, 30] as const;
export type LockAfter = (typeof LOCK_AFTER)[number];

export interface Settings {
  language: ReadonlySignal<'vi' | 'en'>;
  theme: ReadonlySignal<'system' | 'light' | 'dark'>;
  originalsOnlyWhenISay: ReadonlySignal<boolean>;
  /** After how many minutes without a touch the PIN is asked again. */
  lockAfterMinutes: ReadonlySignal<LockAfter>;
  deviceName: ReadonlySignal<string>;
  deviceId: ReadonlySignal<string | null>;
  set(changed: Partial<{ language: 'vi' | 'en'; theme: 'system' | 'light' | 'dark'; originalsOnlyWhenISay: boolean; lockAfterMinutes: LockAfter; deviceName: string }>): Promise<void>;
}

/** A time limit of a case of which this officer was told: at its half, on its last day, or once it is over. */
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

/** What he was told beside time limits; a phone shows title and text, whatever kind it is. */
export interface ToldThing {
  id: string;
  kind: string;
  /** `device`: the device that was new to his account. `draft`: the inspection. */
  record_id: string;
  title: Text;
  text: Text;
  at: string;
}

export interface Told {
  all: ReadonlySignal<ToldThing[]>;
  /** Teams that wait for his opinion on a draft; `record_id` is the inspection. */
  drafts: ReadonlySignal<ToldThing[]>;
  /** He has read it on this phone. */
  read(id: string): Promise<void>;
}

/** What the phone knows of a server that went back to an earlier state. */
export interface Restored {
  /** When this phone saw it, by its own clock; RFC 3339. */
  at: string;
  /** The officer has read what is told of it. */
  read: boolean;
}

/** A server that was restored, or taken over by a standby that had not heard the latest. */
export interface Restores {
  /** What is to be told of it; null where nothing is, or it was read. */
  told: ReadonlySignal<Restored | null>;
  /** The officer has read it: it is not shown again. */
  read(): Promise<void>;
}

export interface Services {
  accounts: Accounts;
  restores: Restores;
  /** What the officer was told and has not read at a desk; gone once what it is about is done. */
  notices: ReadonlySignal<ToldNotice[]>;
  told: Told;
  visits: Visits;
  pictures: Pictures;
  papers: Papers;
  opinions: Opinions;
  outbox: Outbox;
  offlineData: OfflineData;
  rescue: Rescue;
  health: Health;
  clock: Clock;
  settings: Settings;
  /** Pulls what changed; on start, focus, connection and button. Resolves false where the server was not reached. */
  syncNow(): Promise<boolean>;
  /** JSON Schema of a form's version that is on this phone. */
  form(form: string, version: number): Promise<Record<string, unknown> | null>;
  newestVersion(form: string): Promise<number | null>;
}
