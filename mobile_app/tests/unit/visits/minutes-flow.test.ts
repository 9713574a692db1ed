/** Minutes with an owner, a draft before the first signature and a file after it, on two phones
 * of one team. */
import { describe, expect, it } from 'vitest';
import { draftStanding, mayPropose } from '../../../src/domain/draft-standing';
import { remarksOf } from '../../../src/domain/remarks';
import { mineBeside, owns, toSign } from '../../../src/domain/minutes-flow';
import { proposalOf } from '../../../src/domain/revision';
import { commentsOf } from '../../../src/domain/comments';
import { answersToSend, keyOf, unanswered } from '../../../src/domain/remarks';
import type { StoredAct } from '../../../src/domain/model';
import type { InspectionView } from '../../../src/wire';
import { cases } from '../support/cases';
import { LEADER, MEMBER, inspectionView } from '../support/inspections';
import { newId } from '../support/records';
import { DRAWING, PLACE, TestPhone, photograph } from '../support/visit';

const drafts = cases<{ cases: { name: string; minutes: string; photos: string[]; draft: string }[] }>('drafts').cases;

const newer = (id: string, changed: Partial<InspectionView> = {}): InspectionView => inspectionView(id, { minutes_flow: 2, state: 'announced', announced_at: '2026-11-24T02:20:00Z', opened_at: '2026-11-24T02:10:00Z', ...changed });

const phoneOf = (officer: string, view: InspectionView): Promise<TestPhone> => TestPhone.make([view], () => ({}), officer);

/** Minutes from an act, in the server's format. */
function told({ act }: StoredAct, number = 1): InspectionView['all_minutes'][number] {
  const { form, form_version, fields } = act.content as { form: string; form_version: number; fields: Record<string, unknown> };
  return { id: act.id, number, form, form_version, fields, officer_id: act.officer_id, officer_name: 'Trần Thị Bình', made_at: act.made_at, received_at: act.made_at, paper_number: null, numbered_at: null, code: null, content_sha256: '', content_mark: '' };
}

const beside = (minutes: InspectionView['all_minutes'][number], changed: Partial<InspectionView['beside'][number]> = {}): InspectionView['beside'][number] => ({
  minutes: minutes.id, officer_id: minutes.officer_id, officer_name: 'Trần Thị Bình', made_at: minutes.made_at, received_at: minutes.received_at, code: 'minutes_not_owned', signers: [], set_aside: null, set_aside_by: null, ...changed,
});

const SIGNED = { role: 'leader' as const, name: 'Nguyễn Văn An', drawing: DRAWING, refusal: null };

describe('the hash of a draft is that of the server', () => {
  it.each(drafts.map((each) => [each.name, each] as const))('%s', async (_, { minutes, photos, draft }) => {
    expect(await proposalOf(minutes, photos)).toEqual({ minutes, photos, draft });
  });
});

describe('minutes of one who does not own them', () => {
  it('stand beside, are written once, keep their draft, and are not submitted', async () => {
    const id = newId();
    const phone = await phoneOf(MEMBER, newer(id));
    await phone.visits.fixPlace(id, PLACE);
    const written = await phone.fill(id);
    const local = phone.local(id);
    expect(local.minutes).toBeNull();
    expect(mineBeside(local)?.id).toBe(written);
    expect(local.draft?.writtenAs).toBe(written);
    expect(await phone.visits.writeMinutes(id)).toBe(written);
    expect((await phone.visits.obstacles(id)).map((each) => each.code)).toEqual(['not_minutes_owner']);
    await expect(phone.visits.submit(id)).rejects.toMatchObject({ code: 'not_minutes_owner' });
    expect(await phone.types(id)).toEqual(['place.fixed', 'minutes.written']);
  });

  it('may be signed where there are no others, so that nobody is called back once the leader entrusts him', async () => {
    const id = newId();
    const phone = await phoneOf(MEMBER, newer(id));
    const written = await phone.fill(id);
    await phone.visits.sign(id, { ...SIGNED, role: 'member' });
    expect(phone.local(id).signatures.map((each) => each.minutes)).toEqual([written]);

    const minutes = told((await phone.acts(id))[0]!);
    await phone.tell(newer(id, { minutes_owner: MEMBER, minutes, all_minutes: [minutes], acts: [{ id: written } as InspectionView['acts'][number]] }));
    const local = phone.local(id);
    expect(owns(local)).toBe(true);
    expect(local.minutes?.id).toBe(written);
    expect(local.draft?.writtenAs).toBe(written);
    expect(local.signatures).toHaveLength(1);
  });

  it('are not replaced in their draft by the leader’s that come later, and people then sign the leader’s', async () => {
    const id = newId();
    const phone = await phoneOf(MEMBER, newer(id));
    const written = await phone.fill(id, 'BB-KT', { team_opinion: 'Của tôi' });
    const own = told((await phone.acts(id))[0]!);
    const leaders = { ...own, id: newId(), officer_id: LEADER, fields: { ...own.fields, team_opinion: 'Của Trưởng Đoàn' } };
    await phone.tell(newer(id, { minutes: leaders, all_minutes: [own, leaders], beside: [beside(own)], acts: [{ id: written } as InspectionView['acts'][number]] }));
    const local = phone.local(id);
    expect(local.minutes?.id).toBe(leaders.id);
    expect(local.draft?.fields.team_opinion).toBe('Của tôi');
    expect(local.draft?.writtenAs).toBe(written);
    expect(local.beside).toMatchObject([{ id: written, mine: true, told: true, setAside: null }]);
    expect(toSign(local)?.id).toBe(leaders.id);
    await phone.visits.sign(id, SIGNED);
    expect(phone.local(id).signatures).toHaveLength(1);
  });

  it('that the server holds stand beside before the next sync tells of it', async () => {
    const id = newId();
    const phone = await phoneOf(MEMBER, newer(id));
    const written = await phone.fill(id);
    await phone.store.updateAct(written, { state: 'held', quarantine: { code: 'minutes_not_owned', text: { vi: '', en: '' } } });
    await phone.visits.settled();
    expect(mineBeside(phone.local(id))?.id).toBe(written);
    expect(phone.local(id).draft?.writtenAs).toBe(written);
  });

  it('after the submission are beside as well, and void nothing', async () => {
    const id = newId();
    const phone = await phoneOf(MEMBER, newer(id));
    const leaders = { id: newId(), number: 1, form: 'BB-KT', form_version: 2, fields: {}, officer_id: LEADER, made_at: '2026-11-24T02:31:00Z', received_at: '2026-11-24T02:37:00Z' } as InspectionView['all_minutes'][number];
    await phone.visits.draft(id, 'BB-KT');
    await phone.tell(newer(id, { state: 'submitted', revision: 'a'.repeat(64), minutes: leaders, all_minutes: [leaders] }));
    await phone.fill(id);
    const local = phone.local(id);
    expect(local.state).toBe('submitted');
    expect(local.minutes?.id).toBe(leaders.id);
    expect(local.beside).toMatchObject([{ mine: true, setAside: null }]);
  });
});

describe('the leader', () => {
  it('entrusts a colleague of the team and takes the minutes back', async () => {
    const id = newId();
    const phone = await phoneOf(LEADER, newer(id));
    await phone.visits.flow.entrust(id, MEMBER);
    await phone.visits.flow.entrust(id, MEMBER);
    expect(owns(phone.local(id))).toBe(false);
    await phone.visits.flow.entrust(id, LEADER);
    expect(owns(phone.local(id))).toBe(true);
    expect((await phone.acts(id)).map(({ act }) => act.content)).toEqual([{ officer_id: MEMBER }, { officer_id: LEADER }]);
    await expect(phone.visits.flow.entrust(id, newId())).rejects.toMatchObject({ code: 'owner_not_on_team' });
    const colleague = await phoneOf(MEMBER, newer(id));
    await expect(colleague.visits.flow.entrust(id, MEMBER)).rejects.toMatchObject({ code: 'leader_entrusts' });
  });

  it('sets a text aside once, with its reason', async () => {
    const id = newId();
    const phone = await phoneOf(LEADER, newer(id));
    await phone.fill(id);
    const others = { ...told((await phone.acts(id))[0]!), id: newId(), officer_id: MEMBER };
    await phone.tell(newer(id, { all_minutes: [others], beside: [beside(others)] }));
    await phone.visits.flow.setAside(id, others.id, 'Trùng nội dung');
    await phone.visits.flow.setAside(id, others.id, 'Nội dung không đúng');
    expect(phone.local(id).beside).toMatchObject([{ setAside: 'Trùng nội dung', setAsideBy: 'Nguyễn Văn An' }]);
    expect((await phone.types(id)).filter((type) => type === 'minutes.set_aside')).toHaveLength(1);
    const colleague = await phoneOf(MEMBER, newer(id, { all_minutes: [others], beside: [beside(others)] }));
    await expect(colleague.visits.flow.setAside(id, others.id, 'Trùng nội dung')).rejects.toMatchObject({ code: 'not_minutes_owner' });
  });

  it('takes a colleague’s text into his draft, and gets back what he had typed', async () => {
    const id = newId();
    const phone = await phoneOf(LEADER, newer(id));
    const draft = await phone.visits.draft(id, 'BB-KT');
    await phone.visits.saveDraft({ ...draft, fields: { ...draft.fields, team_opinion: 'Đang gõ dở' } });
    const others = { id: newId(), number: 1, form: 'BB-KT', form_version: 2, fields: { team_opinion: 'Của đồng đội', read_back: true }, officer_id: MEMBER, made_at: '2026-11-24T02:31:00Z', received_at: '2026-11-24T02:37:00Z' } as unknown as InspectionView['all_minutes'][number];
    await phone.tell(newer(id, { all_minutes: [others], beside: [beside(others)] }));
    await phone.visits.flow.takeText(id, others.id);
    await phone.restart();
    let now = phone.local(id).draft;
    expect(now?.fields).toEqual({ team_opinion: 'Của đồng đội' });
    expect(now?.earlier?.map((one) => one.fields.team_opinion)).toEqual(['Đang gõ dở']);
    await phone.visits.flow.putBack(id, now!.earlier![0]!.at);
    now = phone.local(id).draft;
    expect(now?.fields.team_opinion).toBe('Đang gõ dở');
    expect(now?.earlier?.map((one) => one.fields.team_opinion)).toEqual(['Của đồng đội']);
    expect(await phone.types(id)).toEqual([]);
  });
});

describe('a draft', () => {
  it('is proposed once, returned with remarks at its fields, mended and proposed again', async () => {
    const id = newId();
    const phone = await phoneOf(LEADER, newer(id));
    await phone.visits.takePhoto(id, photograph(1));
    await phone.fill(id);
    expect(mayPropose(phone.local(id))).toBe(true);
    await phone.visits.flow.propose(id);
    await phone.visits.flow.propose(id);
    const [photo, written, asked] = await phone.acts(id) as [StoredAct, StoredAct, StoredAct];
    expect((await phone.types(id))).toEqual(['photo.taken', 'minutes.written', 'minutes.proposed']);
    const content = asked.act.content as { minutes: string; photos: string[]; draft: string };
    expect(content).toEqual(await proposalOf(written.id, [(photo.act.content as { sha256: string }).sha256]));
    expect(draftStanding(phone.local(id))?.standing).toBe('unsent');

    const minutes = told(written);
    const answer = { id: newId(), kind: 'draft_returned' as const, officer_name: 'Phạm Văn Đội', comments: [{ at: { field: '/team_opinion' }, text: 'Ghi rõ hơn' }], at: '2026-11-24T02:45:00Z', noted: false };
    const draft = { id: asked.id, ...content, officer_name: 'Nguyễn Văn An', made_at: asked.act.made_at, received_at: asked.act.made_at, noted: false, answer, answers: [], waits: false };
    const photos = [] as InspectionView['photos'];
    const view = newer(id, { minutes, all_minutes: [minutes], photos, drafts: [draft], comments: answer.comments, acts: [written, asked].map(({ id: act }) => ({ id: act }) as InspectionView['acts'][number]) });
    await phone.tell(view);
    expect(draftStanding(phone.local(id))?.standing).toBe('returned');
    expect(commentsOf(phone.local(id))).toMatchObject([{ field: '/team_opinion', was: 'Không có kiến nghị', answered: false }]);
    await expect(phone.visits.flow.propose(id)).rejects.toMatchObject({ code: 'draft_unchanged' });
    // The team may sign and submit without correcting anything: nobody waits for a draft.
    expect((await phone.visits.obstacles(id)).map((each) => each.code)).not.toContain('remarks_open');
    await phone.fill(id, 'BB-KT', { team_opinion: 'Đề nghị xử lý theo quy định' });
    // What was asked for is done. Nothing tells the officer to do it any more, and the screen says
    // whom to ask again.
    expect(draftStanding(phone.local(id))?.standing).toBe('mended');
    expect(remarksOf(phone.local(id)).filter((remark) => remark.answer === null)).toEqual([]);
    await phone.visits.flow.propose(id);
    expect(draftStanding(phone.local(id))?.standing).toBe('unsent');
    expect(phone.local(id).comments).toEqual([]);
  });

  /** A phone whose draft was returned with two remarks. */
  async function cameBack(id: string): Promise<{ phone: TestPhone; ruling: string }> {
    const phone = await phoneOf(LEADER, newer(id));
    await phone.fill(id);
    await phone.visits.flow.propose(id);
    const [written, asked] = (await phone.acts(id)) as [StoredAct, StoredAct];
    const minutes = told(written);
    const content = asked.act.content as { minutes: string; photos: string[]; draft: string };
    const comments = [{ at: { field: '/team_opinion' }, text: 'Ghi rõ hơn' }, { at: { field: '/place' }, text: 'Thiếu số nhà' }];
    const answer = { id: newId(), kind: 'draft_returned' as const, officer_name: 'Phạm Văn Đội', comments, at: '2026-11-24T02:45:00Z', noted: false };
    const draft = { id: asked.id, ...content, officer_name: 'Nguyễn Văn An', made_at: asked.act.made_at, received_at: asked.act.made_at, noted: false, answer, answers: [], waits: false };
    await phone.tell(newer(id, { minutes, all_minutes: [minutes], drafts: [draft], comments, acts: [written, asked].map(({ id: act }) => ({ id: act }) as InspectionView['acts'][number]) }));
    return { phone, ruling: answer.id };
  }

  it('that leaves a remark open keeps it open, for the one after it or for the submission', async () => {
    const id = newId();
    const { phone, ruling } = await cameBack(id);
    await phone.fill(id, 'BB-KT', { team_opinion: 'Đề nghị xử lý theo quy định' });
    await phone.visits.flow.propose(id);
    expect(remarksOf(phone.local(id)).map(({ key, text, at }) => [key, text, at])).toEqual([[keyOf(ruling, 1), 'Thiếu số nhà', 1]]);
    expect(unanswered(phone.local(id))).toHaveLength(1);
    await phone.visits.answerRemark(id, keyOf(ruling, 1), { text: 'Cơ sở không có số nhà' });
    expect(answersToSend(phone.local(id))).toEqual([{ returned: ruling, comment: 1, text: 'Cơ sở không có số nhà' }]);
  });

  it('that came back is answered remark by remark with the next one', async () => {
    const id = newId();
    const { phone, ruling } = await cameBack(id);
    expect(unanswered(phone.local(id)).map((each) => each.text)).toEqual(['Ghi rõ hơn', 'Thiếu số nhà']);
    await phone.visits.answerRemark(id, keyOf(ruling, 1), { text: 'Cơ sở không có số nhà ' });
    await phone.fill(id, 'BB-KT', { team_opinion: 'Đề nghị xử lý theo quy định' });
    expect(unanswered(phone.local(id))).toEqual([]);
    await phone.visits.flow.propose(id);
    expect((await phone.acts(id)).at(-1)?.act.content).toMatchObject({
      answers: [
        { returned: ruling, comment: 0, text: null },
        { returned: ruling, comment: 1, text: 'Cơ sở không có số nhà' },
      ],
    });
  });

  it('is sent once more as it was where words answer every remark', async () => {
    const id = newId();
    const { phone, ruling } = await cameBack(id);
    expect(mayPropose(phone.local(id))).toBe(false);
    await phone.visits.answerRemark(id, keyOf(ruling, 0), { text: 'Đoàn không có kiến nghị' });
    await expect(phone.visits.flow.propose(id)).rejects.toMatchObject({ code: 'draft_unchanged' });
    await phone.visits.answerRemark(id, keyOf(ruling, 1), { text: 'Không có số nhà' });
    expect(mayPropose(phone.local(id))).toBe(true);
    await phone.visits.flow.propose(id);
    expect((await phone.types(id)).filter((type) => type === 'minutes.proposed')).toHaveLength(2);
    expect(draftStanding(phone.local(id))?.standing).toBe('unsent');
  });

  it('that came back hinders no submission, which carries what was answered and nothing for the rest', async () => {
    const id = newId();
    const { phone, ruling } = await cameBack(id);
    await phone.visits.answerRemark(id, keyOf(ruling, 1), { text: 'Không có số nhà' });
    await phone.visits.sign(id, SIGNED);
    await phone.visits.sign(id, { ...SIGNED, role: 'subject' });
    const local = phone.local(id);
    expect(answersToSend(local)).toEqual([{ returned: ruling, comment: 1, text: 'Không có số nhà' }]);
    expect(unanswered(local).map((each) => each.text)).toEqual(['Ghi rõ hơn']);
    expect((await phone.visits.obstacles(id)).map((each) => each.code)).not.toContain('remarks_open');
  });

  it('that nobody answered before the first signature hinders nothing, and is asked no more', async () => {
    const id = newId();
    const phone = await phoneOf(LEADER, newer(id));
    await phone.fill(id);
    await phone.visits.flow.propose(id);
    await phone.visits.sign(id, SIGNED);
    expect(draftStanding(phone.local(id))?.standing).toBe('needless');
    expect(mayPropose(phone.local(id))).toBe(false);
    await expect(phone.visits.flow.propose(id)).rejects.toMatchObject({ code: 'draft_signed' });
  });
});

describe('a file', () => {
  const asked = newId();
  const file = (changed: Partial<NonNullable<InspectionView['file']>> = {}): NonNullable<InspectionView['file']> => ({
    status: 'supplement_asked', file: 'f'.repeat(64), addenda: [], supplements: [], open_ask: asked,
    rulings: [{ id: asked, kind: 'supplement_asked', file: 'f'.repeat(64), officer_id: newId(), officer_name: 'Phạm Văn Đội', points: [{ at: { field: '/team_opinion' }, text: 'Nguồn gốc?' }, { at: { field: '/place' }, text: 'Kho ở đâu?' }], reason: null, at: '2026-11-24T05:00:00Z' }],
    ...changed,
  });

  it('is supplemented once every point is answered; what was typed survives a kill', async () => {
    const id = newId();
    const phone = await phoneOf(MEMBER, newer(id, { state: 'submitted', revision: 'a'.repeat(64), file: file(), comments: file().rulings[0]!.points }));
    const typed = { ...(await phone.visits.flow.supplement(id, asked)), answers: ['Có hóa đơn'] };
    await phone.visits.flow.keepSupplement(id, typed);
    await phone.restart();
    expect(await phone.visits.flow.supplement(id, asked)).toEqual(typed);
    await expect(phone.visits.flow.sendSupplement(id, typed)).rejects.toMatchObject({ code: 'points_unanswered' });
    await phone.visits.takePhoto(id, photograph(1));
    const sha256 = phone.local(id).photos[0]!.sha256;
    const whole = { ...typed, answers: ['Có hóa đơn ', 'Số 7'], photos: [sha256, sha256, 'b'.repeat(64)] };
    await phone.visits.flow.sendSupplement(id, whole);
    await phone.visits.flow.sendSupplement(id, whole);
    const act = (await phone.acts(id)).at(-1)!.act;
    expect(act.content).toEqual({ asked, answers: [{ point: 0, text: 'Có hóa đơn' }, { point: 1, text: 'Số 7' }], photos: [sha256], documents: [] });
    expect(phone.local(id).file).toMatchObject({ status: 'open', openAsk: null });
    expect(phone.local(id).comments).toEqual([]);
    expect((await phone.visits.flow.supplement(id, asked)).answers).toEqual([]);
  });

  it('has minutes that are final for its owner', async () => {
    const id = newId();
    const phone = await phoneOf(LEADER, newer(id, { state: 'submitted', revision: 'a'.repeat(64), file: file({ status: 'open', open_ask: null }) }));
    expect((await phone.visits.obstacles(id)).map((each) => each.code)).toEqual(['file_submitted']);
    await expect(phone.visits.flow.entrust(id, MEMBER)).rejects.toMatchObject({ code: 'file_submitted' });
    await expect(phone.visits.discard(id, 'Nhầm địa chỉ')).rejects.toMatchObject({ code: 'already_submitted' });
  });
});

describe('not to carry it out', () => {
  it('is asked for, taken back by going on, and no longer asked for once announced', async () => {
    const id = newId();
    const phone = await phoneOf(LEADER, newer(id, { state: 'opened', announced_at: null }));
    await phone.visits.discard(id, 'Nhầm địa chỉ');
    expect(phone.local(id)).toMatchObject({ state: 'opened', discardAsked: { reason: 'Nhầm địa chỉ' } });
    await phone.visits.open(id);
    expect(phone.local(id).discardAsked).toBeNull();
    await phone.visits.announce(id, PLACE);
    await expect(phone.visits.discard(id, 'Nhầm địa chỉ')).rejects.toMatchObject({ code: 'announced_needs_minutes' });
    expect(await phone.types(id)).toEqual(['inspection.discarded', 'inspection.opened', 'inspection.announced']);
  });
});
