/** Room that is held while there is some, and given up when the disk is full: so that what is typed, a signature, and the server's
 * receipts still find a place. Without it a full phone could not even note that its photographs are safe, and so never make room. */
import type { Connection } from './connection';
import { noise } from './probing';
import { CHUNK_BYTES } from './schema';

/** Thousands of rows; a photograph is not meant to fit. */
export const RESERVE_BYTES = 2 * CHUNK_BYTES;

const keyOf = (n: number): string => `reserve:${n}`;

export class Reserve {
  constructor(
    private readonly db: Connection,
    private readonly bytes: number,
  ) {}

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
    try {
      return await this.db.write(['meta'], 'strict', async (tx) => {
        const held = await tx.objectStore('meta').count(range);
        if (held > 0) await tx.objectStore('meta').delete(range);
        return held > 0;
      });
    } catch {
      return false;
    }
  }
}
