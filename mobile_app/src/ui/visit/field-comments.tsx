/** The supervisor's remarks on one field, with its value when it was returned. */
import { Notice } from '../parts';
import { say } from '../words';
import { useForm } from './form-context';
import type { FieldNode } from './form-model';
import { choiceLabel } from './schema';
import { speech, t } from './words';

/** The value at the return, in words; null if it is still the same. */
function before(node: FieldNode, was: unknown): string | null {
  if (node.kind !== 'leaf' || was === node.current.value) return null;
  if (was === undefined || was === '') return t('minutes.was_empty');
  if (typeof was === 'boolean') return was ? t('visit.yes') : t('visit.no');
  if (typeof was !== 'string') return typeof was === 'number' ? String(was) : null;
  if (node.schema.format === 'date-time') return speech().dayTime(was);
  return node.schema.enum !== undefined ? say(choiceLabel(node.schema, was)) : was;
}

/** The supervisor's remarks on this field. */
export function FieldComments({ node }: { node: FieldNode }) {
  const comments = useForm().comments.get(node.key);
  if (comments === undefined) return null;
  return (
    <>
      {comments.map((comment) => {
        const was = before(node, comment.was);
        return (
          <Notice key={comment.text} tone="danger" title={t('minutes.comment')}>
            <p>{comment.text}</p>
            {was !== null && (
              <p class="small">
                {t('minutes.was')} <del>{was}</del>
              </p>
            )}
          </Notice>
        );
      })}
    </>
  );
}
