import { expect, it } from 'vitest';
import { aPhone } from '../support/phone';
import { Server } from '../support/server';

it('signs in, sets a PIN, works, locks and unlocks', async () => {
  const server = await Server.start();
  const phone = await aPhone(server);
  expect(phone.services.accounts.access.value).toEqual({ state: 'empty' });
  await phone.signIn('lan');
  expect(phone.services.accounts.access.value).toMatchObject({ state: 'locked', officers: [{ username: 'lan', pinMissing: true }] });
  await phone.services.accounts.setPin('135790');
  expect(phone.services.accounts.access.value).toMatchObject({ state: 'open', officer: { username: 'lan' } });
  expect(await phone.services.syncNow()).toBe(true);
});
