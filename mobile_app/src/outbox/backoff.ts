/** When to try again, as pure arithmetic. */

export const FIRST_MS = 2_000;
export const LONGEST_MS = 5 * 60_000;
/** Whatever failed or did not: so often the server is asked anyway while the app is open. */
export const TICK_MS = 60_000;

/** The pause after so many failures in a row (1 …): doubling, at most five minutes, spread over its upper half so that a
 * district's phones do not all return in the same second. `random` is in [0, 1). */
export function pauseAfter(failures: number, random: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  return Math.round(whole * (0.5 + random / 2));
}
