/** What goes into a rescue file: all of one officer's work that the server has not said to have. */
import type { StoredAct, StoredPhoto } from '../domain/model';
import type { Store } from '../store/store';

export interface Unsent {
  acts: StoredAct[];
  photos: StoredPhoto[];
  bytes: number;
}

/** Acts without an answer, and those that were refused and parked here; photographs whose bytes are here and that have no
 * byte receipt, whatever became of their act: an act may be received while its bytes are not. */
export async function unsentWork(store: Store, officerId: string): Promise<Unsent> {
  const [all, taken] = await Promise.all([store.actsOf(officerId), store.photosOf(officerId)]);
  const acts = all.filter((act) => act.state === 'waiting' || act.state === 'parked').sort((a, b) => a.seq - b.seq);
  const photos = taken.filter((photo) => photo.receipt === null && photo.chunks > 0);
  return { acts, photos, bytes: photos.reduce((sum, photo) => sum + photo.size, 0) };
}
