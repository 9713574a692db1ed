import { describe, expect, it } from 'vitest';
import { verifyByLibrary, verifyEd25519 } from '../../../src/net/keys';

const data = new TextEncoder().encode('biên nhận');

describe.each([
  ['the browser', verifyEd25519],
  ['the library', verifyByLibrary],
])('%s', (_name, verify) => {
  it('tells a signature that stands from one that does not', async () => {
    const pair = (await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify']));
    const key = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
    const signature = new Uint8Array(await crypto.subtle.sign({ name: 'Ed25519' }, pair.privateKey, data));
    expect(await verify(key, signature, data)).toBe(true);
    expect(await verify(key, signature, new TextEncoder().encode('biên nhậm'))).toBe(false);
    signature[3]! ^= 1;
    expect(await verify(key, signature, data)).toBe(false);
    expect(await verify(key.slice(0, 31), signature, data)).toBe(false);
  });
});
