/** What is kept on the phone of the informations that one officer takes in, in the store `meta`. */
import { emptyInformation, holdsAnything, isOnlyHere, waitsOf, type InformationDraft, type QueuedInformation, type Typed } from '../domain/informations';
import { informationsOf } from '../store/meta';
import type { Store } from '../store/store';

export interface Kept {
  drafts: InformationDraft[];
  queued: QueuedInformation[];
  /** The epoch to which they were sent. */
  epoch: string | null;
}

const NOTHING: Kept = { drafts: [], queued: [], epoch: null };

/** What was typed in an earlier version of this app has no later fields: they are empty. */
const withAllFields = <T extends { typed: Typed }>(one: T): T => ({ ...one, typed: { ...emptyInformation(null), ...one.typed } });

export async function keptOf(store: Pick<Store, 'meta'>, officerId: string): Promise<Kept> {
  const kept = (await store.meta<Kept>(informationsOf(officerId))) ?? NOTHING;
  return { ...kept, drafts: kept.drafts.map(withAllFields), queued: kept.queued.map(withAllFields) };
}

/** How many informations and photographs of them wait on this phone. */
export async function queuedInformations(store: Pick<Store, 'meta'>, officerId: string): Promise<number> {
  return (await keptOf(store, officerId)).queued.reduce((sum, one) => sum + waitsOf(one), 0);
}

/** Informations, or photographs of them, that the server does not have: what a rescue file takes with it. */
export async function informationsOnlyHere(store: Pick<Store, 'meta'>, officerId: string): Promise<QueuedInformation[]> {
  return (await keptOf(store, officerId)).queued.filter(isOnlyHere);
}

/** Drafts with anything in them: nobody registered them, and a lost phone must not take them with it. */
export async function draftsOnlyHere(store: Pick<Store, 'meta'>, officerId: string): Promise<InformationDraft[]> {
  return (await keptOf(store, officerId)).drafts.filter(holdsAnything);
}
