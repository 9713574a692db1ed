/** The server went back to an earlier state: when this phone saw it, and whether the officer has read so. */
import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { restoredOf } from '../store/meta';
import type { Store } from '../store/store';
import type { Restored, Restores } from './services';

/** Colleagues' phones are waited for so long before what hangs on them needs a person: as long as a silent phone with work is
 * waited for at the desk before it is marked (docs/exchange/offline-sync.md, "Pull"). */
export const OTHERS_MS = 72 * 3_600_000;

/** Whether what this phone brings again may still wait for what colleagues' phones bring again. */
export async function othersMayCome(store: Pick<Store, 'meta'>, officerId: string, now: number): Promise<boolean> {
  const seen = await store.meta<Restored>(restoredOf(officerId));
  // A clock that was set back since makes no wait without end: the difference counts both ways.
  return seen !== undefined && Math.abs(now - Date.parse(seen.at)) < OTHERS_MS;
}

export class RestoreService implements Restores {
  readonly told: ReadonlySignal<Restored | null>;
  private readonly row = signal<Restored | null>(null);
  /** Reads are numbered when they begin: one that began earlier never overwrites a later one. */
  private ticket = 0;

  constructor(
    private readonly store: Pick<Store, 'meta' | 'setMeta' | 'watch'>,
    private readonly officerId: ReadonlySignal<string | null>,
  ) {
    this.told = this.row;
    effect(() => {
      // Another's is not shown for a moment while this officer's is read.
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
      // The small facts change with every contact: what is shown stays the very same while this one does.
      if (was?.at !== next?.at) this.row.value = next;
    } catch {
      // A store that cannot be read shows elsewhere; what was shown stays.
    }
  }
}
