/** Assigns the comments of a return to the fields that they concern. */
import type { ReturnedComment } from '../../domain/comments';
import type { FieldNode, FormModel } from './form-model';

export interface FieldComment {
  text: string;
  /** JSON Pointer that the comment names. */
  at: string;
  /** The value in the minutes that were returned. */
  was: unknown;
}

/** By the field's key. A comment on a row that was removed is shown at its list, so that
 * none is hidden. */
export function commentsByField(form: FormModel, comments: readonly ReturnedComment[]): Map<string, FieldComment[]> {
  const found = new Map<string, FieldComment[]>();
  for (const { field: at, text, was } of comments) {
    if (at === null) continue;
    const node: FieldNode = form.nodeAt(at);
    const list = found.get(node.key) ?? [];
    list.push({ text, at, was });
    found.set(node.key, list);
  }
  return found;
}
