/** A photograph's bytes in the store `chunks`. */
import type { Read, Write } from './connection';
import { CHUNK_BYTES } from './schema';

/** How many records this many bytes take. */
export function chunkCount(size: number): number {
  return Math.ceil(size / CHUNK_BYTES);
}

/** Stores the bytes as part of the caller's transaction. */
export async function putChunks(tx: Write, photoId: string, bytes: ArrayBuffer): Promise<void> {
  for (let n = 0; n < chunkCount(bytes.byteLength); n++) {
    // One record at a time: a second copy of the whole photograph would be too much for
    // a small phone.
    await tx.objectStore('chunks').put({ photoId, n, bytes: bytes.slice(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES) });
  }
}

/** Reads bytes `from` … `to` (exclusive, within the photograph) and only the records that hold
 * them. Null if a record is missing. */
export async function readChunks(tx: Read, photoId: string, from: number, to: number): Promise<ArrayBuffer | null> {
  const first = Math.floor(from / CHUNK_BYTES);
  const last = Math.floor(Math.max(from, to - 1) / CHUNK_BYTES);
  const out = new Uint8Array(to - from);
  for (let n = first; n <= last; n++) {
    const row = await tx.objectStore('chunks').get([photoId, n]);
    if (!row) return null;
    const start = Math.max(from, n * CHUNK_BYTES);
    const end = Math.min(to, n * CHUNK_BYTES + row.bytes.byteLength);
    if (end > start) out.set(new Uint8Array(row.bytes, start - n * CHUNK_BYTES, end - start), start - from);
  }
  return out.buffer;
}
