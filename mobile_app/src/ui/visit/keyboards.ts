/** Chooses the keyboard for a field of a form by the field's name. Forms define what a field means,
 * not how it is typed.
 *
 * Apple's numeric keypads have no hyphen and no letters, and cannot be switched. Only fields that
 * never contain anything but digits get one.
 */
import type { Keys } from '../parts';

const NAMES: ReadonlySet<string> = new Set(['name', 'representative', 'representative_name', 'authorised_name', 'witness', 'nationality']);
const PHONES: ReadonlySet<string> = new Set(['phone', 'e_phone']);
const DIGITS: ReadonlySet<string> = new Set(['e_account']);
/** Numbers of papers and officers: digits and capital letters. */
const CODES = /(^|_)(number|code|licence|serial)$/;

/** Tax and enterprise codes are digits, with a hyphen before a branch's number. They get a
 * numeric keyboard if it has a hyphen. */
const TAX: ReadonlySet<string> = new Set(['tax_code', 'enterprise_code']);
/** Twelve digits, except for a passport. The form's label tells which. */
const IDENTITY: ReadonlySet<string> = new Set(['id_number']);

/** `label` is the form's Vietnamese label; `apple` tells whether this is one of Apple's phones. */
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
