/** What the phone keeps, in its own words. Everything here is plain data: it goes into IndexedDB as it is.
 *
 * No Blob and no File anywhere (WebKit loses them): bytes are ArrayBuffers. Times are RFC 3339 in UTC, as text.
 */
import type { Act, ActContents, ActTypeOnPhone, ByteReceipt, Drawing, InspectionView, Place, Problem, Quarantine, Receipt, Text } from '../wire';

export type { Act, ActContents, ActTypeOnPhone, Drawing, Place };

/** Where an act stands between this phone and the server.
 * waiting: not answered yet · received: stands in the ledger, its receipt verified · held: as received, but kept aside until a
 * supervisor admits it · parked: refused for good, kept here with its reason, never dropped. */
export type ActState = 'waiting' | 'received' | 'held' | 'parked';

export interface StoredAct {
  id: string;
  officerId: string;
  recordId: string;
  seq: number;
  act: Act;
  state: ActState;
  receipt: Receipt | null;
  quarantine: Quarantine | null;
  problem: Problem | null;
  /** Tries that failed for a passing reason, and why the last did; for the outbox's screen only. */
  tries: number;
  lastError: Text | null;
  /** After a restore it waits for what colleagues' phones bring again; or the officer no longer wants it to. */
  others?: 'awaited' | 'given_up' | null;
  /** Refused for good, and the officer has read why. */
  read?: true;
}

/** waiting: bytes only here · sending: some sent · sent: all in the server's spool · stored: byte receipt verified ·
 * parked: needs attention, see problem. */
export type PhotoState = 'waiting' | 'sending' | 'sent' | 'stored' | 'parked';

export interface StoredPhoto {
  id: string;
  officerId: string;
  recordId: string;
  actId: string;
  sha256: string;
  size: number;
  mediaType: string;
  way: 'camera' | 'file';
  caption: string | null;
  takenAt: string;
  place: Place | null;
  /** JPEG of at most 320 px, made on the phone: to look at, never evidence. Null where it could not be made. */
  thumbnail: ArrayBuffer | null;
  thumbnailSent: boolean;
  withdrawn: string | null;
  state: PhotoState;
  sentBytes: number;
  uploadUrl: string | null;
  receipt: ByteReceipt | null;
  problem: Problem | null;
  tries: number;
  lastError: Text | null;
  /** How many records of the store `chunks` hold its bytes (≤ 4 MiB each); 0 once they were forgotten. */
  chunks: number;
  /** The server said that it no longer has the original, and it was sent again for that. */
  askedAgain?: boolean;
  forgottenAt: string | null;
}

/** What an officer has typed but not yet written as an act; saved with every keystroke. */
export interface Draft {
  officerId: string;
  recordId: string;
  form: string;
  formVersion: number;
  fields: Record<string, unknown>;
  /** The act under which these very fields were written; null once anything was typed since. */
  writtenAs: string | null;
  /** The screen below the visit where he was last: the app opens there again. */
  screen: string | null;
  updatedAt: string;
  /** What was typed under another form of the same visit, by form: kept for going back to it. */
  aside?: Record<string, Record<string, unknown>>;
  /** What had been typed before a colleague's text took its place, oldest first: nothing of it is lost. */
  earlier?: EarlierText[];
  /** What he says to each remark of a return, by the remark's key (domain/remarks.ts). */
  answers?: Record<string, { text: string | null }>;
}

export interface EarlierText {
  form: string;
  formVersion: number;
  fields: Record<string, unknown>;
  /** When it was put away. */
  at: string;
}

/** What the server last said of an inspection (from sync), or null parts for one known only by id. */
export interface HeldInspection {
  id: string;
  view: InspectionView;
  heldAt: string;
}

/** One inspection as the phone shows it: what the server said, with this phone's own acts laid over it. */
export interface LocalInspection {
  id: string;
  view: InspectionView;
  /** The state after this phone's unsent acts (rules mirrored from the server's table). */
  state: InspectionState;
  /** Who owns the minutes after them, by the newer flow; null where a server of before does not say. */
  owner: string | null;
  /** The team asks not to carry the inspection out, by the newer flow; null while nobody does. */
  discardAsked: { reason: string; madeAt: string } | null;
  /** Whose phone this is; null where nobody said. */
  self: string | null;
  /** Minutes that stand beside those in force; of the newer flow, as the next two. */
  beside: LocalBeside[];
  /** Drafts on which an opinion was asked, oldest first. */
  proposals: LocalProposal[];
  /** What is said of what was submitted; null before the server took it. */
  file: LocalFile | null;
  acts: StoredAct[];
  photos: StoredPhoto[];
  draft: Draft | null;
  /** Act id of the minutes in force, and its fields; null before the first. */
  minutes: LocalMinutes | null;
  /** Signatures and refusals under the minutes in force, oldest first; where there are none, under this officer's that stand beside. */
  signatures: LocalSignature[];
  places: { id: string; place: Place; madeAt: string }[];
  announcedAt: string | null;
  submittedRevision: string | null;
  /** Comments of the last return while it is open. */
  comments: InspectionView['comments'];
  /** The server no longer tells of it (assigned to others, or restored from a backup), but this phone worked on it: `view` is
   * how it was when that began, and everything that was done is still here. */
  gone?: true;
}

export type InspectionState = InspectionView['state'];

/** One writing of the minutes, by its act. */
export interface LocalMinutes {
  id: string;
  form: string;
  formVersion: number;
  fields: Record<string, unknown>;
  madeAt: string;
}

/** Minutes that are in force for nobody: of one who does not own them, or later than the submission. */
export interface LocalBeside extends LocalMinutes {
  officerName: string;
  signers: string[];
  /** Why somebody set them aside, and who; null while that is open. */
  setAside: string | null;
  setAsideBy: string | null;
  mine: boolean;
  /** The server tells of it. */
  told: boolean;
}

/** A draft on which the owner asked for an opinion before anybody signed. */
export interface LocalProposal {
  id: string;
  minutes: string;
  photos: string[];
  draft: string;
  officerName: string;
  madeAt: string;
  /** It came after the first signature. */
  noted: boolean;
  /** What it says to remarks of the return before it. */
  answers: InspectionView['drafts'][number]['answers'];
  answer: { id: string; approved: boolean; officerName: string; at: string; noted: boolean; comments: InspectionView['comments'] } | null;
  told: boolean;
}

export interface LocalFile {
  status: NonNullable<InspectionView['file']>['status'];
  rulings: NonNullable<InspectionView['file']>['rulings'];
  supplements: { id: string; asked: string; answers: { point: number; text: string }[]; photos: string[]; documents: string[]; officerName: string; madeAt: string; told: boolean }[];
  /** The act whose points wait for an answer. */
  openAsk: string | null;
}

/** What was typed to answer the points of an ask, until it is sent. */
export interface SupplementDraft {
  asked: string;
  /** One a point, in the order in which they were asked. */
  answers: string[];
  photos: string[];
  documents: string[];
}

export interface LocalSignature {
  id: string;
  minutes: string;
  role: SignerRole;
  name: string;
  drawing: Drawing | null;
  refusal: { reason: string; witness: string } | null;
  madeAt: string;
}

export type SignerRole = 'leader' | 'member' | 'subject' | 'witness' | 'authority' | 'partner' | 'interpreter';

/** In what capacity a person signs a paper made on site: roles of the forms' `x-signers`. */
export type PaperSigner = ActContents['document.signed']['role'];

/** What was typed for a paper of the visit besides its minutes; saved with every keystroke. */
export interface PaperDraft {
  officerId: string;
  /** The paper's own id, made here. */
  id: string;
  /** The inspection. */
  recordId: string;
  form: string;
  formVersion: number;
  fields: Record<string, unknown>;
  /** The act under which these very fields were written; null once anything was typed since. */
  writtenAs: string | null;
  /** Its number was asked for when none was left: it gets one when the phone has some again. */
  wantsNumber: boolean;
  updatedAt: string;
}

/** Something that keeps an inspection from being submitted, in words, with the screen that mends it. */
export interface Obstacle {
  code: string;
  text: Text;
  screen: 'place' | 'photos' | 'minutes' | 'signatures' | 'review';
  /** JSON Pointer into the minutes, where it is about one field. */
  field: string | null;
}

/** What the review shows and the submission seals, exactly. */
export interface Revision {
  minutes: string;
  photos: string[];
  signatures: string[];
  places: string[];
  revision: string;
}
