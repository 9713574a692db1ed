/** Originals that the server had given a receipt for and lacks now: its store lost or damaged them, or a standby took over that
 * had not heard of them. While this phone has the bytes they are kept, and sent again. */
import type { StoredPhoto } from '../domain/model';
import type { InspectionView } from '../wire';
import type { Port, Round } from './port';

const FAULTS: ReadonlySet<string | null> = new Set(['missing', 'differs']);

/** Those of these photographs that the server, as the last sync told, lacks although it gave their receipts. */
export async function lackingOf(port: Port, round: Round, photos: readonly StoredPhoto[]): Promise<Set<string>> {
  const lacking = new Set<string>();
  // One record after the other: its view is read once, however many photographs it has.
  const records = new Set(photos.map((photo) => photo.recordId));
  for (const recordId of records) {
    const view = (await port.store.heldOne(round.officerId, 'inspection', recordId))?.value as InspectionView | undefined;
    const told = new Map(view?.photos.map((each) => [each.photo_id, each]));
    for (const photo of photos) {
      const said = told.get(photo.id);
      if (!view || !said) continue;
      // What was told before the bytes were stored says nothing of them.
      const since = photo.receipt !== null && Date.parse(view.updated_at) > Date.parse(photo.receipt.stored_at);
      if (FAULTS.has(said.custody_fault) || (said.stored_at === null && since)) lacking.add(photo.id);
    }
  }
  return lacking;
}

/** Puts such photographs back among what is to be sent, each once until the server has it again. */
export async function sendLacking(port: Port, round: Round): Promise<void> {
  const photos = (await port.store.photosOf(round.officerId)).filter((photo) => photo.state === 'stored' && photo.chunks > 0);
  const lacking = await lackingOf(port, round, photos);
  for (const photo of photos) {
    if (lacking.has(photo.id) === (photo.askedAgain ?? false)) continue;
    const anew = { state: 'waiting' as const, sentBytes: 0, uploadUrl: null, receipt: null, problem: null, lastError: null, tries: 0 };
    await port.store.updatePhoto(photo.id, lacking.has(photo.id) ? { ...anew, askedAgain: true } : { askedAgain: false });
  }
}
