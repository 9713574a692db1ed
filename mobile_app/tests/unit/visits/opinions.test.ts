/** A supervisor's opinion on the draft of a team to which the supervisor does not belong. The
 * supervisor's phone has nothing of that inspection but the opinion. */
import { expect, it } from 'vitest';
import type { OutboxItem } from '../../../src/app/services';
import type { OpinionDraft } from '../../../src/app/visit-services';
import { sentOpinion } from '../../../src/ui/visit/opinion-sent';
import { MEMBER } from '../support/inspections';
import { newId } from '../support/records';
import { TestPhone } from '../support/visit';

const DRAFT = 'd'.repeat(64);
/** The act that asked. */
const ASKED = newId();
const REMARK = { at: { field: '/contents/0/result' }, text: ' Ghi rõ số lượng từng loại ' };
const typed = (...remarks: OpinionDraft['remarks']): OpinionDraft => ({ draft: DRAFT, remarks });

it('is one signed act of his log, however often he presses, and shows no inspection of his own', async () => {
  const id = newId();
  const phone = await TestPhone.make([]);
  await Promise.all([phone.visits.opinions.approve(id, DRAFT, ASKED), phone.visits.opinions.approve(id, DRAFT, ASKED)]);
  await phone.visits.opinions.giveBack(id, typed(REMARK), ASKED);
  expect(await phone.types(id)).toEqual(['draft.approved']);
  expect((await phone.acts(id))[0]?.act.content).toEqual({ draft: DRAFT, proposal: ASKED });
  expect(await phone.checkLog()).toBe(1);
  await phone.restart();
  expect(phone.visits.all.value).toEqual([]);
});

it('returns with the remarks that say something, trimmed, at their places', async () => {
  const id = newId();
  const phone = await TestPhone.make([]);
  await phone.visits.opinions.giveBack(id, typed(REMARK, { at: { photo_id: id }, text: '  ' }), ASKED);
  const [stored] = await phone.acts(id);
  expect(stored?.act.content).toEqual({ draft: DRAFT, proposal: ASKED, comments: [{ at: { field: '/contents/0/result' }, text: 'Ghi rõ số lượng từng loại' }] });
});

it('does not return without a remark, and says what to do', async () => {
  const id = newId();
  const phone = await TestPhone.make([]);
  await expect(phone.visits.opinions.giveBack(id, typed({ ...REMARK, text: ' ' }), ASKED)).rejects.toMatchObject({ code: 'remark_needed' });
  await expect(phone.visits.opinions.giveBack(id, typed({ ...REMARK, text: 'x'.repeat(2001) }), ASKED)).rejects.toMatchObject({ code: 'answer_too_long' });
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
  await phone.visits.opinions.giveBack(id, typed({ ...REMARK, text: 'Ghi rõ' }), ASKED);
  expect(await phone.visits.opinions.typed(id)).toBeNull();
});

it('may be said again of the same draft where the server had refused it', async () => {
  const id = newId();
  const phone = await TestPhone.make([]);
  await phone.visits.opinions.approve(id, DRAFT, ASKED);
  const [first] = await phone.acts(id);
  await phone.store.updateAct(first!.id, { state: 'parked' });
  await phone.visits.opinions.approve(id, DRAFT, ASKED);
  expect(await phone.types(id)).toEqual(['draft.approved', 'draft.approved']);
});

it('writes nothing while the phone is locked', async () => {
  const id = newId();
  const phone = await TestPhone.make([]);
  phone.officerId.value = null;
  await expect(phone.visits.opinions.approve(id, DRAFT, ASKED)).rejects.toMatchObject({ code: 'locked' });
  expect(await phone.types(id)).toEqual([]);
});

it('is said again where the same draft was asked about again, with words on its remarks', async () => {
  const id = newId();
  const again = newId();
  const phone = await TestPhone.make([]);
  await phone.visits.opinions.giveBack(id, typed(REMARK), ASKED);
  await phone.store.updateAct((await phone.acts(id))[0]!.id, { state: 'received' });
  await phone.visits.opinions.giveBack(id, typed(REMARK), ASKED);
  await phone.visits.opinions.giveBack(id, typed({ ...REMARK, text: 'Vẫn thiếu' }), again);
  expect((await phone.acts(id)).map(({ act }) => (act.content as { proposal: string }).proposal)).toEqual([ASKED, again]);
  const items = (await phone.acts(id)).map((act) => ({ act, recordId: id, state: 'received' })) as unknown as OutboxItem[];
  const last = items.slice(0, 1);
  expect(sentOpinion(last, id, { id: ASKED, draft: DRAFT })).toBe(last[0]);
  expect(sentOpinion(last, id, { id: again, draft: DRAFT })).toBeNull();
  expect(sentOpinion(items, id, { id: again, draft: DRAFT })).toBe(items[1]);
});

it('of the version before, which says the draft alone, is not said twice', async () => {
  const id = newId();
  const phone = await TestPhone.make([]);
  await phone.visits.opinions.approve(id, DRAFT, ASKED);
  const [stored] = await phone.acts(id);
  const before = { act: { ...stored!, act: { ...stored!.act, content: { draft: DRAFT } } }, recordId: id, state: 'received' } as unknown as OutboxItem;
  expect(sentOpinion([before], id, { id: ASKED, draft: DRAFT })).toBe(before);
});
