/** When an information came in, while nobody knew yet how wrong the phone's clock is. Pure.
 *
 * The form fills the time in. Before the first contact it can only take the phone's clock. Once the server's is known, what was
 * filled in and left alone is set right, and the screen says so; what the officer typed stays as it is. */
import type { Standing } from './clock';

/** Kept with what is being written, and with what waits. */
export interface TimeFilledIn {
  /** The time that was filled in from a clock that was never compared. */
  unchecked?: string;
  /** That time, and by how much it was set right (server's minus the phone's, ms). */
  corrected?: { from: string; offMs: number };
}

/** To the minute, as the field shows it. */
export const minuteOf = (at: number): string => `${new Date(at).toISOString().slice(0, 16)}:00Z`;

/** What was filled in, by the server's clock. */
export const correctedTime = ({ from, offMs }: NonNullable<TimeFilledIn['corrected']>): string => minuteOf(Date.parse(from) + offMs);

/** With the true time, if the clock was compared since. The same object if there is nothing to set right. */
export function withTrueTime<T extends TimeFilledIn & { typed: { receivedAt: string | null } }>(one: T, clock: Standing): T {
  const { unchecked, corrected } = one;
  if (corrected !== undefined && one.typed.receivedAt === corrected.from) return { ...one, typed: { ...one.typed, receivedAt: correctedTime(corrected) } };
  if (unchecked === undefined || clock.state === 'unknown' || clock.state === 'lost') return one;
  const { unchecked: _, ...rest } = one;
  if (clock.state === 'right' || one.typed.receivedAt !== unchecked) return rest as T;
  return withTrueTime({ ...(rest as T), corrected: { from: unchecked, offMs: clock.offMs } }, clock);
}
