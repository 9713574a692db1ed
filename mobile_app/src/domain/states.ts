/** The life of an inspection: state × act -> what becomes of it. A mirror of backend/inspections/rules.py, for showing at once
 * what the server will say; the server judges. tests/cases/states.json is checked against both tables.
 */
import type { ActTypeOnPhone, InspectionState } from './model';

/** Every act of an inspection; the phone makes some of them, the desk the others. */
export type InspectionAct =
  | ActTypeOnPhone
  | 'decision.issued'
  | 'minutes.returned'
  | 'minutes.approved'
  | 'minutes.refused'
  | 'evidence.admitted'
  | 'evidence.dismissed'
  | 'finding.weighed';

/** takes: the state becomes `next` · noted: accepted, changes nothing · held: evidence kept aside · refused: a step that may
 * not happen now. `code` says why. */
export interface Step {
  effect: 'takes' | 'noted' | 'held' | 'refused';
  next: InspectionState | null;
  code: string | null;
}

/** What a person captured on site: kept whoever sent it and whenever. */
export const EVIDENCE: readonly InspectionAct[] = [
  'place.fixed', 'photo.taken', 'photo.withdrawn', 'photo.captioned', 'minutes.written', 'person.signed', 'document.written', 'document.signed', 'document.numbered',
];
const RULINGS: readonly InspectionAct[] = ['minutes.returned', 'minutes.approved', 'minutes.refused'];
/** What a supervisor may say at any time without changing the state. */
const ASIDE: readonly InspectionAct[] = ['evidence.admitted', 'evidence.dismissed', 'finding.weighed'];
/** States in which new evidence joins as an addendum, outside the frozen revision. */
export const LATE: readonly InspectionState[] = ['submitted', 'approved'];

type Row = Record<InspectionAct, Step>;
type Cells = Partial<Row>;

const NOTED: Step = { effect: 'noted', next: null, code: null };
const to = (next: InspectionState): Step => ({ effect: 'takes', next, code: null });
const refused = (code: string): Step => ({ effect: 'refused', next: null, code });
const held = (code: string): Step => ({ effect: 'held', next: null, code });
const all = (acts: readonly InspectionAct[], step: Step): Cells => Object.fromEntries(acts.map((act) => [act, step]));

/** A row: what all states of a record that is there share, what of `cells` differs, and one answer to all rulings. */
function row(state: InspectionState, rulings: string, cells: Cells): Row {
  return {
    'decision.issued': refused('decision_exists'),
    ...all([...EVIDENCE, ...ASIDE], to(state)),
    'inspection.opened': NOTED,
    'inspection.announced': to(state),
    'inspection.discarded': to('discarded'),
    'inspection.submitted': to('submitted'),
    ...all(RULINGS, refused(rulings)),
    ...cells,
  } as Row;
}

const TABLE: Record<InspectionState, Row> = {
  decided: row('decided', 'not_submitted', {
    'inspection.opened': to('opened'),
    'inspection.announced': to('announced'),
    'inspection.discarded': refused('not_opened'),
    'inspection.submitted': refused('not_announced'),
  }),
  opened: row('opened', 'not_submitted', { 'inspection.announced': to('announced') }),
  announced: row('announced', 'not_submitted', { 'inspection.announced': NOTED }),
  submitted: row('submitted', '', {
    'inspection.discarded': refused('already_submitted'),
    'minutes.written': to('revising'),
    'minutes.returned': to('returned'),
    'minutes.approved': to('approved'),
    'minutes.refused': to('refused'),
  }),
  returned: row('returned', 'already_decided', {}),
  revising: row('revising', 'revision_stale', {}),
  approved: row('approved', 'already_decided', { 'inspection.discarded': refused('already_submitted'), 'minutes.written': held('minutes_final') }),
  refused: row('refused', 'already_decided', {
    ...all(EVIDENCE, held('record_closed')),
    'inspection.announced': NOTED,
    'inspection.discarded': refused('record_closed'),
    'inspection.submitted': refused('record_closed'),
  }),
  discarded: row('discarded', 'inspection_discarded', {
    'inspection.opened': to('opened'),
    'inspection.announced': refused('inspection_discarded'),
    'inspection.discarded': NOTED,
    'inspection.submitted': refused('inspection_discarded'),
  }),
};

/** Looks one cell up; null is a record that is not there. */
export function step(state: InspectionState | null, act: InspectionAct): Step {
  if (state !== null) return TABLE[state][act];
  if (act === 'decision.issued') return to('decided');
  return EVIDENCE.includes(act) ? held('record_unknown') : refused('record_unknown');
}

/** The state after an act: changed only where the act takes effect. */
export function after(state: InspectionState, act: InspectionAct): InspectionState {
  return step(state, act).next ?? state;
}
