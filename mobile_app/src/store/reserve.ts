/** Room that is held while there is some, and given up when the disk is full: so that what is typed, a signature, and the server's
 * receipts still find a place. Without it a full phone could not even note that its photographs are safe, and so never make room. */
import type { Connection } from './connection';
import { noise } from './probing';
import { CHUNK_BYTES } from './schema';
import { StorageFull } from './store';

/** Thousands of rows; a photograph is not meant to fit. */
export const RESERVE_BYTES = 2 * CHUNK_BYTES;

const keyOf = (n: number): string => `reserve:${n}`;

/** On a disk without a free block every try to write may damage what is there (Chromium, tried): not more often than this. */
const PAUSE_MS = 5_000;

export class Reserve {
  private emptySince: number | null = null;

  constructor(
    private readonly db: Connection,
    private readonly bytes: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Raises StorageFull just after a write failed for which no room could be made. */
  check(): void {
    if (this.emptySince !== null && this.now() - this.emptySince < PAUSE_MS) throw new StorageFull('The disk is full, and tried a moment ago');
  }

  /** Raises StorageFull where the room is not held and cannot be had: then nothing large may be written. */
  async require(): Promise<void> {
    await this.keep();
    this.emptySince = null;
  }

  /** Takes the room, where it is not held already. Raises StorageFull. */
  async keep(): Promise<void> {
    for (let n = 0; n * CHUNK_BYTES < this.bytes; n++) {
      const key = keyOf(n);
      if ((await this.db.read(['meta'], (tx) => tx.objectStore('meta').count(key))) > 0) continue;
      const value = noise(Math.min(CHUNK_BYTES, this.bytes - n * CHUNK_BYTES));
      await this.db.write(['meta'], 'relaxed', (tx) => tx.objectStore('meta').put({ key, value }));
    }
  }

  /** Gives it up. False where nothing was held, or the disk does not even take that. */
  async release(): Promise<boolean> {
    const range = IDBKeyRange.bound('reserve:', 'reserve:\uffff');
    let released = false;
    try {
      released = await this.db.write(['meta'], 'strict', async (tx) => {
        const held = await tx.objectStore('meta').count(range);
        if (held > 0) await tx.objectStore('meta').delete(range);
        return held > 0;
      });
    } catch {
      // Not even that: see check().
    }
    this.emptySince = released ? null : this.now();
    return released;
  }
}
