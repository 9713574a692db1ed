/** The frame of every field: label, hint and error, all linked to the input. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../words';

export interface FieldProps {
  label: string;
  hint?: ComponentChildren | undefined;
  /** Something to observe while filling it in; nothing is wrong yet. */
  warning?: string | null | undefined;
  /** What is wrong and how to correct it; null or absent if nothing is. */
  error?: string | null | undefined;
  /** How many characters the form accepts, if the input itself does not stop there. Text beyond
   * it is kept and reported as too long. */
  limit?: number | undefined;
  /** The element's id, needed if an obstacle or a comment links to this field. */
  id?: string | undefined;
}

/** The counter appears from this fraction of the limit on. Below it a number under every field
 * would only distract. */
const COUNTED_FROM = 0.8;

/** The length of a text and its limit, in characters as the server counts them (an emoji is
 * one). Null while the text is far from the limit. */
export function lengthTold(value: string, limit: number | undefined): { count: number; limit: number; over: number } | null {
  if (limit === undefined || value.length < COUNTED_FROM * limit) return null;
  const count = [...value].length;
  return count < COUNTED_FROM * limit ? null : { count, limit, over: Math.max(0, count - limit) };
}

/** The counter under an input. */
export function Counter({ id, told }: { id: string; told: ReturnType<typeof lengthTold> }) {
  if (told === null) return null;
  return (
    <p class={told.over > 0 ? 'field-error' : 'hint'} id={id}>
      {t(told.over > 0 ? 'field.too_long' : 'field.count', told)}
    </p>
  );
}

/** Ids and ARIA references for one input, so that screen readers read label, hint and
 * error with it. */
export function useField({ id, hint, warning, error }: FieldProps, counted = false): { inputId: string; hintId: string; warningId: string; errorId: string; countId: string; describedBy: string | undefined } {
  const made = useId();
  const inputId = id ?? made;
  const hintId = `${inputId}-hint`;
  const warningId = `${inputId}-warning`;
  const errorId = `${inputId}-error`;
  const countId = `${inputId}-count`;
  const describedBy = [hint ? hintId : '', warning ? warningId : '', error ? errorId : '', counted ? countId : ''].filter(Boolean).join(' ') || undefined;
  return { inputId, hintId, warningId, errorId, countId, describedBy };
}

/** Label, hint and error around one input. */
export function Field({ label, hint, warning, error, ids, children }: FieldProps & { ids: ReturnType<typeof useField>; children: ComponentChildren }) {
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label for={ids.inputId}>{label}</label>
      {hint && (
        <p class="hint" id={ids.hintId}>
          {hint}
        </p>
      )}
      {warning && (
        <p class="field-warning" id={ids.warningId}>
          {warning}
        </p>
      )}
      {error && (
        <p class="field-error" id={ids.errorId}>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}
