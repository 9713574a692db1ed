/** Dates and times as forms accept them: RFC 3339 §5.6 with an offset, existing
 * days only (backend/documents/forms.py). */

const DATE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const MOMENT =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2})T((?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])(?:\.([0-9]{1,9}))?(Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/;

/** Whether a text is a day that exists in the calendar. */
export function isDate(text: string): boolean {
  const [, year, month, day] = (DATE.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined || year < 1) return false;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Whether a text is a date and time with an offset. A local time without one is ambiguous. */
export function isMoment(text: string): boolean {
  const day = MOMENT.exec(text)?.[1];
  return day !== undefined && isDate(day);
}

/** The calendar day in Vietnam (UTC+7, no daylight saving) of a time in ms since 1970. */
export function dayInVietnam(ms: number): string {
  return new Date(ms + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** Whether one time is before another, to the microsecond, as the server compares them. Both
 * must be valid by isMoment(). */
export function isBefore(left: string, right: string): boolean {
  const [a, b] = [parts(left), parts(right)];
  return a.seconds !== b.seconds ? a.seconds < b.seconds : a.micros < b.micros;
}

function parts(text: string): { seconds: number; micros: number } {
  const [, day = '', clock = '', fraction = '', offset = 'Z'] = MOMENT.exec(text) ?? [];
  return { seconds: Date.parse(`${day}T${clock}${offset}`) / 1000, micros: Number(fraction.padEnd(6, '0').slice(0, 6)) };
}
