/** State table of an inspection: for each state and act, what the act changes.
 *
 * Mirrors the acts declared in backend/fieldwork/acts, so that the phone can immediately show what
 * the server will answer. The server's answer decides. tests/cases/states.json is generated from
 * those declarations and checked here.
 */
import { NEWER_ACTS, newerStep } from './flow';
import type { InspectionState } from './model';
import { all, ASIDE, EVIDENCE, held, NOTED, refused, RULINGS, to, type Cells, type InspectionAct, type Step } from './steps';

export { EVIDENCE, LATE, type InspectionAct, type Step } from './steps';

type Row = Record<InspectionAct, Step>;

/** A row: what all states of an existing record have in common, the differences in `cells`, and
 * one answer to all rulings. */
function row(state: InspectionState, rulings: string, cells: Cells): Row {
  return {
    'decision.issued': refused('decision_exists'),
    'decision.hand_signed': refused('not_hand_signed'),
    ...all([...EVIDENCE, ...ASIDE], to(state)),
    'inspection.opened': NOTED,
    'inspection.announced': to(state),
    'inspection.discarded': to('discarded'),
    'inspection.submitted': to('submitted'),
    ...all(RULINGS, refused(rulings)),
    'team.handed_over': refused('team_by_decision'),
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
    'team.handed_over': to('submitted'),
  }),
  returned: row('returned', 'already_decided', {}),
  revising: row('revising', 'revision_stale', {}),
  approved: row('approved', 'already_decided', { 'inspection.discarded': refused('already_submitted'), 'minutes.written': held('minutes_final'), 'team.handed_over': refused('change_too_late') }),
  refused: row('refused', 'already_decided', {
    ...all(EVIDENCE, held('record_closed')),
    'inspection.announced': NOTED,
    'inspection.discarded': refused('record_closed'),
    'inspection.submitted': refused('record_closed'),
    'team.handed_over': refused('change_too_late'),
  }),
  discarded: row('discarded', 'inspection_discarded', {
    'inspection.opened': to('opened'),
    'inspection.announced': refused('inspection_discarded'),
    'inspection.discarded': NOTED,
    'inspection.submitted': refused('inspection_discarded'),
    'team.handed_over': refused('withdrawn_already'),
  }),
};

/** Looks up one cell in the table of the decision's flow. A null state is a record that
 * does not exist. */
export function step(state: InspectionState | null, act: InspectionAct, flow = 1): Step {
  if (state !== null && flow === 2) return newerStep(state, act);
  if (state !== null && NEWER_ACTS.includes(act)) return refused('flow_older');
  if (state !== null) return TABLE[state][act];
  if (act === 'decision.issued' || act === 'decision.hand_signed') return to('decided');
  return EVIDENCE.includes(act) ? held('record_unknown') : refused('record_unknown');
}

/** The state after an act: changed only if the act takes effect. */
export function after(state: InspectionState, act: InspectionAct, flow = 1): InspectionState {
  return step(state, act, flow).next ?? state;
}
