/** Tests whether a number of bytes still fits on the disk by writing them.
 *
 * Only a write can tell: `navigator.storage.estimate()` promises gigabytes on a full disk
 * (PHONE.md pitfall 14).
 */
import type { Connection } from './connection';
import { CHUNK_BYTES } from './schema';

/** Writes this many bytes in chunks and always deletes them again. Raises StorageFull. */
export async function probe(connection: Connection, bytes: number): Promise<void> {
  // Remains of an earlier run that was killed.
  await clear(connection);
  const chunk = noise(Math.min(bytes, CHUNK_BYTES));
  try {
    for (let written = 0; written < bytes; written += chunk.byteLength) {
      const part = chunk.slice(0, Math.min(chunk.byteLength, bytes - written));
      await connection.write(['probe'], 'strict', (tx) => tx.objectStore('probe').add(part));
    }
  } finally {
    await clear(connection);
  }
}

function clear(connection: Connection): Promise<void> {
  return connection.write(['probe'], 'relaxed', (tx) => tx.objectStore('probe').clear());
}

/** Returns random bytes, because browsers compress what they write: zeros would take no room. */
export function noise(size: number): ArrayBuffer {
  const out = new Uint8Array(size);
  const most = 65_536; // per call (Web Crypto §10.1.1)
  for (let at = 0; at < size; at += most) crypto.getRandomValues(out.subarray(at, Math.min(size, at + most)));
  return out.buffer;
}
