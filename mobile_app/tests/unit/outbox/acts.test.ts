import { beforeEach, describe, expect, it } from 'vitest';
import { batches } from '../../../src/outbox/acts';
import { LAN, anAct } from '../support/records';
import { PIN, aPhone, aTabOf, anInspection, type TestPhone } from '../support/phone';
import { Server } from '../support/server';
import { Problems } from '../support/wire';

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

const acts = () => phone.store.actsOf(phone.officerId);
const states = async () => (await acts()).map((each) => each.state);
const items = () => phone.services.outbox.items.value;
const summary = () => phone.services.outbox.summary.value;

async function offline<T>(work: () => Promise<T>): Promise<T> {
  server.faults.offline = true;
  const result = await work();
  server.faults.offline = false;
  return result;
}

/** Three acts, written without a connection. */
function threeActs(): Promise<void> {
  return offline(async () => {
    await phone.services.visits.open(SHOP);
    await phone.services.visits.open(STALL);
    await phone.photograph(SHOP);
  });
}

it('sends a morning’s acts in their order once there is a connection, and keeps each receipt', async () => {
  await threeActs();
  await phone.services.outbox.sendNow();
  expect(await states()).toEqual(['received', 'received', 'received']);
  expect([...server.state.acts.values()].map((each) => each.act.seq)).toEqual([1, 2, 3]);
  expect((await acts()).every((each) => each.receipt?.act_id === each.id)).toBe(true);
  expect(summary()).toMatchObject({ waitingActs: 0, needsAttention: 0, reached: true, stopped: null });
});

it('a lost answer: the same is sent again, and the first receipt is taken', async () => {
  await threeActs();
  server.faults.cut({ path: '/acts', when: 'after' });
  await phone.services.outbox.sendNow();
  expect(await states()).toEqual(['waiting', 'waiting', 'waiting']);
  expect(summary()).toMatchObject({ reached: false, waitingActs: 3 });
  expect(summary().nextTryAt).not.toBeNull();

  await phone.services.outbox.sendNow();
  expect(await states()).toEqual(['received', 'received', 'received']);
  expect(server.state.acts.size).toBe(3);
});

it('a server that cannot take it now says why, until it takes something', async () => {
  await threeActs();
  server.judge = () => {
    throw new Problems(503, 'standby_awaited', true);
  };
  await phone.services.outbox.sendNow();
  expect(await states()).toEqual(['waiting', 'waiting', 'waiting']);
  expect(summary().busy).toMatchObject({ vi: expect.any(String) });
  server.judge = () => null;
  await phone.services.outbox.sendNow();
  expect(await states()).toEqual(['received', 'received', 'received']);
  expect(summary().busy).toBeNull();
});

it('an app killed between the answer and its keeping sends again and harms nothing', async () => {
  await threeActs();
  const release = server.faults.hold('/acts');
  const sending = phone.services.outbox.sendNow();
  await expect.poll(() => server.faults.waiting('/acts')).toBe(1);
  phone.kill();
  release();
  await sending.catch(() => undefined);
  await expect.poll(() => server.state.acts.size).toBe(3);

  await phone.start();
  await phone.services.accounts.unlock(LAN, PIN);
  await phone.services.outbox.sendNow();
  expect(await states()).toEqual(['received', 'received', 'received']);
  expect(server.state.acts.size).toBe(3);
});

describe('a poisoned act that stands first', () => {
  it('is parked with its reason and does not hold up the others', async () => {
    await threeActs();
    server.judge = (act) => (act.seq === 1 ? { refused: Problems.body(409, 'act_malformed') } : null);
    await phone.services.outbox.sendNow();
    expect(await states()).toEqual(['parked', 'received', 'received']);
    expect(items()[0]).toMatchObject({ state: 'attention', why: { vi: 'vi act_malformed' } });
    expect(items()[0]?.whatToDo?.vi).toContain('cập nhật');
    expect(summary().needsAttention).toBe(1);
  });

  it('that makes the whole batch unreadable is found, and the others go', async () => {
    await threeActs();
    const [first] = await acts();
    server.unreadable = first!.id;
    await phone.services.outbox.sendNow();
    expect(await states()).toEqual(['parked', 'received', 'received']);
  });

  it('that fails for a passing reason waits, is sent again first, and the others do not wait for it', async () => {
    await threeActs();
    server.judge = (act) => (act.seq === 1 ? { refused: Problems.body(503, 'unavailable', true) } : null);
    await phone.services.outbox.sendNow();
    expect(await states()).toEqual(['waiting', 'received', 'received']);
    server.judge = () => null;
    await phone.services.outbox.sendNow();
    expect(await states()).toEqual(['received', 'received', 'received']);
  });

  it('can be sent again by hand', async () => {
    await threeActs();
    server.judge = (act) => (act.seq === 1 ? { refused: Problems.body(409, 'not_announced') } : null);
    await phone.services.outbox.sendNow();
    server.judge = () => null;
    await phone.services.outbox.retry(items()[0]!.key);
    expect(await states()).toEqual(['received', 'received', 'received']);
    expect(summary().needsAttention).toBe(0);
  });
});

it('a step whose inspection the server does not have yet waits for it', async () => {
  await threeActs();
  server.judge = (act) => (act.seq === 1 ? { refused: Problems.body(409, 'record_unknown') } : null);
  await phone.services.outbox.sendNow();
  expect((await states())[0]).toBe('waiting');
  expect(items()[0]).toMatchObject({ state: 'attention', why: { vi: 'vi record_unknown' } });
  server.judge = () => null;
  await phone.services.outbox.sendNow();
  expect((await states())[0]).toBe('received');
});

it('evidence that is held for a supervisor counts as received, with its reason', async () => {
  await threeActs();
  const reason = { code: 'not_on_team', text: { vi: 'Không thuộc đoàn', en: 'Not on the team' } };
  server.judge = (act) => (act.type === 'photo.taken' ? { held: reason } : null);
  await phone.services.outbox.sendNow();
  expect(await states()).toEqual(['received', 'received', 'held']);
  expect((await acts())[2]?.quarantine).toEqual(reason);
  expect(items().find((item) => item.kind === 'photo')).toMatchObject({ why: reason.text });
});

it('a receipt whose signature does not stand is not believed: the act waits, and says so', async () => {
  await threeActs();
  server.forging = true;
  await phone.services.outbox.sendNow();
  expect(await states()).toEqual(['waiting', 'waiting', 'waiting']);
  expect(items().map((item) => item.state)).toEqual(['attention', 'attention', 'attention']);
  expect(items()[0]?.why?.vi).toContain('Biên nhận');
});

it('two tabs: one sends, the other watches and says so', async () => {
  await threeActs();
  const tab = await aTabOf(phone);
  await tab.services.accounts.unlock(LAN, PIN);
  await tab.services.outbox.sendNow();
  await phone.services.outbox.sendNow();
  const before = server.log.filter((each) => each === 'POST /acts').length;
  await offline(() => phone.services.visits.announce(SHOP, null));
  const release = server.faults.hold('/acts');
  const first = phone.services.outbox.sendNow();
  await expect.poll(() => server.faults.waiting('/acts')).toBe(1);
  await tab.services.outbox.sendNow();
  expect(tab.services.outbox.summary.value.otherTabSends).toBe(true);
  release();
  await first;
  expect(server.log.filter((each) => each === 'POST /acts').length).toBe(before + 1);
  await tab.services.outbox.sendNow();
  expect(tab.services.outbox.summary.value).toMatchObject({ otherTabSends: false, waitingActs: 0 });
  tab.kill();
});

it('another officer on the same phone neither sees nor sends what is not his', async () => {
  await threeActs();
  await phone.services.accounts.lock();
  const known = phone.services.accounts.access.value;
  expect(known).toMatchObject({ state: 'locked', officers: [{ id: LAN, unsent: 4 }] });

  await phone.open('minh');
  await phone.services.outbox.sendNow();
  expect(server.state.acts.size).toBe(0);
  expect(items()).toEqual([]);
  expect(summary().waitingActs).toBe(0);
  await phone.services.visits.open(STALL);
  await phone.services.outbox.sendNow();
  expect([...server.state.acts.values()].map((each) => each.act.officer_id)).toEqual([phone.officerId]);

  await phone.services.accounts.lock();
  await phone.services.accounts.unlock(LAN, PIN);
  await phone.services.outbox.sendNow();
  expect(await states()).toEqual(['received', 'received', 'received']);
});

it('locked in the middle of sending: nothing more goes out', async () => {
  await threeActs();
  server.clock += 10_000;
  const release = server.faults.hold('/sync');
  const sending = phone.services.outbox.sendNow();
  await expect.poll(() => server.faults.waiting('/sync')).toBeGreaterThan(0);
  await phone.services.accounts.lock();
  release();
  await sending;
  expect(server.log).not.toContain('POST /acts');
});

describe('the session', () => {
  it('that ended stops sending with a sentence; work goes on; after signing in all goes', async () => {
    server.endSessions();
    await offline(() => phone.services.visits.open(SHOP));
    await phone.services.outbox.sendNow();
    expect(summary().stopped?.vi).toBe('vi not_signed_in');
    expect(phone.services.accounts.signInNeeded.value).not.toBeNull();
    await phone.services.visits.open(STALL);
    expect(summary().reached).toBe(true);

    await phone.signIn('lan');
    await phone.services.outbox.sendNow();
    expect(await states()).toEqual(['received', 'received']);
    expect(summary().stopped).toBeNull();
  });

  it.each([
    ['a revoked device', 'device_revoked', () => server.devices.forEach((device) => (device.revoked = true))],
    ['a disabled officer', 'officer_disabled', () => server.disabled.add(LAN)],
  ])('of %s stops with the server’s reason at once; everything stays, and signing in says the same', async (_who, code, end) => {
    await threeActs();
    end();
    await phone.services.outbox.sendNow();
    expect(summary().stopped?.vi).toBe(`vi session_${code}`);
    expect(await states()).toEqual(['waiting', 'waiting', 'waiting']);
    await expect(phone.signIn('lan')).rejects.toMatchObject({ code });
    await expect.poll(() => summary().stopped?.vi).toBe(`vi ${code}`);
    expect(await states()).toEqual(['waiting', 'waiting', 'waiting']);
    await phone.services.visits.announce(SHOP, null);
    expect(await states()).toHaveLength(4);
  });

  it('is not ended by a network that is away', async () => {
    server.expireAccessTokens();
    await offline(() => phone.services.outbox.sendNow());
    expect(phone.services.accounts.signInNeeded.value).toBeNull();
    await phone.services.outbox.sendNow();
    expect(summary()).toMatchObject({ reached: true, stopped: null });
  });
});

it('a captive portal that answers 200 to everything changes nothing and is named', async () => {
  await threeActs();
  server.faults.portal = 'page';
  await phone.services.outbox.sendNow();
  expect(await states()).toEqual(['waiting', 'waiting', 'waiting']);
  expect(summary()).toMatchObject({ reached: false });
  expect(summary().stopped?.vi).toContain('Wi-Fi');
  server.faults.portal = null;
  phone.comeBack();
  await expect.poll(states).toEqual(['received', 'received', 'received']);
  expect(summary().stopped).toBeNull();
});

it('what is written while there is a connection goes by itself', async () => {
  await phone.services.visits.open(SHOP);
  await expect.poll(states, { timeout: 5_000 }).toEqual(['received']);
});

it('batches hold at most 100 acts and 250 kB, in order', () => {
  const many = Array.from({ length: 250 }, (_, index) => anAct(250 - index, null));
  const sizes = batches(many).map((batch) => batch.length);
  expect(sizes).toEqual([100, 100, 50]);
  expect(batches(many).flat().map((each) => each.seq)).toEqual(Array.from({ length: 250 }, (_, index) => index + 1));
  const large = [1, 2, 3].map((seq) => {
    const act = anAct(seq, null);
    return { ...act, act: { ...act.act, content: { text: 'ê'.repeat(60_000) } as never } };
  });
  expect(batches(large).map((batch) => batch.length)).toEqual([2, 1]);
});
