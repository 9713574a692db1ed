/** Minutes with an owner, a draft before the first signature and a file after it, as this phone shows them: the server's view with
 * this phone's own acts laid over it. Of the older flow nothing of this is there (docs/exchange/offline-sync.md, `minutes_flow: 2`).
 */
import type { InspectionView } from '../wire';
import { isAct } from './acts';
import { actAt } from './clock';
import { ownsMinutes } from './flow';
import type { LocalBeside, LocalFile, LocalInspection, LocalMinutes, LocalProposal, StoredAct } from './model';

/** What the acts of this phone add, in the order of the log. */
export interface NewerLaid {
  /** Minutes of this phone that stand beside those in force and of which the view does not tell yet. */
  aside: LocalMinutes[];
  /** Of all that stand beside, those that took effect since: the leader named their writer on this phone. */
  letIn: Set<string>;
  /** Why this phone set minutes aside, by their act. */
  setAside: Map<string, string>;
  /** Drafts on which this phone asked for an opinion. */
  proposed: LocalProposal[];
  /** Asks that this phone answered. */
  supplemented: LocalFile['supplements'];
}

export function nothingLaid(): NewerLaid {
  return { aside: [], letIn: new Set(), setAside: new Map(), proposed: [], supplemented: [] };
}

/** Lays an act that only the newer flow knows; one that was only noted changes nothing that is shown. */
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

/** A view that was kept from a server of before has none of these lists. */
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
    .map((text): LocalBeside => ({ ...text, officerName: name, signers: [], setAside: null, setAsideBy: null, mine: true, told: false }));
  return [...told, ...own];
}

/** The ruling on a draft that counts: the last one before anybody signed. */
export function lastRuling(proposals: readonly LocalProposal[]): LocalProposal['answer'] {
  const last = proposals.findLast((one) => one.answer)?.answer ?? null;
  return last === null || last.noted ? null : last;
}

/** Its remarks that no later draft answers, as they stand in it: what the next draft left open may be answered with the one after,
 * or with the submission. */
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

/** Whether what this officer writes is in force, and he submits it; always so by the older flow. */
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

/** Who draws the minutes up, by name; the leader where nobody else was named. */
export function ownerName(local: Pick<LocalInspection, 'view' | 'owner'>): string {
  const owner = local.owner ?? local.view.minutes_owner;
  return local.view.decision.team.find((member) => member.officer_id === owner)?.full_name ?? leaderOf(local).name;
}

/** Who wrote this text, by name; null where nobody says, as of one that was just written here. */
export function writerOf({ view, acts, self }: Pick<LocalInspection, 'view' | 'acts' | 'self'>, text: Pick<LocalMinutes, 'id'>): string | null {
  const told = view.all_minutes.find(({ id }) => id === text.id)?.officer_name;
  if (told !== undefined) return told;
  const here = acts.some(({ id }) => id === text.id);
  return (here && view.decision.team.find((member) => member.officer_id === self)?.full_name) || null;
}

/** He may say what became of minutes that stand beside. */
export function setsAside(local: LocalInspection): boolean {
  return isNewer(local) && (owns(local) || leads(local));
}

/** The latest of this phone's own minutes that stand beside and were not set aside; null where there are none. */
export function mineBeside(local: Pick<LocalInspection, 'beside'>): LocalBeside | null {
  return local.beside.findLast((one) => one.mine && one.setAside === null) ?? null;
}

/** Under which minutes people sign on this phone: those in force, else the officer's own that stand beside, so that nobody who
 * writes without a signal has to call people back once the leader entrusts him. */
export function toSign(local: Pick<LocalInspection, 'minutes' | 'beside'>): LocalMinutes | null {
  return local.minutes ?? mineBeside(local);
}

/** Text of this phone that was in force and is no longer, because another phone's came in its place: the officer's own second phone, or
 * of whoever owns the minutes now. What people signed here stands under the text that they signed, and not under the one in force. */
export interface Replaced {
  madeAt: string;
  /** Who wrote what is in force now; null where it is this officer himself, on another phone. */
  by: string | null;
  signatures: number;
}

/** Null where nothing of this phone was replaced, and after the submission, which says itself what stands. */
export function replacedElsewhere(local: LocalInspection): Replaced | null {
  const { minutes, acts, view, self } = local;
  if (!isNewer(local) || minutes === null || isFinal(local)) return null;
  const written = acts.filter(({ act, state }) => act.type === 'minutes.written' && state !== 'parked');
  const last = written.at(-1);
  // What stands beside is told where it stands; what this phone wrote after it is its own doing.
  if (!last || written.some(({ id }) => id === minutes.id) || local.beside.some(({ id }) => id === last.id)) return null;
  if (!view.all_minutes.some(({ id }) => id === last.id)) return null;
  const writer = view.all_minutes.find(({ id }) => id === minutes.id);
  const hands = acts.filter(({ act, state }) => state !== 'parked' && isAct(act, 'person.signed') && act.content.minutes === last.id);
  return { madeAt: actAt(last.act), by: writer && writer.officer_id !== self ? writer.officer_name : null, signatures: hands.length };
}

/** The officer's submission that was not taken, because the minutes had become another's: it goes by itself once the leader names him. */
export function notTaken(local: Pick<LocalInspection, 'acts'>): StoredAct | null {
  return local.acts.findLast(({ act, state, problem }) => act.type === 'inspection.submitted' && state === 'parked' && problem?.code === 'not_minutes_owner') ?? null;
}

/** Answers of this phone that came after a colleague's to the same ask: kept, and in nobody's file. */
export function answersNotTaken(local: Pick<LocalInspection, 'acts'>): StoredAct[] {
  return local.acts.filter(({ act, state }) => act.type === 'file.supplemented' && state === 'parked');
}

/** The first of those that wait for somebody to say what became of them. */
export function openBeside(local: Pick<LocalInspection, 'beside'>): LocalBeside | null {
  return local.beside.find((one) => one.setAside === null) ?? null;
}

/** Minutes are final: the submission named them, and nothing is written in their place any more. */
export function isFinal(local: Pick<LocalInspection, 'view' | 'state'>): boolean {
  return isNewer(local) && (local.state === 'submitted' || local.state === 'approved');
}
