import { describe, expect, it } from 'vitest';
import { pauseAfter } from '../../../src/outbox/backoff';
import { aPhone, anInspection } from '../support/phone';
import { Server } from '../support/server';

const SHOP = '01890000-0000-7000-8000-000000000001';

describe('the pause after failures', () => {
  it('doubles from two seconds to five minutes, spread over its upper half', () => {
    const longest = [1, 2, 3, 4, 8, 9, 50].map((failures) => pauseAfter(failures, 0.999_999_9));
    expect(longest).toEqual([2_000, 4_000, 8_000, 16_000, 256_000, 300_000, 300_000]);
    expect(pauseAfter(1, 0)).toBe(1_000);
    expect(pauseAfter(50, 0)).toBe(150_000);
  });
});

it('a failed round is tried again by itself, and says when', async () => {
  const server = await Server.start();
  server.state.inspections.set(SHOP, anInspection(SHOP));
  const phone = await aPhone(server);
  await phone.open('lan');
  server.faults.offline = true;
  await phone.services.visits.open(SHOP);
  await phone.services.outbox.sendNow();
  const { nextTryAt } = phone.services.outbox.summary.value;
  expect(Date.parse(nextTryAt!) - server.clock).toBe(1_500);
  server.faults.offline = false;
  await expect.poll(async () => (await phone.store.actsOf(phone.officerId))[0]?.state, { timeout: 6_000 }).toBe('received');
  expect(phone.services.outbox.summary.value.nextTryAt).toBeNull();
  phone.kill();
});
