/** What the review says of the visit: one thing, never "submitted" and "cannot be submitted" at once. */
import type { LocalInspection, Obstacle } from '../../domain/model';

/** open: to be submitted · submitted: it is, and this is it · added: it is, and something joined it since · void: new minutes stand
 * in the place of what was submitted · approved, closed, gone: nothing is to be submitted any more. */
export type Standing = 'open' | 'submitted' | 'added' | 'void' | 'approved' | 'closed' | 'gone';

/** `revision`: the hash of what would be submitted now; null where there are no minutes. */
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

/** What keeps it from being submitted, where it is to be submitted at all. */
export function hindrances(standing: Standing, obstacles: readonly Obstacle[]): Obstacle[] {
  return standing === 'open' || standing === 'void' || standing === 'gone' || standing === 'closed' ? [...obstacles] : [];
}
