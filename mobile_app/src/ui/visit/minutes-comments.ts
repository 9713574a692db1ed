/** Comments of a return, tied to the field that each is about. */
import type { ReturnedComment } from '../../domain/comments';
import type { FieldNode, FormModel } from './form-model';

export interface FieldComment {
  text: string;
  /** JSON Pointer that the comment names. */
  at: string;
  /** What stood there in the minutes that were returned. */
  was: unknown;
}

/** By the field's key. A comment at a row that is gone stands at its list: none is ever hidden. */
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
