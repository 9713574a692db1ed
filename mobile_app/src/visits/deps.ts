/** What the visits need from outside: clock, key, lock and forms are all passed in. */
import type { ReadonlySignal } from '@preact/signals';
import type { Sign } from '../domain/acts';
import type { Clock } from '../app/services';
import type { Store } from '../store/store';

/** The forms on this phone. */
export interface Forms {
  /** JSON Schema of a version of a form; null if it is not on this phone. */
  form(form: string, version: number): Promise<Record<string, unknown> | null>;
  newestVersion(form: string): Promise<number | null>;
}

export interface VisitDeps {
  store: Store;
  /** The officer who has unlocked the app. Null while it is locked: nothing is written
   * or shown then. */
  officerId: ReadonlySignal<string | null>;
  deviceId(): string | Promise<string>;
  /** Signs with the device's key, ECDSA P-256 with SHA-256: raw r‖s. */
  sign: Sign;
  /** The phone's clock, ms since 1970. */
  now(): number;
  /** The phone's clock compared with the server's. Without it (tests), the phone's own clock
   * counts as right. */
  clock?: Pick<Clock, 'timeMs' | 'look'>;
  /** The phone's monotonic clock in ms; fractions are cut off. */
  monoMs(): number;
  /** The latest token of the server's time that this phone saw. */
  anchor(): string | null | Promise<string | null>;
  /** Runs `work` exclusively under a name, across all tabs of this phone: with a Web Lock, or a
   * mutex if the browser has none. */
  lock<T>(name: string, work: () => Promise<T>): Promise<T>;
  forms: Forms;
  /** Number of the officer who has unlocked the app, as printed on their papers; null if the
   * officer has none. */
  officerNumber?(): string | null;
}

/** The present time for a paper, in ms since 1970. Null if the phone's clock was changed and the
 * time is unknown. */
export function timeOf(deps: Pick<VisitDeps, 'clock' | 'now'>): number | null {
  return deps.clock ? deps.clock.timeMs() : deps.now();
}
