/** Notices about time limits that this officer has not read, as of the last contact: a live
 * list, the most urgent first. */
import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { toldReadOf } from '../store/meta';
import type { Store } from '../store/store';
import type { ToldNotice } from './services';

/** First what is over, then what is nearly over, then the rest. */
const RANK: Record<ToldNotice['moment'], number> = { missed: 0, last_day: 1, lapsed: 2, half: 3 };

/** Most urgent first; among equals, the one that ends sooner. */
export function byUrgency(one: ToldNotice, other: ToldNotice): number {
  return RANK[one.moment] - RANK[other.moment] || one.due_at.localeCompare(other.due_at);
}

export class NoticeBoard {
  readonly all: ReadonlySignal<ToldNotice[]>;
  private readonly rows = signal<ToldNotice[]>([]);
  /** Reads are numbered when they begin, so that an earlier one never overwrites a later one. */
  private ticket = 0;

  constructor(
    private readonly store: Pick<Store, 'held' | 'meta' | 'watch'>,
    private readonly officerId: ReadonlySignal<string | null>,
  ) {
    this.all = this.rows;
    effect(() => {
      // Another officer's notices must not show while this officer's are being read.
      this.rows.value = [];
      void this.read(officerId.value);
    });
    store.watch(({ table }) => {
      if (table === 'held' || table === 'meta') void this.read(this.officerId.peek());
    });
  }

  private async read(officerId: string | null): Promise<void> {
    const mine = (this.ticket += 1);
    if (officerId === null) return;
    try {
      const rows = await this.store.held(officerId, 'notice');
      // What was read on this phone is gone at once; the server takes it from the others.
      const read = new Set(await this.store.meta<string[]>(toldReadOf(officerId)));
      if (mine === this.ticket) this.rows.value = rows.map((row) => row.value as ToldNotice).filter((notice) => !read.has(notice.id)).sort(byUrgency);
    } catch {
      // A store that cannot be read is reported elsewhere. What was shown stays.
    }
  }
}
