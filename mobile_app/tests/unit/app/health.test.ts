import { beforeEach, expect, it, vi } from 'vitest';
import { aPhone, anInspection, type TestPhone } from '../support/phone';
import { Server } from '../support/server';
import { StorageFull } from '../../../src/store/store';

const SHOP = '01890000-0000-7000-8000-000000000001';
let server: Server;
let phone: TestPhone;

beforeEach(async () => {
  server = await Server.start();
  server.state.inspections.set(SHOP, anInspection(SHOP));
  phone = await aPhone(server);
  await phone.store.setMeta('probeBytes', 1000);
  await phone.open('lan');
});

const codes = async () => (await phone.services.health.mayBegin()).map((each) => each.code);

it('an installed app with room may begin a visit', async () => {
  expect(phone.services.health.standalone.value).toBe(true);
  expect(phone.services.health.persisted.value).toBe(true);
  expect(await codes()).toEqual([]);
});

it('a tab of the browser may not, and says how to install', async () => {
  phone.kill();
  phone.standalone = false;
  await phone.start();
  expect(await codes()).toEqual(['not_installed']);
  expect((await phone.services.health.mayBegin())[0]?.text.vi).toContain('màn hình chính');
});

it('a full disk may not, whatever the browser promises', async () => {
  vi.spyOn(phone.store, 'probe').mockRejectedValue(new StorageFull('full'));
  expect(await codes()).toEqual(['no_room']);
  expect(await phone.services.health.probe(5)).toBe(false);
});

it('a browser that promises nothing may, until much is unsent', async () => {
  phone.kill();
  phone.persisted = false;
  await phone.start();
  await phone.services.accounts.unlock('01890000-0000-7000-8000-00000000aaaa', '135790');
  server.faults.offline = true;
  await phone.services.visits.open(SHOP);
  expect(await codes()).toEqual([]);
  for (let taken = 0; taken < 10; taken++) await phone.photograph(SHOP, 10, taken + 1);
  expect(await codes()).toEqual(['not_persisted']);
});

it('the oldest unsent thing is known, and none once all is safe', async () => {
  server.faults.offline = true;
  await phone.services.visits.open(SHOP);
  server.clock += 30 * 3_600_000;
  await phone.photograph(SHOP);
  await expect.poll(() => phone.services.health.oldestUnsent.value).toBe('2026-11-24T02:00:00Z');
  server.faults.offline = false;
  await phone.services.outbox.sendNow();
  await expect.poll(() => phone.services.health.oldestUnsent.value).toBeNull();
});

it('a clock that was set back since the last contact is told without a connection', async () => {
  await phone.services.syncNow();
  expect(Math.abs(phone.services.health.clockOffsetMs.value ?? NaN)).toBeLessThan(2_000);
  phone.kill();
  server.faults.offline = true;
  server.clock -= 700 * 86_400_000;
  await phone.start();
  expect(phone.services.health.clockOffsetMs.value).toBeGreaterThan(699 * 86_400_000);
});
