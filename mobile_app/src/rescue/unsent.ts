/** The content of a rescue file: all work of one officer that the server has not confirmed. */
import type { StoredAct, StoredPhoto } from '../domain/model';
import type { Store } from '../store/store';

export interface Unsent {
  acts: StoredAct[];
  photos: StoredPhoto[];
  bytes: number;
}

/** Returns the acts without an answer and those that were refused and parked here, and the
 * photographs whose bytes are here without a byte receipt. The state of a photograph's act does
 * not matter: the act may be received while the bytes are not. */
export async function unsentWork(store: Store, officerId: string): Promise<Unsent> {
  const [all, taken] = await Promise.all([store.actsOf(officerId), store.blobsOf(officerId)]);
  const acts = all.filter((act) => act.state === 'waiting' || act.state === 'parked').sort((a, b) => a.seq - b.seq);
  const photos = taken.filter((photo) => photo.receipt === null && photo.chunks > 0);
  return { acts, photos, bytes: photos.reduce((sum, photo) => sum + photo.size, 0) };
}
