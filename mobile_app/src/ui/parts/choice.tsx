/** Inputs for choosing: one of a few (all visible), one of many (the phone's native list), or
 * yes and no. */
import { useId } from 'preact/hooks';
import { Field, useField, type FieldProps } from './field';

export interface Option<Value extends string> {
  value: Value;
  label: string;
  hint?: string;
}

interface ChoiceProps<Value extends string> extends FieldProps {
  options: Option<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  disabled?: boolean;
}

/** Radio buttons with large targets, for up to about six options. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const ids = useField(props);
  const name = useId();
  return (
    <fieldset
      class={props.error ? 'field field-wrong' : 'field'}
      id={ids.inputId}
      // ARIA cannot mark a radio button as invalid, only its group (WAI-ARIA 1.2, aria-invalid).
      role="radiogroup"
      aria-invalid={props.error ? 'true' : undefined}
      aria-describedby={ids.describedBy}
    >
      <legend>{props.label}</legend>
      {props.hint && (
        <p class="hint" id={ids.hintId}>
          {props.hint}
        </p>
      )}
      {props.error && (
        <p class="field-error" id={ids.errorId}>
          {props.error}
        </p>
      )}
      <div class="options">
        {props.options.map((option) => (
          <label class="option" key={option.value}>
            <input type="radio" name={name} value={option.value} checked={option.value === props.value} disabled={props.disabled} onChange={() => props.onChange(option.value)} />
            <span class="option-words">
              {option.label}
              {option.hint && <span class="hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One of many in the phone's native list. The empty option means that nothing is chosen. */
export function Select<Value extends string>(props: ChoiceProps<Value> & { nothing: string }) {
  const ids = useField(props);
  return (
    <Field {...props} ids={ids}>
      <select
        class="input"
        id={ids.inputId}
        disabled={props.disabled}
        value={props.value ?? ''}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={ids.describedBy}
        onChange={(event) => {
          const chosen = props.options.find((option) => option.value === event.currentTarget.value);
          if (chosen) props.onChange(chosen.value);
        }}
      >
        <option value="">{props.nothing}</option>
        {props.options.map((option) => (
          <option value={option.value} key={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface CheckboxProps {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  id?: string;
  error?: string | null | undefined;
}

/** Yes or no; the whole line is the target. */
export function Checkbox(props: CheckboxProps) {
  const ids = useField(props);
  return (
    <div class={props.error ? 'field field-wrong' : 'field'}>
      {props.error && (
        <p class="field-error" id={ids.errorId}>
          {props.error}
        </p>
      )}
      <label class="option">
        <input
          type="checkbox"
          id={ids.inputId}
          checked={props.checked}
          disabled={props.disabled}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={ids.describedBy}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <span class="option-words">{props.label}</span>
      </label>
      {props.hint && (
        <p class="hint" id={ids.hintId}>
          {props.hint}
        </p>
      )}
    </div>
  );
}
