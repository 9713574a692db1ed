/** Which keyboard a field of a form brings up. By its name, since forms say what a field means and not how it is typed.
 *
 * Apple's pads for digits have no hyphen and no letters, and no way to them: only what is never anything but digits gets one.
 */
import type { Keys } from '../parts';

const NAMES: ReadonlySet<string> = new Set(['name', 'representative', 'representative_name', 'authorised_name', 'witness', 'nationality']);
const PHONES: ReadonlySet<string> = new Set(['phone', 'e_phone']);
const DIGITS: ReadonlySet<string> = new Set(['e_account']);
/** Papers' and officers' numbers: letters among digits, all of them capitals. */
const CODES = /(^|_)(number|code|licence|serial)$/;

/** Codes of taxes and enterprises are digits, with a hyphen before a branch's: a keyboard for digits where it has one. */
const TAX: ReadonlySet<string> = new Set(['tax_code', 'enterprise_code']);
/** Twelve digits, but for a passport: told by the form's own label. */
const IDENTITY: ReadonlySet<string> = new Set(['id_number']);

/** `label` is the form's, in Vietnamese; `apple` whether it is one of Apple's phones. */
export function keysOf(name: string, label: string, apple: boolean): Keys {
  const plain: Keys = { enterKeyHint: 'next' };
  const literal: Keys = { ...plain, literal: true };
  if (name === 'quantity') return { ...literal, inputMode: 'decimal' };
  if (PHONES.has(name)) return { ...literal, inputMode: 'tel' };
  if (name === 'e_email') return { ...literal, inputMode: 'email' };
  if (DIGITS.has(name)) return { ...literal, inputMode: 'numeric' };
  if (IDENTITY.has(name)) return label.includes('hộ chiếu') ? { ...literal, capitals: 'characters' } : { ...literal, inputMode: 'numeric' };
  if (TAX.has(name)) return apple ? literal : { ...literal, inputMode: 'numeric' };
  if (CODES.test(name)) return { ...literal, capitals: 'characters' };
  if (NAMES.has(name)) return { ...plain, capitals: 'words', spelt: false };
  return plain;
}
