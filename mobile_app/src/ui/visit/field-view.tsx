/** One field of the minutes. It renders alone: its value, its fault and its comments are its own signals. */
import { choiceLabel, labelOf } from './schema';
import { Button, Checkbox, Choice, DateTimeField, Notice, NumberField, TextArea, TextField } from '../parts';
import { isApple } from '../install-prompt';
import { say } from '../words';
import { clockField, useTimeNow } from './clock-notice';
import { elementId, useForm } from './form-context';
import { isVisible, type Branch, type FieldNode, type Leaf } from './form-model';
import { keysOf } from './keyboards';
import { QuantityField } from './quantity';
import { RowsView } from './rows-view';
import { speech, t } from './words';

/** What stood here when it was returned, in words; null where it still does. */
function before(node: FieldNode, was: unknown): string | null {
  if (node.kind !== 'leaf' || was === node.current.value) return null;
  if (was === undefined || was === '') return t('minutes.was_empty');
  if (typeof was === 'boolean') return was ? t('visit.yes') : t('visit.no');
  if (typeof was !== 'string') return typeof was === 'number' ? String(was) : null;
  if (node.schema.format === 'date-time') return speech().dayTime(was);
  return node.schema.enum !== undefined ? say(choiceLabel(node.schema, was)) : was;
}

/** The supervisor's remarks at this very field. */
export function Comments({ node }: { node: FieldNode }) {
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

function LeafView({ node }: { node: Leaf }) {
  const { schema } = node;
  const value = node.current.value;
  const fault = node.fault.value;
  const common = {
    id: elementId(node),
    label: say(labelOf(schema)),
    hint: schema['x-hint'] && say(schema['x-hint']),
    error: fault === null ? null : say(fault),
    onLeave: () => node.left(),
  };
  const clock = useTimeNow();
  const needed = node.required && (schema.type !== 'string' || (schema.minLength ?? 0) > 0);
  const input = (next: unknown): void => {
    node.entered();
    node.set(next);
  };
  const text = typeof value === 'string' ? value : '';
  if (schema.enum !== undefined) {
    const options = schema.enum.map((one) => ({ value: one, label: say(choiceLabel(schema, one)) }));
    return <Choice {...common} options={options} value={text === '' ? null : text} onChange={input} />;
  }
  if (schema.type === 'boolean') return <Checkbox {...common} hint={common.hint ?? ''} checked={value === true} onChange={input} />;
  if (schema.type === 'integer') {
    return <NumberField {...common} value={typeof value === 'number' ? value : null} required={needed} onInput={(next) => input(next ?? undefined)} />;
  }
  if (schema.format === 'date') return <DateTimeField {...common} warning={clockField(clock.standing)} kind="day" value={text} required={needed} onInput={(next) => input(next ?? '')} />;
  if (schema.format === 'date-time') {
    return (
      <div class="moment">
        <DateTimeField {...common} warning={clockField(clock.standing)} kind="moment" value={text} required={needed} onInput={(next) => input(next ?? '')} />
        {clock.standing.state !== 'lost' && (
          <Button kind="quiet" label={`${t('minutes.now')}: ${common.label}`} onPress={() => input(clock.now() ?? text)}>
            {t('minutes.now')}
          </Button>
        )}
      </div>
    );
  }
  if (schema['x-multiline'] === true) return <TextArea {...common} limit={schema.maxLength} value={text} required={needed} rows={3} onInput={input} />;
  const keys = keysOf(node.name, labelOf(schema).vi, isApple());
  if (node.name === 'quantity') return <QuantityField {...common} keys={keys} limit={schema.maxLength} value={text} required={needed} onInput={input} />;
  return <TextField {...common} {...keys} limit={schema.maxLength} value={text} required={needed} onInput={input} />;
}

function BranchView({ node }: { node: Branch }) {
  return (
    <fieldset class="field group" id={elementId(node)}>
      <legend>{say(labelOf(node.schema))}</legend>
      {node.children.filter(isVisible).map((child) => (
        <FieldView key={child.key} node={child} />
      ))}
    </fieldset>
  );
}

/** Any field: one that is typed into, a group, or a list. */
export function FieldView({ node }: { node: FieldNode }) {
  const { form, aids } = useForm();
  const Aid = node.parent === form.root ? aids?.[node.name] : undefined;
  return (
    <>
      <Comments node={node} />
      {node.kind === 'leaf' ? <LeafView node={node} /> : node.kind === 'branch' ? <BranchView node={node} /> : <RowsView node={node} />}
      {Aid && <Aid node={node} />}
    </>
  );
}
