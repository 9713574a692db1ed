/** A PIN of six digits wraps the refresh token. Without the PIN, the data on the disk
 * open no session.
 *
 * 600,000 rounds of PBKDF2-SHA256 (OWASP's figure of 2023) make each guess cost a good part of a
 * second on a phone. This protects against somebody who finds the phone, but not against
 * somebody who copies its disk and has much computing power. In that case the session is ended
 * at the desk (device revoked).
 */

export const PIN_ROUNDS = 600_000;

/** A key that stays in memory while the officer works, and the parameters from which
 * it was derived. */
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

/** Derives a key for a new PIN. */
export function newPinKey(pin: string, iterations = PIN_ROUNDS): Promise<PinKey> {
  return derive(pin, crypto.getRandomValues(new Uint8Array(16)).buffer, iterations);
}

export async function wrap(pin: PinKey, token: string): Promise<Wrapped> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const wrapped = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, pin.key, new TextEncoder().encode(token));
  return { salt: pin.salt, iterations: pin.iterations, iv: iv.buffer, wrapped };
}

/** Returns the token and the key, or null for a wrong PIN. */
export async function unwrap(pin: string, row: Wrapped): Promise<{ token: string; key: PinKey } | null> {
  const key = await derive(pin, row.salt, row.iterations);
  const token = await unwrapWith(key, row);
  return token === null ? null : { token, key };
}

/** Returns the token by a key that is in memory already, or null if it was wrapped with another. */
export async function unwrapWith(pin: PinKey, row: Wrapped): Promise<string | null> {
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: row.iv }, pin.key, row.wrapped));
  } catch {
    // OperationError: the authentication tag does not match.
    return null;
  }
}

async function derive(pin: string, salt: ArrayBuffer, iterations: number): Promise<PinKey> {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  const key = await crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  return { key, salt, iterations };
}
