/** Input for a point in time, shown in the phone's time zone and passed in UTC, or for a day,
 * which has no zone. */
import { Field, useField, type FieldProps } from './field';

interface DateTimeFieldProps extends FieldProps {
  /** moment: RFC 3339 in UTC, to the minute · day: 2026-11-24. Null while empty. */
  kind: 'moment' | 'day';
  value: string | null;
  onInput: (value: string | null) => void;
  onLeave?: () => void;
  required?: boolean;
  disabled?: boolean;
}

/** Converts RFC 3339 in UTC to the format of `datetime-local` in this phone's time zone. Empty
 * if it is not a time. */
export function toLocalInput(at: string | null): string {
  if (!at) return '';
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return '';
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(time.getFullYear()).padStart(4, '0')}-${two(time.getMonth() + 1)}-${two(time.getDate())}T${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** Converts a local time to RFC 3339 in UTC. Null if the field is empty or incomplete. */
export function fromLocalInput(local: string): string | null {
  const time = new Date(local);
  return local === '' || Number.isNaN(time.getTime()) ? null : time.toISOString().replace('.000Z', 'Z');
}

/** The phone's native picker for a time or a day. */
export function DateTimeField(props: DateTimeFieldProps) {
  const ids = useField(props);
  const moment = props.kind === 'moment';
  return (
    <Field {...props} ids={ids}>
      <input
        class="input"
        id={ids.inputId}
        type={moment ? 'datetime-local' : 'date'}
        required={props.required}
        disabled={props.disabled}
        value={moment ? toLocalInput(props.value) : (props.value ?? '')}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={ids.describedBy}
        onInput={(event) => {
          const typed = event.currentTarget.value;
          props.onInput(moment ? fromLocalInput(typed) : typed || null);
        }}
        onBlur={props.onLeave}
      />
    </Field>
  );
}
