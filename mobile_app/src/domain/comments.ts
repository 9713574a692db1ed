/** Comments of a returned submission, each at its field or photograph, and whether a later
 * change has answered it. */
import { same } from './canonical-json';
import { valueAt } from './form';
import { photosOf } from './inspection';
import { isNewer } from './minutes-flow';
import type { LocalInspection } from './model';

export interface ReturnedComment {
  text: string;
  /** JSON Pointer into the minutes; null if the comment is about a photograph. */
  field: string | null;
  photoId: string | null;
  /** Value of the field in the minutes that were returned; undefined if it had none, or if the
   * phone does not have those minutes. */
  was: unknown;
  /** The field differs from the minutes that were returned, or the photograph was withdrawn. The
   * supervisor decides whether that is an answer. */
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
    // Any change would answer a remark on the whole, whatever it asks for.
    const changed = field !== null && field !== '' && returned !== null && !same(said(returned, field), said(now, field));
    const withdrawn = photoId !== null && (photos.get(photoId)?.withdrawn ?? null) !== null;
    const was = field !== null && returned !== null ? valueAt(returned, field) : undefined;
    return { text, field, photoId, was, answered: changed || withdrawn };
  });
}

/** An empty text counts as no answer: a field that was only touched has not changed. */
function said(fields: unknown, pointer: string): unknown {
  const value = valueAt(fields, pointer);
  return typeof value === 'string' ? value.normalize('NFC') || undefined : value;
}

/** The fields of the minutes that the supervisor returned; null if the phone does not have them. */
function returnedFields(local: LocalInspection): Record<string, unknown> | null {
  const { view } = local;
  if (isNewer(local)) {
    // For a draft: the minutes that it named. For a file: the minutes that were submitted, which
    // are in force.
    const named = local.file ? local.minutes?.id : local.proposals.findLast((each) => each.answer)?.minutes;
    return view.all_minutes.find((minutes) => minutes.id === named)?.fields ?? null;
  }
  const ruling = view.approvals.findLast((each) => each.kind === 'returned');
  const submission = view.submissions.findLast((each) => each.revision === ruling?.revision);
  return view.all_minutes.find((minutes) => minutes.id === submission?.minutes)?.fields ?? null;
}
