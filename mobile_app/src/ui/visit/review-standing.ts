/** The single statement that the review makes about the visit, so that it never says both
 * "submitted" and "cannot be submitted". */
import type { LocalInspection, Obstacle } from '../../domain/model';

/** open: to be submitted · submitted: exactly this was submitted · added: submitted, and
 * something was added since · void: new minutes have replaced what was submitted · approved,
 * closed, gone: nothing is to be submitted any more. */
export type Standing = 'open' | 'submitted' | 'added' | 'void' | 'approved' | 'closed' | 'gone';

/** `revision` is the hash of what would be submitted now; null if there are no minutes. */
export function standingOf(local: LocalInspection, revision: string | null): Standing {
  if (local.gone) return 'gone';
  switch (local.state) {
    case 'submitted':
      return revision !== null && revision !== local.submittedRevision ? 'added' : 'submitted';
    case 'approved':
      return 'approved';
    case 'refused':
    case 'discarded':
      return 'closed';
    case 'revising':
      return local.submittedRevision === null ? 'open' : 'void';
    default:
      return 'open';
  }
}

/** What prevents the submission, if there is still something to submit. */
export function hindrances(standing: Standing, obstacles: readonly Obstacle[]): Obstacle[] {
  return standing === 'open' || standing === 'void' || standing === 'gone' || standing === 'closed' ? [...obstacles] : [];
}
