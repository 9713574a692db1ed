import { beforeEach, describe, expect, it } from 'vitest';
import { dayInVietnam } from '../../../src/domain/moments';
import type { DecisionIssued } from '../../../src/wire';
import { aPhone, anInspection, type TestPhone } from '../support/phone';
import { Server } from '../support/server';
import { Problems, type Json } from '../support/wire';

const SHOP = '01890000-0000-7000-8000-000000000001';
let server: Server;
let phone: TestPhone;
/** Pages by cursor; '' is the beginning. */
let pages: Record<string, Json>;
let asked: (string | null)[];

function business(id: string, name: string, more: Json = {}): Json {
  const text = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
  return { kind: 'business', id, text, value: { id, name, address: '12 Hàng Bông', tax_code: null, history: [], ...more } };
}

function page(cursor: string, more: boolean, entries: Json[], changed: Json = {}): Json {
  return { cursor, more, as_of: server.now(), reset: [], entries, removed: [], total_entries: 3, total_bytes: 999, ...changed };
}

beforeEach(async () => {
  server = await Server.start();
  server.state.inspections.set(SHOP, anInspection(SHOP));
  asked = [];
  pages = {
    '': page('c1', true, [business('a', 'Tạp hóa Hòa Bình')], { reset: ['business'] }),
    c1: page('c2', false, [business('b', 'Điện máy Đông Đô'), business('c', 'Hòa Bình Xanh')]),
    c2: page('c2', false, []),
  };
  server.reference = (cursor) => {
    asked.push(cursor);
    const found = pages[cursor ?? ''];
    if (!found) throw new Problems(410, 'cursor_expired');
    return found;
  };
  phone = await aPhone(server);
  await phone.signIn('lan');
  await phone.services.accounts.setPin('135790');
  await expect.poll(() => phone.services.offlineData.state.value).not.toBeNull();
});

const found = async (text: string) => (await phone.services.offlineData.search('business', text)).map((entry) => entry.id);

it('comes whole at the first opening, with its size and date, and is searched as at the desk', async () => {
  expect(phone.services.offlineData.state.value).toEqual({ bytes: 999, entries: 3, asOf: '2026-11-24T02:00:00.000Z' });
  expect(await found('hoa binh')).toEqual(['a', 'c']);
  expect(await found('BÌNH hòa')).toEqual(['a', 'c']);
  expect(await found('dong do dien')).toEqual(['b']);
  expect(await found('xanh bình')).toEqual(['c']);
  expect(await found('khong co')).toEqual([]);
  expect(await phone.services.offlineData.get('business', 'b')).toMatchObject({ value: { name: 'Điện máy Đông Đô' } });
});

it('afterwards comes by differences, and takes away what is gone', async () => {
  asked.length = 0;
  pages.c2 = page('c3', false, [business('d', 'Mới Hòa')], { removed: [{ kind: 'business', id: 'a' }] });
  await phone.services.offlineData.refresh();
  expect(asked).toEqual(['c2']);
  expect(await found('hoa')).toEqual(['c', 'd']);
});

it('a pack that was cut off goes on from where it stood and has no date before it is whole', async () => {
  pages.c2 = page('c3', true, [business('e', 'Năm')]);
  pages.c3 = page('c4', false, [business('f', 'Sáu')]);
  server.clock += 7_200_000;
  pages.c2.as_of = pages.c3.as_of = server.now();
  const before = phone.services.offlineData.state.value;
  server.reference = (cursor) => {
    asked.push(cursor);
    if (cursor === 'c3') throw new Problems(503, 'unavailable', true);
    return pages[cursor ?? '']!;
  };
  await expect(phone.services.offlineData.refresh()).rejects.toMatchObject({ code: 'unavailable' });
  expect(phone.services.offlineData.state.value).toEqual(before);
  server.reference = (cursor) => {
    asked.push(cursor);
    return pages[cursor ?? '']!;
  };
  asked.length = 0;
  await phone.services.offlineData.refresh();
  expect(asked).toEqual(['c3']);
  expect(phone.services.offlineData.state.value?.asOf).toBe(server.now());
});

it('a cursor that the server no longer knows means everything anew', async () => {
  delete pages.c2;
  pages[''] = page('c9', false, [business('z', 'Chỉ còn một')], { reset: ['business'] });
  await phone.services.offlineData.refresh();
  expect(await found('')).toEqual(['z']);
});

it('of another officer on the same phone, of the same unit too, begins anew; locked, nothing is found', async () => {
  await phone.services.accounts.lock();
  expect(await found('hoa')).toEqual([]);
  expect(await phone.services.offlineData.get('business', 'a')).toBeNull();
  pages[''] = page('m1', false, [business('m', 'Hòa của Minh')]);
  asked.length = 0;
  await phone.signIn('minh');
  await phone.services.accounts.setPin('246802');
  await phone.services.offlineData.refresh();
  expect(asked).toEqual([null]);
  expect(await found('hoa')).toEqual(['m']);
});

describe('earlier inspections of a subject', () => {
  const row = (number: string, issued_on: string): Json => ({ inspection_id: `i-${number}`, number, issued_on, state: 'approved', violations: ['Hàng giả'] });
  const decision = (subject: Json): DecisionIssued => ({ number: '12/QĐ-KT', subject: { subject_id: null, tax_code: null, name: '', address: '', ...subject } }) as never;

  beforeEach(async () => {
    pages.c2 = page('c3', false, [
      business('a', 'Tạp hóa Hòa Bình', { tax_code: '0101234567', history: [row('1/QĐ', '2025-03-01'), row('12/QĐ-KT', '2026-11-23')] }),
      business('b', 'Điện máy Đông Đô', { tax_code: '0101234567', history: [row('2/QĐ', '2026-01-05')] }),
    ]);
    await phone.services.offlineData.refresh();
  });

  it('are those of the same register entry and the same tax code, newest first, with the date of the data', async () => {
    const { asOf, earlier } = await phone.services.offlineData.history(decision({ subject_id: 'a', tax_code: '0101 234 567' }));
    expect(asOf).toBe('2026-11-24T02:00:00.000Z');
    expect(earlier.map((each) => [each.number, each.match])).toEqual([
      ['2/QĐ', 'tax_code'],
      ['1/QĐ', 'subject'],
    ]);
    expect(earlier[0]?.violations).toEqual(['Hàng giả']);
  });

  it('are those of the same name at the same address, however they were typed', async () => {
    const { earlier } = await phone.services.offlineData.history(decision({ name: 'tap hoa HÒA BÌNH', address: '12  hàng bông' }));
    expect(earlier.map((each) => [each.number, each.match])).toEqual([['1/QĐ', 'name_and_address']]);
  });

  it('come with its cases, but for the one that this very visit led to', async () => {
    const one = (id: string, inspection: string | null): Json => ({ case_id: id, inspection_id: inspection, number: id, sanctioned_on: '2026-03-01', fine_vnd: 5, open_vnd: 2 });
    pages.c3 = page('c4', false, [
      business('a', 'Tạp hóa Hòa Bình', { history: [row('12/QĐ-KT', '2026-11-23')], cases: [one('VV-1', null), one('VV-2', row('12/QĐ-KT', '').inspection_id as string)] }),
    ]);
    await phone.services.offlineData.refresh();
    const { cases } = await phone.services.offlineData.history(decision({ subject_id: 'a' }));
    expect(cases.map((each) => [each.number, each.openVnd, each.match])).toEqual([['VV-1', 2, 'subject']]);
  });

  it('are none of a stranger with the same name elsewhere', async () => {
    const { earlier } = await phone.services.offlineData.history(decision({ name: 'Tạp hóa Hòa Bình', address: '5 Lê Lợi' }));
    expect(earlier).toEqual([]);
  });
});

it('a behaviour whose rule has ended is no longer offered, by the phone’s own day while it is offline', async () => {
  const rule = (id: string, more: Json): Json => ({ kind: 'violation', id, text: 'khong niem yet gia', value: { code: id, name_vi: 'Không niêm yết giá', valid_from: null, valid_to: null, ...more } });
  const today = dayInVietnam(phone.services.clock.timeMs() ?? NaN);
  const tomorrow = dayInVietnam((phone.services.clock.timeMs() ?? NaN) + 86_400_000);
  pages.c2 = page('c3', false, [rule('now', {}), rule('ended', { valid_to: today }), rule('last', { valid_to: tomorrow }), rule('later', { valid_from: tomorrow })], { reset: ['violation'] });
  await phone.services.offlineData.refresh();
  const codes = (await phone.services.offlineData.search('violation', 'niem yet gia')).map(({ id }) => id);
  expect(codes.sort()).toEqual(['last', 'now']);
  expect(await phone.services.offlineData.get('violation', 'ended'), 'a paper may still cite it').not.toBeNull();
});

it('an act that ended earlier is named by the rule of its day', async () => {
  const rule = (id: string, more: Json): Json => ({ kind: 'violation', id, text: 'hang qua han su dung', value: { code: id.split('@')[0], name_vi: 'Hàng quá hạn sử dụng', version: 0, valid_from: null, valid_to: null, ...more } });
  const old = rule('ND98-17-1-a-2020', { valid_from: '2020-10-15', valid_to: '2025-02-21' });
  const first = rule('ND98-9@2022-01-31', { version: 1, valid_from: '2022-01-31', valid_to: '2026-01-01' });
  const second = rule('ND98-9', { version: 2, valid_from: '2026-01-01' });
  pages.c2 = page('c3', false, [old, first, second], { reset: ['violation'] });
  const { offlineData } = phone.services;
  await offlineData.refresh();
  const on = async (day: string): Promise<string[]> => (await offlineData.searchOn(day, 'qua han', 10)).map(({ id }) => id).sort();
  expect(await on('2025-02-20')).toEqual(['ND98-17-1-a-2020', 'ND98-9@2022-01-31']);
  expect(await on('2025-02-21'), 'the first day of the later law').toEqual(['ND98-9@2022-01-31']);
  expect((await offlineData.search('violation', 'qua han')).map(({ id }) => id), 'today').toEqual(['ND98-9']);
  expect((await offlineData.behaviourOn('2025-12-31', 'ND98-9'))?.value.version).toBe(1);
  expect((await offlineData.behaviourOn('2026-01-01', 'ND98-9'))?.value.version).toBe(2);
  expect(await offlineData.behaviourOn('2025-02-21', 'ND98-17-1-a-2020')).toBeNull();
});
