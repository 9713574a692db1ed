/** When to try again. Pure arithmetic. */

export const FIRST_MS = 2_000;
export const LONGEST_MS = 5 * 60_000;
/** The server is asked at least this often while the app is open, whether or
 * not anything failed. */
export const TICK_MS = 60_000;

/** Returns the pause after this many failures in a row (1 …). It doubles up to five minutes and
 * is spread over its upper half, so that the phones of a district do not all return in the same
 * second. `random` is in [0, 1). */
export function pauseAfter(failures: number, random: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  return Math.round(whole * (0.5 + random / 2));
}
