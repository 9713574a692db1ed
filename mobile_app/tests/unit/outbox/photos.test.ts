import { beforeEach, describe, expect, it, vi } from 'vitest';
import { StorageFull } from '../../../src/store/store';
import { LAN, firstDifference, someBytes } from '../support/records';
import { PIN, TestPhone, anInspection } from '../support/phone';
import { Server } from '../support/server';
import { Problems } from '../support/wire';

const SHOP = '01890000-0000-7000-8000-000000000001';
/** Several chunks of 512 kB. */
const LARGE = 1_800_000;
let server: Server;
let phone: TestPhone;

beforeEach(async () => {
  server = await Server.start();
  server.state.inspections.set(SHOP, anInspection(SHOP));
  phone = new TestPhone(server);
  // It sends only when a test says so: on a slow machine it would otherwise continue by itself
  // during a step of the test.
  phone.newsMs = 60_000;
  await phone.start();
  await phone.open('lan');
  await phone.services.visits.open(SHOP);
});

const photo = async (id: string) => (await phone.store.photo(id))!;
const item = (id: string) => phone.services.outbox.items.value.find((each) => each.photo?.id === id);
const summary = () => phone.services.outbox.summary.value;
const send = () => phone.services.outbox.sendNow();

async function offline<T>(work: () => Promise<T>): Promise<T> {
  server.faults.offline = true;
  const result = await work();
  server.faults.offline = false;
  return result;
}

/** Taken without a connection. */
const taken = (size = LARGE, seed = 7) => offline(() => phone.photograph(SHOP, size, seed));

function arrived(id: string, size = LARGE, seed = 7): void {
  const bytes = server.uploads.bytesOf(id);
  expect(bytes && firstDifference(new Uint8Array(bytes).buffer, someBytes(size, seed))).toBeNull();
}

it('arrives byte for byte, is stored only with a verified receipt, and stays on the phone for now', async () => {
  const id = await taken();
  await send();
  arrived(id);
  expect(await photo(id)).toMatchObject({ state: 'stored', sentBytes: LARGE, thumbnailSent: true, receipt: { photo_id: id } });
  expect((await phone.store.bytes(id))?.byteLength).toBe(LARGE);
  await expect.poll(() => item(id)?.state).toBe('stored');
});

it('goes in the order acts, thumbnails, originals; originals oldest first', async () => {
  const first = await taken(1000, 1);
  server.clock += 2_000;
  const second = await taken(1000, 2);
  server.log.length = 0;
  await send();
  const kinds = server.log.filter((each) => /acts|thumbnail|^(POST|PATCH) .uploads/.test(each)).map((each) => each.split(' ').slice(0, 2).join(' '));
  expect(kinds.indexOf('POST /acts')).toBe(0);
  expect(kinds.filter((each) => each.includes('thumbnail'))).toHaveLength(2);
  expect(kinds.lastIndexOf('PUT /photos/*/thumbnail')).toBeLessThan(kinds.indexOf('POST /uploads'));
  expect([...server.uploads.all.values()].map((each) => each.metadata.photo_id)).toEqual([first, second]);
});

describe('cut off', () => {
  it('in the middle, it goes on from where the server stands', async () => {
    const id = await taken();
    server.faults.cut({ path: '/uploads/', method: 'PATCH', when: 'after' });
    await send();
    expect(await photo(id)).toMatchObject({ state: 'waiting', tries: 1 });
    expect(item(id)?.whatToDo?.vi).toContain('tự gửi lại');
    await send();
    arrived(id);
    expect(server.uploads.offsets).toEqual([0, 524_288, 1_048_576, 1_572_864]);
  });

  it('by the end of the app, it goes on at the next start', async () => {
    const id = await taken();
    server.faults.cut({ path: '/uploads/', method: 'PATCH', when: 'after' });
    await send();
    phone.kill();
    await phone.start();
    await phone.services.accounts.unlock(LAN, PIN);
    await send();
    arrived(id);
    expect(server.uploads.offsets).toEqual([0, 524_288, 1_048_576, 1_572_864]);
    expect([...server.uploads.all]).toHaveLength(1);
  });

  it('after its creation, the same photograph finds the same upload again', async () => {
    const id = await taken();
    server.faults.cut({ path: '/uploads', method: 'POST', when: 'after' });
    await send();
    await send();
    arrived(id);
    expect([...server.uploads.all]).toHaveLength(1);
  });

  it('at its very end, it is not sent twice', async () => {
    const id = await taken(1000);
    server.faults.cut({ path: '/uploads/', method: 'PATCH', when: 'after' });
    await send();
    await send();
    expect((await photo(id)).state).toBe('stored');
    expect(server.uploads.offsets).toEqual([0]);
  });
});

describe('an answer of the server', () => {
  const cases: [number, string][] = [
    [408, 'upload_stalled'],
    [409, 'upload_offset_mismatch'],
    [423, 'upload_busy'],
    [460, 'checksum_mismatch'],
    [401, 'not_signed_in'],
    [404, 'not_found'],
    [410, 'upload_gone'],
    [422, 'hash_mismatch'],
  ];
  it.each(cases)('%i %s: the photograph arrives in the same go', async (status, code) => {
    const id = await taken();
    server.uploads.refusals.push(new Problems(status, code));
    await send();
    arrived(id);
    expect((await photo(id)).state).toBe('stored');
  });

  it.each([
    [503, 'no_space'],
    [503, 'storage_full'],
    [429, 'too_many_uploads'],
    [500, 'unexpected'],
  ])('%i %s: it waits with the reason and goes later', async (status, code) => {
    const id = await taken();
    server.uploads.creationRefusals.push(new Problems(status, code, true));
    await send();
    expect(await photo(id)).toMatchObject({ state: 'waiting', lastError: { vi: `vi ${code}` } });
    expect(summary().nextTryAt).not.toBeNull();
    expect(summary().reached).toBe(true);
    await send();
    arrived(id);
  });

  it('413: it is kept and shown, and does not hold up the next one', async () => {
    const large = await taken(2000, 1);
    server.clock += 2_000;
    const next = await taken(1000, 2);
    server.uploads.creationRefusals.push(new Problems(413, 'upload_too_large'));
    await send();
    expect(await photo(large)).toMatchObject({ state: 'parked', problem: { code: 'upload_too_large' }, chunks: 1 });
    expect(item(large)?.whatToDo?.vi).toContain('tệp chưa gửi');
    expect((await photo(next)).state).toBe('stored');
    await phone.services.outbox.retry(item(large)!.key);
    expect((await photo(large)).state).toBe('stored');
  });

  it('503 upload_elsewhere: it waits for that node, the others go; after some rounds a new upload begins', async () => {
    const id = await taken();
    server.faults.cut({ path: '/uploads/', method: 'PATCH', when: 'after' });
    await send();
    const old = (await photo(id)).uploadUrl;
    server.clock += 2_000;
    const other = await taken(1000, 2);
    for (let round = 0; round < 4; round++) {
      server.uploads.refusals.push(new Problems(503, 'upload_elsewhere', true));
      await send();
      expect(await photo(id)).toMatchObject({ state: 'waiting', uploadUrl: round < 3 ? old : null });
    }
    expect((await photo(other)).state).toBe('stored');
    server.uploads.all.delete(old!.split('/').at(-1)!);
    await send();
    arrived(id);
  });
});

it('a portal that answers 200 to everything takes no photograph', async () => {
  const id = await taken();
  server.faults.cut({ path: '/uploads/', method: 'PATCH', when: 'after' });
  await send();
  for (const kind of ['page', 'json', 'redirect'] as const) {
    server.faults.portal = kind;
    await send();
    expect((await photo(id)).state).not.toBe('sent');
  }
  server.faults.portal = null;
  await send();
  arrived(id);
});

it('a token that ends in the middle of an upload is exchanged, and the upload goes on', async () => {
  const id = await taken();
  const release = server.faults.hold('/uploads/');
  const sending = send();
  await expect.poll(() => server.faults.waiting('/uploads/')).toBe(1);
  server.expireAccessTokens();
  release();
  await sending;
  arrived(id);
  expect(server.log).toContain('POST /sessions/refresh');
});

describe('a byte receipt', () => {
  it('that is not there yet leaves the photograph sent, kept and not confirmed', async () => {
    server.uploads.storing = false;
    const id = await taken();
    await send();
    expect(await photo(id)).toMatchObject({ state: 'sent', receipt: null, chunks: 1 });
    expect(summary().unconfirmed).toBe(1);
    expect(item(id)).toMatchObject({ state: 'received' });
    expect(item(id)?.why?.vi).toContain('đang chờ máy chủ xác nhận');
    server.uploads.storing = true;
    await server.uploads.store();
    await send();
    expect((await photo(id)).state).toBe('stored');
  });

  it('with a wrong signature is not believed: nothing is ever forgotten for it', async () => {
    server.uploads.storing = false;
    const id = await taken();
    await send();
    server.forging = true;
    server.uploads.storing = true;
    await server.uploads.store();
    server.backedUpThrough = '2030-01-01T00:00:00Z';
    server.clock += 30 * 86_400_000;
    await phone.signIn('lan');
    await send();
    await send();
    expect(await photo(id)).toMatchObject({ state: 'sent', receipt: null, problem: { code: 'receipt_wrong' } });
    expect((await phone.store.bytes(id))?.byteLength).toBe(LARGE);
    expect(item(id)?.state).toBe('attention');
  });

  it('about other bytes is not believed', async () => {
    server.uploads.storing = false;
    const id = await taken(1000, 1);
    const other = await taken(1001, 2);
    await send();
    server.uploads.storing = true;
    await server.uploads.store();
    server.uploads.receipts.set(id, server.uploads.receipts.get(other)!);
    await send();
    expect(await photo(id)).toMatchObject({ state: 'sent', receipt: null });
  });

  it('under a key that the server never named to a signed-in phone is not believed', async () => {
    const id = await taken();
    server.uploads.storing = false;
    await send();
    // Another key with the same key id: the pinned key stays.
    (server.serverKeys[0] as { public_key: unknown }).public_key = server.forgersKey;
    server.forging = true;
    server.uploads.storing = true;
    await server.uploads.store();
    server.clock += 10_000;
    await send();
    expect((await photo(id)).state).toBe('sent');
  });
});

describe('bytes are forgotten', () => {
  async function afterSync(): Promise<void> {
    server.clock += 10_000;
    await send();
  }

  it('once a verified backup has passed their receipt, and the row stays', async () => {
    const id = await taken();
    await send();
    server.backedUpThrough = '2026-11-24T01:00:00Z';
    await afterSync();
    expect((await photo(id)).chunks).toBe(1);
    server.backedUpThrough = new Date(server.clock + 1000).toISOString();
    await afterSync();
    expect(await photo(id)).toMatchObject({ chunks: 0, state: 'stored', thumbnail: expect.any(ArrayBuffer) });
    expect(await phone.services.visits.photoBytes(id)).toBeNull();
  });

  it('without a backup after seven days of the server’s clock, never by the phone’s', async () => {
    const id = await taken();
    await send();
    phone.clockAhead = 400 * 86_400_000;
    await afterSync();
    expect((await photo(id)).chunks).toBe(1);
    phone.clockAhead = 0;
    server.clock += 6 * 86_400_000;
    await afterSync();
    expect((await photo(id)).chunks).toBe(1);
    server.clock += 86_400_000;
    await afterSync();
    expect((await photo(id)).chunks).toBe(0);
  });

  it('not while their act is parked', async () => {
    server.judge = (act) => (act.type === 'photo.taken' ? { refused: Problems.body(409, 'act_malformed') } : null);
    const id = await taken();
    await send();
    await server.uploads.announced({ photo_id: id, sha256: (await photo(id)).sha256, size: LARGE });
    server.backedUpThrough = new Date(server.clock + 1_000_000).toISOString();
    await afterSync();
    expect(await photo(id)).toMatchObject({ state: 'stored', chunks: 1 });
  });
});

describe('originals only when I say so', () => {
  it('acts and small pictures go, originals wait until the button', async () => {
    await phone.services.settings.set({ originalsOnlyWhenISay: true });
    const id = await taken();
    await send();
    expect(await photo(id)).toMatchObject({ state: 'waiting', thumbnailSent: true });
    expect(summary()).toMatchObject({ waitingActs: 0, heldBack: 1 });
    expect(item(id)?.why?.vi).toContain('chờ bạn');
    await phone.services.outbox.sendOriginalsNow();
    arrived(id);
    const later = await taken(1000, 3);
    await send();
    expect((await photo(later)).state).toBe('waiting');
  });
});

it('bytes that were lost on the server’s side before a receipt are sent once more', async () => {
  server.uploads.storing = false;
  const id = await taken();
  await send();
  server.uploads.all.clear();
  server.uploads.storing = true;
  await send();
  expect((await photo(id)).state).toBe('sent');
  server.clock += 16 * 60_000;
  await send();
  await send();
  arrived(id);
  expect((await photo(id)).state).toBe('stored');
});

it('bytes that are damaged on the phone are found, shown, and hold up nothing', async () => {
  const id = await taken(1000, 1);
  server.clock += 2_000;
  const next = await taken(1000, 2);
  const real = phone.store.bytes.bind(phone.store);
  vi.spyOn(phone.store, 'bytes').mockImplementation(async (photoId, from, to) => (photoId === id ? new ArrayBuffer((to ?? 1000) - (from ?? 0)) : real(photoId, from, to)));
  await send();
  expect(await photo(id)).toMatchObject({ state: 'parked', problem: { code: 'bytes_damaged' } });
  expect((await photo(next)).state).toBe('stored');
});

it('a full disk at the shutter: nothing half-written, the caller keeps the photograph, sending goes on', async () => {
  vi.spyOn(phone.store, 'append').mockRejectedValueOnce(new StorageFull('full'));
  await expect(taken()).rejects.toMatchObject({ code: 'storage_full' });
  server.faults.offline = false;
  const id = await taken();
  await send();
  arrived(id);
});

describe('the server restored to an earlier state', () => {
  it('gets every act and every byte again for which the phone still has them', async () => {
    const before = server.snapshot();
    const id = await taken();
    await send();
    expect((await photo(id)).state).toBe('stored');
    before();
    server.clock += 10_000;
    await send();
    arrived(id);
    expect((await phone.store.actsOf(LAN)).map((each) => each.state)).toEqual(['received', 'received']);
    expect((await photo(id)).state).toBe('stored');
    expect(server.state.acts.size).toBe(2);
  });

  it('and the phone killed while it marks them: at the next start they are marked again', async () => {
    const id = await taken();
    const before = server.snapshot();
    await send();
    before();
    server.clock += 10_000;
    vi.spyOn(phone.store, 'updatePhoto').mockRejectedValueOnce(new Error('killed'));
    await send();
    phone.kill();
    await phone.start();
    await phone.services.accounts.unlock(LAN, PIN);
    await send();
    arrived(id);
    expect((await photo(id)).state).toBe('stored');
  });
});
