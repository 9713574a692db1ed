/** The services for a visit: the inspection, its minutes and papers, opinions on
 * drafts, colleagues' pictures.
 *
 * As in services.ts, every promise rejects with a `Trouble`.
 */
import type { ReadonlySignal } from '@preact/signals';
import type { DecisionPaper } from '../domain/decision';
import type { FilingDraft, LocalFiled } from '../domain/filings';
import type { Colleague, TypedSheet } from '../domain/hand-signed';
import type { Draft, Drawing, LocalInspection, Obstacle, PaperDraft, PaperSigner, Place, Revision, SignerRole, StoredPhoto, SupplementDraft } from '../domain/model';
import type { Relation } from '../domain/relations';
import type { RemarkAnswer } from '../domain/remarks';
import type { LocalPaper, PaperForm } from '../domain/papers';
import type { MinutesForm } from '../domain/submission-rules';
import type { ActContents, InspectionView, OfficerSelf, SignableView } from '../wire';

export interface CapturedPhoto {
  bytes: ArrayBuffer;
  mediaType: string;
  way: 'camera' | 'file';
  caption: string | null;
  place: Place | null;
}

/** The work of a visit. Each command writes one signed act (and bytes) in one transaction
 * before it resolves. */
export interface Visits {
  /** All inspections of the open officer, those that need work first. */
  all: ReadonlySignal<LocalInspection[]>;
  /** One inspection as a live signal; null while it is not on this phone. */
  one(id: string): ReadonlySignal<LocalInspection | null>;
  open(id: string): Promise<void>;
  /** Records relation.declared, or relation.none_declared if there is no relation. `reason`: with
   * whom, or why the person of the same name is somebody else; null where nothing is asked. */
  declareRelation(id: string, relation: Relation | null, reason: string | null): Promise<void>;
  fixPlace(id: string, place: Place): Promise<string>;
  announce(id: string, place: Place | null): Promise<string>;
  takePhoto(id: string, photo: CapturedPhoto): Promise<StoredPhoto>;
  /** Adds a photograph's small picture. It is made after the photograph is safely
   * stored, never before. */
  keepThumbnail(photoId: string, jpeg: ArrayBuffer): Promise<void>;
  withdrawPhoto(id: string, photoId: string, reason: string): Promise<void>;
  /** Records photo.captioned: another caption for an existing photograph, null for none. Does
   * nothing if the caption is the same. The latest counts. */
  captionPhoto(id: string, photoId: string, caption: string | null): Promise<void>;
  /** The bytes of a photograph if they are still here, or null. */
  photoBytes(photoId: string): Promise<ArrayBuffer | null>;
  /** A caption or a reason that was typed and not used yet (typedOf in store/meta.ts); null if
   * there is none. */
  typed(of: string): Promise<string | null>;
  /** Keeps it over a reload or a kill. Null deletes it. Called on every input event. */
  keepTyped(of: string, text: string | null): Promise<void>;
  /** The draft. If there is none yet, it is made from what is known (decision, subject,
   * team, place, clock). */
  draft(id: string, form: MinutesForm): Promise<Draft>;
  /** Saves immediately, in the order of the calls. Called on every input event. */
  saveDraft(draft: Draft): Promise<void>;
  /** The officer's answer to a remark of the return (domain/remarks.ts); null withdraws it.
   * Saved immediately; the submission carries it. */
  answerRemark(id: string, key: string, answer: RemarkAnswer | null): Promise<void>;
  /** Records minutes.written from the draft, unless exactly these fields are in force. Returns
   * the act's id. */
  writeMinutes(id: string): Promise<string>;
  sign(id: string, signature: { role: SignerRole; name: string; drawing: Drawing | null; refusal: { reason: string; witness: string } | null }): Promise<string>;
  /** Returns everything that prevents a submission now; empty if the inspection
   * may be submitted. */
  /** Records minutes.numbered: gives the minutes in force the next number of this phone after
   * all have signed. Null if none is left; they then get one as soon as there are some again. */
  numberMinutes(id: string): Promise<string | null>;
  /** How many numbers for minutes on this form are left here for the year. */
  numbersLeft(form: string): Promise<number>;
  obstacles(id: string): Promise<Obstacle[]>;
  /** What submit would seal. */
  revision(id: string): Promise<Revision>;
  /** Seals what revision() returns. With `shown`, the hash in the review, it refuses if anything
   * has changed since. */
  submit(id: string, shown?: string): Promise<void>;
  /** Records inspection.discarded {reason} and so ends the visit on site. Everything captured
   * stays. Opening again takes it back. */
  discard(id: string, reason: string): Promise<void>;
  /** The newer flow of minutes, for inspections whose decision has it. */
  flow: MinutesFlow;
}

/** Commands of the newer flow of minutes (docs/exchange/offline-sync.md, `minutes_flow: 2`).
 * Each writes at most one signed act. */
export interface MinutesFlow {
  /** Records minutes.entrusted: the leader names the owner of the minutes. By naming themselves,
   * the leader takes them back. */
  entrust(id: string, officerId: string): Promise<void>;
  /** Records minutes.proposed: asks for an opinion on the minutes in force before anybody signs.
   * Nothing waits for the answer. */
  propose(id: string): Promise<void>;
  /** Records minutes.set_aside: why minutes beside stay out of force. */
  setAside(id: string, minutes: string, reason: string): Promise<void>;
  /** Copies minutes beside into this officer's draft. What the officer had typed is kept in
   * `earlier`. Writes no act. */
  takeText(id: string, minutes: string): Promise<void>;
  /** Copies one of `earlier` back into the draft. The present text is kept in its place. */
  putBack(id: string, at: string): Promise<void>;
  /** What was typed to answer a request; empty answers if there is nothing. */
  supplement(id: string, asked: string): Promise<SupplementDraft>;
  /** Keeps it over a reload or a kill. Called on every input event. */
  keepSupplement(id: string, draft: SupplementDraft): Promise<void>;
  /** Records file.supplemented, with an answer to every point. */
  sendSupplement(id: string, draft: SupplementDraft): Promise<void>;
}

/** A supervisor's remark as it is typed: on a field, or on a photograph. */
export type OpinionRemark = ActContents['draft.returned']['comments'][number];

/** What a supervisor typed about the draft of a team to which the supervisor does not belong. */
export interface OpinionDraft {
  /** The hash of the draft to which it refers. */
  draft: string;
  remarks: OpinionRemark[];
}

/** A supervisor's opinion on the draft of a team that waits for it, before anybody signs. Each
 * command writes at most one signed act. */
export interface Opinions {
  /** Fetches the inspection with the draft as the server has it now, because only what was just
   * seen may be answered. Online. */
  look(id: string): Promise<InspectionView>;
  /** A photograph of it, large enough to read a label in it. Online. */
  picture(photoId: string): Promise<ArrayBuffer>;
  /** What was typed for this inspection, about whichever draft; null if there is nothing. */
  typed(id: string): Promise<OpinionDraft | null>;
  /** Keeps it over a reload or a kill. Called on every input event. */
  keep(id: string, typed: OpinionDraft): Promise<void>;
  /** Records draft.approved: the draft that was seen may be signed. `proposal` is the act that
   * asked for it. */
  approve(id: string, draft: string, proposal: string): Promise<void>;
  /** Records draft.returned: the draft should be changed first. */
  giveBack(id: string, typed: OpinionDraft, proposal: string): Promise<void>;
}

/** A drawn signature, or the refusal to sign, under a paper. */
export interface PaperHand {
  role: PaperSigner;
  name: string;
  drawing: Drawing | null;
  refusal: { reason: string; witness: string } | null;
}

/** Papers made on site besides the minutes: violation, seizure, sealing. Each command writes at
 * most one signed act. */
export interface Papers {
  /** The papers of an inspection, in the order in which they were made. */
  of(inspectionId: string): ReadonlySignal<LocalPaper[]>;
  /** Begins a new paper with initial values from what is known. Its draft is saved. */
  begin(inspectionId: string, form: PaperForm): Promise<PaperDraft>;
  /** The draft of a paper that is not closed. If there is none here, it is made from the
   * text in force. */
  draft(inspectionId: string, id: string): Promise<PaperDraft>;
  /** Saves immediately, in the order of the calls. Called on every input event. */
  saveDraft(draft: PaperDraft): Promise<void>;
  /** Deletes a draft that was never written. A written paper stays. */
  drop(inspectionId: string, id: string): Promise<void>;
  /** Records document.written from the draft, unless exactly these fields are in force. Returns
   * the act's id. */
  write(inspectionId: string, id: string): Promise<string>;
  sign(inspectionId: string, id: string, hand: PaperHand): Promise<string>;
  /** Gives the next number of this phone after everybody has signed. Null if none is left; the
   * paper then gets one as soon as there are some again. */
  number(inspectionId: string, id: string): Promise<string | null>;
  /** How many numbers of this form are left here for the year. */
  numbersLeft(form: string): Promise<number>;
  /** The paper as the server lays it out. Online. */
  pdf(id: string): Promise<ArrayBuffer>;
  /** Whether the officer may sign a numbered paper digitally as its maker, and which files the server keeps. Online. */
  signing(inspectionId: string, written: string): Promise<SignableView>;
  /** Signs exactly what was seen with the officer's certificate on the server. Online. */
  signDigitally(inspectionId: string, written: string, seen: string, passphrase: string, code: string | null): Promise<SignableView>;
  /** A file that the server keeps of a paper. Online. */
  storedFile(fileId: string): Promise<ArrayBuffer>;
}

/** Documents of others that the team obtains on site. Bytes are copied into the store as they are
 * chosen; one signed act then files them. */
export interface Filings {
  /** What was filed at an inspection, and what is being filed on this phone. */
  of(inspectionId: string): ReadonlySignal<{ filed: LocalFiled[]; drafts: FilingDraft[] }>;
  /** Begins a document. Its draft is saved. */
  begin(inspectionId: string, way: FilingDraft['way']): Promise<FilingDraft>;
  /** Saves what was typed immediately, in the order of the calls. Called on every input event. */
  save(draft: FilingDraft, typed: Partial<FilingDraft>): Promise<void>;
  /** Deletes a draft and its bytes. Only at the officer's request. */
  drop(draft: FilingDraft): Promise<void>;
  /** Copies a file piece by piece. `onCopied` gets the bytes so far; `stopped` ends it. */
  add(draft: FilingDraft, file: PickedFile, onCopied: (bytes: number) => void, stopped: () => boolean): Promise<FilingDraft>;
  removePart(draft: FilingDraft, partId: string): Promise<FilingDraft>;
  /** Records document.filed: the file, or the pages as one PDF. */
  file(draft: FilingDraft, place: Place | null): Promise<string>;
  /** Records document.struck: the document stays, struck out. */
  strike(inspectionId: string, fileId: string, reason: string): Promise<void>;
}

/** A file as the phone's chooser gives it. */
export interface PickedFile {
  name: string;
  type: string;
  size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** Inspections that begin on site from a decision signed by hand. Each command writes at most one
 * signed act, without a signal. */
export interface HandSigned {
  /** The officers whom this phone knows, by name. */
  colleagues(): Promise<Colleague[]>;
  /** The day in Vietnam; null if the phone's clock is unknown. */
  today(): string | null;
  /** What was typed and not begun yet, or an empty sheet of this unit. */
  typed(unit: string): Promise<TypedSheet>;
  /** Keeps it over a reload or a kill. Called on every input event. */
  keep(typed: TypedSheet): Promise<void>;
  /** Begins the inspection. Returns its id. */
  begin(typed: TypedSheet, self: OfficerSelf): Promise<string>;
  /** Replaces what was typed, with the reason. The team stays. */
  mend(id: string, typed: TypedSheet, self: OfficerSelf, reason: string): Promise<void>;
  /** Says which photographs are the sheets of the decision, in order. */
  nameSheets(id: string, sheets: string[]): Promise<void>;
}

/** The signed papers of decisions, kept on this phone. */
export interface DecisionFiles {
  /** SHA-256 of the files that are here. */
  here: ReadonlySignal<ReadonlySet<string>>;
  /** The signed file, from this phone if it is here, else fetched. */
  open(inspectionId: string, paper: DecisionPaper): Promise<ArrayBuffer>;
  /** When this phone first heard of each change of a decision, by the change's id. */
  heard(): Promise<Record<string, string>>;
}

/** Small pictures of photographs from other phones of the team. */
export interface Pictures {
  /** Returns the picture if it is here, else fetches it when the line is free and it is still
   * `wanted`. Null if it is not available now. */
  of(photoId: string, wanted: () => boolean): Promise<ArrayBuffer | null>;
}
