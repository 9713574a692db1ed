/** What every field of the form needs without getting it from the field above it. */
import { createContext, type ComponentType } from 'preact';
import { useContext } from 'preact/hooks';
import type { FieldNode, FormModel } from './form-model';
import type { FieldComment } from './minutes-comments';

/** Aids for filling in the form, by the name of the field below which each is shown. */
export type Aids = Partial<Record<string, ComponentType<{ node: FieldNode }>>>;

export interface FormSurroundings {
  form: FormModel;
  aids?: Aids;
  comments: ReadonlyMap<string, FieldComment[]>;
}

const Context = createContext<FormSurroundings | null>(null);
export const FormProvider = Context.Provider;

/** Raises outside a form, which is a programming error. */
export function useForm(): FormSurroundings {
  const found = useContext(Context);
  if (found === null) throw new Error('no form above this field');
  return found;
}

/** Id of the element of a field. */
export function elementId(node: FieldNode): string {
  return `f-${node.key}`;
}

/** Unfolds everything around a field, scrolls it into view and focuses it. */
export function reveal(form: FormModel, node: FieldNode): void {
  let top: FieldNode = node;
  for (let one: FieldNode | null = node; one !== null && one.parent !== null; one = one.parent) {
    one.open.value = true;
    top = one;
  }
  form.groupOpen(top.schema['x-group'] ?? '').value = true;
  // After the unfolded part has been rendered.
  requestAnimationFrame(() =>
    setTimeout(() => {
      const element = document.getElementById(elementId(node));
      const wanted = element?.matches('input, textarea, select, button') === true ? element : (element?.querySelector<HTMLElement>('input, textarea, select, button') ?? element);
      wanted?.scrollIntoView({ block: 'center' });
      wanted?.focus({ preventScroll: true });
    }),
  );
}
