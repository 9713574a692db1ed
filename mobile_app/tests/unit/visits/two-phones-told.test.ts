/** What a team sees when two of its phones conflict: whose text is in force, what was signed,
 * and what was not accepted. */
import { describe, expect, it } from 'vitest';
import { submittedParts } from '../../../src/domain/inspection';
import { answersNotTaken, mineBeside, notTaken, ownReplaced, owns, replacedElsewhere, toSign, writerOf } from '../../../src/domain/minutes-flow';
import { nextStepOf } from '../../../src/domain/next-step';
import type { StoredAct } from '../../../src/domain/model';
import type { InspectionView } from '../../../src/wire';
import { LEADER, MEMBER, inspectionView } from '../support/inspections';
import { newId } from '../support/records';
import { DRAWING, PLACE, TestPhone } from '../support/visit';

type Text = InspectionView['all_minutes'][number];

const newer = (id: string, changed: Partial<InspectionView> = {}): InspectionView => inspectionView(id, { minutes_flow: 2, state: 'announced', announced_at: '2026-11-24T02:20:00Z', opened_at: '2026-11-24T02:10:00Z', ...changed });
const phoneOf = (officer: string, view: InspectionView): Promise<TestPhone> => TestPhone.make([view], () => ({}), officer);
const SIGNED = { role: 'leader' as const, name: 'Nguyễn Văn An', drawing: DRAWING, refusal: null };

function text(officer: string, name: string, opinion: string): Text {
  return { id: newId(), number: 1, form: 'BB-KT', form_version: 3, fields: { team_opinion: opinion }, officer_id: officer, officer_name: name, made_at: '2026-11-24T02:31:00Z', received_at: '2026-11-24T02:37:00Z', paper_number: null, numbered_at: null, code: null, content_sha256: '', content_mark: '' };
}

function told({ act }: StoredAct): Text {
  const { form, form_version, fields } = act.content as { form: string; form_version: number; fields: Record<string, unknown> };
  return { ...text(act.officer_id, 'Nguyễn Văn An', ''), id: act.id, form, form_version, fields };
}

const known = (...ids: string[]): InspectionView['acts'] => ids.map((id) => ({ id }) as InspectionView['acts'][number]);
const beside = (one: Text): InspectionView['beside'][number] => ({ minutes: one.id, officer_id: one.officer_id, officer_name: one.officer_name, made_at: one.made_at, received_at: one.received_at, code: 'minutes_not_owned', signers: [], set_aside: null, set_aside_by: null });

describe('the leader who takes the minutes back without a signal', () => {
  it('has his own text in force at once, as the server will, and people sign under it', async () => {
    const id = newId();
    const phone = await phoneOf(LEADER, newer(id));
    await phone.visits.fixPlace(id, PLACE);
    await phone.visits.flow.entrust(id, MEMBER);
    const written = await phone.fill(id);
    expect(mineBeside(phone.local(id))?.id).toBe(written);
    await phone.visits.flow.entrust(id, LEADER);
    const local = phone.local(id);
    expect(owns(local)).toBe(true);
    expect(local.minutes?.id).toBe(written);
    expect(local.beside).toEqual([]);
    expect(local.draft?.writtenAs).toBe(written);
    expect(nextStepOf(local).step).toBe('signatures');
    await phone.visits.sign(id, SIGNED);
    expect(phone.local(id).signatures).toHaveLength(1);
  });

  it('puts a colleague’s text in force by naming him, unless it was set aside', async () => {
    const id = newId();
    const theirs = text(MEMBER, 'Trần Thị Bình', 'Của Bình');
    const phone = await phoneOf(LEADER, newer(id, { all_minutes: [theirs], beside: [beside(theirs)] }));
    await phone.visits.flow.entrust(id, MEMBER);
    expect(phone.local(id).minutes?.id).toBe(theirs.id);
    expect(phone.local(id).beside).toEqual([]);

    const other = newId();
    const second = await phoneOf(LEADER, newer(other, { all_minutes: [theirs], beside: [beside(theirs)] }));
    await second.visits.flow.setAside(other, theirs.id, 'Nội dung không đúng');
    await second.visits.flow.entrust(other, MEMBER);
    expect(second.local(other).minutes).toBeNull();
    expect(second.local(other).beside).toMatchObject([{ setAside: 'Nội dung không đúng' }]);
  });
});

describe('a text that was in force here', () => {
  it('and was replaced by the officer’s other phone is told, with the signatures that stand under it', async () => {
    const id = newId();
    const phone = await phoneOf(LEADER, newer(id));
    const written = await phone.fill(id);
    await phone.visits.sign(id, SIGNED);
    expect(replacedElsewhere(phone.local(id))).toBeNull();
    const [own, signed] = (await phone.acts(id)) as [StoredAct, StoredAct];
    const mine = told(own);
    const others = { ...text(LEADER, 'Nguyễn Văn An', ''), fields: { ...mine.fields, team_opinion: 'Từ máy kia' } };
    await phone.tell(newer(id, { minutes: others, all_minutes: [mine, others], acts: known(written, signed.id) }));
    expect(replacedElsewhere(phone.local(id))).toEqual({ madeAt: own.act.made_at, by: null, signatures: 1 });
    // Written again here, it is this phone's own doing.
    await phone.fill(id, 'BB-KT', { team_opinion: 'Viết lại' });
    expect(replacedElsewhere(phone.local(id))).toBeNull();
  });

  it('and was replaced by whom the leader named is told with his name; one that stands beside is told there', async () => {
    const id = newId();
    const phone = await phoneOf(LEADER, newer(id));
    const written = await phone.fill(id);
    const mine = told((await phone.acts(id))[0]!);
    const theirs = text(MEMBER, 'Trần Thị Bình', 'Của Bình');
    const view = newer(id, { minutes_owner: MEMBER, minutes: theirs, all_minutes: [mine, theirs], acts: known(written) });
    await phone.tell(view);
    expect(replacedElsewhere(phone.local(id))).toMatchObject({ by: 'Trần Thị Bình', signatures: 0 });
    await phone.tell({ ...view, beside: [beside(mine)] });
    expect(replacedElsewhere(phone.local(id))).toBeNull();
    expect(writerOf(phone.local(id), toSign(phone.local(id))!)).toBe('Trần Thị Bình');
  });

  it('stays readable for its writer once a colleague’s is in force, also after the submission', async () => {
    const id = newId();
    const phone = await phoneOf(LEADER, newer(id));
    const written = await phone.fill(id);
    expect(ownReplaced(phone.local(id))).toBeNull();
    const mine = told((await phone.acts(id))[0]!);
    const theirs = text(MEMBER, 'Trần Thị Bình', 'Của Bình');
    // Entrusted, and nothing written since: the leader's text is the one in force.
    await phone.tell(newer(id, { minutes_owner: MEMBER, minutes: mine, all_minutes: [mine], acts: known(written) }));
    expect(ownReplaced(phone.local(id))).toBeNull();
    const view = newer(id, { minutes_owner: MEMBER, minutes: theirs, all_minutes: [mine, theirs], acts: known(written) });
    await phone.tell(view);
    expect(ownReplaced(phone.local(id))).toMatchObject({ id: written, fields: mine.fields });
    await phone.tell({ ...view, state: 'submitted', revision: 'a'.repeat(64) });
    expect(ownReplaced(phone.local(id))?.id).toBe(written);
    await phone.tell({ ...view, beside: [beside(mine)] });
    expect(ownReplaced(phone.local(id)), 'it has a place of its own there').toBeNull();
  });

  it('beside counts as sent once the server has answered, though the view does not list it yet', async () => {
    const id = newId();
    const phone = await phoneOf(LEADER, newer(id, { minutes_owner: MEMBER }));
    const written = await phone.fill(id);
    expect(phone.local(id).beside).toMatchObject([{ id: written, told: false }]);
    await phone.store.updateAct(written, { state: 'held', quarantine: { code: 'minutes_not_owned', text: { vi: '', en: '' } } });
    await phone.visits.settled();
    expect(phone.local(id).beside).toMatchObject([{ id: written, told: true }]);
  });
});

describe('what was submitted', () => {
  it('is shown as it was, whoever signs afterwards', async () => {
    const id = newId();
    const theirs = text(LEADER, 'Nguyễn Văn An', 'Của Trưởng Đoàn');
    const hand = (name: string, role: string): InspectionView['signatures'][number] => ({ id: newId(), minutes: theirs.id, role, name, drawing: DRAWING, refusal: null, made_at: '2026-11-24T02:40:00Z', in_force: true }) as unknown as InspectionView['signatures'][number];
    const [leader, late] = [hand('Nguyễn Văn An', 'leader'), hand('Trần Thị Bình', 'member')];
    const submission = { id: newId(), revision: 'a'.repeat(64), minutes: theirs.id, photos: [], signatures: [leader.id], places: [] } as unknown as InspectionView['submissions'][number];
    const phone = await phoneOf(MEMBER, newer(id, { state: 'submitted', revision: submission.revision, minutes: theirs, all_minutes: [theirs], signatures: [leader, late], submissions: [submission] }));
    expect(phone.local(id).signatures).toHaveLength(2);
    expect(submittedParts(phone.local(id))).toMatchObject({ revision: submission.revision, signatures: [leader.id] });
  });

  it('by one who no longer owns the minutes is told as not taken', async () => {
    const id = newId();
    const phone = await phoneOf(LEADER, newer(id));
    expect(notTaken(phone.local(id))).toBeNull();
    await phone.visits.fixPlace(id, PLACE);
    await phone.visit(id);
    await phone.visits.submit(id);
    const sent = (await phone.acts(id)).at(-1)!;
    await phone.store.updateAct(sent.id, { state: 'parked', problem: { type: 'about:blank', title: '', status: 409, code: 'not_minutes_owner', text: { vi: '', en: '' }, retryable: false, detail: null } });
    await phone.visits.settled();
    expect(notTaken(phone.local(id))?.id).toBe(sent.id);
  });

  it('and an answer that came after a colleague’s is kept to be read', () => {
    const act = (state: StoredAct['state']): StoredAct => ({ id: newId(), state, act: { type: 'file.supplemented' } }) as unknown as StoredAct;
    expect(answersNotTaken({ acts: [act('received'), act('parked')] })).toHaveLength(1);
  });
});
