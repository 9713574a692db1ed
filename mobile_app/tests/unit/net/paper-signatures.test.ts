/** The maker's signature over the wire: what is sent, and an answer that is none. */
import { describe, expect, it } from 'vitest';
import { Unreached } from '../../../src/net/api';
import { Client } from '../../../src/net/client';

const VIEW = { written: 'w', form: 'BB-KT', form_name: { vi: 'a', en: 'b' }, number: '1', seen: '0'.repeat(64), content_mark: '2680 0bd6 5885 995a', may_sign: false, why: null, certificate: null, certificate_until: null, files: [] };

function answering(body: unknown): { client: Client; asked: [string, RequestInit][] } {
  const asked: [string, RequestInit][] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    asked.push([typeof input === 'string' ? input : '', init ?? {}]);
    return new Response(JSON.stringify(body), { status: 200, headers: { 'Content-Type': 'application/json', Date: new Date(0).toUTCString() } });
  };
  const client = new Client({ fetch, origin: 'http://server.test', now: () => 0 });
  client.use({ accessToken: 'a', refreshToken: 'r', expiresAt: '2030-01-01T00:00:00Z' }, async () => undefined);
  return { client, asked };
}

describe('the maker’s signature', () => {
  it('goes with what was seen, the passphrase and the code, and in no address', async () => {
    const { client, asked } = answering(VIEW);
    expect(await client.signPaper('i', 'w', VIEW.seen, 'mật khẩu', '123456')).toEqual(VIEW);
    const [address, init] = asked[0]!;
    expect(address).toContain('/inspections/i/papers/w/signature');
    expect(address).not.toContain('mật');
    expect(JSON.parse(init.body as string)).toEqual({ seen: VIEW.seen, passphrase: 'mật khẩu', code: '123456' });
  });

  it('is not believed from an answer of another shape', async () => {
    const { client } = answering({ welcome: 'wifi' });
    await expect(client.signPaper('i', 'w', VIEW.seen, 'x', null)).rejects.toBeInstanceOf(Unreached);
    await expect(client.paperSignature('i', 'w')).rejects.toBeInstanceOf(Unreached);
  });
});
