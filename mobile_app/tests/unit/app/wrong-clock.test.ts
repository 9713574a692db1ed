/** A phone whose clock is two days ahead, from the announcement to the violation minutes: the
 * papers have the true day. */
import { beforeEach, describe, expect, it } from 'vitest';
import { actAt, clockKind, clockLine, clockSaid } from '../../../src/domain/clock';
import { cases, formOf } from '../support/cases';
import { TestPhone, aPhone, anInspection } from '../support/phone';
import { Server } from '../support/server';

const SHOP = '01890000-0000-7000-8000-000000000001';
const LAN = '01890000-0000-7000-8000-00000000aaaa';
const DAY = 86_400_000;
/** The server's clock is at 24/11, 09:00 in Vietnam. */
const TRUE_DAY = '2026-11-24';
let server: Server;
let phone: TestPhone;

beforeEach(async () => {
  server = await Server.start();
  const inspection = anInspection(SHOP);
  (inspection.decision as { team: unknown[] }).team = [{ officer_id: LAN, full_name: 'Nguyễn Thị Lan', title: 'Kiểm soát viên', officer_number: null, card_number: null, leader: true }];
  server.state.inspections.set(SHOP, inspection);
  for (const [form, version] of [['BB-KT', 3], ['MBB01', 3]] as const) server.forms.set(`${form}/${version}`, formOf(form, version));
  phone = await aPhone(server);
  phone.clockAhead = 2 * DAY;
  await phone.store.setMeta('probeBytes', 1000);
  await phone.open('lan');
});

const mine = () => phone.services.visits.one(SHOP).value;
const acts = () => (mine()?.acts ?? []).map(({ act }) => act);

describe('two days ahead, before anything was synced', () => {
  it('the phone knows it from the answer to its first sign-in, also from a refusal', async () => {
    const other = await new TestPhone(server).start();
    other.clockAhead = 2 * DAY;
    const { accounts, clock } = other.services;
    expect(clock.standing.value).toEqual({ state: 'unknown' });
    await expect(accounts.signIn('lan', 'sai mật khẩu', '123456', 'Máy thử')).rejects.toThrow();
    expect(clock.standing.value).toMatchObject({ state: 'off' });
    const third = await new TestPhone(server).start();
    third.clockAhead = -2 * DAY;
    await third.signIn('lan');
    expect(third.services.clock.standing.value).toMatchObject({ state: 'off' });
    server.faults.offline = true;
    expect(new Date(third.services.clock.timeMs()!).toISOString()).toContain(TRUE_DAY);
  });
});

describe('two days ahead, and the phone knows it', () => {
  it('announcement, minutes and violation minutes have the true day; the acts keep what the clock showed', async () => {
    const { visits, papers, clock } = phone.services;
    expect(clock.standing.value).toMatchObject({ state: 'off' });
    server.faults.offline = true;
    await visits.open(SHOP);
    await visits.announce(SHOP, null);
    await expect.poll(() => mine()?.announcedAt).toMatch(/^2026-11-24T02:0/);
    const draft = await visits.draft(SHOP, 'BB-KT');
    expect(draft.fields.started_at).toBe(mine()?.announcedAt);
    const paper = await papers.begin(SHOP, 'MBB01');
    expect(paper.fields).toMatchObject({ detected_on: TRUE_DAY });
    expect(String(paper.fields.started_at)).toContain(TRUE_DAY);
    expect(JSON.stringify([draft.fields, paper.fields])).not.toContain('2026-11-26');
    for (const act of acts()) {
      expect(act.made_at).toContain('2026-11-26');
      expect(act.clock_off_s).toBe(-2 * 86_400);
      expect(actAt(act)).toContain(TRUE_DAY);
    }
  });

  it('the line on top tells the last contact by the server’s clock', async () => {
    await phone.services.syncNow();
    await phone.services.outbox.sendNow();
    await expect.poll(() => phone.services.outbox.summary.value.lastContact).toContain(TRUE_DAY);
  });

  it('so it does after the app was killed and started without a connection', async () => {
    await phone.services.syncNow();
    phone.kill();
    server.faults.offline = true;
    server.clock += 3_600_000;
    await phone.start();
    await phone.services.accounts.unlock(LAN, '135790');
    await phone.services.visits.open(SHOP);
    await phone.services.visits.announce(SHOP, null);
    await expect.poll(() => mine()?.announcedAt).toMatch(/^2026-11-24T03:0/);
  });

  it('the day of the announcement is that of Vietnam, past its midnight', async () => {
    server.clock = Date.parse('2026-11-24T17:30:00Z');
    await phone.services.syncNow();
    await phone.services.visits.open(SHOP);
    const paper = await phone.services.papers.begin(SHOP, 'MBB01').catch(() => null);
    expect(paper?.fields).toMatchObject({ detected_on: '2026-11-25' });
  });

  it('a clock that was set back since, under a closed app, fills nothing in: the officer is asked', async () => {
    await phone.services.syncNow();
    phone.kill();
    server.faults.offline = true;
    phone.clockAhead = -30 * DAY;
    await phone.start();
    await phone.services.accounts.unlock(LAN, '135790');
    expect(phone.services.clock.standing.value).toEqual({ state: 'lost' });
    expect(phone.services.clock.timeMs()).toBeNull();
    await phone.services.visits.open(SHOP);
    const paper = await phone.services.papers.begin(SHOP, 'MBB01');
    expect(paper.fields).not.toHaveProperty('started_at');
    expect(paper.fields).not.toHaveProperty('detected_on');
    expect(acts()[0]?.clock_off_s).toBeNull();
  });

  it('put right, it is right: the next acts say nothing of it', async () => {
    phone.clockAhead = 0;
    await phone.services.syncNow();
    expect(phone.services.clock.standing.value).toMatchObject({ state: 'right' });
    await phone.services.visits.open(SHOP);
    expect(acts()[0]).not.toHaveProperty('clock_off_s');
    expect(acts()[0]?.made_at).toContain(TRUE_DAY);
  });

  it('the page of a paper says which clock, before the server knows the act and after', () => {
    const own = { id: 'a', act: { anchor: 'x', clock_off_s: -172_800 } };
    expect(clockLine('a', { acts: [own], view: { acts: [] } })).toContain('nhanh 2 ngày');
    const told = { id: 'a', verdicts: { time: 'after_receipt' }, clock: { kind: 'off' as const, off_s: -172_800 } };
    expect(clockLine('a', { acts: [], view: { acts: [told] } })).toContain('nhanh 2 ngày');
    expect(clockLine('a', { acts: [], view: { acts: [] } })).toBeNull();
    expect(clockKind({ anchor: null })).toBe('unchecked');
  });
});

const shared = cases<{
  said: { name: string; kind: Parameters<typeof clockSaid>[0]; off_s: number; text: string }[];
  acts: { name: string; made_at: string; clock_off_s?: number | null; at: string }[];
}>('clock');

describe('as the server says it', () => {
  it.each(shared.said.map((one) => [one.name, one] as const))('%s', (_, one) => expect(clockSaid(one.kind, one.off_s)).toBe(one.text));
  it.each(shared.acts.map((one) => [one.name, one] as const))('an act: %s', (_, one) => expect(actAt(one)).toBe(one.at));
});
