/** Papers made on site: what is saved, written, signed and numbered, and that no number
 * is used twice. */
import { describe, expect, it } from 'vitest';
import { actHash } from '../../../src/domain/acts';
import { codeOf, codeOfNumber } from '../../../src/domain/codes';
import type { PaperDraft } from '../../../src/domain/model';
import type { LocalPaper } from '../../../src/domain/papers';
import { hasPlaceFor } from '../../../src/domain/form';
import { createVisits } from '../../../src/visits/visits';
import type { NumberBlock } from '../../../src/wire';
import { exampleOf, formOf } from '../support/cases';
import { LEADER, inspectionView } from '../support/inspections';
import { newId } from '../support/records';
import { DRAWING, TestPhone } from '../support/visit';

const CLOSE = { ended_at: '2026-11-24T09:00:00Z', pages: 2, read_back: true, subject_opinion: '' };
const OWN: Record<string, Record<string, unknown>> = {
  MBB01: {
    law_field: 'thương mại', ordered_to_stop: true, explanation: 'none',
    violations: [{ wording: 'Không niêm yết giá', description: 'Không niêm yết giá 12 mặt hàng.', provision: 'Điều 12', ended_on: '2026-11-24' }], detected_on: '2026-11-24',
  },
  MBB15: { seizure_reason: 'Ngăn chặn tẩu tán', exhibits: [{ name: 'Sữa bột', unit: 'hộp', quantity: '48' }], custody_place: 'Kho Đội 1' },
};

async function phoneOnSite(): Promise<{ phone: TestPhone; id: string }> {
  const id = newId();
  const phone = await TestPhone.make([inspectionView(id)]);
  await phone.visits.open(id);
  await phone.visits.announce(id, null);
  return { phone, id };
}

async function lend(phone: TestPhone, first: number, last: number, form = 'MBB01'): Promise<NumberBlock> {
  const value: NumberBlock = { id: newId(), form, year: 2026, first, last, used: [] };
  await phone.store.applySync(LEADER, [{ officerId: LEADER, kind: 'number_block', id: value.id, value }], [], {}, false);
  return value;
}

function filled(draft: PaperDraft, changed: Record<string, unknown> = {}): PaperDraft {
  return { ...draft, fields: { ...draft.fields, ...OWN[draft.form], ...CLOSE, ...changed }, writtenAs: null };
}

async function signed(phone: TestPhone, id: string, form: 'MBB01' | 'MBB15' = 'MBB01'): Promise<string> {
  const { papers } = phone.visits;
  const draft = await papers.begin(id, form);
  await papers.saveDraft(filled(draft));
  await papers.write(id, draft.id);
  await papers.sign(id, draft.id, { role: 'maker', name: 'Nguyễn Văn An', drawing: DRAWING, refusal: null });
  await papers.sign(id, draft.id, { role: 'subject', name: 'Lê Thị Hoa', drawing: null, refusal: { reason: 'Không đồng ý', witness: 'Trần Văn Tám' } });
  return draft.id;
}

const shown = (phone: TestPhone, id: string, paper: string): LocalPaper | undefined => phone.visits.papers.of(id).peek().find((one) => one.id === paper);

describe('a paper', () => {
  it('is filled, written, signed and numbered, each in one act of the log', async () => {
    const { phone, id } = await phoneOnSite();
    await lend(phone, 5, 8);
    const paper = await signed(phone, id);
    expect(await phone.visits.papers.number(id, paper)).toBe('5/BB-VPHC-01-QLTT001');
    expect((await phone.types(id)).slice(2)).toEqual(['document.written', 'document.signed', 'document.signed', 'document.numbered']);
    expect(await phone.checkLog()).toBe(6);
    expect(shown(phone, id, paper)).toMatchObject({ number: { text: '5/BB-VPHC-01-QLTT001' }, kept: [] });
    const { act } = (await phone.acts(id)).at(-1)!;
    expect(act.content).toMatchObject({ code_scheme: 1 });
    expect(await codeOf(shown(phone, id, paper)!.number!)).toBe(await codeOfNumber(await actHash(act)));
  });

  it('is repeated without a second act: a double tap, or an app that was killed before it saw the answer', async () => {
    const { phone, id } = await phoneOnSite();
    await lend(phone, 1, 3);
    const paper = await signed(phone, id);
    const { papers } = phone.visits;
    const [first, second] = await Promise.all([papers.number(id, paper), papers.number(id, paper)]);
    await phone.restart();
    expect([first, second, await phone.visits.papers.number(id, paper)]).toEqual(Array(3).fill('1/BB-VPHC-01-QLTT001'));
    expect((await phone.types(id)).filter((type) => type === 'document.numbered')).toHaveLength(1);
    expect(await phone.visits.papers.numbersLeft('MBB01')).toBe(2);
  });

  it('keeps what was typed through a kill, letter by letter', async () => {
    const { phone, id } = await phoneOnSite();
    const draft = await phone.visits.papers.begin(id, 'MBB15');
    for (const text of ['N', 'Ng', 'Ngă', 'Ngăn']) void phone.visits.papers.saveDraft({ ...draft, fields: { ...draft.fields, seizure_reason: text } });
    await phone.visits.flush();
    await phone.restart();
    phone.visits.papers.of(id);
    expect((await phone.visits.papers.draft(id, draft.id)).fields.seizure_reason).toBe('Ngăn');
    expect(await phone.types(id)).toEqual(['inspection.opened', 'inspection.announced']);
  });

  it('is unsigned again once it is written anew, and closed by its number', async () => {
    const { phone, id } = await phoneOnSite();
    await lend(phone, 1, 1);
    const paper = await signed(phone, id);
    const { papers } = phone.visits;
    const draft = await papers.draft(id, paper);
    await papers.saveDraft(filled(draft, { subject_opinion: 'Tôi không đồng ý' }));
    await expect(papers.number(id, paper)).rejects.toMatchObject({ code: 'paper_not_written' });
    await papers.write(id, paper);
    expect(shown(phone, id, paper)?.signatures).toEqual([]);
    await expect(papers.number(id, paper)).rejects.toMatchObject({ code: 'paper_unsigned' });
    await papers.sign(id, paper, { role: 'maker', name: 'An', drawing: DRAWING, refusal: null });
    await papers.sign(id, paper, { role: 'witness', name: 'Tám', drawing: DRAWING, refusal: null });
    expect(await papers.number(id, paper)).toBe('1/BB-VPHC-01-QLTT001');
    await expect(papers.draft(id, paper)).rejects.toMatchObject({ code: 'paper_closed' });
    await expect(papers.sign(id, paper, { role: 'subject', name: 'Hoa', drawing: DRAWING, refusal: null })).rejects.toMatchObject({ code: 'paper_closed' });
  });

  it('begun before its form had a newer version goes on with that one, with all that was typed', async () => {
    const { phone, id } = await phoneOnSite();
    const { papers } = phone.visits;
    const begun = await papers.begin(id, 'MBB01');
    await papers.saveDraft({ ...filled(begun), formVersion: begun.formVersion - 1 });
    const opened = await papers.draft(id, begun.id);
    expect(opened).toMatchObject({ formVersion: begun.formVersion, fields: filled(begun).fields });
    await papers.write(id, begun.id);
    expect(shown(phone, id, begun.id)?.written?.formVersion).toBe(begun.formVersion);

    const other = await papers.begin(id, 'MBB01');
    await papers.saveDraft({ ...filled(other, { gone: 'mục mà mẫu mới không có' }), formVersion: other.formVersion - 1 });
    expect((await papers.draft(id, other.id)).formVersion, 'nothing typed is dropped').toBe(other.formVersion - 1);
  });

  it.each([['MBB01', 2], ['MBB15', 1], ['MBB26', 1]] as const)('%s as it was typed on version %i has its place in the next', (form, version) => {
    expect(hasPlaceFor(formOf(form, version + 1), exampleOf(form, version))).toBe(true);
  });

  it('is not written while its form would not take it', async () => {
    const { phone, id } = await phoneOnSite();
    const { papers } = phone.visits;
    const draft = await papers.begin(id, 'MBB01');
    await papers.saveDraft(filled(draft, { violations: [] }));
    await expect(papers.write(id, draft.id)).rejects.toMatchObject({ code: 'form_invalid' });
    await papers.drop(id, draft.id);
    expect(papers.of(id).peek()).toEqual([]);
  });

  it('waits signed where no number is left, and gets one when there are some again', async () => {
    const { phone, id } = await phoneOnSite();
    const paper = await signed(phone, id, 'MBB15');
    expect(await phone.visits.papers.number(id, paper)).toBeNull();
    expect(shown(phone, id, paper)?.draft?.wantsNumber).toBe(true);
    await phone.restart();
    phone.visits.papers.of(id);
    await lend(phone, 9, 10, 'MBB15');
    await phone.visits.papers.giveWaiting();
    expect(shown(phone, id, paper)).toMatchObject({ number: { text: '9/BB-TG-01-QLTT001' }, draft: { wantsNumber: false } });
    await phone.visits.papers.giveWaiting();
    expect(await phone.visits.papers.numbersLeft('MBB15')).toBe(1);
  });

  it('that the server holds says so, and its number counts as given', async () => {
    const { phone, id } = await phoneOnSite();
    await lend(phone, 1, 2);
    const paper = await signed(phone, id);
    await phone.visits.papers.number(id, paper);
    const act = (await phone.acts(id)).at(-1);
    const why = { vi: 'Số đã dùng', en: 'Used' };
    await phone.store.updateAct(act?.id ?? '', { state: 'held', quarantine: { code: 'number_unusable', text: why } });
    await phone.visits.settled();
    expect(shown(phone, id, paper)).toMatchObject({ number: null, kept: [{ quarantine: { text: why } }] });
    expect(await phone.visits.papers.numbersLeft('MBB01')).toBe(1);
  });
});

describe('no number is used twice', () => {
  const numbersOf = async (phone: TestPhone): Promise<number[]> =>
    (await phone.acts()).flatMap(({ act }) => (act.type === 'document.numbered' ? [(act.content as { number: number }).number] : []));

  it('by two tabs of a browser without locks', async () => {
    const id = newId();
    const phone = await TestPhone.make([inspectionView(id)], () => ({ lock: (_, work) => work() }));
    await phone.visits.announce(id, null);
    await lend(phone, 1, 20);
    const papers: string[] = [];
    for (let count = 0; count < 6; count++) papers.push(await signed(phone, id));
    const other = createVisits(phone.deps);
    const given = await Promise.all(papers.map((paper, at) => (at % 2 ? other : phone.visits).papers.number(id, paper)));
    expect(new Set(given).size).toBe(6);
    expect((await numbersOf(phone)).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
    await phone.checkLog();
    other.stop();
  });

  it('nor lost by an act that could not be written', async () => {
    const { phone, id } = await phoneOnSite();
    await lend(phone, 1, 2);
    const paper = await signed(phone, id);
    const { sign } = phone.deps;
    let broken = true;
    phone.deps.sign = (bytes) => (broken ? Promise.reject(new Error('the key is gone')) : sign(bytes));
    await expect(phone.visits.papers.number(id, paper)).rejects.toThrow('the key is gone');
    broken = false;
    expect(await phone.visits.papers.number(id, paper)).toBe('1/BB-VPHC-01-QLTT001');
    expect(await numbersOf(phone)).toEqual([1]);
  });
});

describe('papers of an inspection that the server lost in a restore', () => {
  const UNKNOWN = { code: 'record_unknown', text: { vi: 'máy chủ không có cuộc kiểm tra này', en: 'the server does not have this inspection' } };

  it('keep their signatures and the number that was shown, and get no second one', async () => {
    const { phone, id } = await phoneOnSite();
    await lend(phone, 5, 8);
    const paper = await signed(phone, id);
    const number = await phone.visits.papers.number(id, paper);
    const before = shown(phone, id, paper)!;
    await phone.store.applySync(LEADER, [], [], {}, true);
    await lend(phone, 141, 160);
    for (const act of await phone.store.actsOfRecord(LEADER, id)) {
      if (act.act.type.startsWith('document.')) await phone.store.updateAct(act.id, { state: 'held', quarantine: UNKNOWN });
    }
    await phone.restart();
    expect(shown(phone, id, paper)).toMatchObject({ written: before.written, signatures: before.signatures, number: before.number, kept: [] });
    expect(await phone.visits.papers.number(id, paper)).toBe(number);
    expect((await phone.types(id)).filter((type) => type === 'document.numbered')).toHaveLength(1);
  });
});
