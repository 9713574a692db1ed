/** Records that the server went back to an earlier state: when this phone noticed, and whether
 * the officer has read about it. */
import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { restoredOf } from '../store/meta';
import type { Store } from '../store/store';
import type { Restored, Restores } from './services';

/** How long acts wait for colleagues' phones before a person has to decide. It
 * equals the time after which the desk marks a silent phone that has unsent
 * work (docs/exchange/offline-sync.md, "Pull"). */
export const OTHERS_MS = 72 * 3_600_000;

/** Whether this phone's acts may still wait for what colleagues' phones send again. */
export async function othersMayCome(store: Pick<Store, 'meta'>, officerId: string, now: number): Promise<boolean> {
  const seen = await store.meta<Restored>(restoredOf(officerId));
  // The difference counts both ways, so that a clock that was set back since does not make
  // the wait endless.
  return seen !== undefined && Math.abs(now - Date.parse(seen.at)) < OTHERS_MS;
}

export class RestoreService implements Restores {
  readonly told: ReadonlySignal<Restored | null>;
  private readonly row = signal<Restored | null>(null);
  /** Reads are numbered when they begin, so that an earlier one never overwrites a later one. */
  private ticket = 0;

  constructor(
    private readonly store: Pick<Store, 'meta' | 'setMeta' | 'watch'>,
    private readonly officerId: ReadonlySignal<string | null>,
  ) {
    this.told = this.row;
    effect(() => {
      // Another officer's record must not show while this officer's is being read.
      this.row.value = null;
      void this.look(officerId.value);
    });
    store.watch(({ table }) => {
      if (table === 'meta') void this.look(this.officerId.peek());
    });
  }

  async read(): Promise<void> {
    const officerId = this.officerId.peek();
    const told = this.row.peek();
    if (officerId !== null && told !== null) await this.store.setMeta(restoredOf(officerId), { ...told, read: true });
  }

  private async look(officerId: string | null): Promise<void> {
    const mine = (this.ticket += 1);
    if (officerId === null) return;
    try {
      const found = (await this.store.meta<Restored>(restoredOf(officerId))) ?? null;
      if (mine !== this.ticket || officerId !== this.officerId.peek()) return;
      const was = this.row.peek();
      const next = found?.read ? null : found;
      // The small facts change with every contact. The signal's value stays identical while this
      // fact is unchanged.
      if (was?.at !== next?.at) this.row.value = next;
    } catch {
      // A store that cannot be read is reported elsewhere. What was shown stays.
    }
  }
}
