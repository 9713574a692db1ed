/** Documents that are being filed: drafts, and the bytes of their parts in the store `chunks`.
 *
 * A part is copied record by record, so that no file is in memory as a whole. Once it is filed, its
 * bytes are those of a row of `photos`, as a photograph's are, and are sent and forgotten like them.
 */
import { chunkCount, readChunks } from './chunks';
import type { Connection, Names, Write } from './connection';
import type { FilingRows } from './filing-rows';
import { follows } from './following';
import { deleteChunks } from './strays';

type Writes = <T>(stores: Names[], durability: 'strict' | 'relaxed', work: (tx: Write) => Promise<T>) => Promise<T>;

/** `small` and `large` write with and without the reserve of space, as the store does. */
export function filingRows(db: Connection, small: Writes, large: (stores: Names[], work: (tx: Write) => Promise<void>) => Promise<void>, tell: (table: string, recordId: string) => void): FilingRows {
  return {
    get: (officerId, id) => db.read(['filings'], (tx) => tx.objectStore('filings').get([officerId, id])),
    async ofRecord(officerId, recordId) {
      const key = IDBKeyRange.only([officerId, recordId]);
      const found = await db.read(['filings'], (tx) => tx.objectStore('filings').index('byRecord').getAll(key));
      return found.sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    async save(draft, dropped = []) {
      if (dropped.length === 0) await small(['filings'], 'relaxed', (tx) => tx.objectStore('filings').put(draft));
      else {
        await small(['filings', 'chunks'], 'strict', async (tx) => {
          await tx.objectStore('filings').put(draft);
          await deleteChunks(tx, dropped);
        });
      }
      tell('filings', draft.recordId);
    },
    async drop(draft) {
      await small(['filings', 'chunks'], 'strict', async (tx) => {
        const now = (await tx.objectStore('filings').get([draft.officerId, draft.id])) ?? draft;
        await tx.objectStore('filings').delete([draft.officerId, draft.id]);
        await deleteChunks(tx, [...draft.parts, ...now.parts].map((part) => part.id));
        if (now.pdf) await deleteChunks(tx, [now.pdf]);
      });
      tell('filings', draft.recordId);
    },
    putPart: (partId, n, bytes) =>
      large(['chunks'], async (tx) => {
        await tx.objectStore('chunks').put({ photoId: partId, n, bytes });
      }),
    dropPart: (partId) => small(['chunks'], 'strict', (tx) => deleteChunks(tx, [partId])),
    partBytes: (partId, from, to) => db.read(['photos', 'chunks'], (tx) => readChunks(tx, partId, from, to)),
    async append(act, head, row, draft) {
      await small(['acts', 'heads', 'photos', 'chunks', 'filings'], 'strict', async (tx) => {
        if (!(await follows(tx, act, head))) return;
        await tx.objectStore('photos').add({ ...row, chunks: chunkCount(row.size) });
        await tx.objectStore('filings').delete([draft.officerId, draft.id]);
        await deleteChunks(tx, draft.parts.filter((part) => part.id !== row.id).map((part) => part.id));
      });
      for (const table of ['acts', 'photos', 'filings']) tell(table, act.recordId);
    },
  };
}
