/** Names and types of the state tables, for both flows. Mirrors
 * backend/fieldwork/rules/steps.py. */
import type { ActTypeOnPhone, InspectionState } from './model';

/** A supervisor's rulings on a file after its submission, in the newer flow. */
export const FILE_RULINGS = ['file.agreed', 'file.supplement_asked', 'file.verification_ordered', 'file.taken_over'] as const;
/** The ruling that gives a file its status. */
export const RULED = { supplement_asked: 'supplement_asked', verifying: 'verification_ordered', agreed: 'agreed', taken_over: 'taken_over' } as const;

/** Every act of an inspection; the phone makes some of them, the desk the others. */
export type InspectionAct =
  | ActTypeOnPhone
  | 'decision.issued'
  | 'minutes.returned'
  | 'minutes.approved'
  | 'minutes.refused'
  | (typeof FILE_RULINGS)[number]
  | 'decision.withdrawn'
  | 'decision.matched'
  | 'team.handed_over'
  | 'evidence.admitted'
  | 'evidence.dismissed'
  | 'finding.weighed';

/** takes: the state becomes `next` · noted: accepted, changes nothing · held: evidence kept
 * aside · refused: a step that is not allowed now. `code` gives the reason. */
export interface Step {
  effect: 'takes' | 'noted' | 'held' | 'refused';
  next: InspectionState | null;
  code: string | null;
}

/** What a person captured on site. It is kept regardless of the sender and the time. */
export const EVIDENCE: readonly InspectionAct[] = [
  'place.fixed', 'photo.taken', 'photo.withdrawn', 'photo.captioned', 'minutes.written', 'person.signed', 'document.written', 'document.signed', 'document.numbered',
  'minutes.numbered', 'document.filed', 'document.struck',
];
export const RULINGS: readonly InspectionAct[] = ['minutes.returned', 'minutes.approved', 'minutes.refused'];
/** What an officer of the team declares about relations to the party; never changes the state either. */
export const RELATION_ACTS = ['relation.none_declared', 'relation.declared'] as const;
/** Acts that are allowed at any time and do not change the state: a supervisor's, and these. */
export const ASIDE: readonly InspectionAct[] = ['evidence.admitted', 'evidence.dismissed', 'finding.weighed', ...RELATION_ACTS];
/** States in which new evidence joins as an addendum, outside the frozen revision. */
export const LATE: readonly InspectionState[] = ['submitted', 'approved'];

export type Cells = Partial<Record<InspectionAct, Step>>;

export const NOTED: Step = { effect: 'noted', next: null, code: null };
export const to = (next: InspectionState): Step => ({ effect: 'takes', next, code: null });
export const refused = (code: string): Step => ({ effect: 'refused', next: null, code });
export const held = (code: string): Step => ({ effect: 'held', next: null, code });
export const all = (acts: readonly InspectionAct[], step: Step): Cells => Object.fromEntries(acts.map((act) => [act, step]));
