/** Verification of Ed25519 signatures: by the browser (Chromium ≥ 137, Safari ≥ 17), else by a
 * library that is loaded only when needed. */
import type { Verify } from '../domain/receipts';

/** Returns false if the signature is not valid. */
export const verifyEd25519: Verify = async (publicKey, signature, data) => {
  let key: CryptoKey;
  try {
    key = await crypto.subtle.importKey('raw', publicKey, { name: 'Ed25519' }, false, ['verify']);
  } catch (error) {
    // A wrong key gives a DataError, an unknown algorithm a NotSupportedError.
    if (error instanceof DOMException && error.name === 'DataError') return false;
    return verifyByLibrary(publicKey, signature, data);
  }
  return crypto.subtle.verify({ name: 'Ed25519' }, key, signature, data);
};

/** The same result without the browser's support. */
export const verifyByLibrary: Verify = async (publicKey, signature, data) => {
  const { ed25519 } = await import('@noble/curves/ed25519.js');
  try {
    // zip215: false means strictly RFC 8032, as the server signs.
    return ed25519.verify(signature, data, publicKey, { zip215: false });
  } catch {
    return false;
  }
};
