/** Numbers as people type them here: a dot between thousands, a comma before the fraction. The desk reads them alike (admin_ui/shell/typed.py);
 * tests/cases/numbers.json is checked against both. What can be read in two ways is asked, never guessed.
 */

/** value: what it says, null where nothing was typed · asks: it may be this, or a fraction · wrong: no such number. */
export type Whole = { value: number | null } | { asks: number } | { wrong: true };
/** The same of a quantity, which may have a fraction; written as papers write it: 1250, 12,5. */
export type Amount = { value: string | null } | { asks: [string, string] } | { wrong: true };

const UNIT = /(?:đồng|đ|vnđ|vnd|₫)\.?$/i;
const MOST_DIGITS = 15;

/** Without what people write around it; null where only that was written. */
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

/** Without noughts at the end of its fraction. */
function written(amount: string): string {
  return amount.includes(',') ? amount.replace(/,?0*$/, '') : amount;
}

/** Thousands parted by dots whatever the screen speaks, so that what a field shows is read as it was meant. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '.');
}
