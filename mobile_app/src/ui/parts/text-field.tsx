/** Text inputs. The value is passed on as typed at every input event; the engine normalises
 * (NFC) and trims it when it writes. Changing the value while a Vietnamese keyboard is still
 * composing a syllable would break the syllable. */
import { Counter, Field, lengthTold, useField, type FieldProps } from './field';

/** The kind of keyboard that the phone should show for a field. */
export interface Keys {
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search';
  enterKeyHint?: 'next' | 'done' | 'search' | 'go' | 'send' | 'enter';
  /** No capital at the start and no correction, for user names and codes. */
  literal?: boolean;
  /** What is capitalised automatically. The start of a sentence if nothing is set. */
  capitals?: 'words' | 'characters';
  /** Not marked as misspelt, for names of persons. */
  spelt?: false;
}

interface TextFieldProps extends FieldProps, Keys {
  value: string;
  onInput: (value: string) => void;
  /** Called when the field is left, for errors that would only distract while typing. */
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
  // Preact's types tie each literal type to its own roles and so accept no union. No role
  // is set here.
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

/** Several lines. It grows with its text if the browser supports that. */
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
