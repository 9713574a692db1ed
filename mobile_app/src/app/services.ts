/** What screens may ask for: the engine's sentences. `ui` imports this file and `domain`, never store, net or outbox.
 *
 * Signals are @preact/signals (no DOM needed). Every promise rejects with a `Trouble`, whose text is fit to be shown.
 */
import type { ReadonlySignal } from '@preact/signals';
import type { Standing } from '../domain/clock';
import type { EarlierCase } from '../domain/earlier-cases';
import type { EarlierInspection } from '../domain/earlier-inspections';
import type {
  Draft, Drawing, LocalInspection, Obstacle, PaperDraft, PaperSigner, Place, Revision, SignerRole, StoredAct, StoredPhoto, SupplementDraft,
} from '../domain/model';
import type { RemarkAnswer } from '../domain/remarks';
import type { LocalPaper, PaperForm } from '../domain/papers';
import type { MinutesForm } from '../domain/submission-rules';
import type { ActContents, DecisionIssued, InspectionView, OfficerSelf, ReferenceEntry, Text } from '../wire';

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

export interface CapturedPhoto {
  bytes: ArrayBuffer;
  mediaType: string;
  way: 'camera' | 'file';
  caption: string | null;
  place: Place | null;
}

/** The work of a visit. Each command writes one signed act (and bytes) in one transaction before it resolves. */
export interface Visits {
  /** All inspections of the open officer, those to do first. */
  all: ReadonlySignal<LocalInspection[]>;
  /** One inspection as a live signal; null while it is not on this phone. */
  one(id: string): ReadonlySignal<LocalInspection | null>;
  open(id: string): Promise<void>;
  fixPlace(id: string, place: Place): Promise<string>;
  announce(id: string, place: Place | null): Promise<string>;
  takePhoto(id: string, photo: CapturedPhoto): Promise<StoredPhoto>;
  /** Puts a photograph's small picture beside it; it is made after the photograph is safe, never before. */
  keepThumbnail(photoId: string, jpeg: ArrayBuffer): Promise<void>;
  withdrawPhoto(id: string, photoId: string, reason: string): Promise<void>;
  /** photo.captioned: other words for a photograph that is taken already, null for none; nothing where it has these. The latest counts. */
  captionPhoto(id: string, photoId: string, caption: string | null): Promise<void>;
  /** The bytes of a photograph that is still here, or null. */
  photoBytes(photoId: string): Promise<ArrayBuffer | null>;
  /** A caption or a reason that was typed and not used yet (typedOf in store/meta.ts); null where there is none. */
  typed(of: string): Promise<string | null>;
  /** Keeps it over a reload or a kill; null forgets it. Called on every input event. */
  keepTyped(of: string, text: string | null): Promise<void>;
  /** The draft, made from what is known (decision, subject, team, place, clock) where there is none yet. */
  draft(id: string, form: MinutesForm): Promise<Draft>;
  /** Saves at once; called on every input event. Order is kept. */
  saveDraft(draft: Draft): Promise<void>;
  /** What he says to a remark of the return (domain/remarks.ts); null takes it back. Saved at once; the submission carries it. */
  answerRemark(id: string, key: string, answer: RemarkAnswer | null): Promise<void>;
  /** Writes minutes.written from the draft unless these very fields are in force; returns the act's id. */
  writeMinutes(id: string): Promise<string>;
  sign(id: string, signature: { role: SignerRole; name: string; drawing: Drawing | null; refusal: { reason: string; witness: string } | null }): Promise<string>;
  /** Everything that stands in the way of submission now; empty when it may be submitted. */
  obstacles(id: string): Promise<Obstacle[]>;
  /** What submit would seal. */
  revision(id: string): Promise<Revision>;
  /** Seals what revision() tells. With `shown`, the hash that the review showed, it refuses where anything changed since. */
  submit(id: string, shown?: string): Promise<void>;
  /** inspection.discarded {reason}: ends the visit on site; everything captured stays. Opening again takes it back. */
  discard(id: string, reason: string): Promise<void>;
  /** Minutes with an owner, a draft before and a file after: of inspections whose decision says so. */
  flow: MinutesFlow;
}

/** Sentences of the newer flow of minutes (docs/exchange/offline-sync.md, `minutes_flow: 2`). Each writes at most one signed act. */
export interface MinutesFlow {
  /** minutes.entrusted: the leader names who draws up the minutes; himself, to take them back. */
  entrust(id: string, officerId: string): Promise<void>;
  /** minutes.proposed: asks for an opinion on the minutes in force before anybody signs. Nothing waits for the answer. */
  propose(id: string): Promise<void>;
  /** minutes.set_aside: why minutes that stand beside are left there. */
  setAside(id: string, minutes: string, reason: string): Promise<void>;
  /** Takes a text that stands beside into this officer's draft; what he had typed is kept in `earlier`. Writes no act. */
  takeText(id: string, minutes: string): Promise<void>;
  /** Takes one of `earlier` back into the draft; what stands there now is kept in its place. */
  putBack(id: string, at: string): Promise<void>;
  /** What was typed to answer an ask; empty answers where nothing was. */
  supplement(id: string, asked: string): Promise<SupplementDraft>;
  /** Keeps it over a reload or a kill. Called on every input event. */
  keepSupplement(id: string, draft: SupplementDraft): Promise<void>;
  /** file.supplemented: every point answered. */
  sendSupplement(id: string, draft: SupplementDraft): Promise<void>;
}

/** A remark of a supervisor as it is typed: at a field, or at a photograph. */
export type OpinionRemark = ActContents['draft.returned']['comments'][number];

/** What a supervisor typed on a draft of a team that he is not on. */
export interface OpinionDraft {
  /** The hash of the draft that it was typed about. */
  draft: string;
  remarks: OpinionRemark[];
}

/** A head's opinion on the draft of a team that waits for it, before anybody signs. Each command writes at most one signed act. */
export interface Opinions {
  /** The inspection with the draft, as the server has it now: only what was seen just now is answered. Online. */
  look(id: string): Promise<InspectionView>;
  /** A photograph of it, large enough to read a label on it. Online. */
  picture(photoId: string): Promise<ArrayBuffer>;
  /** What was typed for this inspection, whatever draft it was about; null where nothing was. */
  typed(id: string): Promise<OpinionDraft | null>;
  /** Keeps it over a reload or a kill. Called on every input event. */
  keep(id: string, typed: OpinionDraft): Promise<void>;
  /** draft.approved: the draft that was seen may be signed. `proposal` is the act that asked then. */
  approve(id: string, draft: string, proposal: string): Promise<void>;
  /** draft.returned: it should be changed first. */
  giveBack(id: string, typed: OpinionDraft, proposal: string): Promise<void>;
}

/** A hand's lines, or the refusal to sign, under a paper. */
export interface PaperHand {
  role: PaperSigner;
  name: string;
  drawing: Drawing | null;
  refusal: { reason: string; witness: string } | null;
}

/** Papers made on site besides the minutes: violation, seizure, sealing. Each command writes at most one signed act. */
export interface Papers {
  /** Those of an inspection, in the order of their making. */
  of(inspectionId: string): ReadonlySignal<LocalPaper[]>;
  /** A new one, filled from what is known; its draft is saved. */
  begin(inspectionId: string, form: PaperForm): Promise<PaperDraft>;
  /** The draft of one that is not closed, made from what is in force where there is none here. */
  draft(inspectionId: string, id: string): Promise<PaperDraft>;
  /** Saves at once; called on every input event. Order is kept. */
  saveDraft(draft: PaperDraft): Promise<void>;
  /** Gives up a draft that was never written; one that was stays. */
  drop(inspectionId: string, id: string): Promise<void>;
  /** Writes document.written from the draft unless these very fields are in force; returns the act's id. */
  write(inspectionId: string, id: string): Promise<string>;
  sign(inspectionId: string, id: string, hand: PaperHand): Promise<string>;
  /** Gives the next number of this phone after all have signed; null where none is left: it gets one when there are some again. */
  number(inspectionId: string, id: string): Promise<string | null>;
  /** How many numbers of this form and year are left here. */
  numbersLeft(form: string): Promise<number>;
  /** The paper as the server lays it out. Online. */
  pdf(id: string): Promise<ArrayBuffer>;
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

/** Small pictures of photographs that other phones of the team took. */
export interface Pictures {
  /** What is here, else fetched when the line is free and it is still `wanted`; null where it cannot be had now. */
  of(photoId: string, wanted: () => boolean): Promise<ArrayBuffer | null>;
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
