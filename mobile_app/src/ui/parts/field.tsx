/** The frame of every field: label above, hint, then the error that belongs to it, all tied to the input. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface FieldProps {
  label: string;
  hint?: ComponentChildren | undefined;
  /** What is wrong and how to mend it; null or absent while nothing is. */
  error?: string | null | undefined;
  /** The element's id: needed where an obstacle or a comment links to the very field. */
  id?: string | undefined;
}

/** Ids and ARIA references for one input, so that label, hint and error are read with it. */
export function useField({ id, hint, error }: FieldProps): { inputId: string; hintId: string; errorId: string; describedBy: string | undefined } {
  const made = useId();
  const inputId = id ?? made;
  const hintId = `${inputId}-hint`;
  const errorId = `${inputId}-error`;
  const describedBy = [hint ? hintId : '', error ? errorId : ''].filter(Boolean).join(' ') || undefined;
  return { inputId, hintId, errorId, describedBy };
}

/** Label, hint and error around one input. */
export function Field({ label, hint, error, ids, children }: FieldProps & { ids: ReturnType<typeof useField>; children: ComponentChildren }) {
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label for={ids.inputId}>{label}</label>
      {hint && (
        <p class="hint" id={ids.hintId}>
          {hint}
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
