/** Verification of the server's receipts on the phone: Ed25519 (RFC 8032) over the RFC 8785 form
 * of everything but `signature`. */
import type { ByteReceipt, FileReceipt, Receipt, ServerKey } from '../wire';
import { actHash } from './acts';
import { canonicalBytes, canonicalHash, fromBase64url } from './canonical-json';
import type { Act } from './model';

/** A receipt does not agree with its signature or with our own calculation. It is not believed;
 * the data on the phone stay as they were. */
export class ReceiptWrong extends Error {}

/** Checks an Ed25519 signature and returns false if it is not valid. Passed in: WebCrypto, or
 * @noble/curves where WebCrypto lacks Ed25519. */
export type Verify = (
  publicKey: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  data: Uint8Array<ArrayBuffer>,
) => Promise<boolean>;

/** The signed bytes of a receipt or a byte receipt. */
export function signedPart(receipt: Receipt | ByteReceipt | FileReceipt): Uint8Array<ArrayBuffer> {
  const { signature: _, ...rest } = receipt;
  return canonicalBytes(rest);
}

/** The hash that binds an act to its place in its record: DESIGN.md
 * §4 (entries), backend/ledger/rules/ledger.py. */
export function entryHash(receipt: Receipt): Promise<string> {
  const { act_hash, record_id, number, previous_hash, received_at } = receipt;
  return canonicalHash({ act_hash, record_id, number, previous_hash, received_at });
}

/** Checks that a receipt belongs to this act, that its hashes are right, and that it is
 * signed. Raises ReceiptWrong. */
export async function checkReceipt(receipt: Receipt, act: Act, keys: readonly ServerKey[], verify: Verify): Promise<void> {
  await checkSignature(receipt, keys, verify);
  if (receipt.act_id !== act.id || receipt.record_id !== act.record.id || receipt.act_hash !== (await actHash(act))) {
    throw new ReceiptWrong(`the receipt for act ${act.id} is about something else`);
  }
  if (receipt.entry_hash !== (await entryHash(receipt))) {
    throw new ReceiptWrong(`the entry hash of act ${act.id} is not the hash of its parts`);
  }
}

/** Checks a byte receipt: the server's signed statement that it has stored these bytes. Raises
 * ReceiptWrong. Bytes may be deleted only after this check. */
export async function checkByteReceipt(
  receipt: ByteReceipt | FileReceipt,
  photo: { id: string; sha256: string; size: number },
  keys: readonly ServerKey[],
  verify: Verify,
): Promise<void> {
  await checkSignature(receipt, keys, verify);
  if (('file_id' in receipt ? receipt.file_id : receipt.photo_id) !== photo.id || receipt.sha256 !== photo.sha256 || receipt.size !== photo.size) {
    throw new ReceiptWrong(`the byte receipt of ${photo.id} is about other bytes`);
  }
}

/** The raw Ed25519 key (32 bytes) from a server key's JWK; null for a key of another kind. */
export function ed25519Key(key: ServerKey): Uint8Array<ArrayBuffer> | null {
  const jwk: unknown = key.public_key;
  if (typeof jwk !== 'object' || jwk === null) return null;
  const { kty, crv, x } = jwk as Record<string, unknown>;
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string') return null;
  const raw = fromBase64url(x);
  return raw.length === 32 ? raw : null;
}

async function checkSignature(receipt: Receipt | ByteReceipt | FileReceipt, keys: readonly ServerKey[], verify: Verify): Promise<void> {
  const named = keys.find((key) => key.key_id === receipt.key_id && key.use === 'receipt');
  const raw = named ? ed25519Key(named) : null;
  if (!raw) throw new ReceiptWrong(`signed with the key ${receipt.key_id}, which the server never named for receipts`);
  let stands = false;
  try {
    stands = await verify(raw, fromBase64url(receipt.signature), signedPart(receipt));
  } catch (error) {
    throw new ReceiptWrong(`a signature that cannot be read: ${String(error)}`);
  }
  if (!stands) throw new ReceiptWrong('a signature that does not stand under what it signs');
}
