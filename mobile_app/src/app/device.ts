/** The device's key: P-256, made on the phone. Its private half never leaves the
 * browser's key store. */
import type { Sign } from '../domain/acts';
import { base64url, canonicalBytes } from '../domain/canonical-json';
import { StorageFull, type DeviceKeyRow, type Store } from '../store/store';
import { Trouble } from './services';

const KEY_UNSTORABLE = {
  vi: 'Trình duyệt này không giữ được khóa của thiết bị. Hãy tắt chế độ ẩn danh hoặc chế độ Phong tỏa (Lockdown), mở ứng dụng từ màn hình chính rồi thử lại.',
  en: 'This browser cannot keep the device key. Leave private browsing or Lockdown Mode, open the app from the home screen, then try again.',
};
const ECDSA = { name: 'ECDSA', hash: 'SHA-256' };

/** Returns the device, or makes it. Raises Trouble `device_key_unstorable` if the browser cannot
 * keep such a key (private windows, iOS Lockdown Mode). A device that would lose its identity
 * must not enrol (PHONE.md pitfall 21). */
export async function ensureDevice(store: Store, madeAt: string): Promise<DeviceKeyRow> {
  const kept = await store.deviceKey();
  return kept && (await signs(kept)) ? kept : newDevice(store, madeAt);
}

/** Makes a new id and key. Acts that were signed before keep the old ones. Raises the same
 * as {@link ensureDevice}. */
export async function newDevice(store: Store, madeAt: string): Promise<DeviceKeyRow> {
  try {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
    const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
    const publicJwk = { kty, crv, x, y } as JsonWebKey;
    await store.setDeviceKey({ deviceId: crypto.randomUUID(), privateKey: pair.privateKey, publicJwk, madeAt });
    const kept = await store.deviceKey();
    if (kept && (await signs(kept))) return kept;
  } catch (error) {
    // A full disk is a different problem with a different remedy. DataCloneError and the like
    // are this one.
    if (error instanceof StorageFull) throw error;
  }
  throw new Trouble('device_key_unstorable', KEY_UNSTORABLE);
}

/** Whether the key, as read back from the store, makes a signature that its
 * public half verifies. */
async function signs(row: DeviceKeyRow): Promise<boolean> {
  const trial = new TextEncoder().encode('thử khóa');
  try {
    const curve = { name: 'ECDSA', namedCurve: 'P-256' };
    const publicKey = await crypto.subtle.importKey('jwk', row.publicJwk, curve, false, ['verify']);
    return await crypto.subtle.verify(ECDSA, publicKey, await crypto.subtle.sign(ECDSA, row.privateKey, trial), trial);
  } catch {
    return false;
  }
}

/** Proves for one sign-in that this phone holds the private half. The one-time code in it
 * makes it usable only once; the device's id and public key alone prove nothing, because
 * many know them. */
export async function proofOf(row: DeviceKeyRow, order: { username: string; otp: string }): Promise<string> {
  const said = { device_id: row.deviceId, otp: order.otp, purpose: 'sign-in', username: order.username };
  return base64url(new Uint8Array(await signer(row)(canonicalBytes(said))));
}

/** Signs with the device's key: raw r‖s, 64 bytes. */
export function signer(row: DeviceKeyRow): Sign {
  return (bytes) => crypto.subtle.sign(ECDSA, row.privateKey, bytes);
}
