/** An inspection that begins on site from a decision signed by hand: what is typed from the sheet, what
 * is missing, and the inspection as it stands on this phone until the server knows it. Pure. */
import type { DecisionIssued, InspectionView, OfficerSelf } from '../wire';
import { isAct } from './acts';
import type { ActContents, StoredAct } from './model';

/** What an inspector types. Every letter is kept. */
export interface TypedSheet {
  number: string;
  issuedOn: string | null;
  issuerName: string;
  issuerTitle: string;
  issuerUnit: string;
  kind: DecisionIssued['subject']['kind'] | null;
  party: string;
  taxCode: string;
  address: string;
  place: string;
  /** One line for each of the contents. */
  contents: string;
  days: string | null;
  startOn: string | null;
  leader: string | null;
  members: string[];
}

/** An officer whom this phone knows by name. */
export interface Colleague {
  id: string;
  full_name: string;
  officer_number: string | null;
}

export type SheetField = keyof TypedSheet;

export const emptySheet = (today: string | null, unit: string): TypedSheet => ({
  number: '', issuedOn: today, issuerName: '', issuerTitle: '', issuerUnit: unit, kind: null, party: '', taxCode: '', address: '', place: '', contents: '', days: null, startOn: today, leader: null, members: [],
});

const DAY_MS = 86_400_000;
const LATEST_START_DAYS = 90;
const clean = (text: string): string => text.normalize('NFC').trim();
const lines = (text: string): string[] => text.split('\n').map(clean).filter((line) => line !== '');

/** The fields that are empty or cannot be right, in the order of the form. `today` is the day in Vietnam;
 * null if the phone's clock is unknown. */
export function wrongFields(typed: TypedSheet, today: string | null): SheetField[] {
  const needed: SheetField[] = ['number', 'issuerName', 'issuerTitle', 'issuerUnit', 'party', 'address', 'place'];
  const wrong = new Set<SheetField>(needed.filter((field) => clean(String(typed[field])) === ''));
  const { issuedOn, startOn } = typed;
  if (issuedOn === null || (today !== null && issuedOn > today)) wrong.add('issuedOn');
  if (startOn === null || (issuedOn !== null && (startOn < issuedOn || Date.parse(startOn) - Date.parse(issuedOn) > LATEST_START_DAYS * DAY_MS))) wrong.add('startOn');
  if (lines(typed.contents).length === 0) wrong.add('contents');
  if (typed.kind === null) wrong.add('kind');
  if (typed.days === null) wrong.add('days');
  if (typed.members.length === 0) wrong.add('members');
  if (typed.leader === null) wrong.add('leader');
  return (Object.keys(typed) as SheetField[]).filter((field) => wrong.has(field));
}

/** The content of the act. `decisionId` stays through every mending. The bases are on the sheet, which
 * is photographed; they are not typed again. */
export function sheetContent(typed: TypedSheet, self: OfficerSelf, known: readonly Colleague[], decisionId: string, sheets: string[], reason: string | null): ActContents['decision.hand_signed'] {
  const named = [{ id: self.id, full_name: self.full_name, officer_number: self.officer_number ?? null }, ...known].filter((one, at) => (at === 0 || typed.members.includes(one.id)) && (at === 0 || one.id !== self.id));
  return {
    decision: {
      decision_id: decisionId,
      number: clean(typed.number),
      unit_id: self.unit.id,
      issued_on: typed.issuedOn ?? '',
      legal_bases: ['Theo quyết định ký trên bản giấy (có ảnh kèm theo)'],
      subject: {
        subject_id: null, kind: typed.kind ?? 'household', name: clean(typed.party), trade_name: null, tax_code: clean(typed.taxCode) || null, registration_number: null, address: clean(typed.address),
        representative: null, representative_title: null, phone: null,
      },
      place: clean(typed.place),
      latitude_e7: null,
      longitude_e7: null,
      contents: lines(typed.contents),
      duration_days: Number(typed.days),
      complex: false,
      start_on: typed.startOn ?? '',
      team: named.map((one) => ({ officer_id: one.id, full_name: one.full_name, title: 'Công chức', officer_number: one.officer_number, card_number: null, leader: one.id === typed.leader })),
      issuer_name: clean(typed.issuerName),
      issuer_title: clean(typed.issuerTitle),
      no_conflict_declared: false,
      minutes_flow: 2,
    },
    issuer_unit: clean(typed.issuerUnit),
    sheets,
    reason,
  };
}

/** The same as it was typed, for mending. */
export function typedOf({ decision, hand_signed }: InspectionView): TypedSheet {
  const { subject } = decision;
  const leader = decision.team.find((one) => one.leader)?.officer_id ?? null;
  return {
    number: decision.number, issuedOn: decision.issued_on, issuerName: decision.issuer_name, issuerTitle: decision.issuer_title, issuerUnit: hand_signed?.issuer_unit ?? '', kind: subject.kind, party: subject.name,
    taxCode: subject.tax_code ?? '', address: subject.address, place: decision.place, contents: decision.contents.join('\n'), days: String(decision.duration_days), startOn: decision.start_on, leader,
    members: decision.team.map((one) => one.officer_id),
  };
}

/** The inspection as this phone knows it alone. */
export function viewOfSheet(id: string, content: ActContents['decision.hand_signed'], self: OfficerSelf, at: string): InspectionView {
  const { decision } = content;
  const owner = decision.team.find((one) => one.leader)?.officer_id ?? self.id;
  const no = { rule: false, approve: false, admit: false, weigh: false, draft: false, file: false, agree: false, withdraw: false, set_aside: false };
  return {
    id, state: 'decided', unit_id: self.unit.id, unit_name_vi: self.unit.name_vi, unit_name_en: self.unit.name_en, decision, issued_at: at, opened_at: null, announced_at: null, submitted_at: null, submitted_by_name: null,
    discarded: null, updated_at: at, team: decision.team.map(({ officer_id, full_name, officer_number, leader }) => ({ officer_id, full_name, officer_number, leader })), minutes: null, all_minutes: [], photos: [], missing_count: 0,
    custody: { state: 'complete', missing: [] }, signatures: [], places: [], documents: [], comments: [], revision: null, submissions: [], approvals: [], quarantined: [], acts: [], findings: [], permitted: no, minutes_flow: 2,
    minutes_owner: owner, drafts: [], file: null, beside: [], discard_asked: null, filed: [],
    hand_signed: { act: id, issuer_unit: content.issuer_unit, sheets: content.sheets ?? [], begun_by: self.id, begun_by_name: self.full_name, begun_at: at, due_at: at, outcome: null, paper: null, reason: null, matched_by_name: null, matched_at: null },
  };
}

/** The view with what this phone typed since, which the server does not show yet. */
export function withTyped(view: InspectionView, acts: readonly StoredAct[]): InspectionView {
  const told = new Set(view.acts.map((act) => act.id));
  const latest = acts.filter(({ id, act, state }) => act.type === 'decision.hand_signed' && !told.has(id) && (state === 'waiting' || state === 'received')).at(-1);
  if (!latest || !isAct(latest.act, 'decision.hand_signed') || !view.hand_signed) return view;
  const { decision, issuer_unit, sheets } = latest.act.content;
  return { ...view, decision: { ...view.decision, ...decision }, hand_signed: { ...view.hand_signed, act: latest.id, issuer_unit, sheets: sheets ?? [] } };
}
