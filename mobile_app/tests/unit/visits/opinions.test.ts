/** A head's word on the draft of a team that he is not on: nothing of that inspection is on his phone but what he says. */
import { expect, it } from 'vitest';
import type { OpinionDraft } from '../../../src/app/services';
import { MEMBER } from '../support/inspections';
import { newId } from '../support/records';
import { TestPhone } from '../support/visit';

const DRAFT = 'd'.repeat(64);
const REMARK = { at: { field: '/contents/0/result' }, text: ' Ghi rõ số lượng từng loại ' };
const typed = (...remarks: OpinionDraft['remarks']): OpinionDraft => ({ draft: DRAFT, remarks });

it('is one signed act of his log, however often he presses, and shows no inspection of his own', async () => {
  const id = newId();
  const phone = await TestPhone.make([]);
  await Promise.all([phone.visits.opinions.approve(id, DRAFT), phone.visits.opinions.approve(id, DRAFT)]);
  await phone.visits.opinions.giveBack(id, typed(REMARK));
  expect(await phone.types(id)).toEqual(['draft.approved']);
  expect((await phone.acts(id))[0]?.act.content).toEqual({ draft: DRAFT });
  expect(await phone.checkLog()).toBe(1);
  await phone.restart();
  expect(phone.visits.all.value).toEqual([]);
});

it('returns with the remarks that say something, trimmed, at their places', async () => {
  const id = newId();
  const phone = await TestPhone.make([]);
  await phone.visits.opinions.giveBack(id, typed(REMARK, { at: { photo_id: id }, text: '  ' }));
  const [stored] = await phone.acts(id);
  expect(stored?.act.content).toEqual({ draft: DRAFT, comments: [{ at: { field: '/contents/0/result' }, text: 'Ghi rõ số lượng từng loại' }] });
});

it('does not return without a remark, and says what to do', async () => {
  const id = newId();
  const phone = await TestPhone.make([]);
  await expect(phone.visits.opinions.giveBack(id, typed({ ...REMARK, text: ' ' }))).rejects.toMatchObject({ code: 'remark_needed' });
  await expect(phone.visits.opinions.giveBack(id, typed({ ...REMARK, text: 'x'.repeat(2001) }))).rejects.toMatchObject({ code: 'answer_too_long' });
  expect(await phone.types(id)).toEqual([]);
});

it('is kept letter by letter over a kill, for its inspection and its officer alone, until it is said', async () => {
  const [id, other] = [newId(), newId()];
  const phone = await TestPhone.make([]);
  const { opinions } = phone.visits;
  await Promise.all(['G', 'Gh', 'Ghi rõ'].map((text) => opinions.keep(id, typed({ ...REMARK, text }))));
  await phone.restart();
  expect(await phone.visits.opinions.typed(id)).toEqual(typed({ ...REMARK, text: 'Ghi rõ' }));
  expect(await phone.visits.opinions.typed(other)).toBeNull();
  phone.officerId.value = MEMBER;
  expect(await phone.visits.opinions.typed(id)).toBeNull();
  phone.officerId.value = phone.officer;
  await phone.visits.opinions.giveBack(id, typed({ ...REMARK, text: 'Ghi rõ' }));
  expect(await phone.visits.opinions.typed(id)).toBeNull();
});

it('may be said again of the same draft where the server had refused it', async () => {
  const id = newId();
  const phone = await TestPhone.make([]);
  await phone.visits.opinions.approve(id, DRAFT);
  const [first] = await phone.acts(id);
  await phone.store.updateAct(first!.id, { state: 'parked' });
  await phone.visits.opinions.approve(id, DRAFT);
  expect(await phone.types(id)).toEqual(['draft.approved', 'draft.approved']);
});

it('writes nothing while the phone is locked', async () => {
  const id = newId();
  const phone = await TestPhone.make([]);
  phone.officerId.value = null;
  await expect(phone.visits.opinions.approve(id, DRAFT)).rejects.toMatchObject({ code: 'locked' });
  expect(await phone.types(id)).toEqual([]);
});
