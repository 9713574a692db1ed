/** The server's signed word, checked by our own arithmetic. Ed25519 (RFC 8032) over the RFC 8785 form of all but `signature`. */
import type { ByteReceipt, Receipt, ServerKey } from '../wire';
import { actHash } from './acts';
import { canonicalBytes, canonicalHash, fromBase64url } from './canonical-json';
import type { Act } from './model';

/** The server said something that its signature or our arithmetic does not bear out: believed in nothing, kept as it was. */
export class ReceiptWrong extends Error {}

/** Checks an Ed25519 signature; false where it does not stand. Passed in: WebCrypto, or @noble/curves where that lacks it. */
export type Verify = (
  publicKey: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  data: Uint8Array<ArrayBuffer>,
) => Promise<boolean>;

/** The bytes under a receipt's or a byte receipt's signature. */
export function signedPart(receipt: Receipt | ByteReceipt): Uint8Array<ArrayBuffer> {
  const { signature: _, ...rest } = receipt;
  return canonicalBytes(rest);
}

/** The hash that binds an act to its place in its record: docs of entries in DESIGN.md §4, backend/ledger/rules/ledger.py. */
export function entryHash(receipt: Receipt): Promise<string> {
  const { act_hash, record_id, number, previous_hash, received_at } = receipt;
  return canonicalHash({ act_hash, record_id, number, previous_hash, received_at });
}

/** Checks that a receipt is about this very act, adds up, and is signed. Raises ReceiptWrong. */
export async function checkReceipt(receipt: Receipt, act: Act, keys: readonly ServerKey[], verify: Verify): Promise<void> {
  await checkSignature(receipt, keys, verify);
  if (receipt.act_id !== act.id || receipt.record_id !== act.record.id || receipt.act_hash !== (await actHash(act))) {
    throw new ReceiptWrong(`the receipt for act ${act.id} is about something else`);
  }
  if (receipt.entry_hash !== (await entryHash(receipt))) {
    throw new ReceiptWrong(`the entry hash of act ${act.id} is not the hash of its parts`);
  }
}

/** Checks the server's word that these bytes are in its store. Raises ReceiptWrong; only after it may bytes be forgotten. */
export async function checkByteReceipt(
  receipt: ByteReceipt,
  photo: { id: string; sha256: string; size: number },
  keys: readonly ServerKey[],
  verify: Verify,
): Promise<void> {
  await checkSignature(receipt, keys, verify);
  if (receipt.photo_id !== photo.id || receipt.sha256 !== photo.sha256 || receipt.size !== photo.size) {
    throw new ReceiptWrong(`the byte receipt of ${photo.id} is about other bytes`);
  }
}

/** The raw Ed25519 key (32 bytes) of a server key's JWK; null for a key of another kind. */
export function ed25519Key(key: ServerKey): Uint8Array<ArrayBuffer> | null {
  const jwk: unknown = key.public_key;
  if (typeof jwk !== 'object' || jwk === null) return null;
  const { kty, crv, x } = jwk as Record<string, unknown>;
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string') return null;
  const raw = fromBase64url(x);
  return raw.length === 32 ? raw : null;
}

async function checkSignature(receipt: Receipt | ByteReceipt, keys: readonly ServerKey[], verify: Verify): Promise<void> {
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
