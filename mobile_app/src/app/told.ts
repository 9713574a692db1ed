/** Other notices to this officer that were not read here or at the desk, such as the use of the
 * account on a new device. */
import { effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { isQuiet } from '../domain/quiet-hours';
import type { Api } from '../net/api';
import { toldReadOf } from '../store/meta';
import type { Store } from '../store/store';
import type { ListedThing, Told, ToldThing } from './services';

const DRAFT = 'draft';
/** Decisions to be signed are shown by the decisions' own service. */
const ELSEWHERE: ReadonlySet<string> = new Set([DRAFT, 'decision']);

/** The most ids that the server takes at once. */
const AT_ONCE = 200;

/** Replaces the list only if its items differ, or were read. */
function show<Thing extends ToldThing & { read?: boolean }>(signal: Signal<Thing[]>, next: Thing[]): void {
  const told = (things: Thing[]): string => things.map(({ id, read }) => `${id}${read ? '+' : ''}`).join();
  if (told(next) !== told(signal.peek())) signal.value = next;
}

export class ToldService implements Told {
  readonly all: ReadonlySignal<ToldThing[]>;
  readonly drafts: ReadonlySignal<ToldThing[]>;
  readonly list: ReadonlySignal<ListedThing[]>;
  private readonly listed = signal<ListedThing[]>([]);
  private readonly rows = signal<ToldThing[]>([]);
  private readonly waiting = signal<ToldThing[]>([]);
  /** Reads are numbered when they begin, so that an earlier one never overwrites a later one. */
  private ticket = 0;

  constructor(
    private readonly store: Pick<Store, 'held' | 'meta' | 'setMeta' | 'deviceKey' | 'watch'>,
    private readonly officerId: ReadonlySignal<string | null>,
    private readonly api: Pick<Api, 'noticesRead'>,
    private readonly now: () => number = Date.now,
  ) {
    this.all = this.rows;
    this.list = this.listed;
    this.drafts = this.waiting;
    effect(() => {
      this.rows.value = [];
      this.waiting.value = [];
      this.listed.value = [];
      void this.look(officerId.value);
    });
    store.watch(({ table }) => {
      if (table === 'held' || table === 'meta') void this.look(this.officerId.peek());
    });
  }

  async read(id: string): Promise<void> {
    const officerId = this.officerId.peek();
    if (officerId === null) return;
    const held = await this.stillListed(officerId);
    const read = (await this.store.meta<string[]>(toldReadOf(officerId))) ?? [];
    // What the server no longer lists need not be remembered.
    await this.store.setMeta(toldReadOf(officerId), [...read.filter((each) => held.has(each) && each !== id), id]);
  }

  /** Tells the server what was read on this phone and is still listed. Rejects as the Api does; nothing is lost then. */
  async tellRead(): Promise<void> {
    const officerId = this.officerId.peek();
    if (officerId === null) return;
    const held = await this.stillListed(officerId);
    const read = ((await this.store.meta<string[]>(toldReadOf(officerId))) ?? []).filter((id) => held.has(id));
    if (read.length > 0) await this.api.noticesRead(read.slice(0, AT_ONCE));
  }

  /** Ids of all that the server lists for this officer, notices of time limits too. */
  private async stillListed(officerId: string): Promise<Set<string>> {
    const rows = await Promise.all([this.store.held(officerId, 'told'), this.store.held(officerId, 'notice')]);
    return new Set(rows.flat().map((row) => row.id));
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
      const own = all.filter((told) => !ELSEWHERE.has(told.kind) && told.record_id !== here);
      const unread = own.filter((told) => !read.has(told.id));
      const now = this.now();
      show(this.rows, unread.filter((told) => told.urgent || !isQuiet(told, now)));
      show(this.listed, [...unread.map((told) => ({ ...told, read: false })), ...own.filter((told) => read.has(told.id)).map((told) => ({ ...told, read: true }))]);
      // These wait for an answer, read or not. The team that has waited longest comes first.
      show(this.waiting, all.filter((told) => told.kind === DRAFT).reverse());
    } catch {
      // A store that cannot be read is reported elsewhere. What was shown stays.
    }
  }
}
