/** Bytes that were sent completely but got no receipt: a server's spool can be lost with its disk.
 *
 * After a while the phone asks about the upload again. If it is gone, the photograph is
 * sent once more.
 */
import type { StoredPhoto } from '../domain/model';
import type { Port, Round } from './port';

/** A worker stores within seconds; a queue behind a broken store may take minutes. */
export const RECHECK_MS = 15 * 60_000;

/** When this run of the app first saw each photograph waiting for its receipt. After a start the
 * time is counted again. */
const seen = new Map<string, number>();

/** Queues for sending again what has waited too long. The next round asks with HEAD, which costs
 * one small request if all is well. */
export async function recheckSent(port: Port, round: Round): Promise<void> {
  const now = port.now();
  for (const photo of await port.store.blobsOf(round.officerId)) {
    if (!isUnconfirmed(photo)) {
      seen.delete(photo.id);
      continue;
    }
    const since = seen.get(photo.id) ?? now;
    seen.set(photo.id, since);
    if (now - since < RECHECK_MS) continue;
    seen.set(photo.id, now);
    await port.store.updatePhoto(photo.id, { state: 'waiting' });
  }
}

function isUnconfirmed(photo: StoredPhoto): boolean {
  return photo.state === 'sent' && photo.receipt === null && photo.chunks > 0;
}
