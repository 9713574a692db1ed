/** Other notices to this officer that were not read here or at the desk, such as the use of the
 * account on a new device. */
import { effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { toldReadOf } from '../store/meta';
import type { Store } from '../store/store';
import type { Told, ToldThing } from './services';

const DRAFT = 'draft';
/** Decisions to be signed are shown by the decisions' own service. */
const ELSEWHERE: ReadonlySet<string> = new Set([DRAFT, 'decision']);

/** Replaces the list only if its items differ. */
function show(signal: Signal<ToldThing[]>, next: ToldThing[]): void {
  if (next.map((told) => told.id).join() !== signal.peek().map((told) => told.id).join()) signal.value = next;
}

export class ToldService implements Told {
  readonly all: ReadonlySignal<ToldThing[]>;
  readonly drafts: ReadonlySignal<ToldThing[]>;
  private readonly rows = signal<ToldThing[]>([]);
  private readonly waiting = signal<ToldThing[]>([]);
  /** Reads are numbered when they begin, so that an earlier one never overwrites a later one. */
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
    // What the server no longer lists need not be remembered.
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
      // The officer holds this phone, so a notice about it is not shown here.
      const all = rows.map((row) => row.value as ToldThing).sort((one, other) => other.at.localeCompare(one.at));
      show(this.rows, all.filter((told) => !ELSEWHERE.has(told.kind) && !read.has(told.id) && told.record_id !== here));
      // These wait for an answer, read or not. The team that has waited longest comes first.
      show(this.waiting, all.filter((told) => told.kind === DRAFT).reverse());
    } catch {
      // A store that cannot be read is reported elsewhere. What was shown stays.
    }
  }
}
