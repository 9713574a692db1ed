/** What is typed of a proposal: kept over a kill of the app, and turned into what is sent. Pure. */
import type { NewProposal } from '../../app/decision-services';
import type { ProposalView, ReferenceEntry } from '../../wire';
import type { DecisionsKey } from '../words/decisions.vi';

export interface Typed {
  subjectId: string | null;
  registration: string | null;
  kind: 'individual' | 'household' | 'organisation';
  name: string;
  address: string;
  taxCode: string;
  place: string;
  reason: string;
  basis: string;
  contents: string;
  days: number | null;
  complex: boolean;
  start: string;
  leader: string | null;
  members: string[];
  noConflict: boolean;
  /** The violation that is expected, and the legal text on it (Circular 27/2020 Art 11). */
  expected: string;
  provision: string;
  /** Why there is no time for a plan (Art 12): empty if there is. */
  risk: Risk | '';
  emergency: string;
  /** The informations from which the proposal grew: not typed here, and never dropped when it is sent again. */
  informations: string[];
}

/** Working days on site that a decision may give; a longer time needs an extension in writing (Ordinance 11/2016 Art 22.2). */
export const LONGEST_DAYS = 3;

export const RISKS = ['flight', 'dispersal', 'harm'] as const;
export type Risk = (typeof RISKS)[number];

/** Nothing typed yet; `today` as 2026-11-28. */
export function empty(today: string): Typed {
  return {
    subjectId: null, registration: null, kind: 'household', name: '', address: '', taxCode: '', place: '', reason: '', basis: '', contents: '',
    days: 1, complex: false, start: today, leader: null, members: [], noConflict: false,
    expected: '', provision: '', risk: '', emergency: '', informations: [],
  };
}

/** A proposal that came back or was not taken, to be changed. */
export function ofProposal({ proposed }: Pick<ProposalView, 'proposed'>): Typed {
  const { subject } = proposed;
  return {
    subjectId: subject.subject_id, registration: subject.registration_number, kind: subject.kind, name: subject.name, address: subject.address,
    taxCode: subject.tax_code ?? '', place: proposed.place, reason: proposed.reason, basis: proposed.basis ?? '', contents: proposed.contents.join('\n'),
    days: proposed.duration_days, complex: proposed.complex, start: proposed.start_on, leader: proposed.leader_id, members: proposed.member_ids,
    noConflict: proposed.no_conflict_declared, expected: proposed.expected_violation ?? '', provision: proposed.provision ?? '',
    risk: proposed.emergency?.risk ?? '', emergency: proposed.emergency?.reason ?? '', informations: proposed.information_ids ?? [],
  };
}

/** A business of the register as the party. */
export function withBusiness(typed: Typed, { id, value }: ReferenceEntry): Typed {
  const words = value as Record<string, unknown>;
  const said = (key: string): string => (typeof words[key] === 'string' ? words[key] : '');
  const kind = said('kind');
  return {
    ...typed,
    subjectId: id,
    registration: said('registration_number') || null,
    kind: kind === 'individual' || kind === 'organisation' ? kind : 'household',
    name: said('name'),
    address: said('address'),
    taxCode: said('tax_code'),
  };
}

/** How many days ahead an inspection may begin, today included. */
export const START_DAYS = 8;

const lines = (text: string): string[] => text.split('\n').map((line) => line.normalize('NFC').trim()).filter((line) => line !== '');

/** The labels of what is missing or cannot be right, in the order of the screen. `today` in Vietnam: what was
 * typed on an earlier day may begin on a day that is over. */
export function missing(typed: Typed, today: string): DecisionsKey[] {
  const wrong: [boolean, DecisionsKey][] = [
    [typed.name.trim() === '', 'propose.name'],
    [typed.address.trim() === '', 'propose.address'],
    [typed.reason.trim().length < 3, 'propose.reason'],
    [lines(typed.contents).length === 0 || lines(typed.contents).some((line) => line.length < 3), 'propose.contents'],
    [typed.expected.trim() === '', 'propose.expected'],
    [typed.provision.trim() === '', 'propose.provision'],
    [!nextDays(today, START_DAYS).includes(typed.start), 'propose.start'],
    [typed.days === null || typed.days < 1 || typed.days > LONGEST_DAYS, 'propose.days'],
    [typed.leader === null, 'propose.leader'],
    [typed.members.filter((member) => member !== typed.leader).length === 0, 'propose.team'],
    [typed.risk !== '' && typed.emergency.trim().length < 3, 'propose.emergency'],
    [!typed.noConflict, 'propose.no_conflict'],
  ];
  return wrong.filter(([is]) => is).map(([, key]) => key);
}

/** What is sent. Call it only if nothing is missing. */
export function proposalOf(typed: Typed): NewProposal {
  const said = (text: string): string => text.normalize('NFC').trim();
  return {
    subject: {
      subject_id: typed.subjectId, kind: typed.kind, name: said(typed.name), trade_name: null, tax_code: said(typed.taxCode) || null,
      registration_number: typed.registration, address: said(typed.address), representative: null, representative_title: null, phone: null,
    },
    place: said(typed.place) || said(typed.address),
    latitude_e7: null,
    longitude_e7: null,
    basis: said(typed.basis).length >= 3 ? said(typed.basis) : null,
    reason: said(typed.reason),
    contents: lines(typed.contents),
    duration_days: typed.days ?? 1,
    complex: typed.complex,
    start_on: typed.start,
    leader_id: typed.leader ?? '',
    member_ids: typed.members.filter((member) => member !== typed.leader),
    no_conflict_declared: typed.noConflict,
    ground: 'ad_hoc',
    ...(said(typed.expected) === '' ? {} : { expected_violation: said(typed.expected) }),
    ...(said(typed.provision) === '' ? {} : { provision: said(typed.provision) }),
    ...(typed.risk === '' ? {} : { emergency: { risk: typed.risk, reason: said(typed.emergency) } }),
    ...(typed.informations.length === 0 ? {} : { information_ids: typed.informations }),
  };
}

/** Today and the next days, as 2026-11-28. */
export function nextDays(today: string, count: number): string[] {
  const start = Date.parse(`${today}T00:00:00Z`);
  return Array.from({ length: count }, (_, at) => new Date(start + at * 86_400_000).toISOString().slice(0, 10));
}
