/** Saves drafts to the disk: one save at a time for each draft, always of the newest version.
 * Older ones are not queued. */
import type { Draft } from '../domain/model';
import type { Store } from '../store/store';

interface Waiting<T> {
  draft: T;
  done: (() => void)[];
  failed: ((error: unknown) => void)[];
}

/** Saves values by key. `keyOf` identifies what a value replaces; `write` puts it on the disk. */
export class Saver<T> {
  /** Values that are typed and not on the disk yet. */
  private readonly waiting = new Map<string, Waiting<T>>();
  /** Values that are being written now. */
  private readonly writing = new Map<string, T>();

  constructor(
    private readonly write: (draft: T) => Promise<void>,
    private readonly keyOf: (draft: T) => string,
  ) {}

  /** Resolves when this draft, or a newer one of the same key, is on the disk. If writing
   * failed, the draft is kept and written with the next save or flush. */
  save(draft: T): Promise<void> {
    const key = this.keyOf(draft);
    return new Promise((done, failed) => {
      const before = this.waiting.get(key);
      this.waiting.set(key, { draft, done: [...(before?.done ?? []), done], failed: [...(before?.failed ?? []), failed] });
      if (!this.writing.has(key)) void this.run(key);
    });
  }

  /** Writes everything that waits. Rejects if that failed. */
  async flush(): Promise<void> {
    const keys = new Set([...this.writing.keys(), ...this.waiting.keys()]);
    const drafts = [...keys].flatMap((key) => this.waiting.get(key)?.draft ?? this.writing.get(key) ?? []);
    await Promise.all(drafts.map((draft) => this.save(draft)));
  }

  /** The newest draft of a key while it may not be on the disk yet; null otherwise. */
  unsaved(key: string): T | null {
    return this.waiting.get(key)?.draft ?? this.writing.get(key) ?? null;
  }

  private async run(key: string): Promise<void> {
    for (let next = this.waiting.get(key); next; next = this.waiting.get(key)) {
      this.waiting.delete(key);
      this.writing.set(key, next.draft);
      try {
        await this.write(next.draft);
        this.writing.delete(key);
        for (const done of next.done) done();
      } catch (error) {
        this.writing.delete(key);
        const newer = this.waiting.get(key);
        // What could not be written waits for the next attempt, but never replaces something newer.
        if (!newer) this.waiting.set(key, { draft: next.draft, done: [], failed: [] });
        for (const failed of next.failed) failed(error);
        if (!newer) return;
      }
    }
  }
}

/** Drafts of the minutes, one per officer and inspection. */
export class DraftSaver extends Saver<Draft> {
  constructor(store: Store) {
    super(
      (draft) => store.saveDraft(draft),
      (draft) => keyOf(draft.officerId, draft.recordId),
    );
  }

  /** The newest draft of an inspection while it may not be on the disk yet; null otherwise. */
  pending(officerId: string, recordId: string): Draft | null {
    return this.unsaved(keyOf(officerId, recordId));
  }
}

function keyOf(officerId: string, recordId: string): string {
  return `${officerId} ${recordId}`;
}
