import { beforeEach, describe, expect, it } from 'vitest';
import { LAN } from '../support/records';
import { PIN, aPhone, anInspection, type TestPhone } from '../support/phone';
import { Server } from '../support/server';
import { recipientAmong } from '../../../src/rescue/rescue';
import { SERVER_KEYS, cursorOf } from '../../../src/store/meta';
import type { ServerKey } from '../../../src/wire';

const SHOP = '01890000-0000-7000-8000-000000000001';
const STALL = '01890000-0000-7000-8000-000000000002';
let server: Server;
let phone: TestPhone;

beforeEach(async () => {
  server = await Server.start();
  server.state.inspections.set(SHOP, anInspection(SHOP)).set(STALL, anInspection(STALL));
  phone = await aPhone(server);
  await phone.open('lan');
});

const held = async () => (await phone.store.held(LAN, 'inspection')).map((row) => row.id);
const sync = async () => {
  server.clock += 10_000;
  return phone.services.syncNow();
};

describe('a cursor that has expired', () => {
  it('means everything anew: what the server no longer names is gone, unsent work stays', async () => {
    server.faults.offline = true;
    await phone.services.visits.open(SHOP);
    const photoId = await phone.photograph(SHOP);
    server.faults.offline = false;
    server.state.inspections.delete(STALL);
    await phone.store.setMeta(cursorOf(LAN), 'too old');
    expect(await sync()).toBe(true);
    expect(await held()).toEqual([SHOP]);
    expect(await phone.store.actsOf(LAN)).toHaveLength(2);
    expect(await phone.store.bytes(photoId)).not.toBeNull();
  });

  it('and a net that fails in between leaves what was here', async () => {
    await phone.store.setMeta(cursorOf(LAN), 'too old');
    server.faults.cut({ path: '/sync', when: 'after', times: 3 });
    expect(await sync()).toBe(false);
    expect(await held()).toEqual([SHOP, STALL]);
  });
});

it('says false where the server was not reached, and keeps what it has', async () => {
  server.faults.offline = true;
  expect(await sync()).toBe(false);
  server.faults.offline = false;
  server.faults.portal = 'json';
  expect(await sync()).toBe(false);
  expect(await held()).toEqual([SHOP, STALL]);
});

it('a phone that lost its data continues the log behind what the server has', async () => {
  await phone.services.visits.open(SHOP);
  await phone.services.outbox.sendNow();
  const device = (await phone.store.deviceKey())!;
  const fresh = await aPhone(server);
  await fresh.store.setDeviceKey(device);
  await fresh.open('lan');
  await fresh.services.visits.open(STALL);
  await fresh.services.outbox.sendNow();
  expect([...server.state.acts.values()].map((each) => each.act.seq)).toEqual([1, 2]);
  const [first, second] = [...server.state.acts.values()];
  expect(second!.act.prev).toBe((first!.result.receipt as { act_hash: string }).act_hash);
  fresh.kill();
});

it('a standby that had not heard the latest gets it again, within the same epoch', async () => {
  await phone.services.visits.open(SHOP);
  await phone.services.outbox.sendNow();
  const { epoch } = server;
  const fallBack = server.snapshot();
  await phone.photograph(SHOP);
  await phone.services.outbox.sendNow();
  fallBack();
  server.epoch = epoch;
  server.uploads.all.clear();
  await sync();
  await phone.services.outbox.sendNow();
  expect(server.state.acts.size).toBe(2);
  expect([...server.uploads.receipts]).toHaveLength(1);
});

it('acts bear the latest token of the server’s time', async () => {
  await phone.services.visits.open(SHOP);
  expect((await phone.store.actsOf(LAN))[0]?.act.anchor).toMatch(/^anchor \d+$/);
});

describe('a phone whose clock is two days ahead', () => {
  it('works, sends and signs in, and the difference is measured', async () => {
    phone.clockAhead = 2 * 86_400_000;
    server.clock += 10_000;
    await phone.services.visits.open(SHOP);
    await phone.services.outbox.sendNow();
    expect((await phone.store.actsOf(LAN)).map((each) => each.state)).toEqual(['received']);
    expect(phone.services.health.clockOffsetMs.value).toBe(-2 * 86_400_000);
    await phone.services.accounts.lock();
    await phone.services.accounts.unlock(LAN, PIN);
    expect(await sync()).toBe(true);
    expect(phone.services.accounts.signInNeeded.value).toBeNull();
  });
});

it('forms are there in each version that was synced', async () => {
  const rows = [1, 2].map((version) => ({ officerId: LAN, kind: 'form', id: `BB-KT/${version}`, value: { form: 'BB-KT', version, schema: { version } } }));
  await phone.store.applySync(LAN, rows, [], {}, false);
  expect(await phone.services.newestVersion('BB-KT')).toBe(2);
  expect(await phone.services.form('BB-KT', 1)).toEqual({ version: 1 });
  expect(await phone.services.form('BB-KKT', 1)).toBeNull();
});

it('encrypts a rescue file to the recipient that the server names now, and forgets no key by which it checked', async () => {
  const rescue = (key_id: string) => ({ key_id, use: 'rescue', public_key: `age1${key_id}` });
  const before = server.serverKeys.splice(0);
  const recipient = async () => recipientAmong((await phone.store.meta<ServerKey[]>(SERVER_KEYS)) ?? []);
  for (const [named, use] of [['first', 'age1first'], ['second', 'age1second'], ['first', 'age1first']] as const) {
    server.serverKeys.splice(0, server.serverKeys.length, ...before, rescue(named));
    await sync();
    expect(await recipient()).toBe(use);
  }
  const known = ((await phone.store.meta<ServerKey[]>(SERVER_KEYS)) ?? []).map((key) => key.key_id);
  expect(known.sort()).toEqual([...before.map((key) => (key as { key_id: string }).key_id), 'first', 'second'].sort());
});
