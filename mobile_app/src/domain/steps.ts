/** The words of a table of states, for both flows. A mirror of backend/fieldwork/rules/steps.py. */
import type { ActTypeOnPhone, InspectionState } from './model';

/** What a supervisor says of a file after its submission, by the newer flow. */
export const FILE_RULINGS = ['file.agreed', 'file.supplement_asked', 'file.verification_ordered', 'file.taken_over'] as const;
/** The ruling by which a file has its status. */
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
export const RULINGS: readonly InspectionAct[] = ['minutes.returned', 'minutes.approved', 'minutes.refused'];
/** What a supervisor may say at any time without changing the state. */
export const ASIDE: readonly InspectionAct[] = ['evidence.admitted', 'evidence.dismissed', 'finding.weighed'];
/** States in which new evidence joins as an addendum, outside the frozen revision. */
export const LATE: readonly InspectionState[] = ['submitted', 'approved'];

export type Cells = Partial<Record<InspectionAct, Step>>;

export const NOTED: Step = { effect: 'noted', next: null, code: null };
export const to = (next: InspectionState): Step => ({ effect: 'takes', next, code: null });
export const refused = (code: string): Step => ({ effect: 'refused', next: null, code });
export const held = (code: string): Step => ({ effect: 'held', next: null, code });
export const all = (acts: readonly InspectionAct[], step: Step): Cells => Object.fromEntries(acts.map((act) => [act, step]));
