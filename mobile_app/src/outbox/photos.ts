/** Sends originals to the server, oldest first and one at a time. Each upload resumes at
 * the server's offset. */
import { sha256 } from '@noble/hashes/sha2.js';
import { hex } from '../domain/canonical-json';
import type { StoredPhoto } from '../domain/model';
import type { Problem } from '../wire';
import { Unreached } from '../net/api';
import { API } from '../net/request';
import { RoundOver, go, type Port, type Round } from './port';
import { BYTES_DAMAGED, WHY } from './sentences';
import { BytesMissing, CHUNK, SMALL_CHUNK, UploadFailed, upload } from './tus';

/** How often the upload of one photograph starts again within a round before others
 * have their turn. */
const ANEW = 2;
/** Number of "its bytes are on another node" answers (some minutes) after which the phone no
 * longer waits for that node (docs/exchange/offline-sync.md, 503 upload_elsewhere). */
const ELSEWHERE_TRIES = 5;

/** Bytes that are hashed at once. */
const PIECE = 4 * 1024 * 1024;

export interface PhotosSent {
  sent: number;
  /** Failed for a reason that concerns only this photograph; the next round tries again. */
  failed: number;
}

/** Sends all waiting originals. Rejects with Unreached, NotSignedIn or UploadFailed (step
 * `stop`) if the others would fail for the same reason. */
export async function sendPhotos(port: Port, round: Round, pauses?: number[]): Promise<PhotosSent> {
  const total: PhotosSent = { sent: 0, failed: 0 };
  const waiting = (await port.store.blobsOf(round.officerId)).filter(waits);
  waiting.sort((a, b) => a.takenAt.localeCompare(b.takenAt) || a.id.localeCompare(b.id));
  for (const { id } of waiting) {
    go(round);
    const photo = await port.store.photo(id);
    // Its receipt may have arrived meanwhile.
    if (!photo || !waits(photo)) continue;
    if (await sendOne(port, round, photo, pauses)) total.sent += 1;
    else total.failed += 1;
  }
  return total;
}

export function waits(photo: StoredPhoto): boolean {
  return (photo.state === 'waiting' || photo.state === 'sending') && photo.chunks > 0 && photo.receipt === null;
}

async function sendOne(port: Port, round: Round, photo: StoredPhoto, pauses?: number[]): Promise<boolean> {
  let uploadUrl = photo.uploadUrl;
  for (let anew = 0; ; anew++) {
    try {
      await send(port, round, photo, uploadUrl, pauses);
      await port.store.updatePhoto(photo.id, { state: 'sent', sentBytes: photo.size, problem: null, lastError: null, tries: 0 });
      return true;
    } catch (error) {
      if (error instanceof BytesMissing) return park(port, photo, BYTES_DAMAGED);
      if (!(error instanceof UploadFailed)) throw await noted(port, photo, error);
      const step = error.step === 'anew' && anew >= ANEW ? 'later' : error.step;
      if (step === 'park') return park(port, photo, error.problem ?? BYTES_DAMAGED);
      if (step === 'stop') throw await noted(port, photo, error);
      if (step === 'again' || step === 'later') {
        await later(port, photo, error);
        return false;
      }
      if (error.status === 422 && !(await isWhole(port, photo))) return park(port, photo, BYTES_DAMAGED);
      uploadUrl = null;
      await port.store.updatePhoto(photo.id, { uploadUrl: null, sentBytes: 0, lastError: WHY.begunAnew });
    }
  }
}

async function send(port: Port, round: Round, photo: StoredPhoto, uploadUrl: string | null, pauses?: number[]): Promise<void> {
  await upload({
    endpoint: `${port.origin}${API}/uploads`,
    uploadUrl,
    size: photo.size,
    metadata: { photo_id: photo.id, sha256: photo.sha256, filetype: photo.mediaType, inspection_id: photo.recordId, ...(photo.kind ? { kind: photo.kind } : {}) },
    chunkSize: photo.tries >= 2 ? SMALL_CHUNK : CHUNK,
    read: (from, to) => port.store.bytes(photo.id, from, to),
    fetch: port.fetch,
    authorization: async () => {
      go(round);
      const value = await port.api.authorization();
      go(round);
      return value;
    },
    renew: () => port.api.refresh(),
    signal: round.signal,
    onUrl: (url) => port.store.updatePhoto(photo.id, { uploadUrl: url, state: 'sending' }),
    onProgress: (sent) => port.store.updatePhoto(photo.id, { sentBytes: sent, state: 'sending' }),
    ...(pauses ? { pauses } : {}),
  });
}

async function later(port: Port, photo: StoredPhoto, failed: UploadFailed): Promise<void> {
  const tries = photo.tries + 1;
  const gone = failed.problem?.code === 'upload_elsewhere' && tries >= ELSEWHERE_TRIES;
  const change = { state: 'waiting' as const, tries, lastError: failed.problem?.text ?? WHY.noAnswer };
  await port.store.updatePhoto(photo.id, gone ? { ...change, uploadUrl: null, sentBytes: 0 } : change);
}

async function park(port: Port, photo: StoredPhoto, problem: Problem): Promise<false> {
  await port.store.updatePhoto(photo.id, { state: 'parked', problem, lastError: null });
  return false;
}

/** Records in the photograph's row why it was not sent, and returns the error. */
async function noted(port: Port, photo: StoredPhoto, error: unknown): Promise<unknown> {
  if (error instanceof RoundOver) return error;
  const portal = error instanceof Unreached && error.portal;
  const lastError = error instanceof UploadFailed ? (error.problem?.text ?? WHY.noAnswer) : portal ? WHY.portal : WHY.noAnswer;
  const now = await port.store.photo(photo.id);
  if (now && waits(now)) await port.store.updatePhoto(photo.id, { state: 'waiting', tries: photo.tries + 1, lastError });
  return error;
}

/** Whether the bytes on this phone still have the hash that was calculated when the
 * photograph was taken. */
async function isWhole(port: Port, photo: StoredPhoto): Promise<boolean> {
  // Piece by piece: a film does not fit into memory.
  const hash = sha256.create();
  for (let at = 0; at < photo.size; at += PIECE) {
    const bytes = await port.store.bytes(photo.id, at, at + PIECE);
    if (bytes === null) return false;
    hash.update(new Uint8Array(bytes));
  }
  return hex(hash.digest()) === photo.sha256;
}
