/** The data that the phone keeps. Everything here is plain data and goes into IndexedDB unchanged.
 *
 * There is no Blob and no File anywhere, because WebKit loses them: bytes are ArrayBuffers. Times
 * are RFC 3339 in UTC, as text.
 */
import type { Act, ActContents, ActTypeOnPhone, ByteReceipt, Drawing, FileReceipt, InspectionView, Place, Problem, Quarantine, Receipt, Text } from '../wire';

export type { Act, ActContents, ActTypeOnPhone, Drawing, Place };

/** State of an act between this phone and the server. waiting: not answered yet · received: in
 * the ledger, its receipt verified · held: as received, but kept aside until a supervisor admits
 * it · parked: refused for good, kept here with the reason, never dropped. */
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
  /** Attempts that failed for a passing reason, and the reason of the last one. Only for
   * the outbox screen. */
  tries: number;
  lastError: Text | null;
  /** awaited: after a restore it waits for what colleagues' phones will send again · given_up:
   * the officer no longer wants it to wait. */
  others?: 'awaited' | 'given_up' | null;
  /** It was refused for good, and the officer has read the reason. */
  read?: true;
}

/** waiting: no bytes sent · sending: some sent · sent: all in the server's spool · stored: byte
 * receipt verified · parked: needs attention, see `problem`. */
export type PhotoState = 'waiting' | 'sending' | 'sent' | 'stored' | 'parked';

/** A photograph, or a document that was filed on site, with the state of its bytes. */
export interface StoredPhoto {
  id: string;
  /** Absent: a photograph. */
  kind?: 'document';
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
  /** JPEG of at most 320 px, made on the phone. Only for display, never evidence. Null if it
   * could not be made. */
  thumbnail: ArrayBuffer | null;
  thumbnailSent: boolean;
  withdrawn: string | null;
  state: PhotoState;
  sentBytes: number;
  uploadUrl: string | null;
  receipt: ByteReceipt | FileReceipt | null;
  problem: Problem | null;
  tries: number;
  lastError: Text | null;
  /** Number of records with its bytes in the store `chunks` (≤ 4 MiB each); 0 once the
   * bytes were deleted. */
  chunks: number;
  /** The server reported that it no longer has the original, and the phone sent it again
   * for that reason. */
  askedAgain?: boolean;
  forgottenAt: string | null;
}

/** What an officer has typed but not yet written as an act. Saved with every keystroke. */
export interface Draft {
  officerId: string;
  recordId: string;
  form: string;
  formVersion: number;
  fields: Record<string, unknown>;
  /** The act by which exactly these fields were written; null if anything was typed since. */
  writtenAs: string | null;
  /** The screen below the visit that was open last. The app opens there again. */
  screen: string | null;
  /** The minutes wait for a number: none was left on this phone after all had signed. */
  wantsNumber?: boolean;
  updatedAt: string;
  /** What was typed under other forms of the same visit, by form, so that the officer can
   * return to it. */
  aside?: Record<string, Record<string, unknown>>;
  /** Texts that were typed before a colleague's text replaced them, oldest first, so that
   * none is lost. */
  earlier?: EarlierText[];
  /** The officer's answers to the remarks of a return, by the remark's key (domain/remarks.ts). */
  answers?: Record<string, { text: string | null }>;
}

export interface EarlierText {
  form: string;
  formVersion: number;
  fields: Record<string, unknown>;
  /** When it was put away. */
  at: string;
}

/** What the server last sent of an inspection, by sync. */
export interface HeldInspection {
  id: string;
  view: InspectionView;
  heldAt: string;
}

/** A paper's number as the phone knows it, with where its code comes from. */
export interface GivenNumber {
  text: string;
  madeAt: string;
  /** The code as the server tells it; null if it does not yet, or if there is none. */
  code: string | null;
  /** This phone's act that gave the number, if the code follows from it; null if it has none. */
  act: Act | null;
}

/** One inspection as the phone shows it: the server's view with this phone's own acts applied. */
export interface LocalInspection {
  id: string;
  view: InspectionView;
  /** The state after this phone's unsent acts, by rules mirrored from the server's table. */
  state: InspectionState;
  /** The owner of the minutes after those acts, in the newer flow; null if an older server
   * does not tell. */
  owner: string | null;
  /** In the newer flow: the team asks not to carry the inspection out. Null while nobody asks. */
  discardAsked: { reason: string; madeAt: string } | null;
  /** The officer who uses this phone; null if unknown. */
  self: string | null;
  /** Minutes beside. This and the next two exist only in the newer flow. */
  beside: LocalBeside[];
  /** Drafts on which an opinion was asked, oldest first. */
  proposals: LocalProposal[];
  /** The file after the submission; null until the server has accepted the submission. */
  file: LocalFile | null;
  acts: StoredAct[];
  photos: StoredPhoto[];
  draft: Draft | null;
  /** The minutes in force: act id and fields. Null before the first. */
  minutes: LocalMinutes | null;
  /** Signatures and refusals for the minutes in force, oldest first. If there are none in force,
   * for this officer's minutes beside. */
  signatures: LocalSignature[];
  /** The number of those minutes; null until they have one. Nothing on them changes any more then. */
  number: GivenNumber | null;
  places: { id: string; place: Place; madeAt: string }[];
  announcedAt: string | null;
  submittedRevision: string | null;
  /** Comments of the last return, until it is answered. */
  comments: InspectionView['comments'];
  /** The server no longer lists the inspection (it was assigned to others, or the server was
   * restored from a backup), but this phone worked on it. `view` is what the server last sent
   * when that work began. Everything that was done is still here. */
  gone?: true;
}

export type InspectionState = InspectionView['state'];

/** One text of the minutes, by its act. */
export interface LocalMinutes {
  id: string;
  form: string;
  formVersion: number;
  fields: Record<string, unknown>;
  madeAt: string;
}

/** Minutes that are in force for nobody: by an officer who does not own the minutes, or written
 * after the submission. */
export interface LocalBeside extends LocalMinutes {
  officerName: string;
  signers: string[];
  /** Why somebody set them aside, and who; null while that is not decided. */
  setAside: string | null;
  setAsideBy: string | null;
  mine: boolean;
  /** They are in the server's view. */
  told: boolean;
}

/** A draft on which the owner asked for an opinion before anybody signs. */
export interface LocalProposal {
  id: string;
  minutes: string;
  photos: string[];
  draft: string;
  officerName: string;
  madeAt: string;
  /** It came after the first signature. */
  noted: boolean;
  /** Its answers to remarks of the return before it. */
  answers: InspectionView['drafts'][number]['answers'];
  answer: { id: string; approved: boolean; officerName: string; at: string; noted: boolean; comments: InspectionView['comments'] } | null;
  told: boolean;
}

export interface LocalFile {
  status: NonNullable<InspectionView['file']>['status'];
  rulings: NonNullable<InspectionView['file']>['rulings'];
  supplements: { id: string; asked: string; answers: { point: number; text: string }[]; photos: string[]; documents: string[]; officerName: string; madeAt: string; told: boolean }[];
  /** The act with the points that wait for an answer. */
  openAsk: string | null;
}

/** What was typed to answer the points of a request, until it is sent. */
export interface SupplementDraft {
  asked: string;
  /** One per point, in the order of the points. */
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
  refusal: { reason: string; witness: string; order?: 1 } | null;
  madeAt: string;
}

export type SignerRole = 'leader' | 'member' | 'subject' | 'witness' | 'authority' | 'partner' | 'interpreter';

/** In what capacity a person signs a paper made on site: the roles of the forms' `x-signers`. */
export type PaperSigner = ActContents['document.signed']['role'];

/** What was typed for a paper of the visit other than its minutes. Saved with every keystroke. */
export interface PaperDraft {
  officerId: string;
  /** The paper's own id, made on this phone. */
  id: string;
  /** The inspection. */
  recordId: string;
  form: string;
  formVersion: number;
  fields: Record<string, unknown>;
  /** The act by which exactly these fields were written; null if anything was typed since. */
  writtenAs: string | null;
  /** A number was requested when none was left. The paper gets one as soon as the phone
   * has some again. */
  wantsNumber: boolean;
  updatedAt: string;
}

/** Something that prevents the submission of an inspection, in words, with the screen on which
 * it can be corrected. */
export interface Obstacle {
  code: string;
  text: Text;
  screen: 'place' | 'photos' | 'minutes' | 'signatures' | 'review';
  /** JSON Pointer into the minutes, if it concerns one field. */
  field: string | null;
}

/** Exactly what the review shows and the submission seals. */
export interface Revision {
  minutes: string;
  photos: string[];
  signatures: string[];
  places: string[];
  revision: string;
}
