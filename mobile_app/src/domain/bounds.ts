/** Earliest and latest values of the dates and times in a paper, by field name. Mirrors
 * backend/ledger/bounds/forms.py.
 *
 * The officer sees before signing what the server would hold aside. Both sides are tested against
 * the table and the cases in tests/cases/bounds.json.
 */
import type { Text } from '../wire';
import { isObject } from './canonical-json';
import { validate, type Finding, type Schema } from './form';
import { isDate, isMoment } from './moments';

/** One end of a range: a fixed day, a number of days from today or (to the minute) from now, or
 * a number of days from another field of the paper. */
export type Edge = { fixed: string } | { today: number } | { now: number } | { field: string; days: number };

/** The bounds of all fields of one name, and the reason for them. */
export interface Bounds {
  least: Edge;
  most: Edge;
  vi: string;
  en: string;
}

const LAW: Edge = { fixed: '2013-07-01' };
const PAST = { most: { today: 1 } as Edge, vi: 'đã có từ trước', en: 'it is of an earlier day' };
const BORN: Bounds = { least: { fixed: '1900-01-01' }, ...PAST };
const CITED: Bounds = { least: { fixed: '1945-09-02' }, ...PAST };
const FOUND: Bounds = { least: LAW, ...PAST };
const WRITTEN: Bounds = {
  least: LAW,
  most: { now: 1 },
  vi: 'lúc lập biên bản, theo đồng hồ của máy',
  en: "when the minutes were made, by the device's clock",
};
const LATER: Bounds = { least: LAW, most: { today: 366 }, vi: 'trong vòng một năm', en: 'within a year' };

export const FIELDS: Readonly<Record<string, Bounds>> = {
  birth_date: BORN,
  id_date: BORN,
  registration_date: BORN,
  decision_date: CITED,
  parent_date: CITED,
  inspection_minutes_date: CITED,
  violation_minutes_date: CITED,
  seizure_minutes_date: CITED,
  seal_minutes_date: CITED,
  verification_minutes_date: CITED,
  file_date: CITED,
  suspension_date: CITED,
  extension_date: CITED,
  hearing_minutes_date: CITED,
  licence_minutes_date: CITED,
  postponement_date: CITED,
  seizure_date: CITED,
  second_notice_on: CITED,
  plan_date: CITED,
  delegated_on: FOUND,
  held_from: FOUND,
  ended_on: FOUND,
  detected_on: FOUND,
  entered_on: FOUND,
  received_on: FOUND,
  found_on: WRITTEN,
  started_at: WRITTEN,
  ended_at: WRITTEN,
  copy_received_at: WRITTEN,
  appointment_at: {
    least: { field: 'started_at', days: 0 },
    most: { field: 'started_at', days: 60 },
    vi: 'sau khi lập, trong 60 ngày',
    en: 'after the minutes, within 60 days',
  },
  effective_on: LATER,
  valid_from: LATER,
  ends_from: LATER,
  valid_to: { least: LAW, most: { today: 3660 }, vi: 'trong vòng mười năm', en: 'within ten years' },
  from_on: LATER,
  until_on: LATER,
  custody_until: LATER,
  start_on: LATER,
  expected_start: LATER,
  expected_end: LATER,
  lifted_at: LATER,
  due_on: LATER,
  held_until: LATER,
};

/** How far the server's clock is ahead of this phone's, in milliseconds, by its last answer. 0
 * if it is behind. */
let aheadMs = 0;
/** The server's clock at that answer, in ms since 1970; 0 if unknown. The true time is later
 * than this, even if the phone's clock was changed since. */
let heardMs = 0;

/** Records the server's clock.
 *
 * The server judges dates by its own clock. A phone whose clock is slow, or was set back since,
 * must therefore not reject the date of the decision that it has just received.
 */
export function heardServerClock(offsetMs: number, serverMs = 0): void {
  aheadMs = Math.max(0, offsetMs);
  heardMs = serverMs;
}

/** The present time by the later of the two clocks. Bounds that are too lenient only cause a
 * paper to be held aside; bounds that are too strict would stop the visit. */
function latest(): Date {
  return new Date(Math.max(Date.now() + aheadMs, heardMs));
}

/** Returns everything that is wrong with the fields of a paper, by its form and by the bounds of
 * its dates. */
export function judged(schema: Schema, fields: unknown, now: Date = latest()): Finding[] {
  return [...validate(schema, fields), ...outOfBounds(fields, now)];
}

/** Returns every field outside its bounds, in the order of the fields. A value that is not a
 * date at all is reported by the form's own check. */
export function outOfBounds(fields: unknown, now: Date): Finding[] {
  const found: Finding[] = [];
  walk(fields, '', (name, at, text) => {
    const bounds = FIELDS[name];
    const value = bounds ? read(text) : undefined;
    if (!bounds || !value) return;
    const [least, most] = [resolve(bounds.least, fields, now), resolve(bounds.most, fields, now)];
    if ((least && isBelow(value, least)) || (most && isBelow(most, value))) found.push([at, said(bounds, least, most)]);
  });
  return found;
}

/** A day in Vietnam (`clock` is null) or a point in time (`clock` in ms since 1970). `day` is
 * YYYY-MM-DD in both cases. */
interface When {
  day: string;
  clock: number | null;
}

const VIETNAM = 7 * 3_600_000;
const DAY = 86_400_000;

function read(text: unknown): When | undefined {
  if (typeof text !== 'string') return undefined;
  if (isDate(text)) return { day: text, clock: null };
  return isMoment(text) ? at(Date.parse(text)) : undefined;
}

function at(clock: number): When {
  return { day: dayOf(clock), clock };
}

/** Years before 0 and after 9999 are written so that they sort before and after all others. */
function dayOf(clock: number): string {
  const iso = new Date(clock + VIETNAM).toISOString();
  return iso.startsWith('-') ? '0000-00-00' : iso.startsWith('+') ? '9999-99-99' : iso.slice(0, 10);
}

function resolve(edge: Edge, fields: unknown, now: Date): When | undefined {
  if ('fixed' in edge) return { day: edge.fixed, clock: null };
  if ('today' in edge) return { day: dayOf(now.getTime() + edge.today * DAY), clock: null };
  if ('now' in edge) return at(now.getTime() + edge.now * DAY);
  const other = isObject(fields) ? read(fields[edge.field]) : undefined;
  if (!other) return undefined;
  return other.clock === null ? { day: dayOf(Date.parse(other.day) - VIETNAM + edge.days * DAY), clock: null } : at(other.clock + edge.days * DAY);
}

/** Compares two values; if one of them is a day, both are compared as days. */
function isBelow(left: When, right: When): boolean {
  return left.clock !== null && right.clock !== null ? left.clock < right.clock : left.day < right.day;
}

function said(bounds: Bounds, least: When | undefined, most: When | undefined): Text {
  const [from, to] = [least && shown(least), most && shown(most)];
  if (from && to) return { vi: `Phải từ ${from} đến ${to} (${bounds.vi}).`, en: `It has to be from ${from} to ${to} (${bounds.en}).` };
  if (from) return { vi: `Phải từ ${from} trở đi (${bounds.vi}).`, en: `It has to be from ${from} on (${bounds.en}).` };
  return { vi: `Phải không quá ${to ?? ''} (${bounds.vi}).`, en: `It has to be up to ${to ?? ''} (${bounds.en}).` };
}

function shown({ day, clock }: When): string {
  const written = day.split('-').reverse().join('/');
  return clock === null ? written : `${new Date(clock + VIETNAM).toISOString().slice(11, 16)} ${written}`;
}

function walk(node: unknown, here: string, see: (name: string, at: string, value: unknown) => void): void {
  const parts = Array.isArray(node) ? (node as unknown[]).entries() : isObject(node) ? Object.entries(node) : [];
  for (const [key, value] of parts) {
    const there = `${here}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (typeof key === 'string') see(key, there, value);
    walk(value, there, see);
  }
}
