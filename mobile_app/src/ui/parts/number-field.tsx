/** Whole numbers, because acts hold no others: thousands may be typed with points, commas or spaces as people write them. */
import { useState } from 'preact/hooks';
import { Field, useField, type FieldProps } from './field';
import { number, t } from '../words';

interface NumberFieldProps extends FieldProps {
  value: number | null;
  /** Null while it is empty or not a whole number. */
  onInput: (value: number | null) => void;
  onLeave?: () => void;
  min?: number;
  max?: number;
  /** Written behind the field and read with it, such as "đồng" or "hộp". */
  unit?: string;
  required?: boolean;
  disabled?: boolean;
}

/** The number that a person typed: "1.250.000", "1 250 000" and "1250000" are one; undefined where it is none. */
export function wholeNumber(typed: string): number | null | undefined {
  const bare = typed.trim();
  if (bare === '') return null;
  if (!/^-?(\d+|\d{1,3}([.,\s]\d{3})+)$/.test(bare)) return undefined;
  const value = Number(bare.replace(/[.,\s]/g, ''));
  return Number.isSafeInteger(value) ? value : undefined;
}

/** A field for a whole number, with its own words for what is no number or out of bounds. */
export function NumberField(props: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const own = typed !== null && wholeNumber(typed) === undefined ? t('number.whole') : boundsError(props);
  const error = props.error ?? own;
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
          autocomplete="off"
          required={props.required}
          disabled={props.disabled}
          value={typed ?? (props.value === null ? '' : number(props.value))}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={[ids.describedBy, props.unit ? unitId : undefined].filter(Boolean).join(' ') || undefined}
          onInput={(event) => {
            const text = event.currentTarget.value;
            setTyped(text);
            props.onInput(wholeNumber(text) ?? null);
          }}
          onBlur={() => {
            // What is a number is shown grouped again; what is not stays, to be mended.
            if (typed !== null && wholeNumber(typed) !== undefined) setTyped(null);
            props.onLeave?.();
          }}
        />
        {props.unit && <span id={unitId}>{props.unit}</span>}
      </div>
    </Field>
  );
}

function boundsError({ value, min, max }: NumberFieldProps): string | null {
  if (value === null) return null;
  if (min !== undefined && value < min) return t('number.least', { min });
  if (max !== undefined && value > max) return t('number.most', { max });
  return null;
}
