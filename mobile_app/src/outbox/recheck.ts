/** Bytes that were sent whole but get no receipt: a server's spool can be lost with its disk. After a while the upload is looked at
 * again; where it is gone the photograph is sent once more. */
import type { StoredPhoto } from '../domain/model';
import type { Port, Round } from './port';

/** A worker stores within seconds; a queue behind a broken store may take minutes. */
export const RECHECK_MS = 15 * 60_000;

/** When each photograph was first seen waiting for its receipt, by this run of the app; a start counts as a new look. */
const seen = new Map<string, number>();

/** Puts what has waited too long back among what is to be sent: the next round asks with HEAD, which costs one small request where all is well. */
export async function recheckSent(port: Port, round: Round): Promise<void> {
  const now = port.now();
  for (const photo of await port.store.photosOf(round.officerId)) {
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
