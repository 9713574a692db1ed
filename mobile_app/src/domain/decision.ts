/** What the phone says of a decision (QĐ-KT) at the door: its standing, its papers, what changed. Pure. */
import type { InspectionView } from '../wire';

export type DecisionPaper = NonNullable<InspectionView['decision_papers']>[number];
export type DecisionChange = NonNullable<InspectionView['decision_changes']>[number];

/** in_force: as issued · changed: in force as amended or extended · withdrawn, lapsed: not to be
 * shown as a decision any more. */
export type DecisionStanding = 'in_force' | 'changed' | 'withdrawn' | 'lapsed';

/** The changes that count, the latest first. An end of which the team could not know when it announced
 * the decision has no effect. */
export function changesOf(view: InspectionView): DecisionChange[] {
  return [...(view.decision_changes ?? [])].reverse();
}

export function standingOf(view: InspectionView): DecisionStanding {
  const counting = changesOf(view).filter((change) => change.undone_at === null);
  const end = counting.find(({ kind }) => kind === 'withdrawn' || kind === 'lapsed');
  if (end) return end.kind === 'lapsed' ? 'lapsed' : 'withdrawn';
  return counting.length > 0 ? 'changed' : 'in_force';
}

/** The paper that is the decision itself; null for one that was recorded with its number alone. */
export function decisionPaper(view: InspectionView): DecisionPaper | null {
  return (view.decision_papers ?? []).find((paper) => paper.id === view.decision.paper) ?? null;
}

/** The paper of a change; null if it has none. */
export function paperOf(view: InspectionView, change: DecisionChange): DecisionPaper | null {
  return (view.decision_papers ?? []).find((paper) => paper.id === change.paper) ?? null;
}
