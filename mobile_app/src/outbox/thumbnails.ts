/** Small pictures before the large ones: the desk sees what is coming. Never evidence, so a refusal is the end of it. */
import { sha256Hex } from '../domain/canonical-json';
import { Refused } from '../net/api';
import { go, type Port, type Round } from './port';

/** What the server takes. */
const MOST = 64 * 1024;

/** Sends those of photographs whose act is there. Rejects as the Api does for passing failures. */
export async function sendThumbnails(port: Port, round: Round): Promise<void> {
  for (const photo of await port.store.photosOf(round.officerId)) {
    if (photo.thumbnail === null || photo.thumbnailSent || photo.state === 'stored') continue;
    const act = await port.store.act(photo.actId);
    if (act?.state !== 'received' && act?.state !== 'held') continue;
    go(round);
    if (photo.thumbnail.byteLength <= MOST) {
      try {
        await port.api.sendThumbnail(photo.id, await sha256Hex(photo.thumbnail), photo.thumbnail);
      } catch (error) {
        if (!(error instanceof Refused) || error.status >= 500 || error.status === 429) throw error;
      }
    }
    await port.store.updatePhoto(photo.id, { thumbnailSent: true });
  }
}
