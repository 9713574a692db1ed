/** State table of an inspection whose decision has `minutes_flow: 2`: a draft before the first
 * signature, a file after the submission.
 *
 * Mirrors the acts declared in backend/fieldwork/acts. tests/cases/states.json is generated from
 * those and checked here.
 */
import type { InspectionState } from './model';
import { all, ASIDE, EVIDENCE, FILE_RULINGS, held, NOTED, refused, RULINGS, to, type Cells, type InspectionAct, type Step } from './steps';

const DRAFT_RULINGS: readonly InspectionAct[] = ['draft.approved', 'draft.returned'];
/** Acts that exist only in this flow. */
export const NEWER_ACTS: readonly InspectionAct[] = [
  ...DRAFT_RULINGS, ...FILE_RULINGS, 'minutes.entrusted', 'minutes.proposed', 'minutes.set_aside', 'file.supplemented', 'decision.withdrawn', 'decision.matched',
];

type Row = Record<InspectionAct, Step>;

function row(state: InspectionState, cells: Cells): Row {
  return {
    'decision.issued': refused('decision_exists'),
    ...all([...EVIDENCE, ...ASIDE, 'minutes.set_aside', 'decision.hand_signed', 'decision.matched'], to(state)),
    'inspection.opened': NOTED,
    'inspection.announced': to(state),
    ...all(RULINGS, refused('flow_newer')),
    'team.handed_over': refused('team_by_decision'),
    ...cells,
  } as Row;
}

const before = (state: InspectionState, cells: Cells): Row =>
  row(state, {
    ...all(['minutes.entrusted', 'minutes.proposed', ...DRAFT_RULINGS], to(state)),
    ...all([...FILE_RULINGS, 'file.supplemented'], refused('not_submitted')),
    'inspection.submitted': to('submitted'),
    'inspection.discarded': to(state),
    'decision.withdrawn': to('discarded'),
    ...cells,
  });

const afterwards = (state: InspectionState, cells: Cells): Row =>
  row(state, {
    'minutes.written': held('minutes_final'),
    ...all(['minutes.entrusted', 'minutes.proposed', ...DRAFT_RULINGS], NOTED),
    'inspection.submitted': refused('file_submitted'),
    'inspection.discarded': refused('already_submitted'),
    'decision.withdrawn': refused('announced_already'),
    ...cells,
  });

const TABLE: Partial<Record<InspectionState, Row>> = {
  decided: before('decided', {
    'inspection.opened': to('opened'),
    'inspection.announced': to('announced'),
    'inspection.submitted': refused('not_announced'),
  }),
  opened: before('opened', { 'inspection.opened': to('opened'), 'inspection.announced': to('announced') }),
  announced: before('announced', {
    'inspection.announced': NOTED,
    'inspection.discarded': refused('announced_needs_minutes'),
    'decision.withdrawn': refused('announced_already'),
  }),
  submitted: afterwards('submitted', {
    ...all([...FILE_RULINGS, 'file.supplemented'], to('submitted')),
    'file.agreed': to('approved'),
    'file.taken_over': to('approved'),
    'team.handed_over': to('submitted'),
  }),
  approved: afterwards('approved', { ...all(FILE_RULINGS, refused('already_decided')), 'file.supplemented': to('approved'), 'team.handed_over': refused('change_too_late') }),
  discarded: row('discarded', {
    // The server accepts it if this phone could not know of the withdrawal. Here the withdrawal is
    // known.
    'inspection.announced': to('announced'),
    'inspection.submitted': refused('decision_withdrawn'),
    ...all(['inspection.discarded', 'minutes.entrusted', 'minutes.proposed', ...DRAFT_RULINGS], NOTED),
    ...all([...FILE_RULINGS, 'file.supplemented'], refused('not_submitted')),
    'decision.withdrawn': refused('withdrawn_already'),
    'team.handed_over': refused('withdrawn_already'),
  }),
};

/** Looks up one cell. In a state that this flow never reaches every act is only noted: the state
 * then comes from a later version of the server, of which this app knows nothing. */
export function newerStep(state: InspectionState, act: InspectionAct): Step {
  return TABLE[state]?.[act] ?? NOTED;
}

/** Whether minutes of this officer may be in force. Minutes have one owner: the leader, or the
 * officer whom the leader named. */
export function ownsMinutes(view: { minutes_flow?: number; minutes_owner?: string }, owner: string | null, officerId: string): boolean {
  return (view.minutes_flow ?? 1) !== 2 || officerId === (owner ?? view.minutes_owner);
}
