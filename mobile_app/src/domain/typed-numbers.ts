/** Numbers as people type them in Vietnam: a dot between thousands, a comma before the fraction.
 *
 * The desk reads them in the same way (admin_ui/shell/typed.py); tests/cases/numbers.json
 * is checked against both. If a number can be read in two ways, the officer is asked; the
 * app never guesses.
 */

/** value: the number, null if nothing was typed · asks: it may be this number, or a fraction ·
 * wrong: not a number. */
export type Whole = { value: number | null } | { asks: number } | { wrong: true };
/** The same for a quantity, which may have a fraction. Written as on papers: 1250, 12,5. */
export type Amount = { value: string | null } | { asks: [string, string] } | { wrong: true };

const UNIT = /(?:đồng|đ|vnđ|vnd|₫)\.?$/i;
const MOST_DIGITS = 15;

/** Removes the unit and spaces around a number; null if nothing else was typed. */
function bare(typed: string, unit: boolean): string | null {
  const text = typed.trim();
  const rest = (unit ? text.replace(UNIT, '') : text).replace(/[ \u00a0\u202f]/g, '');
  return rest === '' && text !== '' ? null : rest;
}

/** A whole number: "1250", "1.250", "1 250 000", "1.250.000 đ", "1.250.000,00". */
export function readWhole(typed: string): Whole {
  const text = bare(typed, true);
  if (text === '') return { value: null };
  if (text === null) return { wrong: true };
  const whole = /^\d+$/.test(text) || /^[1-9]\d{0,2}(\.\d{3})+$/.test(text) || /^[1-9]\d{0,2}(,\d{3}){2,}$/.test(text);
  const even = /^(\d+|[1-9]\d{0,2}(\.\d{3})+),0{1,2}$/.exec(text);
  const digits = (whole ? text : (even?.[1] ?? '')).replace(/[.,]/g, '');
  if (digits !== '') return digits.length > MOST_DIGITS ? { wrong: true } : { value: Number(digits) };
  return /^[1-9]\d{0,2},\d{3}$/.test(text) ? { asks: Number(text.replace(',', '')) } : { wrong: true };
}

/** A quantity, perhaps with a fraction: "48", "1.250", "12,5", "1.250,75". */
export function readAmount(typed: string): Amount {
  const text = bare(typed, false);
  if (text === '') return { value: null };
  if (text === null || text.length > 40) return { wrong: true };
  if (/^[1-9]\d{0,2},\d{3}$/.test(text)) return { asks: [text.replace(',', ''), written(text)] };
  if (/^\d+$/.test(text)) return { value: text };
  if (/^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(text)) return { value: written(text.replaceAll('.', '')) };
  if (/^[1-9]\d{0,2}(,\d{3})+\.\d+$/.test(text) || /^[1-9]\d{0,2}(,\d{3}){2,}$/.test(text)) return { value: written(text.replaceAll(',', '').replace('.', ',')) };
  return /^\d+[.,]\d+$/.test(text) ? { value: written(text.replace('.', ',')) } : { wrong: true };
}

/** Without zeros at the end of the fraction. */
function written(amount: string): string {
  return amount.includes(',') ? amount.replace(/,?0*$/, '') : amount;
}

/** Separates thousands by dots, whatever the language of the screen, so that a field shows a
 * number as it would be read. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '.');
}
