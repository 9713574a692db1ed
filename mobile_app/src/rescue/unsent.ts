/** The content of a rescue file: all work of one officer that the server has not confirmed. */
import { draftsOnlyHere, informationsOnlyHere } from '../app/informations-kept';
import { sealingKeyAmong, type SealingKey } from '../app/sealing';
import type { UnsentCounts } from '../app/services';
import { photosHere, type InformationDraft, type QueuedInformation } from '../domain/informations';
import type { StoredAct, StoredPhoto } from '../domain/model';
import { SERVER_KEYS } from '../store/meta';
import type { Store } from '../store/store';
import type { ServerKey } from '../wire';

export interface Unsent {
  acts: StoredAct[];
  photos: StoredPhoto[];
  informations: QueuedInformation[];
  /** Informations that are still being written. */
  drafts: InformationDraft[];
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
 * without a byte receipt, the informations that the server does not have whole, and those that are still being written. The state of a photograph's act does
 * not matter: the act may be received while the bytes are not. */
export async function unsentWork(store: Store, officerId: string): Promise<Unsent> {
  const [all, taken, told] = await Promise.all([store.actsOf(officerId), store.blobsOf(officerId), unsentInformations(store, officerId)]);
  const acts = all.filter((act) => act.state === 'waiting' || act.state === 'parked').sort((a, b) => a.seq - b.seq);
  const photos = taken.filter((photo) => photo.receipt === null && photo.chunks > 0);
  return { acts, photos, ...told };
}

export const sealingKeyOf = async (store: Pick<Store, 'meta'>): Promise<SealingKey | null> => sealingKeyAmong((await store.meta<ServerKey[]>(SERVER_KEYS)) ?? []);

/** Drafts only with a key to seal them to. A phone has it together with the file's own, unless its server takes no informations. */
export async function unsentInformations(store: Pick<Store, 'meta'>, officerId: string): Promise<Pick<Unsent, 'informations' | 'drafts' | 'attachments'>> {
  const [informations, key] = await Promise.all([informationsOnlyHere(store, officerId), sealingKeyOf(store)]);
  const drafts = key === null ? [] : await draftsOnlyHere(store, officerId);
  const photos = [...informations.map((one) => ({ of: one.id, here: photosHere(one) })), ...drafts.map((one) => ({ of: one.id, here: one.photos }))];
  return { informations, drafts, attachments: photos.flatMap(({ of, here }) => here.map(({ id, sha256, size }) => ({ id, informationId: of, sha256, size }))) };
}

/** The counts of the screens. */
export function countsOf({ acts, photos, informations, drafts, attachments }: Unsent): UnsentCounts {
  const files = [...photos, ...attachments];
  return { acts: acts.length, informations: informations.length, drafts: drafts.length, photos: files.length, bytes: files.reduce((sum, file) => sum + file.size, 0) };
}
