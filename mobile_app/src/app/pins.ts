/** A PIN of six digits wraps the refresh token: without it, what lies on the disk opens no session.
 *
 * 600,000 rounds of PBKDF2-SHA256 (OWASP's figure of 2023) make a guess cost a good part of a second on a phone. It is a lock against who
 * finds the phone, not against who copies its disk and has a machine room; that session ends at the desk (device revoked).
 */

export const PIN_ROUNDS = 600_000;

/** A key that stays in memory while the officer works, and how it was made. */
export interface PinKey {
  key: CryptoKey;
  salt: ArrayBuffer;
  iterations: number;
}

export interface Wrapped {
  salt: ArrayBuffer;
  iterations: number;
  iv: ArrayBuffer;
  wrapped: ArrayBuffer;
}

export function isPin(text: string): boolean {
  return /^[0-9]{6}$/.test(text);
}

/** A key for a new PIN. */
export function newPinKey(pin: string, iterations = PIN_ROUNDS): Promise<PinKey> {
  return derive(pin, crypto.getRandomValues(new Uint8Array(16)).buffer, iterations);
}

export async function wrap(pin: PinKey, token: string): Promise<Wrapped> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const wrapped = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, pin.key, new TextEncoder().encode(token));
  return { salt: pin.salt, iterations: pin.iterations, iv: iv.buffer, wrapped };
}

/** The token and the key, or null for a wrong PIN. */
export async function unwrap(pin: string, row: Wrapped): Promise<{ token: string; key: PinKey } | null> {
  const key = await derive(pin, row.salt, row.iterations);
  const token = await unwrapWith(key, row);
  return token === null ? null : { token, key };
}

/** The token under a key that is in memory already, or null where it was wrapped with another. */
export async function unwrapWith(pin: PinKey, row: Wrapped): Promise<string | null> {
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: row.iv }, pin.key, row.wrapped));
  } catch {
    // OperationError: the tag does not fit.
    return null;
  }
}

async function derive(pin: string, salt: ArrayBuffer, iterations: number): Promise<PinKey> {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  const key = await crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  return { key, salt, iterations };
}
