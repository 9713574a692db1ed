/** What the visits are given: they have no clock, no key, no lock and no page of their own. */
import type { ReadonlySignal } from '@preact/signals';
import type { Sign } from '../domain/acts';
import type { Clock } from '../app/services';
import type { Store } from '../store/store';

/** The forms that are on this phone. */
export interface Forms {
  /** JSON Schema of a form's version; null where it is not here. */
  form(form: string, version: number): Promise<Record<string, unknown> | null>;
  newestVersion(form: string): Promise<number | null>;
}

export interface VisitDeps {
  store: Store;
  /** The officer who is unlocked; null while locked: then nothing is written and nothing shown. */
  officerId: ReadonlySignal<string | null>;
  deviceId(): string | Promise<string>;
  /** ECDSA P-256 with SHA-256 by the device's key: raw r‖s. */
  sign: Sign;
  /** The phone's clock, ms since 1970. */
  now(): number;
  /** The phone's clock against the server's; without it (tests), the phone's own is taken as right. */
  clock?: Pick<Clock, 'timeMs' | 'look'>;
  /** The phone's monotonic clock, ms; a fraction is cut off. */
  monoMs(): number;
  /** The latest token of the server's time that this phone saw. */
  anchor(): string | null | Promise<string | null>;
  /** Runs `work` alone among all tabs of this phone under a name: a Web Lock, or a mutex where the browser has none. */
  lock<T>(name: string, work: () => Promise<T>): Promise<T>;
  forms: Forms;
  /** Number of the officer who is unlocked, as it stands on his papers; null where he has none. */
  officerNumber?(): string | null;
}

/** The moment now for a paper, ms since 1970; null where the phone's clock was changed and nobody can tell. */
export function timeOf(deps: Pick<VisitDeps, 'clock' | 'now'>): number | null {
  return deps.clock ? deps.clock.timeMs() : deps.now();
}
