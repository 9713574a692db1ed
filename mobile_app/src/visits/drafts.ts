/** Drafts on their way to the disk: one save at a time for each, always the newest, never one behind another. */
import type { Draft } from '../domain/model';
import type { Store } from '../store/store';

interface Waiting {
  draft: Draft;
  done: (() => void)[];
  failed: ((error: unknown) => void)[];
}

export class DraftSaver {
  /** Typed and not yet on the disk, by officer and inspection. */
  private readonly waiting = new Map<string, Waiting>();
  /** What is being written now. */
  private readonly writing = new Map<string, Draft>();

  constructor(private readonly store: Store) {}

  /** Resolves when this draft, or a newer one of the same inspection, is on the disk. Where that failed the draft is kept and
   * written with the next save or flush. */
  save(draft: Draft): Promise<void> {
    const key = keyOf(draft.officerId, draft.recordId);
    return new Promise((done, failed) => {
      const before = this.waiting.get(key);
      this.waiting.set(key, { draft, done: [...(before?.done ?? []), done], failed: [...(before?.failed ?? []), failed] });
      if (!this.writing.has(key)) void this.run(key);
    });
  }

  /** Writes everything that waits; rejects where that failed. */
  async flush(): Promise<void> {
    const keys = new Set([...this.writing.keys(), ...this.waiting.keys()]);
    const drafts = [...keys].flatMap((key) => this.waiting.get(key)?.draft ?? this.writing.get(key) ?? []);
    await Promise.all(drafts.map((draft) => this.save(draft)));
  }

  /** The newest draft of an inspection while it is not surely on the disk; null otherwise. */
  pending(officerId: string, recordId: string): Draft | null {
    const key = keyOf(officerId, recordId);
    return this.waiting.get(key)?.draft ?? this.writing.get(key) ?? null;
  }

  private async run(key: string): Promise<void> {
    for (let next = this.waiting.get(key); next; next = this.waiting.get(key)) {
      this.waiting.delete(key);
      this.writing.set(key, next.draft);
      try {
        await this.store.saveDraft(next.draft);
        this.writing.delete(key);
        for (const done of next.done) done();
      } catch (error) {
        this.writing.delete(key);
        const newer = this.waiting.get(key);
        // What could not be written waits for the next try, but never in place of something newer.
        if (!newer) this.waiting.set(key, { draft: next.draft, done: [], failed: [] });
        for (const failed of next.failed) failed(error);
        if (!newer) return;
      }
    }
  }
}

function keyOf(officerId: string, recordId: string): string {
  return `${officerId} ${recordId}`;
}
