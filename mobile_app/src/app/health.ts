/** Whether this phone is fit for a visit: installed, its data persistent, room on the disk. Also
 * how far its clock is off (clock.ts). */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Obstacle } from '../domain/model';
import type { Text } from '../wire';
import { PROBE_BYTES } from '../store/meta';
import type { Store } from '../store/store';
import type { Environment } from './environment';
import { VERSION, isBelow } from './phone-facts';
import { SAY } from './sentences';
import type { Health } from './services';
import type { Updates } from './service-worker';

/** Forty photographs of 5 MB: a long visit. */
export const PROBE = 200 * 1024 * 1024;
/** With this much unsent work on a phone that does not promise to keep it, no further visit may
 * begin (PHONE.md pitfall 1). */
export const UNSENT_UNPERSISTED = 20;

export class HealthWatch implements Health {
  readonly standalone = signal(false);
  readonly persisted = signal<boolean | null>(null);
  readonly storage = signal<{ usage: number; quota: number } | null>(null);
  readonly oldestUnsent = signal<string | null>(null);
  readonly tooOld = signal(false);
  readonly updateReady: ReadonlySignal<boolean>;

  constructor(
    private readonly store: Store,
    private readonly env: Environment,
    private readonly updates: Updates,
    private readonly unsent: () => Promise<number>,
    readonly clockOffsetMs: ReadonlySignal<number | null> = signal(null),
  ) {
    this.updateReady = updates.ready;
  }

  async begin(): Promise<void> {
    const query = this.env.matchMedia?.('(display-mode: standalone)');
    const look = (): void => {
      this.standalone.value = this.env.standaloneByApple || query?.matches === true;
    };
    query?.addEventListener('change', look);
    look();
    await this.measure();
  }

  /** Asks the browser to keep our data, and how much there is. Done at each start, because iOS
   * and Chromium decide each time. */
  async measure(): Promise<void> {
    try {
      this.persisted.value = (await this.env.storage?.persist()) ?? null;
      const told = await this.env.storage?.estimate();
      this.storage.value = told ? { usage: told.usage ?? 0, quota: told.quota ?? 0 } : null;
    } catch {
      // Private windows refuse to answer. The state is then unknown, and the screen says so.
      this.persisted.value = null;
    }
  }

  /** Takes the least version that the server names; null if it names none. */
  heard(least: string | null): void {
    this.tooOld.value = least !== null && isBelow(VERSION, least);
  }

  async probe(bytes: number): Promise<boolean> {
    try {
      await this.store.probe(bytes);
      return true;
    } catch {
      // The disk is full, or the store fails in another way. In both cases nothing can be
      // promised to last.
      return false;
    }
  }

  async mayBegin(): Promise<Obstacle[]> {
    const found: Obstacle[] = [];
    if (!this.standalone.value) found.push(obstacle('not_installed', SAY.notInstalled));
    const unsent = this.persisted.value === false ? await this.unsent() : 0;
    if (unsent > UNSENT_UNPERSISTED) found.push(obstacle('not_persisted', SAY.notPersisted(unsent)));
    // The probe takes a second or more. It is omitted if the visit cannot begin anyway.
    if (found.length > 0) return found;
    const bytes = (await this.store.meta<number>(PROBE_BYTES)) ?? PROBE;
    return (await this.probe(bytes)) ? [] : [obstacle('no_room', SAY.noRoom)];
  }

  applyUpdate(): Promise<void> {
    return this.updates.apply();
  }
}

function obstacle(code: string, text: Text): Obstacle {
  return { code, text, screen: 'place', field: null };
}
