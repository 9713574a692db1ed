/** The comments of a return, at their very field and photograph, and which of them a change has answered since. */
import { same } from './canonical-json';
import { valueAt } from './form';
import { photosOf } from './inspection';
import { isNewer } from './minutes-flow';
import type { LocalInspection } from './model';

export interface ReturnedComment {
  text: string;
  /** JSON Pointer into the minutes; null where it is about a photograph. */
  field: string | null;
  photoId: string | null;
  /** What stood in the field in the minutes that were returned; undefined where nothing did, or the phone does not have them. */
  was: unknown;
  /** The field says something else now than in the minutes that were returned, or the photograph was withdrawn. Whether that
   * is an answer, the supervisor decides. */
  answered: boolean;
}

/** Comments of the last return while it is open, in the supervisor's order; empty otherwise. */
export function commentsOf(local: LocalInspection): ReturnedComment[] {
  if (local.comments.length === 0) return [];
  const returned = returnedFields(local);
  const now = local.draft?.fields ?? local.minutes?.fields ?? {};
  const photos = new Map(photosOf(local).map((photo) => [photo.id, photo]));
  return local.comments.map(({ at, text }) => {
    const field = at.field ?? null;
    const photoId = at.photo_id ?? null;
    const changed = field !== null && returned !== null && !same(said(returned, field), said(now, field));
    const withdrawn = photoId !== null && (photos.get(photoId)?.withdrawn ?? null) !== null;
    const was = field !== null && returned !== null ? valueAt(returned, field) : undefined;
    return { text, field, photoId, was, answered: changed || withdrawn };
  });
}

/** An empty text and no answer are the same: a field that was only touched is not changed. */
function said(fields: unknown, pointer: string): unknown {
  const value = valueAt(fields, pointer);
  return typeof value === 'string' ? value.normalize('NFC') || undefined : value;
}

/** The fields of the minutes that the supervisor returned; null where the phone does not have them. */
function returnedFields(local: LocalInspection): Record<string, unknown> | null {
  const { view } = local;
  if (isNewer(local)) {
    // Of a draft: those that it named. Of a file: those that were submitted, which are in force.
    const named = local.file ? local.minutes?.id : local.proposals.findLast((each) => each.answer)?.minutes;
    return view.all_minutes.find((minutes) => minutes.id === named)?.fields ?? null;
  }
  const ruling = view.approvals.findLast((each) => each.kind === 'returned');
  const submission = view.submissions.findLast((each) => each.revision === ruling?.revision);
  return view.all_minutes.find((minutes) => minutes.id === submission?.minutes)?.fields ?? null;
}
