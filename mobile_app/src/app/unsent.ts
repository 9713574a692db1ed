/** How much of an officer's work is not safe at the server yet. */
import type { OutboxItem } from './services';
import type { Store } from '../store/store';
import { queuedCopies } from './copies';
import { draftsOnlyHere, queuedInformations } from './informations-kept';

/** Counts the acts without an answer, the photographs without a byte receipt, copies that were handed over, and information
 * that was taken in. */
export async function unsentOf(store: Store, officerId: string): Promise<number> {
  const { acts, photos } = await heldOf(store, officerId);
  return acts + photos;
}

/** The same in its parts: what is no photograph counts as an act. `bytes` is what is left to send of the photographs,
 * `oldest` when the oldest act or photograph was made, by this phone's clock. */
export interface Held {
  acts: number;
  photos: number;
  bytes: number;
  oldest: string | null;
}

export async function heldOf(store: Store, officerId: string): Promise<Held> {
  const [acts, blobs, copies, informations] = await Promise.all([store.actsInState(officerId, 'waiting'), store.blobsOf(officerId), queuedCopies(store, officerId), queuedInformations(store, officerId)]);
  const photos = blobs.filter((photo) => photo.state !== 'stored');
  const times = [...acts.map((act) => act.act.made_at), ...photos.map(({ takenAt }) => takenAt)].sort();
  return { acts: acts.length + copies + informations, photos: photos.length, bytes: photos.reduce((sum, photo) => sum + photo.size - photo.sentBytes, 0), oldest: times[0] ?? null };
}

/** The same with drafts of informations: what a rescue file would take along, and a lost phone away. */
export async function onPhoneOnly(store: Store, officerId: string): Promise<number> {
  const [unsent, drafts] = await Promise.all([unsentOf(store, officerId), draftsOnlyHere(store, officerId)]);
  return unsent + drafts.length;
}

/** When the oldest of them was made, by this phone's clock; null if all is safe. What was refused
 * for good, and read, waits for nothing. */
export function oldestOf(items: readonly OutboxItem[]): string | null {
  let oldest: string | null = null;
  for (const item of items) {
    const safe = item.state === 'stored' || item.state === 'refused' || (item.kind === 'act' && item.state === 'received');
    const at = item.photo?.takenAt ?? item.act?.act.made_at ?? null;
    if (!safe && at !== null && (oldest === null || at < oldest)) oldest = at;
  }
  return oldest;
}
