/** What this officer was told and has not read, as the last contact brought it: a live list, worst first. */
import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Store } from '../store/store';
import type { ToldNotice } from './services';

/** What is over first, then what is nearly so, then the rest. */
const RANK: Record<ToldNotice['moment'], number> = { missed: 0, last_day: 1, lapsed: 2, half: 3 };

/** Worst first; of equals, what ends sooner. */
export function byUrgency(one: ToldNotice, other: ToldNotice): number {
  return RANK[one.moment] - RANK[other.moment] || one.due_at.localeCompare(other.due_at);
}

export class NoticeBoard {
  readonly all: ReadonlySignal<ToldNotice[]>;
  private readonly rows = signal<ToldNotice[]>([]);
  /** Reads are numbered when they begin: one that began earlier never overwrites a later one. */
  private ticket = 0;

  constructor(
    private readonly store: Pick<Store, 'held' | 'watch'>,
    private readonly officerId: ReadonlySignal<string | null>,
  ) {
    this.all = this.rows;
    effect(() => {
      // Another's notices are not shown for a moment while this officer's are read.
      this.rows.value = [];
      void this.read(officerId.value);
    });
    store.watch(({ table }) => {
      if (table === 'held') void this.read(this.officerId.peek());
    });
  }

  private async read(officerId: string | null): Promise<void> {
    const mine = (this.ticket += 1);
    if (officerId === null) return;
    try {
      const rows = await this.store.held(officerId, 'notice');
      if (mine === this.ticket) this.rows.value = rows.map((row) => row.value as ToldNotice).sort(byUrgency);
    } catch {
      // A store that cannot be read shows elsewhere; what was shown stays.
    }
  }
}
