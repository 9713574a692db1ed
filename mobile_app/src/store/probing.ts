/** Whether so many bytes still fit: the only answer is to write them. `navigator.storage.estimate()` promises gigabytes on a
 * full disk (PHONE.md pitfall 14). */
import type { Connection } from './connection';
import { CHUNK_BYTES } from './schema';

/** Writes so many bytes in chunks and deletes them, whatever happens. Raises StorageFull. */
export async function probe(connection: Connection, bytes: number): Promise<void> {
  // What an earlier run left that was killed in the middle.
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

/** Random, because browsers compress what they write: zeros would take no room. */
export function noise(size: number): ArrayBuffer {
  const out = new Uint8Array(size);
  const most = 65_536; // per call (Web Crypto §10.1.1)
  for (let at = 0; at < size; at += most) crypto.getRandomValues(out.subarray(at, Math.min(size, at + most)));
  return out.buffer;
}
