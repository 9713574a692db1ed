/** A list of the minutes: goods, contents, persons. A row is one line until it is opened, so
 * that a list of hundreds stays fast. */
import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useRef } from 'preact/hooks';
import { Button, Icon, Notice } from '../parts';
import { say } from '../words';
import { FieldComments } from './field-comments';
import { elementId, reveal, useForm } from './form-context';
import type { Branch, FieldNode, Rows } from './form-model';
import { inOneLine } from './plain-text';
import { labelOf } from './schema';
import { Violations } from './violations';
import { speech, t } from './words';

/** The view of any field. It is passed in, because a field may be a list whose rows
 * have fields again. */
type AnyField = ComponentType<{ node: FieldNode }>;

/** The row in one line: its required texts. */
function summaryOf(row: Branch): string {
  const texts = row.children.flatMap((child) => (child.kind === 'leaf' && child.required && typeof child.current.value === 'string' ? [{ schema: child.schema, value: child.current.value }] : []));
  return inOneLine(texts, speech()) || t('minutes.row_empty');
}

function RowTools({ list, row, number, onRemoved }: { list: Rows; row: FieldNode; number: number; onRemoved: (number: number) => void }) {
  const { form } = useForm();
  const name = t('minutes.row', { label: say(labelOf(list.schema.items ?? list.schema)), number });
  return (
    <div class="button-row">
      {row.kind === 'branch' && (
        <>
          <Button kind="quiet" label={`${t('minutes.done')}: ${name}`} onPress={() => (row.open.value = false)}>
            {t('minutes.done')}
          </Button>
          {!list.full && (
            <Button kind="quiet" label={`${t('minutes.duplicate')}: ${name}`} onPress={() => reveal(form, open(list.duplicate(row)))}>
              {t('minutes.duplicate')}
            </Button>
          )}
        </>
      )}
      <Button
        kind="quiet"
        label={`${t('minutes.remove')}: ${name}`}
        onPress={() => {
          list.remove(row);
          onRemoved(number);
        }}
      >
        {t('minutes.remove')}
      </Button>
    </div>
  );
}

function open(row: FieldNode): FieldNode {
  row.open.value = true;
  return row;
}

function RowView({ list, row, number, Field, onRemoved }: { list: Rows; row: FieldNode; number: number; Field: AnyField; onRemoved: (number: number) => void }) {
  const tools = <RowTools list={list} row={row} number={number} onRemoved={onRemoved} />;
  if (row.kind !== 'branch') {
    return (
      <li class="card" id={elementId(row)}>
        <Field node={row} />
        {tools}
      </li>
    );
  }
  const label = t('minutes.row', { label: say(labelOf(row.schema)), number });
  const unfolded = row.open.value;
  return (
    <li class="card">
      <FieldComments node={row} />
      <button type="button" class="row-head" aria-expanded={unfolded} onClick={() => (row.open.value = !unfolded)}>
        <span class="row-words">
          <span class="row-title">{label}</span>
          <span class="row-note">{summaryOf(row)}</span>
        </span>
        <Icon name={unfolded ? 'close' : 'pen'} />
      </button>
      {unfolded && (
        <fieldset class="field" id={elementId(row)}>
          <legend class="quietly">{label}</legend>
          {row.children.map((child) => (
            <Field key={child.key} node={child} />
          ))}
          {tools}
        </fieldset>
      )}
    </li>
  );
}

/** The list with its rows, the row that was removed last, and a button to add one. */
export function RowsView({ node, Field }: { node: Rows; Field: AnyField }) {
  const { form } = useForm();
  const removed = useSignal<number | null>(null);
  const section = useRef<HTMLElement>(null);
  const rows = node.rows.value;
  const fault = node.fault.value;
  const id = elementId(node);
  const item = say(labelOf(node.schema.items ?? node.schema));
  const undo = (): void => {
    const row = node.undo();
    removed.value = null;
    if (row !== null) reveal(form, row);
  };
  return (
    <section class={fault === null ? 'field' : 'field field-wrong'} aria-labelledby={`${id}-label`} ref={section}>
      <h3 id={`${id}-label`}>{say(labelOf(node.schema))}</h3>
      {node.schema['x-hint'] !== undefined && <p class="hint">{say(node.schema['x-hint'])}</p>}
      {fault !== null && <p class="field-error">{say(fault)}</p>}
      {rows.length === 0 ? (
        <p class="hint">{t('minutes.empty_list')}</p>
      ) : (
        <ol class="list" role="list">
          {rows.map((row, at) => (
            <RowView key={row.key} list={node} row={row} number={at + 1} Field={Field} onRemoved={(number) => (removed.value = number)} />
          ))}
        </ol>
      )}
      {removed.value !== null && node.removed.value !== null && (
        <Notice tone="info" live="polite">
          <p>{t('minutes.removed', { number: removed.value })}</p>
          <Button onPress={undo}>{t('minutes.undo')}</Button>
        </Notice>
      )}
      {node.full ? (
        <p class="hint">{t('minutes.full', { count: node.schema.maxItems ?? 0 })}</p>
      ) : (
        <div id={id}>
          <Button onPress={() => reveal(form, open(node.add(node.schema.items?.type === 'string' ? '' : {})))}>
            <Icon name="add" /> {t('minutes.add', { label: item })}
          </Button>
        </div>
      )}
      {node.name === 'violations' && !node.full && <Violations list={node} />}
    </section>
  );
}
