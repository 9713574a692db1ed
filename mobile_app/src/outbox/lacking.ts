/** Originals for which the server gave a receipt and that it lacks now.
 *
 * Its store lost or damaged them, or a standby took over that had not received them. Originals
 * whose bytes are still on this phone are kept and sent again.
 */
import type { StoredPhoto } from '../domain/model';
import type { FiledView, InspectionView } from '../wire';
import type { Port, Round } from './port';

const FAULTS: ReadonlySet<string | null> = new Set(['missing', 'differs']);

/** Returns those photographs that the server lacks by the last sync although it gave
 * receipts for them. */
export async function lackingOf(port: Port, round: Round, photos: readonly StoredPhoto[]): Promise<Set<string>> {
  const lacking = new Set<string>();
  // Record by record, so that each view is read only once, however many photographs it has.
  const records = new Set(photos.map((photo) => photo.recordId));
  for (const recordId of records) {
    const view = (await port.store.heldOne(round.officerId, 'inspection', recordId))?.value as InspectionView | undefined;
    const told = new Map<string, { custody_fault: string | null; stored_at: string | null }>(view?.photos.map((each) => [each.photo_id, each]));
    // A server before filed documents sends none.
    for (const each of (view as { filed?: FiledView[] } | undefined)?.filed ?? []) told.set(each.file_id, { custody_fault: null, stored_at: each.stored_at });
    for (const photo of photos) {
      const said = told.get(photo.id);
      if (!view || !said) continue;
      // A view from before the bytes were stored says nothing about them.
      const since = photo.receipt !== null && Date.parse(view.updated_at) > Date.parse(photo.receipt.stored_at);
      if (FAULTS.has(said.custody_fault) || (said.stored_at === null && since)) lacking.add(photo.id);
    }
  }
  return lacking;
}

/** Queues such photographs for sending again, each once until the server has it again. */
export async function sendLacking(port: Port, round: Round): Promise<void> {
  const photos = (await port.store.blobsOf(round.officerId)).filter((photo) => photo.state === 'stored' && photo.chunks > 0);
  const lacking = await lackingOf(port, round, photos);
  for (const photo of photos) {
    if (lacking.has(photo.id) === (photo.askedAgain ?? false)) continue;
    const anew = { state: 'waiting' as const, sentBytes: 0, uploadUrl: null, receipt: null, problem: null, lastError: null, tries: 0 };
    await port.store.updatePhoto(photo.id, lacking.has(photo.id) ? { ...anew, askedAgain: true } : { askedAgain: false });
  }
}
