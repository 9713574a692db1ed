/** Byte receipts, and the only place at which a photograph's bytes are deleted. */
import type { StoredPhoto } from '../domain/model';
import { ReceiptWrong, checkByteReceipt } from '../domain/receipts';
import type { ByteReceipt, FileReceipt } from '../wire';
import { BACKED_UP_THROUGH } from '../store/meta';
import { lackingOf } from './lacking';
import { go, keysOf, type Port, type Round } from './port';
import { RECEIPT_WRONG } from './sentences';

/** The receipt of a photograph, or of a filed document. */
type Stated = ByteReceipt | FileReceipt;

/** How long bytes are kept after they were stored if no backup is configured. */
export const KEPT_MS = 7 * 24 * 3_600_000;

/** Looks for the receipt of each photograph that has none: first in the last sync, then by
 * asking. Returns how many are still missing. */
export async function collectReceipts(port: Port, round: Round): Promise<number> {
  let open = 0;
  for (const photo of await port.store.blobsOf(round.officerId)) {
    if (photo.receipt !== null) continue;
    const document = photo.kind === 'document';
    const told = await port.store.heldOne(round.officerId, document ? 'file_receipt' : 'byte_receipt', photo.id);
    if (!told && photo.state !== 'sent') continue;
    go(round);
    const receipt = (told?.value as Stated | undefined) ?? (await (document ? port.api.fileReceipt(photo.id) : port.api.byteReceipt(photo.id)));
    if (receipt === null || !(await settle(port, photo, receipt))) open += 1;
  }
  return open;
}

/** Checks a receipt against the pinned keys. Only after that does the photograph count as
 * stored. Returns false if the receipt is not believed. */
async function settle(port: Port, photo: StoredPhoto, receipt: Stated): Promise<boolean> {
  if (!(await stands(port, photo, receipt))) {
    if (photo.problem?.code !== RECEIPT_WRONG.code) await port.store.updatePhoto(photo.id, { problem: RECEIPT_WRONG });
    return false;
  }
  const done = { state: 'stored' as const, sentBytes: photo.size, receipt, problem: null, lastError: null };
  await port.store.updatePhoto(photo.id, done);
  return true;
}

/** Deletes the bytes of stored photographs that are no longer needed here. The receipt must
 * verify, and a verified backup must be later than it. If there is no backup, seven days must
 * have passed by the server's clock as this session heard it. */
export async function forgetStored(port: Port, round: Round): Promise<number> {
  const serverNow = port.api.lastContact()?.serverMs ?? null;
  const backedUp = (await port.store.meta<string | null>(BACKED_UP_THROUGH)) ?? null;
  let forgotten = 0;
  const stored = (await port.store.blobsOf(round.officerId)).filter((photo) => photo.chunks > 0 && photo.state === 'stored');
  const lacking = await lackingOf(port, round, stored);
  for (const photo of stored) {
    if (photo.receipt === null) continue;
    const act = await port.store.act(photo.actId);
    // Without its act the photograph belongs to no evidence on the server, so the bytes wait
    // for the act.
    if (act?.state !== 'received' && act?.state !== 'held') continue;
    if (lacking.has(photo.id)) continue;
    if (!mayForget(photo.receipt, backedUp, serverNow) || !(await stands(port, photo, photo.receipt))) continue;
    await port.store.forgetBytes(photo.id, new Date(port.now()).toISOString());
    forgotten += 1;
  }
  return forgotten;
}

export function mayForget(receipt: Pick<Stated, 'stored_at'>, backedUpThrough: string | null, serverNow: number | null): boolean {
  const stored = Date.parse(receipt.stored_at);
  if (Number.isNaN(stored)) return false;
  if (backedUpThrough !== null) return Date.parse(backedUpThrough) > stored;
  return serverNow !== null && serverNow - stored > KEPT_MS;
}

async function stands(port: Port, photo: StoredPhoto, receipt: Stated): Promise<boolean> {
  try {
    await checkByteReceipt(receipt, photo, await keysOf(port), port.verify);
    return true;
  } catch (error) {
    if (error instanceof ReceiptWrong) return false;
    throw error;
  }
}
