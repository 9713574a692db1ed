/** Pulls the data that this officer needs: first everything, then the changes. */
import type { SyncPage } from '../wire';
import { Refused, Unreached, type Api } from '../net/api';
import type { HeldRow, Store } from '../store/store';
import { cursorOf } from '../store/meta';
import type { Handshakes } from './handshakes';

export class Puller {
  private running: { officerId: string; done: Promise<void> } | null = null;

  constructor(
    private readonly store: Store,
    private readonly api: Api,
    private readonly handshakes: Handshakes,
    /** How much this officer has on the phone that the server lacks, and what the phone says of itself. */
    private readonly saysOf: (officerId: string) => Promise<{ unsent: number; says: string }>,
    /** The open officer; null while locked. */
    private readonly open: () => string | null,
    private readonly heard: (page: SyncPage) => void = () => undefined,
  ) {}

  /** Runs one pull at a time. Rejects as the Api does; what was applied before stays. */
  pull(officerId: string): Promise<void> {
    if (this.running?.officerId === officerId) return this.running.done;
    const done = this.all(officerId).finally(() => {
      if (this.running?.done === done) this.running = null;
    });
    this.running = { officerId, done };
    return done;
  }

  private async all(officerId: string): Promise<void> {
    const cursor = (await this.store.meta<string>(cursorOf(officerId))) ?? null;
    if (cursor === null) return this.whole(officerId);
    try {
      await this.changes(officerId, cursor);
    } catch (error) {
      // The cursor is too old, or of another epoch: everything is fetched again. Unsent acts and
      // bytes are stored elsewhere and stay.
      if (!(error instanceof Refused && error.problem.code === 'cursor_expired')) throw error;
      await this.whole(officerId);
    }
  }

  /** Fetches all pages before replacing anything. If it is cut off in between, the old data
   * are still here. */
  private async whole(officerId: string): Promise<void> {
    const pages: SyncPage[] = [];
    let page = await this.fetch(officerId, null);
    pages.push(page);
    while (page.more) {
      page = await this.fetch(officerId, page.cursor);
      pages.push(page);
    }
    const changes = pages.flatMap((each) => each.changes);
    await this.apply(officerId, { ...page, changes }, true);
  }

  private async changes(officerId: string, from: string): Promise<void> {
    let cursor = from;
    for (;;) {
      const page = await this.fetch(officerId, cursor);
      await this.apply(officerId, page, false);
      if (!page.more) return;
      cursor = page.cursor;
    }
  }

  private async fetch(officerId: string, cursor: string | null): Promise<SyncPage> {
    const { unsent, says } = await this.saysOf(officerId);
    // The token belongs to the open officer. What it brings must not be stored as another's.
    if (this.open() !== officerId) throw new Unreached('locked in between');
    const page = await this.api.sync(cursor, unsent, says);
    await this.handshakes.take(officerId, page);
    this.heard(page);
    return page;
  }

  private async apply(officerId: string, page: SyncPage, fresh: boolean): Promise<void> {
    // A page may name an item twice; the last change counts.
    const last = new Map(page.changes.map((change) => [`${change.kind}\n${change.id}`, change]));
    const puts: HeldRow[] = [];
    const removes: { kind: string; id: string }[] = [];
    for (const { kind, id, op, value } of last.values()) {
      if (op === 'put') puts.push({ officerId, kind, id, value });
      else removes.push({ kind, id });
    }
    await this.store.applySync(officerId, puts, removes, { [cursorOf(officerId)]: page.cursor }, fresh);
  }
}
