/** Typed text. The value goes out as typed on every input event; NFC and trimming are the engine's, when it writes:
 * changing the value while a Vietnamese keyboard still composes a syllable would break it. */
import { Counter, Field, lengthTold, useField, type FieldProps } from './field';

/** What the phone's keyboard should be for a field. */
export interface Keys {
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search';
  enterKeyHint?: 'next' | 'done' | 'search' | 'go' | 'send' | 'enter';
  /** No capital at the start and no correction: names of accounts, codes. */
  literal?: boolean;
  /** Where capitals come by themselves; at the start of a sentence where nothing is said. */
  capitals?: 'words' | 'characters';
  /** Not marked as misspelt: a person's name. */
  spelt?: false;
}

interface TextFieldProps extends FieldProps, Keys {
  value: string;
  onInput: (value: string) => void;
  /** When the field is left; for errors that would only disturb while typing. */
  onLeave?: () => void;
  type?: 'text' | 'password' | 'search' | 'tel';
  autocomplete?: string;
  name?: string;
  required?: boolean;
  maxLength?: number;
  disabled?: boolean;
  placeholder?: string;
  /** Extra class on the input, such as `pin`. */
  look?: 'pin';
}

const literal = { autocapitalize: 'none', autocorrect: 'off', spellcheck: false } as const;

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const told = props.look || props.type === 'password' ? null : lengthTold(props.value, props.limit ?? props.maxLength);
  const ids = useField(props, told !== null);
  // Preact's types tie each literal type to roles of its own, and so take no union; no role is set here.
  const kind = { type: props.type ?? 'text' } as { type: 'text' };
  return (
    <Field {...props} ids={ids}>
      <input
        class={props.look ? `input ${props.look}` : 'input'}
        id={ids.inputId}
        name={props.name}
        {...kind}
        inputMode={props.inputMode}
        autocomplete={props.autocomplete ?? 'off'}
        enterkeyhint={props.enterKeyHint}
        {...(props.literal ? literal : {})}
        {...(props.capitals ? { autocapitalize: props.capitals } : {})}
        {...(props.spelt === false ? { spellcheck: false, autocorrect: 'off' } : {})}
        required={props.required}
        maxLength={props.maxLength}
        disabled={props.disabled}
        placeholder={props.placeholder}
        value={props.value}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={ids.describedBy}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onBlur={props.onLeave}
      />
      <Counter id={ids.countId} told={told} />
    </Field>
  );
}

interface TextAreaProps extends FieldProps {
  value: string;
  onInput: (value: string) => void;
  onLeave?: () => void;
  required?: boolean;
  maxLength?: number;
  rows?: number;
  disabled?: boolean;
}

/** Several lines; grows with its text where the browser can. */
export function TextArea(props: TextAreaProps) {
  const told = lengthTold(props.value, props.limit ?? props.maxLength);
  const ids = useField(props, told !== null);
  return (
    <Field {...props} ids={ids}>
      <textarea
        class="input"
        id={ids.inputId}
        rows={props.rows ?? 4}
        required={props.required}
        maxLength={props.maxLength}
        disabled={props.disabled}
        value={props.value}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={ids.describedBy}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onBlur={props.onLeave}
      />
      <Counter id={ids.countId} told={told} />
    </Field>
  );
}
