/** Input for a quantity: text on the paper, and a number for later calculations. It is stored as
 * "1250" or "12,5", whatever was typed. */
import { readAmount } from '../../domain/typed-numbers';
import { Button, TextField, type Keys } from '../parts';
import { t } from './words';

interface QuantityProps {
  id: string;
  label: string;
  hint: string | undefined;
  error: string | null;
  keys: Keys;
  limit: number | undefined;
  required: boolean;
  value: string;
  onInput: (value: string) => void;
  onLeave: () => void;
}

/** If the input can be read in two ways, the officer is asked. Words ("khoảng
 * 50") stay unchanged. */
export function QuantityField({ keys, onLeave, ...field }: QuantityProps) {
  const read = readAmount(field.value);
  const asks = 'asks' in read ? read.asks : null;
  const leave = (): void => {
    if ('value' in read && read.value !== null && read.value !== field.value) field.onInput(read.value);
    onLeave();
  };
  return (
    <>
      <TextField {...field} {...keys} warning={asks && t('number.asks_either', { typed: field.value.trim() })} onLeave={leave} />
      {asks && (
        <div class="button-row">
          {asks.map((one) => (
            <Button key={one} kind="quiet" label={`${field.label}: ${one}`} onPress={() => field.onInput(one)}>
              {one}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
