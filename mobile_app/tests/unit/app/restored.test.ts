/** The server went back to an earlier state. The phone sends again what it has receipts for, in
 * whatever order the team's phones connect. */
import { beforeEach, expect, it } from 'vitest';
import { OTHERS_MS } from '../../../src/app/restores';
import { LAN } from '../support/records';
import { PIN, aPhone, anInspection, type TestPhone } from '../support/phone';
import { Server } from '../support/server';
import type { Json } from '../support/wire';

const SHOP = '01890000-0000-7000-8000-000000000001';
const LACKING = { type: 'about:blank', title: '', status: 409, code: 'photos_not_in_force', text: { vi: 'thiếu ảnh', en: 'lacking' }, retryable: false, detail: null };
let server: Server;
let phone: TestPhone;

beforeEach(async () => {
  server = await Server.start();
  server.state.inspections.set(SHOP, anInspection(SHOP));
  phone = await aPhone(server);
  await phone.open('lan');
});

const acts = () => phone.store.actsOf(LAN);
const states = async () => (await acts()).map((each) => each.state);
const told = () => phone.services.restores.told.value;
const refusesTheLast = (act: Json) => (act.seq === 2 ? { refused: LACKING } : null);

/** The server has two acts, then goes back to a state before both. */
async function restored(): Promise<void> {
  const back = server.snapshot();
  await phone.services.visits.open(SHOP);
  await phone.photograph(SHOP);
  await phone.services.outbox.sendNow();
  expect(await states()).toEqual(['received', 'received']);
  back();
}

async function contact(): Promise<void> {
  await phone.services.syncNow();
  await phone.services.outbox.sendNow();
}

it('what stood there before waits for the colleague whose phone brings what it needs', async () => {
  await restored();
  server.judge = refusesTheLast;
  await contact();
  expect(await states()).toEqual(['received', 'waiting']);
  const item = phone.services.outbox.items.value.find((each) => each.kind === 'photo');
  expect(item?.state).toBe('waiting');
  expect(item?.why?.vi).toContain('đồng nghiệp');
  expect(phone.services.outbox.summary.value.needsAttention).toBe(0);

  server.judge = () => null;
  await phone.services.outbox.sendNow();
  expect(await states()).toEqual(['received', 'received']);
});

it('but needs a person once nobody brought it for three days', async () => {
  await restored();
  server.judge = refusesTheLast;
  await contact();
  phone.clockAhead += OTHERS_MS + 60_000;
  await phone.services.outbox.sendNow();
  expect(await states()).toEqual(['received', 'parked']);
});

it('or as soon as the officer no longer wants to wait; and is told for what it waits', async () => {
  await restored();
  server.judge = refusesTheLast;
  await contact();
  const item = phone.services.outbox.items.value.find((each) => each.kind === 'photo');
  expect(item?.why?.vi).toContain('còn thiếu ảnh');
  expect(item?.awaited).toBe(true);
  await phone.services.outbox.waitNoLonger(item!.key);
  expect(await states()).toEqual(['received', 'parked']);
  expect((await acts())[1]?.problem?.code).toBe('photos_not_in_force');

  server.judge = () => null;
  await phone.services.outbox.retry(item!.key);
  expect(await states()).toEqual(['received', 'received']);
});

it('what was held shows as taken up once it was admitted', async () => {
  server.judge = (act) => (act.seq === 2 ? { held: { code: 'minutes_unknown', text: { vi: 'Đã giữ', en: 'Kept' } } } : null);
  await phone.services.visits.open(SHOP);
  await phone.photograph(SHOP);
  await phone.services.outbox.sendNow();
  const held = () => phone.services.outbox.items.value.find((each) => each.act?.seq === 2);
  await expect.poll(() => held()?.whatToDo?.vi).toContain('Người có thẩm quyền sẽ xem');

  const act_id = (await acts())[1]!.id;
  const told = { ...anInspection(SHOP, 'opened'), quarantined: [{ act_id, decided: 'admitted' }] };
  server.state.inspections.set(SHOP, told);
  await contact();
  await expect.poll(() => held()?.whatToDo).toBeNull();
  expect(held()?.why).toBeNull();
});

it('what never stood there needs a person at once', async () => {
  await restored();
  await contact();
  server.judge = (act) => (act.seq === 3 ? { refused: LACKING } : null);
  await phone.photograph(SHOP, 1000, 8);
  await phone.services.outbox.sendNow();
  expect(await states()).toEqual(['received', 'received', 'parked']);
});

it('is told, until the officer has read it; after another start too', async () => {
  await contact();
  expect(told()).toBeNull();
  await restored();
  await contact();
  await expect.poll(told).not.toBeNull();
  phone.kill();
  await phone.start();
  await phone.services.accounts.unlock(LAN, PIN);
  await expect.poll(told).not.toBeNull();
  await phone.services.restores.read();
  await expect.poll(told).toBeNull();
  await contact();
  expect(told()).toBeNull();
});

it('twice in a row is told twice', async () => {
  const first = server.snapshot();
  await restored();
  await contact();
  await phone.services.restores.read();
  first();
  server.clock += 1000;
  phone.clockAhead += 1000;
  await contact();
  await expect.poll(told).not.toBeNull();
  await expect.poll(states).toEqual(['received', 'received']);
});
