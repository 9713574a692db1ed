/** PINs that somebody who finds the phone would try first. Such a person has only five tries,
 * and these PINs are among the most frequent. */

export type Weakness = 'same' | 'row' | 'repeated' | 'date' | 'common';

/** Patterns on the keypad and habitual numbers that the rules below do not catch. */
const COMMON: ReadonlySet<string> = new Set([
  '147258', '258369', '147852', '741852', '159357', '159753', '357159', '753159', '951753', '789456', '456789', '321654', '123654', '456123', '147369',
  '142536', '102030', '010203', '112358', '520520', '131420', '686868', '696969', '138138', '001100', '100001',
]);

const steps = (digits: number[]): number[] => digits.slice(1).map((digit, at) => (digit - digits[at]! + 10) % 10);

/** One step up or down, from beginning to end. */
function isRow(digits: number[]): boolean {
  const all = steps(digits);
  return all.every((step) => step === 1) || all.every((step) => step === 9);
}

/** Repeated pairs or groups of three (121212, 123123, 482482), each digit twice or three times
 * (112233, 111222), or the same read backwards (123321). */
function isRepeated(pin: string): boolean {
  return pin.slice(0, 2).repeat(3) === pin || pin.slice(0, 3).repeat(2) === pin || /^(\d)\1(\d)\2(\d)\3$/.test(pin) || /^(\d)\1\1(\d)\2\2$/.test(pin) || [...pin].reverse().join('') === pin;
}

/** A year of birth (or another year of a living person) at the beginning or end, or a day as it
 * is written here (01/05/90) or sorted (90-05-01). */
function isDate(pin: string, thisYear: number): boolean {
  const year = (text: string): boolean => Number(text) >= 1940 && Number(text) <= thisYear + 1;
  if (year(pin.slice(0, 4)) || year(pin.slice(2))) return true;
  const day = (text: string): boolean => Number(text) >= 1 && Number(text) <= 31;
  const month = (text: string): boolean => Number(text) >= 1 && Number(text) <= 12;
  const [first, middle, last] = [pin.slice(0, 2), pin.slice(2, 4), pin.slice(4)];
  const short = (text: string): boolean => Number(text) >= 40 || Number(text) <= (thisYear % 100) + 1;
  return month(middle) && ((day(first) && short(last)) || (day(last) && short(first)));
}

/** Returns why six digits are not allowed as a PIN, or null. `thisYear` bounds the years that
 * count as memorable. */
export function weaknessOf(pin: string, thisYear: number): Weakness | null {
  const digits = [...pin].map(Number);
  if (new Set(pin).size === 1) return 'same';
  if (isRow(digits)) return 'row';
  if (isRepeated(pin)) return 'repeated';
  if (isDate(pin, thisYear)) return 'date';
  return COMMON.has(pin) ? 'common' : null;
}
