/** Comments of a return, tied to the field that each is about. */
import { valueAt } from '../../domain/form';
import type { LocalInspection } from '../../domain/model';
import type { FieldNode, FormModel } from './form-model';

export interface FieldComment {
  text: string;
  /** JSON Pointer that the comment names. */
  at: string;
  /** What stood there in the minutes that were returned. */
  was: unknown;
}

/** By the field's key. A comment at a row that is gone stands at its list: none is ever hidden. */
export function commentsByField(form: FormModel, inspection: Pick<LocalInspection, 'comments' | 'minutes'>): Map<string, FieldComment[]> {
  const found = new Map<string, FieldComment[]>();
  for (const comment of inspection.comments) {
    const at = comment.at.field;
    if (at === undefined || at === null) continue;
    const node: FieldNode = form.nodeAt(at);
    const list = found.get(node.key) ?? [];
    list.push({ text: comment.text, at, was: valueAt(inspection.minutes?.fields ?? {}, at) });
    found.set(node.key, list);
  }
  return found;
}
