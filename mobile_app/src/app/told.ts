/** What this officer was told beside time limits and has not read, here or at the desk: his account on a device that was new to it. */
import { effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { toldReadOf } from '../store/meta';
import type { Store } from '../store/store';
import type { Told, ToldThing } from './services';

const DRAFT = 'draft';

/** Another list only where it tells something else. */
function show(signal: Signal<ToldThing[]>, next: ToldThing[]): void {
  if (next.map((told) => told.id).join() !== signal.peek().map((told) => told.id).join()) signal.value = next;
}

export class ToldService implements Told {
  readonly all: ReadonlySignal<ToldThing[]>;
  readonly drafts: ReadonlySignal<ToldThing[]>;
  private readonly rows = signal<ToldThing[]>([]);
  private readonly waiting = signal<ToldThing[]>([]);
  /** Reads are numbered when they begin: one that began earlier never overwrites a later one. */
  private ticket = 0;

  constructor(
    private readonly store: Pick<Store, 'held' | 'meta' | 'setMeta' | 'deviceKey' | 'watch'>,
    private readonly officerId: ReadonlySignal<string | null>,
  ) {
    this.all = this.rows;
    this.drafts = this.waiting;
    effect(() => {
      this.rows.value = [];
      this.waiting.value = [];
      void this.look(officerId.value);
    });
    store.watch(({ table }) => {
      if (table === 'held' || table === 'meta') void this.look(this.officerId.peek());
    });
  }

  async read(id: string): Promise<void> {
    const officerId = this.officerId.peek();
    if (officerId === null) return;
    const held = new Set((await this.store.held(officerId, 'told')).map((row) => row.id));
    const read = (await this.store.meta<string[]>(toldReadOf(officerId))) ?? [];
    // What the server took back need not be remembered for ever.
    await this.store.setMeta(toldReadOf(officerId), [...read.filter((each) => held.has(each) && each !== id), id]);
  }

  private async look(officerId: string | null): Promise<void> {
    const mine = (this.ticket += 1);
    if (officerId === null) return;
    try {
      const rows = await this.store.held(officerId, 'told');
      const read = new Set(await this.store.meta<string[]>(toldReadOf(officerId)));
      const here = (await this.store.deviceKey())?.deviceId;
      if (mine !== this.ticket || officerId !== this.officerId.peek()) return;
      // Of this very phone its officer need not be told: he holds it.
      const all = rows.map((row) => row.value as ToldThing).sort((one, other) => other.at.localeCompare(one.at));
      show(this.rows, all.filter((told) => told.kind !== DRAFT && !read.has(told.id) && told.record_id !== here));
      // It waits for an answer, read or not; the team that waits longest stands first.
      show(this.waiting, all.filter((told) => told.kind === DRAFT).reverse());
    } catch {
      // A store that cannot be read shows elsewhere; what was shown stays.
    }
  }
}
