/** What screens may ask for in a visit: the inspection, its minutes and papers, opinions on drafts, colleagues' pictures.
 *
 * As services.ts, whose part it is: every promise rejects with a `Trouble`.
 */
import type { ReadonlySignal } from '@preact/signals';
import type { Draft, Drawing, LocalInspection, Obstacle, PaperDraft, PaperSigner, Place, Revision, SignerRole, StoredPhoto, SupplementDraft } from '../domain/model';
import type { RemarkAnswer } from '../domain/remarks';
import type { LocalPaper, PaperForm } from '../domain/papers';
import type { MinutesForm } from '../domain/submission-rules';
import type { ActContents, InspectionView } from '../wire';

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

/** Small pictures of photographs that other phones of the team took. */
export interface Pictures {
  /** What is here, else fetched when the line is free and it is still `wanted`; null where it cannot be had now. */
  of(photoId: string, wanted: () => boolean): Promise<ArrayBuffer | null>;
}
