import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openDB } from 'idb';
import { canonicalBytes, fromBase64url } from '../../../src/domain/canonical-json';
import { Client } from '../../../src/net/client';
import { LAN, MINH } from '../support/records';
import { PASSWORD, PIN, aPhone, anInspection, type TestPhone } from '../support/phone';
import { Server } from '../support/server';

const SHOP = '01890000-0000-7000-8000-000000000001';
let server: Server;
let phone: TestPhone;

beforeEach(async () => {
  server = await Server.start();
  server.state.inspections.set(SHOP, anInspection(SHOP));
  phone = await aPhone(server);
});

const accounts = () => phone.services.accounts;
const access = () => accounts().access.value;

async function restart(): Promise<void> {
  phone.kill();
  await phone.start();
}

/** Everything on the disk, as text. */
async function disk(): Promise<string> {
  const db = await openDB(phone.name);
  const officers = await db.getAll('officers');
  db.close();
  return JSON.stringify(officers, (_key, value: unknown) => (value instanceof ArrayBuffer ? Buffer.from(value).toString('latin1') : value));
}

describe('signing in', () => {
  it('asks for a PIN before anything is open', async () => {
    expect(access()).toEqual({ state: 'empty' });
    await phone.signIn('lan');
    expect(access()).toMatchObject({ state: 'locked', officers: [{ id: LAN, fullName: 'Nguyễn Thị Lan', pinMissing: true, pinBlocked: false }] });
    await accounts().setPin(PIN);
    expect(access()).toMatchObject({ state: 'open', officer: { id: LAN } });
  });

  it('enrols a key that cannot be taken out of the phone, and keeps it', async () => {
    await phone.open('lan');
    const row = (await phone.store.deviceKey())!;
    expect(row.privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('jwk', row.privateKey)).rejects.toThrow();
    expect([...server.devices.keys()]).toEqual([row.deviceId]);
    expect(phone.services.settings.deviceId.value).toBe(row.deviceId);
    await restart();
    await phone.signIn('minh');
    expect([...server.devices.keys()]).toEqual([row.deviceId]);
  });

  it('proves to the server, for this code, that it holds the key', async () => {
    const order = vi.spyOn(Client.prototype, 'signIn');
    await phone.signIn('lan');
    const { device, otp, username } = order.mock.calls[0]![0];
    const row = (await phone.store.deviceKey())!;
    const said = canonicalBytes({ device_id: row.deviceId, otp, purpose: 'sign-in', username });
    const key = await crypto.subtle.importKey('jwk', row.publicJwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
    expect(await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, fromBase64url(device.proof!), said)).toBe(true);
  });

  it('refuses a browser that cannot keep the key, before the server hears of it', async () => {
    vi.spyOn(phone.store, 'setDeviceKey').mockRejectedValue(new DOMException('no', 'DataCloneError'));
    await expect(phone.signIn('lan')).rejects.toMatchObject({ code: 'device_key_unstorable' });
    expect(server.log).toEqual([]);
  });

  it('says what the server said, and without a connection that there is none', async () => {
    await expect(accounts().signIn('lan', 'falsch', '123456', 'x')).rejects.toMatchObject({ code: 'credentials_wrong' });
    server.faults.offline = true;
    await expect(accounts().signIn('lan', PASSWORD, '123456', 'x')).rejects.toMatchObject({ code: 'unreached' });
    server.faults.offline = false;
    server.faults.portal = 'page';
    await expect(accounts().signIn('lan', PASSWORD, '123456', 'x')).rejects.toMatchObject({ code: 'captive_portal' });
    expect(access()).toEqual({ state: 'empty' });
  });

  it('makes another key where the server knows this device with another', async () => {
    await phone.open('lan');
    const before = (await phone.store.deviceKey())!.deviceId;
    server.devices.set(before, { key: { kty: 'EC', x: 'other' }, revoked: false });
    await expect(phone.signIn('lan')).rejects.toMatchObject({ code: 'device_key_mismatch' });
    await phone.signIn('lan');
    expect((await phone.store.deviceKey())!.deviceId).not.toBe(before);
  });

  it('whose PIN was never set is forgotten after a quarter of an hour', async () => {
    await phone.signIn('lan');
    await restart();
    expect(access()).toMatchObject({ officers: [{ pinMissing: true }] });
    server.clock += 16 * 60_000;
    await restart();
    expect(access()).toMatchObject({ officers: [{ pinMissing: false, pinBlocked: true }] });
    await expect(accounts().setPin(PIN)).rejects.toMatchObject({ code: 'sign_in_first' });
  });
});

it('of two who signed in and left, only the last may still set his PIN', async () => {
  await phone.signIn('lan');
  server.clock += 1000;
  await phone.signIn('minh');
  const pending = () => (access() as { officers: { id: string; pinMissing: boolean }[] }).officers.filter((each) => each.pinMissing).map((each) => each.id);
  expect(pending()).toEqual([MINH]);
  await restart();
  expect(pending()).toEqual([MINH]);
  await accounts().setPin(PIN);
  expect(access()).toMatchObject({ state: 'open', officer: { id: MINH } });
});

describe('the PIN', () => {
  beforeEach(() => phone.open('lan'));

  it('opens without a connection after a restart; the token lies on the disk only under it', async () => {
    const [token] = server.refreshTokensOf(LAN);
    expect(await disk()).not.toContain(token);
    await restart();
    server.faults.offline = true;
    expect(access()).toMatchObject({ state: 'locked', officers: [{ pinMissing: false }] });
    await accounts().unlock(LAN, PIN);
    expect(access()).toMatchObject({ state: 'open', officer: { id: LAN } });
    server.faults.offline = false;
    expect(await phone.services.syncNow()).toBe(true);
  });

  it('must be six digits', async () => {
    for (const pin of ['12345', '1234567', 'abcdef', '12 456', '']) {
      await expect(accounts().setPin(pin)).rejects.toMatchObject({ code: 'pin_malformed' });
    }
  });

  it('that whoever finds a phone would try first is refused with its reason', async () => {
    for (const pin of ['111111', '123456', '654321', '121212', '112233', '123123', '010190', '198512', '151985', '147258']) {
      await expect(accounts().setPin(pin), pin).rejects.toMatchObject({ code: 'pin_weak' });
    }
    await expect(accounts().setPin('123456')).rejects.toMatchObject({ text: { vi: 'Mã PIN này dễ đoán: các chữ số liền nhau. Hãy chọn mã khác.' } });
    expect(access()).toMatchObject({ state: 'open' });
    await accounts().setPin('480273');
  });

  it('wrong five times is blocked until a sign-in, also over restarts, and nothing is deleted', async () => {
    await phone.services.visits.open(SHOP);
    await accounts().lock();
    await expect(accounts().unlock(LAN, '000001')).rejects.toMatchObject({ code: 'pin_wrong', text: { vi: 'Mã PIN không đúng. Còn 4 lần thử.' } });
    await expect(accounts().unlock(LAN, '000002')).rejects.toMatchObject({ code: 'pin_wrong' });
    await restart();
    await expect(accounts().unlock(LAN, '000003')).rejects.toMatchObject({ code: 'pin_wrong' });
    await expect(accounts().unlock(LAN, '000004')).rejects.toMatchObject({ code: 'pin_wrong' });
    await expect(accounts().unlock(LAN, '000005')).rejects.toMatchObject({ code: 'pin_blocked' });
    await expect(accounts().unlock(LAN, PIN)).rejects.toMatchObject({ code: 'pin_blocked' });
    expect(access()).toMatchObject({ officers: [{ pinBlocked: true }] });
    expect(await phone.store.actsOf(LAN)).toHaveLength(1);
    await phone.open('lan');
    expect(access()).toMatchObject({ state: 'open' });
  });

  it('right at the fifth try begins counting anew', async () => {
    await accounts().lock();
    for (let tries = 0; tries < 4; tries++) await expect(accounts().unlock(LAN, '999999')).rejects.toMatchObject({ code: 'pin_wrong' });
    await accounts().unlock(LAN, PIN);
    expect((await phone.store.officer(LAN))?.wrongPins).toBe(0);
  });

  it('stays in force where he signs in again because his session had ended', async () => {
    server.endSessions();
    server.expireAccessTokens();
    await phone.services.syncNow();
    expect(accounts().signInNeeded.value).not.toBeNull();
    await phone.signIn('lan');
    expect(access()).toMatchObject({ state: 'open' });
    expect(accounts().signInNeeded.value).toBeNull();
    await restart();
    await accounts().unlock(LAN, PIN);
    expect(await phone.services.syncNow()).toBe(true);
  });
});

it('an account that is shut is told apart from a session that ended: no sign-in helps', async () => {
  await phone.open('lan');
  expect(accounts().stopped.value).toBe(false);
  server.endSessions();
  server.expireAccessTokens();
  await phone.services.syncNow();
  expect(accounts().stopped.value).toBe(false);
  server.disabled.add(LAN);
  await expect(phone.signIn('lan')).rejects.toMatchObject({ code: 'officer_disabled' });
  expect(accounts().stopped.value).toBe(true);
  await accounts().lock();
  expect(accounts().stopped.value).toBe(false);
  await accounts().unlock(LAN, PIN);
  await phone.services.syncNow();
  expect(accounts().stopped.value).toBe(true);
  server.disabled.delete(LAN);
  await phone.signIn('lan');
  expect(accounts().stopped.value).toBe(false);
});

it('a colleague whose account is shut and who tries to sign in here stops nobody else', async () => {
  await phone.open('lan');
  server.disabled.add(MINH);
  await expect(phone.signIn('minh')).rejects.toMatchObject({ code: 'officer_disabled' });
  expect(access()).toMatchObject({ state: 'open', officer: { id: LAN } });
  expect(accounts().signInNeeded.value).toBeNull();
  expect(accounts().stopped.value).toBe(false);
  expect(await phone.services.syncNow()).toBe(true);
});

it('a password mistyped after the account was shut does not hide the way out', async () => {
  await phone.open('lan');
  server.disabled.add(LAN);
  await expect(phone.signIn('lan')).rejects.toMatchObject({ code: 'officer_disabled' });
  await expect(accounts().signIn('lan', 'falsch', '123456', 'x')).rejects.toMatchObject({ code: 'credentials_wrong' });
  expect(accounts().stopped.value).toBe(true);
});

it('renewed tokens are kept under the PIN: weeks of work in short sessions need no sign-in', async () => {
  await phone.open('lan');
  for (let day = 0; day < 5; day++) {
    await restart();
    server.clock += 86_400_000;
    await accounts().unlock(LAN, PIN);
    expect(await phone.services.syncNow()).toBe(true);
  }
  expect(server.log.filter((each) => each === 'POST /sessions')).toHaveLength(1);
});

it('the work of a locked phone is shown only as a number', async () => {
  await phone.open('lan');
  server.faults.offline = true;
  await phone.services.visits.open(SHOP);
  await phone.photograph(SHOP);
  await accounts().lock();
  expect(access()).toMatchObject({ state: 'locked', officers: [{ id: LAN, unsent: 3 }] });
  expect(phone.services.visits.all.value).toEqual([]);
  expect(phone.services.outbox.items.value).toEqual([]);
  await expect(phone.services.visits.open(SHOP)).rejects.toMatchObject({ code: 'locked' });
});

it('signing out ends the session here and there, and unsent work stays', async () => {
  await phone.open('lan');
  server.faults.offline = true;
  await phone.services.visits.open(SHOP);
  server.faults.offline = false;
  const sending = server.faults.hold('/acts');
  await accounts().signOut();
  sending();
  expect(access()).toMatchObject({ state: 'locked', officers: [{ id: LAN, unsent: 1, pinBlocked: true, pinMissing: false }] });
  expect((await phone.store.officer(LAN))?.pin).toBeNull();
  await phone.open('minh');
  expect(access()).toMatchObject({ state: 'open', officer: { id: MINH } });
  await accounts().lock();
  await phone.open('lan');
  await expect.poll(async () => (await phone.store.actsInState(LAN, 'received')).length).toBe(1);
});

it('signing out without a connection still closes the phone', async () => {
  await phone.open('lan');
  server.faults.offline = true;
  await accounts().signOut();
  expect(access()).toMatchObject({ state: 'locked', officers: [{ pinBlocked: true }] });
});

describe('an app that was left alone', () => {
  beforeEach(() => phone.open('lan'));

  it('is behind the PIN with all that was open: what was typed is kept, and sending goes on', async () => {
    await phone.services.visits.open(SHOP);
    await phone.services.visits.keepTyped(SHOP, 'Tủ trưng bày bên trá');
    await accounts().veil();
    expect(accounts().veiled.value).toBe(true);
    expect(access()).toMatchObject({ state: 'open', officer: { id: LAN } });
    expect(await phone.services.syncNow()).toBe(true);
    await accounts().unlock(LAN, PIN);
    expect(accounts().veiled.value).toBe(false);
    expect(await phone.services.visits.typed(SHOP)).toBe('Tủ trưng bày bên trá');
  });

  it('stays as it is after a slip, and locks as ever after the fifth', async () => {
    await accounts().veil();
    for (let left = 4; left > 0; left -= 1) {
      await expect(accounts().unlock(LAN, '000001')).rejects.toMatchObject({ code: 'pin_wrong' });
      expect(access()).toMatchObject({ state: 'open' });
      expect(accounts().veiled.value).toBe(true);
    }
    await expect(accounts().unlock(LAN, '000001')).rejects.toMatchObject({ code: 'pin_blocked' });
    expect(access()).toMatchObject({ state: 'locked', officers: [{ pinBlocked: true }] });
    expect(accounts().veiled.value).toBe(false);
  });

  it('asks for nothing where nobody works', async () => {
    await accounts().lock();
    await accounts().veil();
    expect(accounts().veiled.value).toBe(false);
  });

  it('is left by a colleague through the lock', async () => {
    await accounts().veil();
    await accounts().lock();
    expect(access()).toMatchObject({ state: 'locked' });
    expect(accounts().veiled.value).toBe(false);
  });

  it('waits as long as the officer chose, five minutes by itself', async () => {
    expect(phone.services.settings.lockAfterMinutes.value).toBe(5);
    await phone.services.settings.set({ lockAfterMinutes: 15 });
    await restart();
    expect(phone.services.settings.lockAfterMinutes.value).toBe(15);
  });
});
