import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NotSignedIn, Refused, Unreached } from '../../../src/net/api';
import { Client } from '../../../src/net/client';
import type { SessionAnswer } from '../../../src/wire';
import { Server } from '../support/server';

let server: Server;
let client: Client;
let renewals: SessionAnswer[];

beforeEach(async () => {
  server = await Server.start();
  client = new Client({ fetch: server.fetch, origin: 'http://server.test', now: () => server.clock });
  renewals = [];
});

async function signIn(): Promise<SessionAnswer> {
  const key = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
  const device = { id: crypto.randomUUID(), name: 'x', public_key: { ...(await crypto.subtle.exportKey('jwk', key.publicKey)) } as Record<string, unknown> };
  const answer = await client.signIn({ username: 'lan', password: 'mật khẩu dài', otp: '123456', device });
  use(answer);
  return answer;
}

function use(answer: SessionAnswer): void {
  const tokens = { accessToken: answer.access_token, refreshToken: answer.refresh_token, expiresAt: answer.expires_at };
  client.use(tokens, async (next) => void renewals.push(next));
}

/** A client for whom something happens while the server answers a request of this path. */
function locking(path: string, meanwhile: () => void): { kept: SessionAnswer[]; refresh: (answer: SessionAnswer) => Promise<unknown> } {
  const kept: SessionAnswer[] = [];
  let happened = false;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await server.fetch(input, init);
    if (!happened && typeof input === 'string' && input.endsWith(path)) {
      happened = true;
      meanwhile();
    }
    return response;
  };
  client = new Client({ fetch, origin: 'http://server.test', now: () => server.clock });
  const refresh = (answer: SessionAnswer): Promise<unknown> => {
    const tokens = { accessToken: '', refreshToken: answer.refresh_token, expiresAt: '' };
    client.use(tokens, async (next) => void kept.push(next));
    return client.refresh();
  };
  return { kept, refresh };
}

async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'no failure',
    (error: unknown) => error,
  );
}

describe('a slow line', () => {
  it('gets time for what is sent: a full batch is cut off only where it would not pass at 4 kB/s', async () => {
    await signIn();
    const slow: typeof globalThis.fetch = (_, init) => new Promise((_done, fail) => init?.signal?.addEventListener('abort', () => fail(new Error('aborted'))));
    const answer = await signIn();
    const waiting = new Client({ fetch: slow, origin: 'http://server.test', now: () => server.clock });
    waiting.use({ accessToken: answer.access_token, refreshToken: answer.refresh_token, expiresAt: answer.expires_at }, async () => undefined);
    vi.useFakeTimers();
    try {
      const told: unknown[] = [];
      void failure(waiting.sendActs([{ content: 'x'.repeat(250_000) } as never])).then((error) => told.push(error));
      await vi.advanceTimersByTimeAsync(80_000);
      expect(told).toEqual([]);
      await vi.advanceTimersByTimeAsync(200_000);
      expect(told).toEqual([expect.any(Unreached)]);
      void failure(waiting.sendActs([])).then((error) => told.push(error));
      await vi.advanceTimersByTimeAsync(20_100);
      expect(told).toHaveLength(2);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('an answer that is not our server’s', () => {
  it.each(['page', 'json', 'redirect'] as const)('of a captive portal (%s) is no answer, and no sign-out', async (kind) => {
    await signIn();
    server.faults.portal = kind;
    expect(await failure(client.sync(null, 0))).toMatchObject({ portal: true });
    expect(await failure(client.sendActs([]))).toBeInstanceOf(Unreached);
    expect(await failure(client.refresh())).toBeInstanceOf(Unreached);
    server.faults.portal = null;
    expect((await client.sync(null, 0)).epoch).toBe(server.epoch);
  });

  it('of a proxy whose server restarts is no portal', async () => {
    const proxy = async () => new Response('<html>502</html>', { status: 502, headers: { 'Content-Type': 'text/html' } });
    const behind = new Client({ fetch: proxy, origin: 'http://server.test', now: () => 0 });
    expect(await failure(behind.signIn({ username: 'a', password: 'b', otp: 'c', device: { id: '1', name: 'x', public_key: {} } }))).toMatchObject({
      portal: false,
    });
  });

  it('with 401 but without our problem is no sign-out either', async () => {
    const portal = async () => new Response('Unauthorized', { status: 401, headers: { 'Content-Type': 'text/plain' } });
    const behind = new Client({ fetch: portal, origin: 'http://server.test', now: () => 0 });
    behind.use({ accessToken: 'a', refreshToken: 'r', expiresAt: '2030-01-01T00:00:00Z' }, async () => undefined);
    expect(await failure(behind.sync(null, 0))).toMatchObject({ portal: true });
  });

  it('tells nothing of the server’s clock', async () => {
    server.faults.portal = 'json';
    await failure(client.signIn({ username: 'lan', password: 'x', otp: '1', device: { id: '1', name: 'x', public_key: {} } }));
    expect(client.lastContact()).toBeNull();
  });
});

describe('a token that ended', () => {
  it('is exchanged once, however many calls find it dead', async () => {
    await signIn();
    server.expireAccessTokens();
    await Promise.all([client.sync(null, 0), client.sync(null, 0), client.reference(null), client.sendActs([])]);
    expect(server.log.filter((each) => each === 'POST /sessions/refresh')).toHaveLength(1);
    expect(renewals).toHaveLength(1);
  });

  it('whose exchange has no answer is asked for again with the same token', async () => {
    await signIn();
    server.expireAccessTokens();
    server.faults.cut({ path: '/sessions/refresh', when: 'after' });
    expect(await failure(client.sync(null, 0))).toBeInstanceOf(Unreached);
    server.clock += 10_000;
    expect((await client.sync(null, 0)).more).toBe(false);
  });

  it('whose successor is not stored yet is not replaced: whoever is killed now may ask for it again', async () => {
    const answer = await signIn();
    server.expireAccessTokens();
    let stored: () => void = () => undefined;
    const storing = new Promise<void>((resolve) => (stored = resolve));
    client.use({ accessToken: answer.access_token, refreshToken: answer.refresh_token, expiresAt: answer.expires_at }, () => storing);
    const [first, second] = [client.sync(null, 0), client.reference(null)];
    await new Promise((resolve) => setTimeout(resolve, 20));
    const answered = () => server.log.filter((each) => each !== 'POST /sessions/refresh').length;
    const before = answered();
    await expect(Promise.race([first.then(() => 'sent'), new Promise((resolve) => setTimeout(() => resolve('waits'), 20))])).resolves.toBe('waits');
    const third = client.sync(null, 0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    stored();
    await Promise.all([first, second, third]);
    // Both calls, the one that came meanwhile with the dead token and again, and nothing with the new one before it was stored.
    expect(answered() - before).toBe(4);
  });

  it('and whose session is over is NotSignedIn, said by our server, and not asked again and again', async () => {
    await signIn();
    server.expireAccessTokens();
    server.endSessions();
    expect(await failure(client.sync(null, 0))).toBeInstanceOf(NotSignedIn);
    expect(await failure(client.sync(null, 0))).toMatchObject({ problem: { code: 'not_signed_in' } });
    expect(server.log.filter((each) => each === 'POST /sessions/refresh')).toHaveLength(1);
  });

  it('was exchanged by another tab: the newer one is used, the session lives', async () => {
    const answer = await signIn();
    const other = new Client({ fetch: server.fetch, origin: 'http://server.test', now: () => server.clock });
    let kept = answer.refresh_token;
    const tokens = { accessToken: '', refreshToken: kept, expiresAt: '' };
    const keep = async (next: SessionAnswer) => void (kept = next.refresh_token);
    other.use(tokens, keep, async () => kept);
    client.use(tokens, keep, async () => kept);
    await other.sync(null, 0);
    server.clock += 60_000;
    expect((await client.sync(null, 0)).more).toBe(false);
  });

  it('is exchanged before an upload asks for it, by the server’s clock and not by ours', async () => {
    await signIn();
    server.clock += 14.5 * 60_000;
    await client.authorization();
    expect(renewals).toHaveLength(1);
  });

  it('and is exchanged while the officer locks: the next token is kept for them, and not used', async () => {
    const answer = await signIn();
    const before = locking('/sessions/refresh', () => client.use(null, async () => undefined));
    await before.refresh(answer);
    expect(before.kept).toHaveLength(1);
    expect(await failure(client.sync(null, 0))).toBeInstanceOf(NotSignedIn);
  });

  it('and is exchanged while another officer unlocks: neither gets the token of the other', async () => {
    const first = await signIn();
    server.clock += 1000;
    const second = await signIn();
    const others: SessionAnswer[] = [];
    const unlock = (): void => {
      const tokens = { accessToken: '', refreshToken: second.refresh_token, expiresAt: '' };
      client.use(tokens, async (next) => void others.push(next));
    };
    const before = locking('/sessions/refresh', unlock);
    await before.refresh(first);
    expect(before.kept).toHaveLength(1);
    expect(others).toEqual([]);
    await client.sync(null, 0);
    expect(others).toHaveLength(1);
    expect(others[0]?.refresh_token).not.toBe(before.kept[0]?.refresh_token);
    expect(await client.authorization()).toBe(`Bearer ${others[0]?.access_token}`);
  });

  it('is not sent at all when the officer locks while it is read from the store', async () => {
    const answer = await signIn();
    const tokens = { accessToken: '', refreshToken: answer.refresh_token, expiresAt: '' };
    const lock = async (): Promise<string> => {
      client.use({ ...tokens, refreshToken: 'of another officer' }, async () => undefined);
      return answer.refresh_token;
    };
    client.use(tokens, async (next) => void renewals.push(next), lock);
    expect(await failure(client.refresh())).toBeInstanceOf(Unreached);
    expect(server.log).toEqual(['POST /sessions']);
    expect(renewals).toEqual([]);
  });

  it('never comes back after the officer locked', async () => {
    await signIn();
    client.use(null, async () => undefined);
    expect(await failure(client.sync(null, 0))).toBeInstanceOf(NotSignedIn);
    expect(server.log).toEqual(['POST /sessions']);
  });
});

it('gives a problem of our server with its code and its sentence', async () => {
  const error = await failure(client.signIn({ username: 'lan', password: 'falsch', otp: '1', device: { id: '1', name: 'x', public_key: {} } }));
  expect(error).toBeInstanceOf(Refused);
  expect(error).toMatchObject({ status: 401, problem: { code: 'credentials_wrong', text: { vi: 'vi credentials_wrong' } } });
});

it('has no receipt while the server has none', async () => {
  await signIn();
  expect(await client.byteReceipt(crypto.randomUUID())).toBeNull();
});
