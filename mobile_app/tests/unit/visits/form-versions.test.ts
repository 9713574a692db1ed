/** A newer version of the minutes' forms reaches a phone: what begins then has the new words, and
 * what was begun before is completed under the old ones. */
import { describe, expect, it } from 'vitest';
import { comparable } from '../../../src/domain/minutes-flow';
import type { LocalMinutes } from '../../../src/domain/model';
import { sectionsOf } from '../../../src/ui/visit/plain-text';
import type { FormSchema } from '../../../src/ui/visit/schema';
import { formOf } from '../support/cases';
import { inspectionView } from '../support/inspections';
import { newId } from '../support/records';
import { DRAWING, PLACE, TestPhone, filled } from '../support/visit';

type Form = 'BB-KT' | 'BB-KKT';
const BOTH: Form[] = ['BB-KT', 'BB-KKT'];
const OLD = 'Bên được kiểm tra';
const NEW = 'Tổ chức, cá nhân được kiểm tra';
const SIGNERS = { 'BB-KT': ['leader', 'subject'], 'BB-KKT': ['leader', 'authority'] } as const;

/** A phone that has the first versions, and `update`, which brings the second ones. */
async function phoneBefore(id: string): Promise<{ phone: TestPhone; update: () => void }> {
  let newest = 1;
  const phone = await TestPhone.make([inspectionView(id)], () => ({
    forms: {
      form: async (form, version) => (version <= newest ? formOf(form, version) : null),
      newestVersion: async () => newest,
    },
  }));
  return { phone, update: () => (newest = 2) };
}

/** Headings of the minutes as they are read aloud. */
function headings(form: string, version: number, fields: Record<string, unknown>): string[] {
  const speech = { yes: 'Có', no: 'Không', day: String, dayTime: String, text: (text: { vi: string }) => text.vi };
  return sectionsOf(formOf(form, version) as unknown as FormSchema, fields, speech).map((section) => section.label.vi);
}

describe.each(BOTH)('%s', (form) => {
  it('of an inspection that begins now names the organisation or individual in the law’s words', async () => {
    const id = newId();
    const { phone, update } = await phoneBefore(id);
    update();
    const draft = await phone.visits.draft(id, form);
    expect(draft.formVersion).toBe(2);
    expect(headings(form, draft.formVersion, draft.fields)).toContain(NEW);
    expect(headings(form, draft.formVersion, draft.fields)).not.toContain(OLD);
  });

  it('asks on an older version for nothing that only a newer one has', async () => {
    const id = newId();
    const { phone } = await phoneBefore(id);
    expect((await phone.visits.draft(id, form)).fields).not.toHaveProperty('subject_kind');
    const newer = await TestPhone.make([inspectionView(id)]);
    expect((await newer.visits.draft(id, form)).fields).toMatchObject({ subject_kind: inspectionView(id).decision.subject.kind });
  });

  it('begun before is written, signed and submitted under the wording that people were read', async () => {
    const id = newId();
    const { phone, update } = await phoneBefore(id);
    const { visits } = phone;
    await visits.open(id);
    await visits.fixPlace(id, PLACE);
    if (form === 'BB-KT') await visits.announce(id, PLACE);
    await visits.saveDraft({ ...(await visits.draft(id, form)), screen: 'minutes' });
    update();
    await phone.restart();
    const draft = await phone.visits.draft(id, form);
    expect(draft.formVersion).toBe(1);
    expect(headings(form, draft.formVersion, draft.fields)).toContain(OLD);
    await phone.visits.saveDraft(filled(draft));
    await phone.visits.writeMinutes(id);
    for (const role of SIGNERS[form]) await phone.visits.sign(id, { role, name: `Người ký ${role}`, drawing: DRAWING, refusal: null });
    await phone.visits.submit(id);
    const written = (await phone.acts(id)).filter(({ act }) => act.type === 'minutes.written');
    expect(written.map(({ act }) => act.content)).toMatchObject([{ form, form_version: 1 }]);
    expect((await phone.types(id)).at(-1)).toBe('inspection.submitted');
  });

  it('written before is corrected under its own wording, also after the other form was looked at', async () => {
    const id = newId();
    const { phone, update } = await phoneBefore(id);
    const minutes = await phone.fill(id, form);
    update();
    await phone.visits.draft(id, form === 'BB-KT' ? 'BB-KKT' : 'BB-KT');
    const draft = await phone.visits.draft(id, form);
    expect(draft).toMatchObject({ form, formVersion: 1, writtenAs: minutes });
    await phone.visits.saveDraft({ ...draft, fields: { ...draft.fields, team_opinion: 'Nhắc nhở' } });
    await phone.visits.writeMinutes(id);
    expect(phone.local(id).minutes).toMatchObject({ formVersion: 1, fields: { team_opinion: 'Nhắc nhở' } });
  });

  it('keeps every field that was typed into the version before', () => {
    const text = (formVersion: number, fields = {}): LocalMinutes => ({ id: newId(), form, formVersion, fields, madeAt: '' });
    const properties = (version: number) => Object.keys(formOf(form, version).properties as object);
    expect(properties(2)).toEqual(properties(1));
    expect(comparable(formOf(form, 1), text(1), text(2, { place: 'Số 12' }))).toBe(true);
    expect(comparable(formOf(form, 2), text(2), text(1, { place: 'Số 12' }))).toBe(true);
    expect(comparable(formOf(form, 2), text(2), text(3, { of_a_later_version: 'Số 12' }))).toBe(false);
    expect(comparable(formOf(form, 2), text(2), { ...text(2), form: 'MBB01' })).toBe(false);
  });
});
