/** One inspection as this phone shows it: the server's last view, with the phone's own acts applied
 * to it.
 *
 * An act that is in the server's view already (in its lists or its quarantine) is not applied
 * again. An act that the server refused or holds has no effect here either (but see `hasEffect`).
 * All others are applied in the order of the log, by the server's own table.
 */
import type { ActContents, InspectionView } from '../wire';
import { isAct } from './acts';
import { captionsOf, type LaterCaption } from './captions';
import { actAt, timesIn } from './clock';
import { withTyped } from './hand-signed';
import { besideOf, fileOf, isNewer, layNewer, leftOpen, nothingLaid, proposalsOf, toSign, type NewerLaid } from './minutes-flow';
import type { Draft, GivenNumber, InspectionState, LocalInspection, LocalSignature, Revision, SignerRole, StoredAct, StoredPhoto } from './model';
import { step } from './states';

/** Applies this phone's acts to the server's view.
 *
 * `acts` and `photos` are those of this inspection and officer, in any order. `gone` means that the
 * server no longer lists the inspection, and the view is the one that was kept. `self` is the
 * officer who uses this phone.
 */
export function overlay(
  told: InspectionView,
  acts: readonly StoredAct[],
  photos: readonly StoredPhoto[],
  draft: Draft | null,
  gone = false,
  self: string | null = acts[0]?.officerId ?? draft?.officerId ?? null,
): LocalInspection {
  const log = [...acts].sort((a, b) => a.seq - b.seq);
  const view = withTyped(told, log);
  const known = new Set(view.acts.map((act) => act.id));
  const laid = fromView(view);
  const name = view.decision.team.find((member) => member.officer_id === self)?.full_name ?? '';
  for (const stored of log) {
    if (known.has(stored.id)) continue;
    if (hasEffect(stored, gone)) lay(laid, stored, name);
    // Held, and not in the view yet. By the newer flow these are minutes beside: written, but in
    // force for nobody.
    else if (laid.flow === 2 && stored.state === 'held' && isAct(stored.act, 'minutes.written')) keepAside(laid, stored.act);
    if (stored.state === 'held' || stored.state === 'received') laid.newer.arrived.add(stored.id);
  }
  const { minutes } = laid;
  const beside = besideOf(view, laid.newer, self, name).filter((one) => !laid.newer.letIn.has(one.id));
  const signed = toSign({ minutes, beside });
  const proposals = proposalsOf(view, laid.newer);
  const file = fileOf(view, laid.newer);
  // By the newer flow, before the submission: the remarks on a draft.
  const ofDraft = laid.flow === 2 && file === null && laid.revision === null;
  const local: LocalInspection = {
    id: view.id,
    view,
    state: laid.state,
    owner: laid.owner,
    discardAsked: laid.discardAsked,
    self,
    beside,
    proposals,
    file,
    acts: log,
    photos: inOrderTaken(photos, log).map((photo) => ({ ...photo, withdrawn: laid.withdrawn.get(photo.id) ?? photo.withdrawn })),
    draft: null,
    minutes,
    signatures: laid.signatures.filter((signature) => signature.minutes === signed?.id),
    number: (signed && laid.numbers.get(signed.id)) ?? null,
    places: laid.places,
    announcedAt: laid.announcedAt,
    submittedRevision: laid.revision,
    comments: ofDraft ? leftOpen(proposals) : laid.comments,
    ...(gone ? { gone: true as const } : {}),
  };
  return withDraft(local, draft);
}

/** Returns the same inspection with another draft. A keystroke changes and costs no more than this.
 *
 * If nothing was typed into the draft since it was written, the draft follows minutes that replace
 * it later, such as those from another phone of the team. If the draft's own minutes never took
 * effect, it stays as it is and has to be written again.
 */
export function withDraft(local: LocalInspection, draft: Draft | null): LocalInspection {
  const { minutes } = local;
  if (!draft || draft.writtenAs === null || draft.writtenAs === minutes?.id) return { ...local, draft };
  // The draft was written as minutes beside. Those do not follow the minutes of others.
  if (local.beside.some((one) => one.id === draft.writtenAs)) return { ...local, draft };
  const own = local.acts.find((act) => act.id === draft.writtenAs);
  if (!minutes || !own || !hasEffect(own, local.gone)) return { ...local, draft: { ...draft, writtenAs: null } };
  const { id: writtenAs, form, formVersion, fields } = minutes;
  return { ...local, draft: { ...draft, form, formVersion, fields, writtenAs } };
}

/** This phone's minutes and submissions that came too late, because another phone (such as the
 * same officer's second one) had ended the file. The server holds such minutes or has refused
 * the submission; none of them is in force. */
export function keptAside(local: LocalInspection): StoredAct[] {
  // By the newer flow they are minutes beside and have a screen of their own.
  if (!ENDED.has(local.state) || isNewer(local)) return [];
  const admitted = admittedIn(local.view);
  return local.acts.filter(({ id, act, state }) => !admitted.has(id) && (isAct(act, 'minutes.written') || isAct(act, 'inspection.submitted')) && (state === 'held' || state === 'parked'));
}

/** Acts that were held on arrival and have taken effect since. The answer to each act still says
 * that it was held. */
export function admittedIn(view: InspectionView): Set<string> {
  return new Set(view.quarantined.filter((held) => held.decided === 'admitted').map((held) => held.act_id));
}

const ENDED: ReadonlySet<InspectionState> = new Set<InspectionState>(['submitted', 'approved', 'refused']);

/** A photograph of the inspection, from any phone of the team. */
export interface LocalPhoto {
  id: string;
  /** Its place among all photographs of the inspection, from 1; withdrawn ones keep theirs. It
   * is the server's number as soon as that is known. */
  number: number;
  /** The server does not have it yet. If a colleague's photograph arrives first, this number
   * changes. */
  provisional: boolean;
  sha256: string;
  /** The caption that counts now: the last one given, else the one at the time of the shot. */
  caption: string | null;
  /** Captions given after the shot, in order. */
  captions: LaterCaption[];
  takenAt: string;
  withdrawn: string | null;
  /** An earlier photograph with the same bytes that was not withdrawn either, for example one
   * file chosen twice. */
  sameAs: { id: string; number: number } | null;
  /** It counts: the server has accepted it or will receive it, and it is neither withdrawn nor
   * held nor refused. */
  inForce: boolean;
  /** It is not part of the revision that was submitted last, but an addendum to it. */
  addendum: boolean;
  /** This phone's row, if this phone took it. */
  mine: StoredPhoto | null;
  /** The server's description of it, once the server has it. */
  told: InspectionView['photos'][number] | null;
}

/** A photograph before it is compared with the others. */
type Alone = Omit<LocalPhoto, 'number' | 'provisional' | 'sameAs'>;

/** All photographs of an inspection: the server's in its order, then those of this phone that
 * the server does not have yet. */
export function photosOf(local: LocalInspection): LocalPhoto[] {
  const mine = new Map(local.photos.map((photo) => [photo.id, photo]));
  const inEffect = new Set(local.acts.filter((act) => hasEffect(act, local.gone)).map((act) => act.id));
  const submitted = new Set(submittedPhotos(local));
  const captioned = captionsOf(local, (act) => inEffect.has(act.id));
  const at = timesIn(local.view);
  const acts = new Map(local.acts.map(({ id, act }) => [id, act]));
  const told = local.view.photos.map((photo): Alone => {
    const row = mine.get(photo.photo_id) ?? null;
    const withdrawn = photo.withdrawn ?? withdrawnHere(local, photo.photo_id);
    return {
      id: photo.photo_id,
      sha256: photo.sha256,
      ...captioned(photo.photo_id, null, photo),
      takenAt: at(photo.act_id, photo.made_at),
      withdrawn,
      inForce: withdrawn === null && photo.quarantine === null,
      addendum: submitted.size > 0 && !submitted.has(photo.sha256),
      mine: row,
      told: photo,
    };
  });
  const known = new Set(told.map((photo) => photo.id));
  const unknown = local.photos
    .filter((photo) => !known.has(photo.id))
    .map((photo): Alone => {
      const act = acts.get(photo.actId);
      return {
        id: photo.id,
        sha256: photo.sha256,
        ...captioned(photo.id, photo.caption, null),
        takenAt: act ? actAt(act) : photo.takenAt,
        withdrawn: photo.withdrawn,
        inForce: photo.withdrawn === null && inEffect.has(photo.actId),
        addendum: submitted.size > 0 && !submitted.has(photo.sha256),
        mine: photo,
        told: null,
      };
    });
  const firsts = new Map<string, { id: string; number: number }>();
  return [...told, ...unknown].map((photo, index) => {
    const number = index + 1;
    const sameAs = photo.inForce ? (firsts.get(photo.sha256) ?? null) : null;
    if (photo.inForce && sameAs === null) firsts.set(photo.sha256, { id: photo.id, number });
    return { ...photo, number, provisional: photo.told === null, sameAs };
  });
}

/** What a submission would name now; null if there are no minutes. Two photographs with the same
 * bytes are named once. */
export function revisionParts(local: LocalInspection): Omit<Revision, 'revision'> | null {
  if (!local.minutes) return null;
  const photos = photosOf(local).filter((photo) => photo.inForce);
  return {
    minutes: local.minutes.id,
    photos: [...new Set(photos.map((photo) => photo.sha256))],
    signatures: local.signatures.map((signature) => signature.id),
    places: local.places.map((place) => place.id),
  };
}

interface Laid {
  state: InspectionState;
  minutes: LocalInspection['minutes'];
  /** Act ids of all minutes, in force or not. A signature names one of them. */
  written: Set<string>;
  signatures: LocalSignature[];
  /** Numbers of minutes, in force or not, by their act. */
  numbers: Map<string, GivenNumber>;
  places: LocalInspection['places'];
  announcedAt: string | null;
  revision: string | null;
  comments: LocalInspection['comments'];
  withdrawn: Map<string, string>;
  /** The flow of the minutes, and their owner; null if an older server does not tell. */
  flow: number;
  owner: string | null;
  discardAsked: LocalInspection['discardAsked'];
  /** All minutes by act id, including minutes beside. */
  texts: Map<string, NonNullable<LocalInspection['minutes']>>;
  newer: NewerLaid;
  /** Minutes beside in the server's view. */
  besideTold: InspectionView['beside'];
}

function fromView(view: InspectionView): Laid {
  const { minutes } = view;
  const at = timesIn(view);
  return {
    state: view.state,
    minutes: minutes && { id: minutes.id, form: minutes.form, formVersion: minutes.form_version, fields: minutes.fields, madeAt: at(minutes.id, minutes.made_at) },
    written: new Set(view.all_minutes.map((each) => each.id)),
    signatures: view.signatures.map(({ id, minutes: under, role, name, drawing, refusal, made_at }) => {
      return { id, minutes: under, role: role as SignerRole, name, drawing, refusal, madeAt: at(id, made_at) };
    }),
    // A view that was kept from an older server tells no numbers.
    numbers: new Map((view.all_minutes as Partial<InspectionView['all_minutes'][number]>[]).flatMap(({ id, paper_number: text, numbered_at, made_at, code }) => (id && text ? [[id, { text, madeAt: numbered_at ?? made_at ?? '', code: code ?? null, act: null }] as const] : []))),
    places: view.places.map(({ id, place, made_at }) => ({ id, place, madeAt: at(id, made_at) })),
    announcedAt: view.announced_at,
    revision: view.revision,
    comments: view.comments,
    withdrawn: new Map(view.photos.flatMap((photo) => (photo.withdrawn === null ? [] : [[photo.photo_id, photo.withdrawn] as const]))),
    flow: view.minutes_flow ?? 1,
    owner: view.minutes_owner ?? null,
    discardAsked: view.discard_asked ? { reason: view.discard_asked.reason, madeAt: view.discard_asked.at } : null,
    texts: new Map(view.all_minutes.map((each) => [each.id, { id: each.id, form: each.form, formVersion: each.form_version, fields: each.fields, madeAt: each.made_at }])),
    newer: nothingLaid(),
    // A view that was kept from an older server has no such list.
    besideTold: (view as Partial<InspectionView>).beside ?? [],
  };
}

/** Whether an act has effect: it is on its way to the server, or there but not in the view yet.
 *
 * If the server lost an inspection in a restore (`gone`), only this phone knows of it. An act that
 * is held for that reason alone was still done, signed and numbered, and is shown so.
 */
export function hasEffect(stored: StoredAct, gone = false): boolean {
  return stored.state === 'waiting' || stored.state === 'received' || (gone && stored.state === 'held' && stored.quarantine?.code === 'record_unknown');
}

function textOf(act: StoredAct['act']): NonNullable<LocalInspection['minutes']> {
  const { form, form_version: formVersion, fields } = act.content as ActContents['minutes.written'];
  return { id: act.id, form, formVersion, fields, madeAt: actAt(act) };
}

function keepAside(laid: Laid, act: StoredAct['act']): void {
  const text = textOf(act);
  laid.newer.aside.push(text);
  laid.texts.set(text.id, text);
}

function lay(laid: Laid, stored: StoredAct, name: string): void {
  const { act } = stored;
  const cell = step(laid.state, act.type, laid.flow);
  if (cell.effect === 'held' && laid.flow === 2 && isAct(act, 'minutes.written')) keepAside(laid, act);
  if (cell.effect === 'refused' || cell.effect === 'held') return;
  laid.state = cell.next ?? laid.state;
  const { id } = act;
  const madeAt = actAt(act);
  if (laid.flow === 2 && isAct(act, 'inspection.discarded')) laid.discardAsked = { reason: act.content.reason, madeAt };
  if (isAct(act, 'inspection.opened') || isAct(act, 'inspection.announced')) laid.discardAsked = null;
  if (isAct(act, 'inspection.announced')) laid.announcedAt ??= madeAt;
  else if (isAct(act, 'place.fixed')) laid.places.push({ id, place: act.content, madeAt });
  else if (isAct(act, 'photo.withdrawn')) laid.withdrawn.set(act.content.photo_id, act.content.reason);
  else if (isAct(act, 'minutes.written')) {
    const text = textOf(act);
    laid.texts.set(id, text);
    laid.written.add(id);
    // Minutes by an officer who does not own them are minutes beside: the server holds them, and
    // this phone shows them so.
    if (laid.flow !== 2 || act.officer_id === laid.owner) laid.minutes = text;
    else keepAside(laid, act);
  } else if (isAct(act, 'minutes.entrusted')) {
    laid.owner = act.content.officer_id;
    if (laid.flow === 2 && cell.effect === 'takes') letIn(laid, act.content.officer_id, act.officer_id);
  } else if (isAct(act, 'person.signed')) {
    const { minutes, role, name, drawing, refusal } = act.content;
    if (laid.written.has(minutes)) laid.signatures.push({ id, minutes, role, name, drawing, refusal, madeAt });
  } else if (isAct(act, 'minutes.numbered')) {
    const { minutes, text } = act.content;
    if (laid.written.has(minutes) && !laid.numbers.has(minutes)) laid.numbers.set(minutes, { text, madeAt, code: null, act });
  } else if (isAct(act, 'inspection.submitted')) {
    laid.revision = act.content.revision;
    laid.comments = [];
    // The submission itself decides which minutes are in force.
    if (laid.flow === 2) laid.minutes = laid.texts.get(act.content.minutes) ?? laid.minutes;
  } else {
    layNewer(laid.newer, stored, name);
    // The points were about what was sent before; this supplement answers them.
    if (cell.effect === 'takes' && isAct(act, 'file.supplemented')) laid.comments = [];
  }
}

/** If the leader names an officer, that officer's minutes beside take effect, on the server
 * (backend/fieldwork/inspections/retaking.py) and here. People can then sign them immediately,
 * even without a signal. Minutes that were set aside stay so. */
function letIn(laid: Laid, owner: string, self: string): void {
  const told = laid.besideTold.filter((one) => one.officer_id === owner && one.code !== 'minutes_final' && one.set_aside === null).map((one) => one.minutes);
  const here = owner === self ? laid.newer.aside.map((text) => text.id) : [];
  for (const id of [...told, ...here]) {
    const text = laid.texts.get(id);
    if (!text || laid.newer.setAside.has(id)) continue;
    laid.newer.letIn.add(id);
    laid.minutes = text;
  }
}

/** Sorts photographs in the order of the log. A clock that was set back in between does not
 * change it. */
function inOrderTaken(photos: readonly StoredPhoto[], log: readonly StoredAct[]): StoredPhoto[] {
  const seq = new Map(log.map((act) => [act.id, act.seq]));
  return [...photos].sort((a, b) => (seq.get(a.actId) ?? Infinity) - (seq.get(b.actId) ?? Infinity));
}

/** Why this phone withdrew a photograph of another phone, if it did and the server's view does
 * not show it yet. */
function withdrawnHere(local: LocalInspection, photoId: string): string | null {
  for (const stored of local.acts) {
    const { act } = stored;
    if (hasEffect(stored, local.gone) && isAct(act, 'photo.withdrawn') && act.content.photo_id === photoId) return act.content.reason;
  }
  return null;
}

/** The parts of the last submission, including this phone's unsent one, whatever was recorded
 * since; null if there is none. */
export function submittedParts(local: LocalInspection): Revision | null {
  for (const stored of [...local.acts].reverse()) {
    const { act } = stored;
    if (hasEffect(stored, local.gone) && isAct(act, 'inspection.submitted') && act.content.revision === local.submittedRevision) return act.content;
  }
  return local.view.submissions.at(-1) ?? null;
}

/** SHA-256 of the photographs in the last submission. */
function submittedPhotos(local: LocalInspection): readonly string[] {
  return submittedParts(local)?.photos ?? [];
}
