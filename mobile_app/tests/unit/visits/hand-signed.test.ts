/** An officer without a signal begins from a decision that was signed by hand. Nothing is lost, and a slip is mended. */
import { expect, it } from 'vitest';
import { emptySheet, wrongFields, type TypedSheet } from '../../../src/domain/hand-signed';
import type { OfficerSelf } from '../../../src/wire';
import { LEADER, MEMBER } from '../support/inspections';
import { someBytes } from '../support/records';
import { TestPhone } from '../support/visit';

const self: OfficerSelf = {
  id: LEADER, username: 'an', full_name: 'Nguyễn Văn An', officer_number: '01-QLTT001', roles: ['inspector'], language: 'vi',
  unit: { id: '0193600a-0000-7000-8000-0000000000c1', code: 'D01', name_vi: 'Đội số 1', name_en: 'Team 1' },
};
const sheet: TypedSheet = {
  number: ' 07/QĐ-KT ', issuedOn: '2026-11-24', issuerName: 'Phạm Văn Đội', issuerTitle: 'Đội trưởng', issuerUnit: 'ĐỘI SỐ 1', kind: 'household', party: 'Hộ kinh doanh Hoa Sen', taxCode: '', address: 'Số 1 đường A',
  place: 'Số 1 đường A', contents: 'Hóa đơn\n\nNiêm yết giá ', days: '1', startOn: '2026-11-24', leader: LEADER, members: [MEMBER],
};

async function begun() {
  const phone = await TestPhone.make([]);
  const colleague = { officerId: LEADER, kind: 'officer', id: MEMBER, value: { id: MEMBER, full_name: 'Trần Thị Bình', officer_number: null } };
  await phone.store.applySync(LEADER, [colleague], [], {}, false);
  return { phone, id: await phone.visits.handSigned.begin(sheet, self) };
}

it('the visit begins with one signed act, and goes on after the app was killed', async () => {
  const { phone, id } = await begun();
  expect(await phone.types(id)).toEqual(['decision.hand_signed']);
  await phone.restart();
  const local = phone.local(id);
  expect([local.state, local.gone, local.view.decision.number, local.owner]).toEqual(['decided', undefined, '07/QĐ-KT', LEADER]);
  expect(local.view.decision.contents).toEqual(['Hóa đơn', 'Niêm yết giá']);
  expect(local.view.decision.team.map(({ officer_id, leader }) => [officer_id, leader])).toEqual([[LEADER, true], [MEMBER, false]]);
  await phone.visits.open(id);
  await phone.visits.announce(id, null);
  expect(phone.local(id).state).toBe('announced');
});

it('its sheets are photographs like all others, and a later act names them', async () => {
  const { phone, id } = await begun();
  const photo = await phone.visits.takePhoto(id, { bytes: someBytes(500), mediaType: 'image/jpeg', way: 'camera', caption: 'Tờ 1', takenAt: '2026-11-24T02:31:00Z', place: null, thumbnail: null } as never);
  await phone.visits.handSigned.nameSheets(id, [phone.local(id).photos[0]!.id]);
  await phone.visits.handSigned.nameSheets(id, [phone.local(id).photos[0]!.id]);
  expect(photo).toBeTruthy();
  expect(await phone.types(id)).toEqual(['decision.hand_signed', 'photo.taken', 'decision.hand_signed']);
  expect(phone.local(id).view.hand_signed?.sheets).toEqual([phone.local(id).photos[0]!.id]);
});

it('a number that was typed wrongly is mended by another act, with the reason; the team and the decision stay', async () => {
  const { phone, id } = await begun();
  const before = phone.local(id).view.decision;
  await expect(phone.visits.handSigned.mend(id, { ...sheet, number: '70/QĐ-KT' }, self, '')).rejects.toMatchObject({ code: 'reason_needed' });
  await phone.visits.handSigned.mend(id, { ...sheet, number: '70/QĐ-KT' }, self, 'Gõ nhầm số');
  const now = phone.local(id).view.decision;
  expect([now.number, now.decision_id, now.team]).toEqual(['70/QĐ-KT', before.decision_id, before.team]);
  expect(await phone.types(id)).toEqual(['decision.hand_signed', 'decision.hand_signed']);
});

it('what is missing on the sheet begins nothing, and what was typed is still there', async () => {
  const phone = await TestPhone.make([]);
  await phone.visits.handSigned.keep({ ...sheet, number: '' });
  await expect(phone.visits.handSigned.begin({ ...sheet, number: '' }, self)).rejects.toMatchObject({ code: 'sheet_incomplete' });
  expect(await phone.acts()).toEqual([]);
  expect(await phone.visits.handSigned.typed('Đội số 1')).toEqual({ ...sheet, number: '' });
});

it('every item is asked for; a day of signing in the future and a start before it are wrong', () => {
  expect(wrongFields(sheet, '2026-11-24')).toEqual([]);
  expect(wrongFields(emptySheet(null, ''), null)).toEqual(['number', 'issuedOn', 'issuerName', 'issuerTitle', 'issuerUnit', 'kind', 'party', 'address', 'place', 'contents', 'days', 'startOn', 'leader', 'members']);
  expect(wrongFields({ ...sheet, issuedOn: '2026-11-25', startOn: '2026-11-24' }, '2026-11-24')).toEqual(['issuedOn', 'startOn']);
});
