/** Input for whole numbers, the only ones that acts hold, as people type them
 * in Vietnam (domain/typed-numbers.ts). */
import { useState } from 'preact/hooks';
import { grouped, readWhole } from '../../domain/typed-numbers';
import { Button } from './button';
import { Field, useField, type FieldProps } from './field';
import { t } from '../words';

interface NumberFieldProps extends FieldProps {
  value: number | null;
  /** Called with null if the input is empty or not a whole number. */
  onInput: (value: number | null) => void;
  onLeave?: () => void;
  min?: number;
  max?: number;
  /** Shown after the field and read with it, such as "đồng" or "hộp". */
  unit?: string;
  required?: boolean;
  disabled?: boolean;
}

/** A field for a whole number, with its own messages for input that is not a number or
 * out of bounds. */
export function NumberField(props: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? null : readWhole(typed);
  const asked = read !== null && 'asks' in read ? read.asks : null;
  const own = asked !== null ? t('number.asks', { typed: typed?.trim() ?? '', value: grouped(asked) }) : read !== null && 'wrong' in read ? t('number.whole') : boundsError(props);
  // A message about what was typed says more than one about a missing value.
  const error = (read !== null && !('value' in read) ? own : null) ?? props.error ?? own;
  const ids = useField({ ...props, error });
  const unitId = `${ids.inputId}-unit`;
  return (
    <Field {...props} error={error} ids={ids}>
      <div class="input-unit">
        <input
          class="input"
          id={ids.inputId}
          type="text"
          inputMode="numeric"
          enterkeyhint="next"
          autocomplete="off"
          required={props.required}
          disabled={props.disabled}
          value={typed ?? (props.value === null ? '' : grouped(props.value))}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={[ids.describedBy, props.unit ? unitId : undefined].filter(Boolean).join(' ') || undefined}
          onInput={(event) => {
            const text = event.currentTarget.value;
            setTyped(text);
            const now = readWhole(text);
            props.onInput('value' in now ? now.value : null);
          }}
          onBlur={() => {
            // A number is shown grouped again. Anything else stays, to be corrected.
            if (read !== null && 'value' in read) setTyped(null);
            props.onLeave?.();
          }}
        />
        {props.unit && <span id={unitId}>{props.unit}</span>}
      </div>
      {asked !== null && (
        <Button
          kind="quiet"
          onPress={() => {
            setTyped(null);
            props.onInput(asked);
          }}
        >
          {t('number.means', { value: grouped(asked) })}
        </Button>
      )}
    </Field>
  );
}

function boundsError({ value, min, max }: NumberFieldProps): string | null {
  if (value === null) return null;
  if (min !== undefined && value < min) return t('number.least', { min });
  if (max !== undefined && value > max) return t('number.most', { max });
  return null;
}
