/** The content of a rescue file: all work of one officer that the server has not confirmed. */
import { informationsOnlyHere } from '../app/informations';
import type { UnsentCounts } from '../app/services';
import { photosHere, type QueuedInformation } from '../domain/informations';
import type { StoredAct, StoredPhoto } from '../domain/model';
import type { Store } from '../store/store';

export interface Unsent {
  acts: StoredAct[];
  photos: StoredPhoto[];
  informations: QueuedInformation[];
  /** Sealed photographs of informations whose bytes are here. */
  attachments: UnsentAttachment[];
}

export interface UnsentAttachment {
  id: string;
  informationId: string;
  sha256: string;
  size: number;
}

/** Returns the acts without an answer and those that were refused and parked here, the photographs whose bytes are here
 * without a byte receipt, and the informations that the server does not have whole. The state of a photograph's act does
 * not matter: the act may be received while the bytes are not. */
export async function unsentWork(store: Store, officerId: string): Promise<Unsent> {
  const [all, taken, told] = await Promise.all([store.actsOf(officerId), store.blobsOf(officerId), unsentInformations(store, officerId)]);
  const acts = all.filter((act) => act.state === 'waiting' || act.state === 'parked').sort((a, b) => a.seq - b.seq);
  const photos = taken.filter((photo) => photo.receipt === null && photo.chunks > 0);
  return { acts, photos, ...told };
}

export async function unsentInformations(store: Pick<Store, 'meta'>, officerId: string): Promise<Pick<Unsent, 'informations' | 'attachments'>> {
  const informations = await informationsOnlyHere(store, officerId);
  return { informations, attachments: informations.flatMap((one) => photosHere(one).map(({ id, sha256, size }) => ({ id, informationId: one.id, sha256, size }))) };
}

/** The counts of the screens. */
export function countsOf({ acts, photos, informations, attachments }: Unsent): UnsentCounts {
  const files = [...photos, ...attachments];
  return { acts: acts.length, informations: informations.length, photos: files.length, bytes: files.reduce((sum, file) => sum + file.size, 0) };
}
