/** The newer flow on this phone: minutes with an owner, a draft before the first signature, and a
 * file after the submission.
 *
 * Applies this phone's own acts to the server's view. None of this exists in the older flow
 * (docs/exchange/offline-sync.md, `minutes_flow: 2`).
 */
import type { InspectionView } from '../wire';
import { isAct } from './acts';
import { actAt } from './clock';
import { ownsMinutes } from './flow';
import { hasPlaceFor, type Schema } from './form';
import type { LocalBeside, LocalFile, LocalInspection, LocalMinutes, LocalProposal, StoredAct } from './model';

/** What the acts of this phone add, in the order of the log. */
export interface NewerLaid {
  /** This phone's minutes beside that are not in the server's view yet. */
  aside: LocalMinutes[];
  /** Those of them that the server has, according to its receipt. */
  arrived: Set<string>;
  /** Minutes beside that have taken effect since, because the leader named their writer on this
   * phone. */
  letIn: Set<string>;
  /** Reasons for which this phone set minutes aside, by the act of the minutes. */
  setAside: Map<string, string>;
  /** Drafts on which this phone asked for an opinion. */
  proposed: LocalProposal[];
  /** Requests for a supplement that this phone answered. */
  supplemented: LocalFile['supplements'];
}

export function nothingLaid(): NewerLaid {
  return { aside: [], arrived: new Set(), letIn: new Set(), setAside: new Map(), proposed: [], supplemented: [] };
}

/** Applies an act that exists only in the newer flow. An act that was only noted changes nothing
 * on the screen. */
export function layNewer(laid: NewerLaid, { act }: StoredAct, name: string): void {
  const madeAt = actAt(act);
  if (isAct(act, 'minutes.set_aside')) laid.setAside.set(act.content.minutes, act.content.reason);
  else if (isAct(act, 'minutes.proposed')) {
    const { minutes, photos, draft, answers = [] } = act.content;
    laid.proposed.push({ id: act.id, minutes, photos, draft, officerName: name, madeAt, noted: false, answers, answer: null, told: false });
  } else if (isAct(act, 'file.supplemented')) {
    const { asked, answers, photos, documents } = act.content;
    laid.supplemented.push({ id: act.id, asked, answers, photos, documents, officerName: name, madeAt, told: false });
  }
}

/** A view that was kept from an older server has none of these lists. */
type Kept = Partial<Pick<InspectionView, 'beside' | 'drafts' | 'file'>>;

export function besideOf(view: InspectionView, laid: NewerLaid, self: string | null, name: string): LocalBeside[] {
  const texts = new Map(view.all_minutes.map((each) => [each.id, each]));
  const told = ((view as Kept).beside ?? []).flatMap((one): LocalBeside[] => {
    const text = texts.get(one.minutes);
    if (!text) return [];
    const here = laid.setAside.get(one.minutes);
    return [{
      id: one.minutes,
      form: text.form,
      formVersion: text.form_version,
      fields: text.fields,
      madeAt: one.made_at,
      officerName: one.officer_name,
      signers: one.signers,
      setAside: one.set_aside ?? here ?? null,
      setAsideBy: one.set_aside_by ?? (here === undefined ? null : name),
      mine: one.officer_id === self,
      told: true,
    }];
  });
  const known = new Set(told.map((one) => one.id));
  const own = laid.aside
    .filter((text) => !known.has(text.id))
    .map((text): LocalBeside => ({ ...text, officerName: name, signers: [], setAside: null, setAsideBy: null, mine: true, told: laid.arrived.has(text.id) }));
  return [...told, ...own];
}

/** The ruling on a draft that counts: the last one before anybody signed. */
export function lastRuling(proposals: readonly LocalProposal[]): LocalProposal['answer'] {
  const last = proposals.findLast((one) => one.answer)?.answer ?? null;
  return last === null || last.noted ? null : last;
}

/** The remarks of that ruling that no later draft answers. A remark that the next draft leaves
 * open may be answered with the one after it, or with the submission. */
export function leftOpen(proposals: readonly LocalProposal[]): InspectionView['comments'] {
  const ruling = lastRuling(proposals);
  const since = proposals.findLastIndex((one) => one.answer) + 1;
  const said = new Set(proposals.slice(since).flatMap((one) => one.answers).filter((answer) => answer.returned === ruling?.id).map((answer) => answer.comment));
  return (ruling?.comments ?? []).filter((_, place) => !said.has(place));
}

export function proposalsOf(view: InspectionView, laid: NewerLaid): LocalProposal[] {
  const told = ((view as Kept).drafts ?? []).map((one): LocalProposal => ({
    id: one.id,
    minutes: one.minutes,
    photos: one.photos,
    draft: one.draft,
    officerName: one.officer_name,
    madeAt: one.made_at,
    noted: one.noted,
    answers: (one as Partial<typeof one>).answers ?? [],
    answer: one.answer && {
      id: one.answer.id,
      approved: one.answer.kind === 'draft_approved',
      officerName: one.answer.officer_name,
      at: one.answer.at,
      noted: one.answer.noted,
      comments: one.answer.comments,
    },
    told: true,
  }));
  return [...told, ...laid.proposed];
}

export function fileOf(view: InspectionView, laid: NewerLaid): LocalFile | null {
  const file = (view as Kept).file ?? null;
  if (!file) return null;
  const answered = file.open_ask !== null && laid.supplemented.some((one) => one.asked === file.open_ask);
  const told = file.supplements.map((one) => ({ id: one.id, asked: one.asked, answers: one.answers, photos: one.photos, documents: one.documents, officerName: one.officer_name, madeAt: one.made_at, told: true }));
  return {
    status: answered && file.status === 'supplement_asked' ? 'open' : file.status,
    rulings: file.rulings,
    supplements: [...told, ...laid.supplemented],
    openAsk: answered ? null : file.open_ask,
  };
}

export function isNewer(local: { view: { minutes_flow?: number } }): boolean {
  return (local.view.minutes_flow ?? 1) === 2;
}

/** Whether this officer owns the minutes: the officer's text is in force, and the officer
 * submits it. Always true in the older flow. */
export function owns(local: Pick<LocalInspection, 'view' | 'owner' | 'self'>): boolean {
  return local.self === null || ownsMinutes(local.view, local.owner, local.self);
}

export function leaderOf({ view }: Pick<LocalInspection, 'view'>): { id: string; name: string } {
  const leader = view.decision.team.find((member) => member.leader);
  return { id: leader?.officer_id ?? '', name: leader?.full_name ?? '' };
}

export function leads(local: Pick<LocalInspection, 'view' | 'self'>): boolean {
  return local.self !== null && leaderOf(local).id === local.self;
}

/** Name of the officer who draws up the minutes; the leader if nobody else was named. */
export function ownerName(local: Pick<LocalInspection, 'view' | 'owner'>): string {
  const owner = local.owner ?? local.view.minutes_owner;
  return local.view.decision.team.find((member) => member.officer_id === owner)?.full_name ?? leaderOf(local).name;
}

/** Name of the officer who wrote this text; null if unknown. */
export function writerOf({ view, acts, self }: Pick<LocalInspection, 'view' | 'acts' | 'self'>, text: Pick<LocalMinutes, 'id'>): string | null {
  const told = view.all_minutes.find(({ id }) => id === text.id)?.officer_name;
  if (told !== undefined) return told;
  const here = acts.some(({ id }) => id === text.id);
  return (here && view.decision.team.find((member) => member.officer_id === self)?.full_name) || null;
}

/** Whether this officer may decide about minutes beside. */
export function setsAside(local: LocalInspection): boolean {
  return isNewer(local) && (owns(local) || leads(local));
}

/** The latest minutes beside of this officer that were not set aside; null if there are none. */
export function mineBeside(local: Pick<LocalInspection, 'beside'>): LocalBeside | null {
  return local.beside.findLast((one) => one.mine && one.setAside === null) ?? null;
}

/** The minutes that people sign on this phone: those in force, else the officer's own minutes
 * beside. An officer who writes without a signal then need not call people back when the leader
 * names them owner. */
export function toSign(local: Pick<LocalInspection, 'minutes' | 'beside'>): LocalMinutes | null {
  return local.minutes ?? mineBeside(local);
}

/** A text of this phone that is no longer in force, because minutes from another phone replaced
 * it. That is the officer's own second phone, or the phone of the present owner of the minutes.
 * Signatures made here belong to the replaced text, not to the one in force. */
export interface Replaced {
  madeAt: string;
  /** Name of the officer who wrote what is in force now; null if it is the same officer on
   * another phone. */
  by: string | null;
  signatures: number;
}

/** Returns null if nothing of this phone was replaced, or after the submission, which itself
 * tells which minutes are in force. */
export function replacedElsewhere(local: LocalInspection): Replaced | null {
  const { minutes, acts, view, self } = local;
  if (!isNewer(local) || minutes === null || isFinal(local)) return null;
  const written = acts.filter(({ act, state }) => act.type === 'minutes.written' && state !== 'parked');
  const last = written.at(-1);
  // Minutes beside are shown in their own place. If this phone wrote minutes after its own text,
  // the replacement is its own doing.
  if (!last || written.some(({ id }) => id === minutes.id) || local.beside.some(({ id }) => id === last.id)) return null;
  if (!view.all_minutes.some(({ id }) => id === last.id)) return null;
  const writer = view.all_minutes.find(({ id }) => id === minutes.id);
  const hands = acts.filter(({ act, state }) => state !== 'parked' && isAct(act, 'person.signed') && act.content.minutes === last.id);
  return { madeAt: actAt(last.act), by: writer && writer.officer_id !== self ? writer.officer_name : null, signatures: hands.length };
}

/** This officer's last text if it is neither in force nor beside: minutes of another officer, or of
 * the officer's other phone, replaced it. It can be read at any time, also after the submission. */
export function ownReplaced(local: Pick<LocalInspection, 'view' | 'minutes' | 'beside' | 'self'>): LocalMinutes | null {
  const { view, minutes, beside, self } = local;
  const last = isNewer(local) ? view.all_minutes.findLast((one) => one.officer_id === self) : undefined;
  if (!last || minutes === null || minutes.id === last.id || beside.some((one) => one.id === last.id)) return null;
  // Minutes of this phone that are not at the server yet are the officer's own doing.
  if (!view.all_minutes.some((one) => one.id === minutes.id)) return null;
  return { id: last.id, form: last.form, formVersion: last.form_version, fields: last.fields, madeAt: last.made_at };
}

/** The officer's submission that was refused because somebody else had become the owner of the
 * minutes. It is sent again automatically once the leader names this officer. */
export function notTaken(local: Pick<LocalInspection, 'acts'>): StoredAct | null {
  return local.acts.findLast(({ act, state, problem }) => act.type === 'inspection.submitted' && state === 'parked' && problem?.code === 'not_minutes_owner') ?? null;
}

/** Answers of this phone that came after a colleague's to the same request. They are kept here,
 * and are in no file. */
export function answersNotTaken(local: Pick<LocalInspection, 'acts'>): StoredAct[] {
  return local.acts.filter(({ act, state }) => act.type === 'file.supplemented' && state === 'parked');
}

/** Whether two texts can be compared field by field: they are on one form, and if their versions of
 * it differ, the one that `schema` describes has a field for everything in the other. */
export function comparable(schema: Schema, one: LocalMinutes, other: LocalMinutes): boolean {
  return one.form === other.form && (one.formVersion === other.formVersion || hasPlaceFor(schema, other.fields));
}

/** The first minutes beside about which nobody has decided yet. */
export function openBeside(local: Pick<LocalInspection, 'beside'>): LocalBeside | null {
  return local.beside.find((one) => one.setAside === null) ?? null;
}

/** Whether the minutes are final: a submission named them, and no other minutes replace them any
 * more. */
export function isFinal(local: Pick<LocalInspection, 'view' | 'state'>): boolean {
  return isNewer(local) && (local.state === 'submitted' || local.state === 'approved');
}

/** Whether nothing on the minutes changes any more: they are final, or people hold them with their
 * number. */
export function isClosed(local: Pick<LocalInspection, 'view' | 'state' | 'number'>): boolean {
  return isFinal(local) || local.number !== null;
}

/** The officer typed something and did not write it, and nothing on the minutes changes any more: the text goes
 * beside minutes that are final, or waits until they are. Null if nothing is left over. */
export function leftOver(local: Pick<LocalInspection, 'view' | 'state' | 'number' | 'draft'>): 'beside' | 'waits' | null {
  if (!isClosed(local) || local.draft === null || local.draft.writtenAs !== null) return null;
  return isFinal(local) ? 'beside' : 'waits';
}

/** Whether this officer gives the minutes in force their number: the one who wrote them does
 * (Circular 22/2021 Art 6.2). By the older flow minutes have none. */
export function numbersMinutes(local: Pick<LocalInspection, 'view' | 'minutes' | 'self' | 'acts' | 'state'>): boolean {
  const { view, minutes, self, acts } = local;
  if (!isNewer(local) || minutes === null || self === null || local.state === 'discarded') return false;
  const told = view.all_minutes.find(({ id }) => id === minutes.id);
  return told ? told.officer_id === self : acts.some(({ id }) => id === minutes.id);
}
