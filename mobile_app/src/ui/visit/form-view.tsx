/** The form of the minutes: faults at the top, then its groups. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ReturnedComment } from '../../domain/comments';
import { labelAt } from '../../domain/form';
import { Icon, Notice, Tag } from '../parts';
import { say } from '../words';
import { FieldView } from './field-view';
import { FormProvider, reveal, type Aids } from './form-context';
import { isVisible, type FieldNode, type FormModel } from './form-model';
import { commentsByField } from './minutes-comments';
import type { FormSchema } from './schema';
import { READ_BACK } from './use-minutes';
import { t } from './words';

function labelOfPointer(form: FormModel, pointer: string): string {
  const label = say(labelAt(form.schema as unknown as Record<string, unknown>, pointer));
  return label === '' ? say(form.schema['x-title']) : label;
}

/** Every fault with a link to its field, once the officer has asked to go on. Takes the focus
 * each time the officer asks. */
function Faults({ form, asked }: { form: FormModel; asked: number }) {
  const title = useRef<HTMLDivElement>(null);
  const findings = form.findings.value;
  const shown = form.attempted.value && findings.size > 0;
  useEffect(() => {
    if (asked > 0 && shown) title.current?.focus();
  }, [asked]);
  if (!shown) return null;
  return (
    <div class="faults" ref={title} tabIndex={-1} role="group" aria-label={t('minutes.faults', { count: findings.size })}>
      <Notice tone="danger" title={t('minutes.faults', { count: findings.size })}>
        <ul class="targets">
          {[...findings].map(([pointer, text]) => (
            <li key={pointer}>
              <a
                href={`?field=${encodeURIComponent(pointer)}`}
                onClick={(event) => {
                  event.preventDefault();
                  event.stopPropagation(); // otherwise the router would load the address
                  reveal(form, form.nodeAt(pointer));
                }}
              >
                {labelOfPointer(form, pointer)}: {say(text)}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function GroupFaults({ form, nodes }: { form: FormModel; nodes: FieldNode[] }) {
  if (!form.attempted.value) return null;
  const names = new Set(nodes.map((node) => `/${node.name}`));
  const count = [...form.findings.value.keys()].filter((pointer) => names.has(`/${pointer.split('/')[1] ?? ''}`)).length;
  return count === 0 ? null : <Tag tone="danger">{t('minutes.faults_short', { count })}</Tag>;
}

function Group({ form, group, except }: { form: FormModel; group: FormSchema['x-groups'][number]; except: readonly string[] }) {
  const nodes = useMemo(() => form.root.children.filter((child) => child.schema['x-group'] === group.key && !except.includes(child.name)), [form, group.key]);
  const open = form.groupOpen(group.key);
  if (nodes.length === 0) return null;
  return (
    <details class="collapsible" open={open.value} onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>
        <Icon name="forward" />
        <h2 class="row-words">{say(group.label)}</h2>
        <GroupFaults form={form} nodes={nodes} />
      </summary>
      {open.value && (
        <div class="collapsible-body">
          {nodes.filter(isVisible).map((node) => (
            <FieldView key={node.key} node={node} />
          ))}
        </div>
      )}
    </details>
  );
}

interface FormViewProps {
  form: FormModel;
  comments: readonly ReturnedComment[];
  /** The comments concern a draft that nobody has signed. */
  ofDraft?: boolean;
  /** How often the officer asked to go on while something was wrong. */
  asked: number;
  aids?: Aids;
  /** Fields that are not shown here: always the read-back question, and the number of a paper
   * that gets it after its signatures. */
  except?: readonly string[];
}

const ONLY_READ_BACK: readonly string[] = [READ_BACK];

/** Renders once; the fields render themselves. */
export function FormView({ form, comments, ofDraft = false, asked, aids, except = ONLY_READ_BACK }: FormViewProps) {
  const surroundings = useMemo(() => ({ form, comments: commentsByField(form, comments), ...(aids ? { aids } : {}) }), [form, comments, aids]);
  const general = comments.filter((comment) => comment.field !== null);
  return (
    <FormProvider value={surroundings}>
      <Faults form={form} asked={asked} />
      {general.length > 0 && (
        <Notice tone="danger" title={t(ofDraft ? 'minutes.comments_draft' : 'minutes.comments', { count: general.length })}>
          <ul class="targets">
            {general.map((comment, at) => (
              <li key={at}>
                <a
                  href={`?field=${encodeURIComponent(comment.field ?? '')}`}
                  onClick={(event) => {
                    event.preventDefault();
                    event.stopPropagation();
                    reveal(form, form.nodeAt(comment.field ?? ''));
                  }}
                >
                  {labelOfPointer(form, comment.field ?? '')}: {comment.text}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {form.schema['x-groups'].map((group) => (
        <Group key={group.key} form={form} group={group} except={except} />
      ))}
    </FormProvider>
  );
}
