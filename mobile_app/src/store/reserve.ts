/** Disk space that is held while there is some and released when the disk is full.
 *
 * Typed text, signatures and the server's receipts then still fit. Without it a full phone could
 * not even record that its photographs are safe, and so could never make room.
 */
import type { Connection } from './connection';
import { noise } from './probing';
import { CHUNK_BYTES } from './schema';
import { StorageFull } from './store';

/** Enough for thousands of rows; a photograph is not meant to fit. */
export const RESERVE_BYTES = 2 * CHUNK_BYTES;

const keyOf = (n: number): string => `reserve:${n}`;

/** On a disk without a free block, every attempt to write may damage existing data (Chromium,
 * tried). Attempts are at least this far apart. */
const PAUSE_MS = 5_000;

export class Reserve {
  private emptySince: number | null = null;

  constructor(
    private readonly db: Connection,
    private readonly bytes: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Raises StorageFull for a short time after a failed write for which no room could be made. */
  check(): void {
    if (this.emptySince !== null && this.now() - this.emptySince < PAUSE_MS) throw new StorageFull('The disk is full, and tried a moment ago');
  }

  /** Raises StorageFull if the space is not held and cannot be taken. Nothing large may
   * be written then. */
  async require(): Promise<void> {
    await this.keep();
    this.emptySince = null;
  }

  /** Takes the space if it is not held already. Raises StorageFull. */
  async keep(): Promise<void> {
    for (let n = 0; n * CHUNK_BYTES < this.bytes; n++) {
      const key = keyOf(n);
      if ((await this.db.read(['meta'], (tx) => tx.objectStore('meta').count(key))) > 0) continue;
      const value = noise(Math.min(CHUNK_BYTES, this.bytes - n * CHUNK_BYTES));
      await this.db.write(['meta'], 'relaxed', (tx) => tx.objectStore('meta').put({ key, value }));
    }
  }

  /** Releases the space. Returns false if none was held, or if the disk does not
   * even allow that. */
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
      // The disk does not even allow the release: see check().
    }
    this.emptySince = released ? null : this.now();
    return released;
  }
}
