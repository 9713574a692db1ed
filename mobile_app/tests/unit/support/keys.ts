/** Keys for tests: a phone's (P-256) and a server's (Ed25519), both by WebCrypto. */
import type { Sign } from '../../../src/domain/acts';
import { base64url, canonicalBytes } from '../../../src/domain/canonical-json';
import type { Verify } from '../../../src/domain/receipts';
import type { ServerKey } from '../../../src/wire';

const ECDSA = { name: 'ECDSA', hash: 'SHA-256' };

export async function phoneKey(): Promise<{ sign: Sign; check(signature: Uint8Array<ArrayBuffer>, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> }> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  return {
    sign: (bytes) => crypto.subtle.sign(ECDSA, pair.privateKey, bytes),
    check: (signature, bytes) => crypto.subtle.verify(ECDSA, pair.publicKey, signature, bytes),
  };
}

export async function serverKey(keyId: string): Promise<{ key: ServerKey; sign<T extends object>(rest: T): Promise<T & { key_id: string; signature: string }> }> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']));
  const { x } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return {
    key: { key_id: keyId, use: 'receipt', public_key: { kty: 'OKP', crv: 'Ed25519', x: x ?? '' } },
    async sign(rest) {
      const signed = { ...rest, key_id: keyId };
      const signature = await crypto.subtle.sign('Ed25519', pair.privateKey, canonicalBytes(signed));
      return { ...signed, signature: base64url(new Uint8Array(signature)) };
    },
  };
}

export const verify: Verify = async (publicKey, signature, data) => {
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', key, signature, data);
};
