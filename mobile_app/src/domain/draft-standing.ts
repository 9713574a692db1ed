/** State of a draft on which the owner of the minutes asked for an opinion before anybody signs. */
import { revisionParts } from './inspection';
import { isFinal, isNewer, owns } from './minutes-flow';
import type { LocalInspection, LocalProposal } from './model';
import { answeredInWords } from './remarks';

/** unsent: not at the server yet · waiting · approved, returned: answered in time · late:
 * answered after the first signature, so the answer is only noted · needless: nobody answered
 * before somebody signed · changed: the minutes were written again since · mended: the minutes
 * were written again after the draft was returned. */
export type DraftStanding = 'unsent' | 'waiting' | 'approved' | 'returned' | 'late' | 'needless' | 'changed' | 'mended';

/** Returns the state of the latest draft; null if nobody asked for an opinion. */
export function draftStanding(local: LocalInspection): { standing: DraftStanding; last: LocalProposal } | null {
  const last = local.proposals.at(-1);
  if (!last || !isNewer(local)) return null;
  return { standing: standingOf(last, local), last };
}

function standingOf(last: LocalProposal, local: LocalInspection): DraftStanding {
  if (last.noted || last.answer?.noted) return last.answer ? 'late' : 'needless';
  if (last.answer?.approved === false) return last.minutes === local.minutes?.id ? 'returned' : 'mended';
  if (last.minutes !== local.minutes?.id) return isFinal(local) ? 'needless' : 'changed';
  if (last.answer) return 'approved';
  if (local.signatures.length > 0 || isFinal(local)) return 'needless';
  return last.told ? 'waiting' : 'unsent';
}

/** Photographs were taken or withdrawn since the owner asked, so an answer does not cover them. */
export function photosDiffer(local: LocalInspection, last: LocalProposal): boolean {
  const now = revisionParts(local)?.photos ?? [];
  return now.length !== last.photos.length || now.some((sha256, index) => sha256 !== last.photos[index]);
}

/** Whether the owner may ask for an opinion now. The owner's minutes must be written and not
 * signed, and nobody may have been asked about them yet. */
export function mayPropose(local: LocalInspection): boolean {
  if (!isNewer(local) || !owns(local) || local.gone || isFinal(local) || local.state === 'discarded') return false;
  if (local.minutes === null || local.signatures.length > 0) return false;
  const draft = draftStanding(local);
  if (draft === null || draft.last.minutes !== local.minutes.id || photosDiffer(local, draft.last)) return true;
  return draft.standing === 'returned' && answeredInWords(local);
}
