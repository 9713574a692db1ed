import { beforeEach, expect, it } from 'vitest';
import { PIN, aPhone, anInspection, type TestPhone } from '../support/phone';
import { Server } from '../support/server';
import { LAN, MINH } from '../support/records';
import { Problems, type Json } from '../support/wire';

const SHOP = '01890000-0000-7000-8000-000000000001';
let server: Server;
let phone: TestPhone;
let owner = MINH;

const view = (): Json => ({ ...anInspection(SHOP, 'opened'), minutes_flow: 2, minutes_owner: owner });

beforeEach(async () => {
  owner = MINH;
  server = await Server.start();
  server.state.inspections.set(SHOP, view());
  server.judge = (act) => (act.type === 'inspection.announced' && owner !== act.officer_id ? { refused: Problems.body(409, 'not_minutes_owner', false) } : null);
  phone = await aPhone(server);
  await phone.open('lan');
});

it('a step that is somebody else’s for now waits by itself, says for what, and goes once the leader has named this officer', async () => {
  // An announcement takes the place of the submission here: the server in memory judges as
  // it is told.
  await phone.services.visits.announce(SHOP, null);
  await phone.services.outbox.sendNow();
  const act = async () => (await phone.store.actsOf(LAN))[0];
  expect((await act())?.state).toBe('parked');
  const [item] = phone.services.outbox.items.value;
  expect(item).toMatchObject({ state: 'waiting', whatToDo: { vi: expect.stringContaining('Trưởng Đoàn giao bạn lập biên bản') } });
  expect(phone.services.outbox.summary.value).toMatchObject({ waitingActs: 1, needsAttention: 0 });

  await phone.services.outbox.sendNow();
  expect((await act())?.state, 'it is still another officer’s').toBe('parked');

  phone.kill();
  await phone.start();
  await phone.services.accounts.unlock(LAN, PIN);
  owner = LAN;
  server.state.inspections.set(SHOP, view());
  await phone.services.outbox.sendNow();
  expect((await act())?.state).toBe('received');
  expect(phone.services.outbox.summary.value).toMatchObject({ waitingActs: 0, needsAttention: 0 });
});
