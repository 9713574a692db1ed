/** Quiet hours of an officer: minutes since midnight in Vietnam (UTC+7, no summer time), null where there are none. */
export interface QuietHours {
  quiet_from?: number | null;
  quiet_until?: number | null;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const VIETNAM_MINUTES = 7 * 60;

/** Whether it is within quiet hours. They may pass midnight, such as 22:00 to 06:00. */
export function isQuiet({ quiet_from: from = null, quiet_until: until = null }: QuietHours, now: number): boolean {
  if (from === null || until === null) return false;
  const minute = (Math.floor(now / MINUTE_MS) + VIETNAM_MINUTES) % DAY_MINUTES;
  return from < until ? from <= minute && minute < until : minute >= from || minute < until;
}
