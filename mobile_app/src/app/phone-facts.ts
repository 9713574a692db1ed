/** What this phone says of itself with each sync, for the desk's list of devices: its version, what it still holds, its
 * storage and its clock. It decides nothing, and a server of the version before passes it over. */
import type { PhoneFacts } from '../wire';
import type { Held } from './unsent';

/** The version of this build and, behind a plus, its source: `0.2.0+1a2b3c4d`. Empty where no build set it. */
export const VERSION: string = typeof __VERSION__ === 'undefined' ? '' : `${__VERSION__}+${__BUILD__}`;

export interface Storing {
  usage: number;
  quota: number;
}

/** Returns the header's text, of ASCII alone: JSON of the facts that are known. */
export function saidOf(held: Held, storage: Storing | null, persisted: boolean | null, nowMs: number): string {
  const facts: PhoneFacts = {
    at: new Date(nowMs).toISOString(),
    acts: held.acts,
    photos: held.photos,
    bytes: held.bytes,
    oldest: moment(held.oldest),
    persisted,
    ...(VERSION === '' ? {} : { version: VERSION }),
    ...(storage === null ? {} : { used: Math.round(storage.usage), quota: Math.round(storage.quota) }),
  };
  return JSON.stringify(facts);
}

/** A moment as the server reads it; null if there is none, or it is none. */
function moment(at: string | null): string | null {
  const ms = at === null ? Number.NaN : Date.parse(at);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

/** Tells whether a version is below the least one that the server names. Both begin with three numbers. */
export function isBelow(version: string, least: string): boolean {
  const [own, other] = [numbers(version), numbers(least)];
  if (own === null || other === null) return false;
  const at = own.findIndex((one, place) => one !== other[place]);
  return at >= 0 && (own[at] ?? 0) < (other[at] ?? 0);
}

function numbers(version: string): number[] | null {
  const found = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:$|[+-])/.exec(version);
  return found === null ? null : found.slice(1).map(Number);
}
