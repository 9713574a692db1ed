import { expect, it } from 'vitest';
import { isBelow, saidOf } from '../../../src/app/phone-facts';
import { aPhone, anInspection } from '../support/phone';
import { Server } from '../support/server';

const SHOP = '01890000-0000-7000-8000-000000000001';

it('a phone says with each sync what it holds, its storage and its clock', async () => {
  const server = await Server.start();
  server.state.inspections.set(SHOP, anInspection(SHOP));
  const phone = await aPhone(server);
  await phone.open('lan');
  server.faults.offline = true;
  await phone.services.visits.open(SHOP);
  await phone.photograph(SHOP, 1000);
  server.faults.offline = false;
  phone.clockAhead = 600_000;
  server.clock += 10_000;
  await phone.services.syncNow();
  const said = JSON.parse(server.says ?? '{}') as Record<string, unknown>;
  expect(said).toMatchObject({ acts: 2, photos: 1, bytes: 1000, used: 1, quota: 10, persisted: true });
  expect(Date.parse(said.at as string) - server.clock).toBe(600_000);
  expect(Date.parse(said.oldest as string)).toBeLessThanOrEqual(server.clock);
});

it('what waits for nothing has no oldest, and what the browser does not say is left out', () => {
  const said = JSON.parse(saidOf({ acts: 0, photos: 0, bytes: 0, oldest: null }, null, null, 0)) as Record<string, unknown>;
  expect(said).toEqual({ at: '1970-01-01T00:00:00.000Z', acts: 0, photos: 0, bytes: 0, oldest: null, persisted: null });
});

it('compares versions by their numbers', () => {
  expect(isBelow('0.2.0+1a2b3c4d', '0.10.0')).toBe(true);
  expect(isBelow('0.10.0+1a2b3c4d', '0.2.0')).toBe(false);
  expect(isBelow('0.2.0+1a2b3c4d', '0.2.0')).toBe(false);
  expect(isBelow('', '0.2.0')).toBe(false);
});
