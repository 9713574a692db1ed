/** One field of the minutes. It renders separately: its value, its fault and its comments are
 * signals of this field. */
import { choiceLabel, labelOf } from './schema';
import { Button, Checkbox, Choice, DateTimeField, NumberField, TextArea, TextField } from '../parts';
import { isApple } from '../install-prompt';
import { say } from '../words';
import { clockField, useTimeNow } from './clock-notice';
import { FieldComments } from './field-comments';
import { elementId, useForm } from './form-context';
import { isVisible, type Branch, type FieldNode, type Leaf } from './form-model';
import { keysOf } from './keyboards';
import { QuantityField } from './quantity';
import { RowsView } from './rows-view';
import { t } from './words';

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

/** Any field: an input, a group, or a list. */
export function FieldView({ node }: { node: FieldNode }) {
  const { form, aids } = useForm();
  const Aid = node.parent === form.root ? aids?.[node.name] : undefined;
  return (
    <>
      <FieldComments node={node} />
      {node.kind === 'leaf' ? <LeafView node={node} /> : node.kind === 'branch' ? <BranchView node={node} /> : <RowsView node={node} Field={FieldView} />}
      {Aid && <Aid node={node} />}
    </>
  );
}
