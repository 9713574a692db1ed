/** One box: what the phone holds without a signal, and the officer's whole scope where there is one. */
import { beforeEach, expect, it } from 'vitest';
import type { Group } from '../../../src/domain/searching/held';
import { aPhone, anInspection, PIN, type TestPhone } from '../support/phone';
import { Server } from '../support/server';
import { Problems, type Json } from '../support/wire';

const VISIT = '01890000-0000-7000-8000-000000000001';
const OTHER = '01890000-0000-7000-8000-000000000002';
const CASE = '01890000-0000-7000-8000-000000000003';
let server: Server;
let phone: TestPhone;

const inspections = [{ inspection_id: VISIT, number: '12/QĐ-KT', issued_on: '2026-11-23', state: 'decided', violations: [] }, { inspection_id: OTHER, number: '34567/QĐ-KT', issued_on: '2025-03-02', state: 'approved', violations: ['Hàng nhập lậu'] }];
const cases = [{ case_id: CASE, number: 'VV-0101-2025-0007', decision_number: '77/QĐ-XPHC', inspection_id: OTHER, sanctioned_on: '2025-04-01', fine_vnd: 1, open_vnd: 0, lapses_on: null }];

function entry(kind: string, id: string, value: Json): Json {
  const text = Object.values(value).filter((one) => typeof one === 'string').join(' ').normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
  return { kind, id, text, value: { id, ...value } };
}

beforeEach(async () => {
  server = await Server.start();
  server.state.inspections.set(VISIT, anInspection(VISIT));
  const entries = [
    entry('business', 'b1', { name: 'Công ty TNHH Gạo Trắng Hoa Sen', trade_name: null, tax_code: '0109998887', registration_number: null, phone: null, address: 'Số 9 phố Đông Tác', history: inspections, cases }),
    entry('violation', 'v1', { code: 'ND98-15-1-a', name_vi: 'Kinh doanh hàng hóa nhập lậu', legal_basis: 'khoản 1 Điều 15', valid_from: '2020-10-15', valid_to: null }),
  ];
  server.reference = () => ({ cursor: 'c1', more: false, as_of: server.now(), reset: ['business', 'violation'], entries, removed: [], total_entries: 2, total_bytes: 999 });
  phone = await aPhone(server);
  await phone.open('lan');
  await expect.poll(() => phone.services.offlineData.state.value).not.toBeNull();
  await expect.poll(() => phone.services.visits.all.value.length).toBe(1);
});

const names = (groups: Group[]): [string, string][] => groups.flatMap(({ kind, hits }) => hits.map((hit): [string, string] => [kind, hit.href ?? '']));
const here = async (typed: string): Promise<[string, string][]> => names((await phone.services.searching.here(typed, 5)).groups);

it('finds what the phone holds in any order, without diacritics, by beginnings and by parts of numbers', async () => {
  server.faults.offline = true;
  const business = ['party', '/app/reference/business/b1'] as const;
  const visit = ['inspection', `/app/inspections/${VISIT}`] as const;
  const [ofCase, ofHistory] = [['case', business[1]], ['inspection', business[1]]];
  expect(await here('trang gao hoa s')).toEqual([ofCase, ofHistory, business]);
  expect(await here('hoà bình hàng')).toEqual([visit]);
  expect(await here('HÒA binh')).toEqual([visit]);
  expect(await here('998 dong tac')).toEqual([ofCase, ofHistory, business]);
  expect(await here('4567')).toEqual([ofHistory]);
  expect(await here('77 QĐ XPHC')).toEqual([ofCase]);
  expect(await here('nhap lau')).toEqual([ofHistory, ['behaviour', '/app/reference/violation/v1']]);
  expect(await here('gao trang phong')).toEqual([business]);
  expect((await phone.services.searching.here('gao trang phong', 5)).near).toBe(true);
  expect(await here('khong gi nhu the')).toEqual([]);
});

it('marks what matched, and says where the words stand that the row does not show', async () => {
  const [group] = (await phone.services.searching.here('gao 77', 5)).groups;
  expect(group?.hits[0]).toMatchObject({ number: [{ text: 'VV-0101-2025-0007', hit: false }], why: 'number', excerpt: [{ text: '77', hit: true }, { text: '/QĐ-XPHC', hit: false }] });
  expect(group?.hits[0]?.name[1]).toEqual({ text: 'Gạo', hit: true });
});

it('says what is no question, as the server does', async () => {
  expect((await phone.services.searching.here('%$#', 5)).wrong?.vi).toContain('Chưa có chữ hay số nào');
  expect((await phone.services.searching.here('gạo '.repeat(13), 5)).wrong?.vi).toContain('quá dài');
  expect(await phone.services.searching.here('  ', 5)).toEqual({ groups: [], near: false, wrong: null });
});

const text = (said: string): Json[] => [{ text: said, hit: false }];
const hit = (kind: string, id: string): Json => ({ kind, id, code: null, name: text('Một cơ sở'), number: [], where: [], why: null, excerpt: [], state: null, at: null, unit: null, form: null });

it('asks the server for the whole scope, and leads to what this phone can show', async () => {
  server.search = (typed) => {
    expect(typed).toBe('hoà bình ');
    return { groups: [{ kind: 'case', hits: [hit('case', CASE), hit('case', OTHER)], more: true }, { kind: 'person', hits: [hit('person', OTHER)], more: false }], behind: 61 };
  };
  const found = await phone.services.searching.everywhere('hoa\u0300 bình ');
  if (found.state !== 'found') throw new Error(found.state);
  expect(found.behindMinutes).toBe(2);
  expect(found.groups[0]?.more).toBe(true);
  // An inspection of this phone that the server did not name is shown too: what was typed may not be there yet.
  expect(names(found.groups)).toEqual([['case', '/app/reference/business/b1'], ['case', ''], ['inspection', `/app/inspections/${VISIT}`], ['person', '']]);
});

it('waits where it asked too fast, and asks again without a word', async () => {
  let asked = 0;
  server.search = () => {
    asked += 1;
    if (asked === 1) throw new Problems(429, 'too_many_looks', true, { 'Retry-After': '0' });
    return { groups: [], behind: 0 };
  };
  expect(await phone.services.searching.everywhere('khong')).toEqual({ state: 'found', groups: [], near: true, behindMinutes: 0 });
  expect(asked).toBe(2);
});

it('drops the answer to what was typed before', async () => {
  const [before, now] = await Promise.all([phone.services.searching.everywhere('kho'), phone.services.searching.everywhere('khong')]);
  expect([before.state, now.state]).toEqual(['old', 'found']);
});

it('says why there is no answer of the whole system', async () => {
  server.search = () => {
    throw new Problems(503, 'unavailable', true);
  };
  expect(await phone.services.searching.everywhere('gao')).toEqual({ state: 'busy', text: { vi: 'vi unavailable', en: 'en unavailable' } });
  server.faults.offline = true;
  expect((await phone.services.searching.everywhere('gao')).state).toBe('unreached');
  server.faults.offline = false;
  server.endSessions();
  expect((await phone.services.searching.everywhere('gao')).state).toBe('signed_out');
});

it('forgets what was looked for when the app is locked', async () => {
  phone.services.searching.typed.value = 'gạo';
  await phone.services.accounts.lock();
  expect(phone.services.searching.typed.value).toBe('');
  await phone.services.accounts.unlock('01890000-0000-7000-8000-00000000aaaa', PIN);
  expect(phone.services.searching.typed.value).toBe('');
});
