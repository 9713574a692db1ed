/** Sends small pictures before the large ones, so that the desk sees what is coming. They are
 * never evidence, so a refused one is not sent again. */
import { sha256Hex } from '../domain/canonical-json';
import { Refused } from '../net/api';
import { go, type Port, type Round } from './port';

/** The server's limit. */
const MOST = 64 * 1024;

/** Sends the thumbnails of photographs whose act the server has. Rejects as the Api does
 * for passing failures. */
export async function sendThumbnails(port: Port, round: Round): Promise<void> {
  for (const photo of await port.store.blobsOf(round.officerId)) {
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
