/** Seals what tells who informed to the informants' key of the server (age, X25519): this phone has its public half only, so
 * nothing on its disk, in its rescue files or on its way can be read without the server (decision 0063). */
import type { ServerKey } from '../wire';

export interface SealingKey {
  keyId: string;
  /** `age1…`. */
  recipient: string;
}

/** The key to seal to, among those that the server sent: the one it named last. Null if it sent none yet. */
export function sealingKeyAmong(keys: readonly ServerKey[]): SealingKey | null {
  const found = keys.filter((key) => key.use === 'informants').at(-1);
  return found && typeof found.public_key === 'string' ? { keyId: found.key_id, recipient: found.public_key } : null;
}

/** Returns an age file that holds these bytes. */
export async function seal({ recipient }: SealingKey, plain: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return new Uint8Array(await encrypter.encrypt(plain));
}

/** Bytes in base64 (RFC 4648 §4). */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
