/** The number of the inspection's own minutes: after all have signed, without a signal, never twice. */
import { describe, expect, it } from 'vitest';
import { isClosed, leftOver } from '../../../src/domain/minutes-flow';
import { nextStepOf } from '../../../src/domain/next-step';
import type { InspectionView, NumberBlock } from '../../../src/wire';
import { LEADER, MEMBER, inspectionView } from '../support/inspections';
import { newId } from '../support/records';
import { DRAWING, PLACE, TestPhone } from '../support/visit';

const newer = (id: string, changed: Partial<InspectionView> = {}): InspectionView => inspectionView(id, { minutes_flow: 2, state: 'announced', announced_at: '2026-11-24T02:20:00Z', opened_at: '2026-11-24T02:10:00Z', ...changed });

async function lend(phone: TestPhone, first: number, last: number, form = 'BB-KT'): Promise<void> {
  const value: NumberBlock = { id: newId(), form, year: 2026, first, last, used: [] };
  await phone.store.applySync(LEADER, [{ officerId: LEADER, kind: 'number_block', id: value.id, value }], [], {}, false);
}

async function sign(phone: TestPhone, id: string, roles = ['leader', 'subject'] as const): Promise<void> {
  for (const role of roles) await phone.visits.sign(id, { role, name: `Người ký ${role}`, drawing: DRAWING, refusal: null });
}

async function signed(view: (id: string) => InspectionView = newer): Promise<{ phone: TestPhone; id: string; written: string }> {
  const id = newId();
  const phone = await TestPhone.make([view(id)]);
  await phone.visits.fixPlace(id, PLACE);
  const written = await phone.fill(id);
  await sign(phone, id);
  return { phone, id, written };
}

const numberActs = async (phone: TestPhone, id: string): Promise<number> => (await phone.types(id)).filter((type) => type === 'minutes.numbered').length;

describe('minutes get their number', () => {
  it('in one act after all have signed, and are closed by it', async () => {
    const { phone, id, written } = await signed();
    await lend(phone, 5, 8);
    expect(nextStepOf(phone.local(id))).toEqual({ step: 'number', screen: 'signatures' });
    expect(await phone.visits.numberMinutes(id)).toBe('5/BB-KT-01-QLTT001');
    const act = (await phone.acts(id)).at(-1)!.act;
    expect(act).toMatchObject({ type: 'minutes.numbered', content: { minutes: written, form: 'BB-KT', year: 2026, number: 5, text: '5/BB-KT-01-QLTT001' } });
    const local = phone.local(id);
    expect(local.number?.text).toBe('5/BB-KT-01-QLTT001');
    expect(isClosed(local)).toBe(true);
    expect(nextStepOf(local).step).toBe('review');
    expect(await phone.checkLog()).toBe((await phone.acts(id)).length);
    expect(await phone.visits.numbersLeft('BB-KT')).toBe(3);
  });

  it('and nobody rewrites or signs them afterwards', async () => {
    const { phone, id } = await signed();
    await lend(phone, 1, 2);
    await phone.visits.numberMinutes(id);
    await expect(sign(phone, id, ['subject'] as never)).rejects.toMatchObject({ code: 'paper_closed' });
    const draft = await phone.visits.draft(id, 'BB-KT');
    await phone.visits.saveDraft({ ...draft, fields: { ...draft.fields, team_opinion: 'Ý kiến khác hẳn' }, writtenAs: null });
    await expect(phone.visits.writeMinutes(id)).rejects.toMatchObject({ code: 'paper_closed' });
  });

  it('once: a double tap, or an app that was killed before it saw the answer', async () => {
    const { phone, id } = await signed();
    await lend(phone, 1, 3);
    const both = await Promise.all([phone.visits.numberMinutes(id), phone.visits.numberMinutes(id)]);
    await phone.restart();
    expect([...both, await phone.visits.numberMinutes(id)]).toEqual(Array(3).fill('1/BB-KT-01-QLTT001'));
    expect(await numberActs(phone, id)).toBe(1);
  });

  it('not before somebody whom the form needs has signed or refused', async () => {
    const id = newId();
    const phone = await TestPhone.make([newer(id)]);
    await lend(phone, 1, 3);
    await phone.fill(id);
    await sign(phone, id, ['leader'] as never);
    await expect(phone.visits.numberMinutes(id)).rejects.toMatchObject({ code: 'paper_unsigned' });
    await phone.visits.sign(id, { role: 'subject', name: 'Lê Thị Hoa', drawing: null, refusal: { reason: 'Không đồng ý', witness: 'Trần Văn Tám' } });
    expect(await phone.visits.numberMinutes(id)).toBe('1/BB-KT-01-QLTT001');
  });

  it('later, by themselves, if none was left; the file is submitted meanwhile', async () => {
    const { phone, id, written } = await signed();
    expect(await phone.visits.numberMinutes(id)).toBeNull();
    expect(nextStepOf(phone.local(id)).step).toBe('review');
    expect(await phone.visits.obstacles(id)).toEqual([]);
    await phone.visits.submit(id);
    await phone.restart();
    await lend(phone, 9, 10);
    await phone.visits.numbers.giveWaiting();
    await phone.visits.numbers.giveWaiting();
    expect((await phone.acts(id)).at(-1)!.act.content).toMatchObject({ minutes: written, number: 9 });
    expect(await numberActs(phone, id)).toBe(1);
    expect(phone.local(id).draft?.wantsNumber).toBe(false);
  });

  it('of the officer who wrote them: a colleague gives none', async () => {
    const { phone, id, written } = await signed();
    const text = (await phone.acts(id)).find((act) => act.id === written)!.act.content as { fields: Record<string, unknown> };
    const told = { id: written, number: 4, form: 'BB-KT', form_version: 2, fields: text.fields, officer_id: LEADER, officer_name: 'An', made_at: '2026-11-24T02:31:00Z', received_at: '2026-11-24T02:37:00Z', paper_number: null, numbered_at: null, code: null, content_sha256: '', content_mark: '' };
    const other = await TestPhone.make([newer(id, { minutes: told, all_minutes: [told] })], () => ({}), MEMBER);
    await sign(other, id);
    await expect(other.visits.numberMinutes(id)).rejects.toMatchObject({ code: 'paper_of_another' });
    const known = { ...told, paper_number: '5/BB-KT-01-QLTT001', numbered_at: '2026-11-24T02:40:00Z' };
    await other.tell(newer(id, { minutes: known, all_minutes: [known] }));
    expect(other.local(id).number?.text).toBe('5/BB-KT-01-QLTT001');
  });

  it('while a colleague types: his text stays to be read, and goes beside once the file is submitted', async () => {
    const { phone, id, written } = await signed();
    await lend(phone, 1, 3);
    expect(leftOver(phone.local(id))).toBeNull();
    const draft = phone.local(id).draft!;
    await phone.visits.numberMinutes(id);
    expect(leftOver(phone.local(id))).toBeNull(); // all that was typed is written
    const typed = { ...phone.local(id), draft: { ...draft, writtenAs: null } };
    expect(leftOver(typed)).toBe('waits');
    expect(leftOver({ ...typed, state: 'submitted' })).toBe('beside');
    expect(leftOver({ ...typed, number: null })).toBeNull();
    expect(draft.writtenAs).toBe(written);
  });

  it('never by the older flow, whose minutes may come back to be corrected', async () => {
    const { phone, id } = await signed((one) => inspectionView(one, { state: 'announced', announced_at: '2026-11-24T02:20:00Z', opened_at: '2026-11-24T02:10:00Z' }));
    await lend(phone, 1, 3);
    expect(nextStepOf(phone.local(id)).step).toBe('review');
    await expect(phone.visits.numberMinutes(id)).rejects.toMatchObject({ code: 'minutes_missing' });
  });
});
