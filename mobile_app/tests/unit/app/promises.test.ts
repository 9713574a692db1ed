/** Promises to this phone hold after a restore, a failover and a rotation of the server's keys. */
import { beforeEach, expect, it } from 'vitest';
import { LAN } from '../support/records';
import { aPhone, anInspection, type TestPhone } from '../support/phone';
import { Server } from '../support/server';
import type { Json } from '../support/wire';

const SHOP = '01890000-0000-7000-8000-000000000001';
const LATER = '2030-01-01T00:00:00Z';
let server: Server;
let phone: TestPhone;

beforeEach(async () => {
  server = await Server.start();
  server.state.inspections.set(SHOP, anInspection(SHOP));
  phone = await aPhone(server);
  await phone.open('lan');
  await phone.services.visits.open(SHOP);
});

const states = async () => (await phone.store.actsOf(LAN)).map((each) => each.state);
const photo = async (id: string) => (await phone.store.photo(id))!;
const send = () => phone.services.outbox.sendNow();

async function contact(): Promise<void> {
  await phone.services.syncNow();
  await send();
}

/** From now on another key signs; the previous one is still named. */
function rotate(): void {
  server.keyId = 'k2';
  server.forging = true;
  server.serverKeys.unshift({ key_id: 'k2', use: 'receipt', public_key: server.forgersKey });
}

it('bytes that the restore lost go again, though their act came back with the backup', async () => {
  await phone.services.settings.set({ originalsOnlyWhenISay: true });
  const id = await phone.photograph(SHOP);
  await send();
  const back = server.snapshot();
  await phone.services.outbox.sendOriginalsNow();
  expect((await photo(id)).state).toBe('stored');
  back();
  await phone.services.settings.set({ originalsOnlyWhenISay: false });
  await contact();
  expect(server.uploads.receipts.size).toBe(1);
  expect(server.uploads.bytesOf(id)).toBeDefined();
});

it('bytes that were let go are waited for by nobody after a restore', async () => {
  const back = server.snapshot();
  const id = await phone.photograph(SHOP);
  server.backedUpThrough = LATER;
  await contact();
  await contact();
  expect((await photo(id)).chunks).toBe(0);
  back();
  await contact();
  expect(await states()).toEqual(['received', 'received']);
  expect(await photo(id)).toMatchObject({ state: 'stored', problem: null });
  expect(phone.services.outbox.summary.value).toMatchObject({ waitingPhotos: 0, needsAttention: 0 });
});

it('a failover that lost something is told as a restore is', async () => {
  await send();
  const { epoch } = server;
  const back = server.snapshot();
  await phone.photograph(SHOP);
  await send();
  back();
  server.epoch = epoch;
  await contact();
  await expect.poll(() => phone.services.restores.told.value).not.toBeNull();
  expect(await states()).toEqual(['received', 'received']);
});

it('a phone that was away while keys were rotated believes what both signed, old receipts given again too', async () => {
  await send();
  const first = await phone.photograph(SHOP, 1000, 1);
  await send();
  rotate();
  server.epoch = crypto.randomUUID();
  const second = await phone.photograph(SHOP, 1000, 2);
  await contact();
  expect(await states()).toEqual(['received', 'received', 'received']);
  const receipts = await Promise.all([first, second].map(async (id) => (await photo(id)).receipt?.key_id));
  expect(receipts).toEqual(['k1', 'k2']);
  expect(phone.services.outbox.summary.value.needsAttention).toBe(0);
  server.backedUpThrough = LATER;
  await contact();
  expect(await Promise.all([first, second].map(async (id) => (await photo(id)).chunks))).toEqual([0, 0]);
});

it('keys that are rotated in the middle of a round alarm nobody beyond the next', async () => {
  await send();
  const id = await phone.photograph(SHOP);
  server.judge = () => {
    if (server.keyId === 'k1') rotate();
    return null;
  };
  await send();
  expect((await states()).at(-1)).toBe('waiting');
  expect((await photo(id)).chunks).toBeGreaterThan(0);
  await contact();
  expect((await states()).at(-1)).toBe('received');
  await expect.poll(() => phone.services.outbox.summary.value.needsAttention).toBe(0);
});

it('a key that is known does not become another under its name', async () => {
  const [receipt, rescue] = server.serverKeys as [Json, Json];
  server.serverKeys.splice(0, 2, rescue, { ...receipt, public_key: server.forgersKey });
  server.forging = true;
  await phone.photograph(SHOP);
  await contact();
  expect((await states()).at(-1)).toBe('waiting');
  await expect.poll(() => phone.services.outbox.summary.value.needsAttention).toBeGreaterThan(0);
});

it('bytes whose receipt does not verify are not let go', async () => {
  const id = await phone.photograph(SHOP);
  await send();
  const { receipt } = await photo(id);
  await phone.store.updatePhoto(id, { receipt: { ...receipt!, signature: 'A'.repeat(86) } });
  server.backedUpThrough = LATER;
  await contact();
  expect((await photo(id)).chunks).toBeGreaterThan(0);
});

it('a clock that was set back makes no wait for colleagues without end', async () => {
  const back = server.snapshot();
  await phone.photograph(SHOP);
  await send();
  back();
  const lacking = { type: 'about:blank', title: '', status: 409, code: 'photos_not_in_force', text: { vi: 'x', en: 'x' }, retryable: false, detail: null };
  server.judge = (act) => (act.type === 'photo.taken' ? { refused: lacking } : null);
  await contact();
  expect((await states()).at(-1)).toBe('waiting');
  phone.clockAhead -= 40 * 24 * 3_600_000;
  await send();
  expect((await states()).at(-1)).toBe('parked');
});

it('who gave up waiting waits again after the next restore, and sees what a supervisor dismissed', async () => {
  const back = server.snapshot();
  await phone.photograph(SHOP);
  await send();
  const lacking = { type: 'about:blank', title: '', status: 409, code: 'photos_not_in_force', text: { vi: 'x', en: 'x' }, retryable: false, detail: null };
  back();
  server.judge = (act) => (act.type === 'photo.taken' ? { refused: lacking } : null);
  await contact();
  const item = () => phone.services.outbox.items.value.find((each) => each.kind === 'photo')!;
  server.faults.offline = true;
  await phone.services.outbox.waitNoLonger(item().key);
  server.faults.offline = false;
  server.epoch = crypto.randomUUID();
  await contact();
  expect((await states()).at(-1)).toBe('waiting');
  await expect.poll(() => item().awaited).toBe(true);

  server.judge = () => ({ held: { code: 'not_on_team', text: { vi: 'Đã giữ', en: 'Kept' } } });
  await send();
  const [act] = (await phone.store.actsOf(LAN)).slice(-1);
  server.state.inspections.set(SHOP, { ...anInspection(SHOP, 'opened'), quarantined: [{ act_id: act!.id, decided: 'dismissed' }] });
  await contact();
  await expect.poll(() => phone.services.outbox.items.value.find((each) => each.act?.id === act!.id)?.why?.vi).toContain('không đưa vào hồ sơ');
});
