/** Copies over the wire: nothing secret in an address, and answers that are none. */
import { describe, expect, it } from 'vitest';
import { Unreached } from '../../../src/net/api';
import { Client } from '../../../src/net/client';

const HANDED = { id: 'c', document: {}, second_code: 'ABCD-EFGH-JKMN', expires_at: '2027-02-27T00:00:00Z', ticket: 'sealed', qr: 'https://a/verify/x#y' };

function answering(body: BodyInit, kind = 'application/json'): { client: Client; asked: [string, RequestInit][] } {
  const asked: [string, RequestInit][] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    asked.push([typeof input === 'string' ? input : '', init ?? {}]);
    return new Response(body, { status: 200, headers: { 'Content-Type': kind, Date: new Date(0).toUTCString() } });
  };
  const client = new Client({ fetch, origin: 'http://server.test', now: () => 0 });
  client.use({ accessToken: 'a', refreshToken: 'r', expiresAt: '2030-01-01T00:00:00Z' }, async () => undefined);
  return { client, asked };
}

describe('a copy for the party', () => {
  it('is printed by its ticket, which stands in no address; a picture is asked for as one', async () => {
    const { client, asked } = answering(new Uint8Array([137, 80]), 'image/png');
    await client.printCopy('7K2M', { ticket: 'sealed', layout: 'picture_58', appointment: null });
    expect(asked[0]![0]).toBe('http://server.test/api/mobile/v1/copies/7K2M/print');
    expect(JSON.parse(asked[0]![1].body as string)).toEqual({ ticket: 'sealed', layout: 'picture_58', appointment: null });
    await expect(client.printCopy('7K2M', { ticket: 'sealed', layout: 'slip_58', appointment: null })).rejects.toBeInstanceOf(Unreached);
  });

  it('is not believed from an answer of another shape', async () => {
    expect(await answering(JSON.stringify(HANDED)).client.giveCopy('7K2M', { id: 'i', replaces: null })).toEqual(HANDED);
    const { client } = answering('{"welcome": "wifi"}');
    await expect(client.giveCopy('7K2M', { id: 'i', replaces: null })).rejects.toBeInstanceOf(Unreached);
    await expect(client.copies('7K2M')).rejects.toBeInstanceOf(Unreached);
    await expect(client.handCopy('7K2M', { id: 'h', copy_id: null, way: 'a4', receiver: 'x', appointment: null, handed_at: '2026-11-24T03:00:00Z' })).rejects.toBeInstanceOf(Unreached);
  });
});
