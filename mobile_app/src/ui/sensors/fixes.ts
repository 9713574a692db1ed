/** Selects among the phone's position fixes and converts them for acts. Pure: the clock comes
 * as an argument. */
import type { Place } from '../../domain/model';

/** One answer of the Geolocation API in its own units, with the time of its arrival. */
export interface Fix {
  latitude: number;
  longitude: number;
  /** Radius in metres within which the phone estimates itself to be, with 95 % certainty. */
  accuracyM: number;
  altitudeM: number | null;
  /** When the sensor measured it by its own statement, in ms since 1970 by the phone's clock. */
  measuredAt: number;
  /** When it arrived, in ms since 1970. The window is counted from this, because some phones
   * return old measurements. */
  cameAt: number;
}

/** A fix counts for ten seconds: a person who walks is elsewhere after that. */
export const WINDOW_MS = 10_000;
/** Above this radius the position only means "somewhere in this quarter". A phone without
 * "precise location" gives such fixes. */
export const COARSE_M = 500;
/** Accurate enough to stop waiting for a better one. */
export const GOOD_M = 30;

/** Converts a browser's position. Null if its numbers are invalid (some devices return NaN or
 * a negative radius). */
export function fixOf(coords: GeolocationCoordinates, measuredAt: number, cameAt: number): Fix | null {
  const { latitude, longitude, accuracy, altitude } = coords;
  if (![latitude, longitude, accuracy].every(Number.isFinite) || accuracy < 0 || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  const high = altitude !== null && Number.isFinite(altitude) && altitude > -20_000 && altitude < 100_000 ? altitude : null;
  return { latitude, longitude, accuracyM: accuracy, altitudeM: high, measuredAt, cameAt };
}

/** The most accurate fix of the last ten seconds, the newest among equals; null if
 * there is none. */
export function bestFix(fixes: readonly Fix[], now: number): Fix | null {
  let best: Fix | null = null;
  for (const fix of fixes) {
    if (now - fix.cameAt > WINDOW_MS) continue;
    if (best === null || fix.accuracyM <= best.accuracyM) best = fix;
  }
  return best;
}

/** The content of `place.fixed`: integers in 1e-7 degree and mm. The browser does not tell which
 * sensor answered or whether the position was mocked. */
export function placeOf(fix: Fix): Place {
  return {
    latitude_e7: Math.round(fix.latitude * 1e7),
    longitude_e7: Math.round(fix.longitude * 1e7),
    accuracy_mm: Math.round(fix.accuracyM * 1000),
    altitude_mm: fix.altitudeM === null ? null : Math.round(fix.altitudeM * 1000),
    source: 'fused',
    fixed_at: new Date(fix.measuredAt).toISOString(),
    mocked: null,
  };
}

/** Seconds since the sensor measured; 0 if its clock is ahead of ours. */
export function ageSeconds(fix: Fix, now: number): number {
  return Math.max(0, Math.round((now - fix.measuredAt) / 1000));
}

/** Distance in metres between two positions on a sphere of 6371 km. Accurate to half a per cent,
 * enough for "45 m from the address". */
export function metresBetween(a: { latitude_e7: number; longitude_e7: number }, b: { latitude_e7: number; longitude_e7: number }): number {
  const radians = Math.PI / 180 / 1e7;
  const [la, lb] = [a.latitude_e7 * radians, b.latitude_e7 * radians];
  const half = Math.sin((lb - la) / 2) ** 2 + Math.cos(la) * Math.cos(lb) * Math.sin(((b.longitude_e7 - a.longitude_e7) * radians) / 2) ** 2;
  return Math.round(2 * 6_371_000 * Math.asin(Math.min(1, Math.sqrt(half))));
}
