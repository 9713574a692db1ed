/** What a supervisor asks a team to mend or to answer, and the team's word on each. Of a return today; whatever else asks point by
 * point (a supplement) can be told in the same way: each point has a key, and `Answers` are kept by it. */
import { commentsOf, type ReturnedComment } from './comments';
import { isNewer, lastRuling } from './minutes-flow';
import type { LocalInspection } from './model';

/** `text` null: "it is mended". */
export interface RemarkAnswer {
  text: string | null;
}

/** By the key of the point. Kept with the draft, letter by letter, until a submission carries them. */
export type Answers = Readonly<Record<string, RemarkAnswer>>;

export interface Remark extends ReturnedComment {
  key: string;
  /** The act that asks, and the point's place in it, from 0. */
  asked: string;
  at: number;
  /** His own word; else "mended" where the very thing was changed; null while it is open. */
  answer: RemarkAnswer | null;
}

/** One answer as a submission carries it. */
export interface SentAnswer {
  returned: string;
  comment: number;
  text: string | null;
}

/** The remarks of the return that is open, in the supervisor's order; none otherwise. By the newer flow those of the draft that came
 * back; points about a file are answered by a supplement. */
export function remarksOf(local: LocalInspection): Remark[] {
  if (isNewer(local) && local.file !== null) return [];
  const ruling = isNewer(local) ? lastRuling(local.proposals) : null;
  const asked = ruling?.id ?? local.view.approvals.findLast((each) => each.kind === 'returned')?.id ?? '';
  const kept = local.draft?.answers ?? {};
  return commentsOf(local).map((comment, index) => {
    // What a later draft answered is no longer among them; each keeps its place in the act that asks.
    const at = ruling === null ? index : ruling.comments.indexOf(local.comments[index]!);
    const key = keyOf(asked, at);
    return { ...comment, key, asked, at, answer: answerOf(kept[key], comment.answered) };
  });
}

export function keyOf(asked: string, at: number): string {
  return `${asked}:${at}`;
}

/** An answer without a word is none: he began to type one and took it back. */
function answerOf(kept: RemarkAnswer | undefined, changed: boolean): RemarkAnswer | null {
  if (kept && (kept.text === null || kept.text.trim() !== '')) return kept;
  return changed ? { text: null } : null;
}

/** Those that nobody mended or answered. */
export function unanswered(local: LocalInspection): Remark[] {
  return remarksOf(local).filter((remark) => remark.answer === null);
}

/** Whether each remark of a draft that came back has an answer, though nothing else of it changed. */
export function answeredInWords(local: LocalInspection): boolean {
  const remarks = remarksOf(local);
  return remarks.length > 0 && remarks.every(({ answer }) => answer !== null && answer.text !== null);
}

/** Those for which a submission waits. By the newer flow for none: remarks are about a draft, and the team may sign and submit
 * without; what it left unanswered is named, here before it submits and at the desk. */
export function openRemarks(local: LocalInspection): Remark[] {
  return isNewer(local) ? [] : unanswered(local);
}

/** What the next draft, or the submission, says to each of them. */
export function answersToSend(local: LocalInspection): SentAnswer[] {
  return remarksOf(local).flatMap(({ asked, at, answer }) => {
    return answer === null ? [] : [{ returned: asked, comment: at, text: answer.text === null ? null : answer.text.normalize('NFC').trim() }];
  });
}
