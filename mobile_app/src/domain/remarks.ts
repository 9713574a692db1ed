/** Points that a supervisor asks a team to correct or answer, and the team's answers.
 *
 * At present these are the remarks of a return. Other lists of points (a supplement) can be handled
 * in the same way: each point has a key, and `Answers` are stored by it.
 */
import { commentsOf, type ReturnedComment } from './comments';
import { isNewer, lastRuling } from './minutes-flow';
import type { LocalInspection } from './model';

/** A null `text` means "it is corrected". */
export interface RemarkAnswer {
  text: string | null;
}

/** By the key of the point. Kept with the draft, saved with every keystroke, until a
 * submission carries them. */
export type Answers = Readonly<Record<string, RemarkAnswer>>;

export interface Remark extends ReturnedComment {
  key: string;
  /** The act that contains the point, and the point's place in it, from 0. */
  asked: string;
  at: number;
  /** The officer's own answer, else "corrected" if the field or photograph was changed; null
   * while it is open. */
  answer: RemarkAnswer | null;
}

/** One answer as a submission carries it. */
export interface SentAnswer {
  returned: string;
  comment: number;
  text: string | null;
}

/** Returns the remarks of the open return, in the supervisor's order; empty if there is
 * none. In the newer flow they are those of the returned draft; points about a file are
 * answered by a supplement. */
export function remarksOf(local: LocalInspection): Remark[] {
  if (isNewer(local) && local.file !== null) return [];
  const ruling = isNewer(local) ? lastRuling(local.proposals) : null;
  const asked = ruling?.id ?? local.view.approvals.findLast((each) => each.kind === 'returned')?.id ?? '';
  const kept = local.draft?.answers ?? {};
  return commentsOf(local).map((comment, index) => {
    // Points that a later draft answered are no longer in the list. Each keeps its place in the act
    // that contains it.
    const at = ruling === null ? index : ruling.comments.indexOf(local.comments[index]!);
    const key = keyOf(asked, at);
    return { ...comment, key, asked, at, answer: answerOf(kept[key], comment.answered) };
  });
}

export function keyOf(asked: string, at: number): string {
  return `${asked}:${at}`;
}

/** An answer without text is not an answer: the officer began to type one and deleted it. */
function answerOf(kept: RemarkAnswer | undefined, changed: boolean): RemarkAnswer | null {
  if (kept && (kept.text === null || kept.text.trim() !== '')) return kept;
  return changed ? { text: null } : null;
}

/** Remarks that nobody has corrected or answered. */
export function unanswered(local: LocalInspection): Remark[] {
  return remarksOf(local).filter((remark) => remark.answer === null);
}

/** Whether every remark of a returned draft has an answer in words, even if nothing else in
 * the draft changed. */
export function answeredInWords(local: LocalInspection): boolean {
  const remarks = remarksOf(local);
  return remarks.length > 0 && remarks.every(({ answer }) => answer !== null && answer.text !== null);
}

/** Remarks that must be answered before a submission. In the newer flow there are none: remarks
 * concern a draft, and the team may sign and submit without answering. Unanswered ones are
 * listed here before the submission, and at the desk. */
export function openRemarks(local: LocalInspection): Remark[] {
  return isNewer(local) ? [] : unanswered(local);
}

/** The answers to the remarks that the next draft, or the submission, carries. */
export function answersToSend(local: LocalInspection): SentAnswer[] {
  return remarksOf(local).flatMap(({ asked, at, answer }) => {
    return answer === null ? [] : [{ returned: asked, comment: at, text: answer.text === null ? null : answer.text.normalize('NFC').trim() }];
  });
}
