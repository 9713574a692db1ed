import { describe, expect, it } from 'vitest';
import { Trouble } from '../../../src/app/services';
import { photosOf } from '../../../src/domain/inspection';
import { warningsOf } from '../../../src/domain/obstacles';
import { revisionOf } from '../../../src/domain/revision';
import { StorageFull } from '../../../src/store/store';
import { inspectionView } from '../support/inspections';
import { newId } from '../support/records';
import { DRAWING, PLACE, TestPhone, filled, photograph } from '../support/visit';

async function phoneWith(changed = {}): Promise<{ phone: TestPhone; id: string }> {
  const id = newId();
  return { phone: await TestPhone.make([inspectionView(id, changed)]), id };
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Trouble) return error.code;
    throw error;
  }
  return 'done';
}

const leader = { role: 'leader', name: 'Nguyễn Văn An', drawing: DRAWING, refusal: null } as const;

describe('a visit', () => {
  it('goes from the assignment to the submission, every step a signed act of one gapless log', async () => {
    const { phone, id } = await phoneWith();
    await phone.visit(id);
    expect(await phone.visits.obstacles(id)).toEqual([]);
    const shown = await phone.visits.revision(id);
    await phone.visits.submit(id, shown.revision);
    expect(await phone.types(id)).toEqual([
      'inspection.opened', 'place.fixed', 'inspection.announced', 'photo.taken', 'minutes.written', 'person.signed', 'person.signed', 'inspection.submitted',
    ]);
    expect(await phone.checkLog()).toBe(8);
    expect(phone.local(id)).toMatchObject({ state: 'submitted', submittedRevision: shown.revision });
  });

  it('seals exactly what the review shows: minutes, photographs in order, signatures and places', async () => {
    const { phone, id } = await phoneWith();
    await phone.visit(id);
    await phone.visits.takePhoto(id, photograph(2));
    const local = phone.local(id);
    const revision = await phone.visits.revision(id);
    expect(revision.photos).toEqual(local.photos.map((photo) => photo.sha256));
    expect(revision).toEqual(await revisionOf({ minutes: local.minutes?.id ?? '', photos: revision.photos, signatures: local.signatures.map((each) => each.id), places: local.places.map((each) => each.id) }));
    await phone.visits.submit(id);
    const submitted = (await phone.acts(id)).at(-1)?.act.content;
    expect(submitted).toEqual(revision);
  });

  it('is not submitted where something changed since the review', async () => {
    const { phone, id } = await phoneWith();
    await phone.visit(id);
    const { revision } = await phone.visits.revision(id);
    await phone.visits.takePhoto(id, photograph(2));
    expect(await codeOf(phone.visits.submit(id, revision))).toBe('revision_changed');
    expect(phone.local(id).state).toBe('announced');
  });

  it('tells everything that stands in its way at once, each with the screen that mends it', async () => {
    const { phone, id } = await phoneWith();
    expect((await phone.visits.obstacles(id)).map((each) => each.code)).toEqual(['not_opened', 'place_missing', 'minutes_missing']);
    await phone.visits.open(id);
    await phone.visits.draft(id, 'BB-KT');
    const found = await phone.visits.obstacles(id);
    expect(found.map(({ code, screen, field }) => [code, screen, field])).toEqual([
      ['not_announced', 'place', null],
      ['place_missing', 'place', null],
      ['form_invalid', 'minutes', '/ended_at'],
      ['form_invalid', 'minutes', '/contents/0/result'],
      ['form_invalid', 'minutes', '/contents/1/result'],
      ['form_invalid', 'minutes', '/subject_opinion'],
      ['form_invalid', 'minutes', '/team_opinion'],
      ['form_invalid', 'minutes', '/read_back'],
    ]);
    expect(found[2]?.text.vi).toBe('Kết thúc lúc: Cần điền mục này.');
    expect(await codeOf(phone.visits.submit(id))).toBe('not_announced');
    await phone.fill(id);
    expect((await phone.visits.obstacles(id)).map((each) => each.code)).toEqual(['not_announced', 'place_missing', 'leader_not_signed', 'subject_not_signed']);
    expect(warningsOf(phone.local(id)).map((each) => each.code)).toEqual(['no_photographs']);
  });

  it('may go without a position where a photograph says why', async () => {
    const { phone, id } = await phoneWith();
    await phone.visits.open(id);
    await phone.visits.takePhoto(id, photograph(1, { place: null, caption: 'Không có vị trí: trong hầm, không bắt được sóng' }));
    expect((await phone.visits.obstacles(id)).map((each) => each.code)).not.toContain('place_missing');
  });

  it('found closed needs no announcement, but the commune: or its absence told and a witness', async () => {
    const { phone, id } = await phoneWith();
    await phone.visits.open(id);
    await phone.visits.fixPlace(id, PLACE);
    await phone.fill(id, 'BB-KKT');
    await phone.visits.sign(id, leader);
    expect((await phone.visits.obstacles(id)).map((each) => each.code)).toEqual(['authority_not_signed']);
    await phone.fill(id, 'BB-KKT', { authority: [], authority_absence: 'Công an xã bận chữa cháy' });
    expect((await phone.visits.obstacles(id)).map((each) => each.code)).toEqual(['leader_not_signed', 'witness_not_signed']);
    await phone.visits.sign(id, leader);
    await phone.visits.sign(id, { role: 'witness', name: 'Đỗ Văn Chứng', drawing: DRAWING, refusal: null });
    expect(await phone.visits.obstacles(id)).toEqual([]);
    await phone.visits.submit(id);
    expect(phone.local(id).state).toBe('submitted');
    await phone.checkLog();
  });
});

describe('a command that is given twice', () => {
  it('makes one act: opening, announcing, writing the same minutes, the same signature, discarding', async () => {
    const { phone, id } = await phoneWith();
    const { visits } = phone;
    await Promise.all([visits.open(id), visits.open(id)]);
    const [first, second] = await Promise.all([visits.announce(id, PLACE), visits.announce(id, null)]);
    expect(second).toBe(first);
    const minutes = await phone.fill(id);
    expect(await visits.writeMinutes(id)).toBe(minutes);
    expect(await visits.sign(id, leader)).toBe(await visits.sign(id, leader));
    await visits.discard(id, 'Chủ cơ sở vắng mặt');
    await visits.discard(id, 'Chủ cơ sở vắng mặt');
    expect(await phone.types(id)).toEqual(['inspection.opened', 'inspection.announced', 'minutes.written', 'person.signed', 'inspection.discarded']);
  });
});

describe('minutes', () => {
  it('are not written again where nothing was typed, also when a letter was typed and taken back', async () => {
    const { phone, id } = await phoneWith();
    const minutes = await phone.fill(id);
    const draft = await phone.visits.draft(id, 'BB-KT');
    expect(draft.writtenAs).toBe(minutes);
    await phone.visits.saveDraft({ ...draft, fields: { ...draft.fields, place: 'Số 2' } });
    expect(phone.local(id).draft?.writtenAs).toBeNull();
    await phone.visits.saveDraft(draft);
    expect(await phone.visits.writeMinutes(id)).toBe(minutes);
  });

  it('that are new have no signatures until they are signed again', async () => {
    const { phone, id } = await phoneWith();
    await phone.visit(id);
    expect(phone.local(id).signatures).toHaveLength(2);
    const draft = await phone.visits.draft(id, 'BB-KT');
    await phone.visits.saveDraft({ ...draft, fields: { ...draft.fields, team_opinion: 'Nhắc nhở' } });
    expect(await codeOf(phone.visits.sign(id, leader))).toBe('minutes_not_written');
    await phone.visits.writeMinutes(id);
    expect(phone.local(id).signatures).toEqual([]);
    expect((await phone.visits.obstacles(id)).map((each) => each.code)).toEqual(['leader_not_signed', 'subject_not_signed']);
  });

  it('with a fault are not written; the fault is named', async () => {
    const { phone, id } = await phoneWith();
    const draft = await phone.visits.draft(id, 'BB-KT');
    await phone.visits.saveDraft(filled(draft, { ended_at: '2026-11-23T00:00:00Z' }));
    await expect(phone.visits.writeMinutes(id)).rejects.toMatchObject({ code: 'form_invalid', text: { vi: 'Kết thúc lúc: Thời điểm kết thúc phải sau thời điểm bắt đầu.' } });
    expect(await phone.acts()).toEqual([]);
  });

  it('of two forms keep what was typed under each', async () => {
    const { phone, id } = await phoneWith();
    await phone.visits.saveDraft(filled(await phone.visits.draft(id, 'BB-KT'), { subject_opinion: 'Đồng ý' }));
    const other = await phone.visits.draft(id, 'BB-KKT');
    expect(other.fields).toMatchObject({ team_opinion: 'Không có kiến nghị' });
    expect(other.fields).not.toHaveProperty('subject_opinion');
    await phone.visits.saveDraft({ ...other, fields: { ...other.fields, observed: 'Cửa khóa' } });
    await phone.restart();
    expect((await phone.visits.draft(id, 'BB-KT')).fields).toMatchObject({ subject_opinion: 'Đồng ý' });
    expect((await phone.visits.draft(id, 'BB-KKT')).fields).toMatchObject({ observed: 'Cửa khóa' });
  });
});

describe('a last letter of the form that was just left', () => {
  it('goes to that form, not into the other one', async () => {
    const { phone, id } = await phoneWith();
    const left = await phone.visits.draft(id, 'BB-KT');
    await phone.visits.draft(id, 'BB-KKT');
    await phone.visits.saveDraft({ ...left, fields: { ...left.fields, place: 'Số 12' } });
    const now = phone.local(id).draft;
    expect(now?.form).toBe('BB-KKT');
    if (now) await phone.visits.saveDraft({ ...now, aside: {}, fields: { ...now.fields, observed: 'Cửa khóa' } });
    expect((await phone.visits.draft(id, 'BB-KT')).fields.place).toBe('Số 12');
    expect((await phone.visits.draft(id, 'BB-KKT')).fields.observed).toBe('Cửa khóa');
  });
});

describe('a signature', () => {
  it.each([
    ['without drawing and refusal', { ...leader, drawing: null }, 'drawing_or_refusal'],
    ['with both', { ...leader, refusal: { reason: 'Không đồng ý', witness: 'B' } }, 'drawing_or_refusal'],
    ['without a name', { ...leader, name: '  ' }, 'name_needed'],
    ['refused without a reason', { ...leader, drawing: null, refusal: { reason: '-', witness: 'B' } }, 'reason_needed'],
    ['refused without a witness', { ...leader, drawing: null, refusal: { reason: 'Không đồng ý', witness: '' } }, 'name_needed'],
  ])('%s is not taken', async (_, signature, code) => {
    const { phone, id } = await phoneWith();
    await phone.fill(id);
    expect(await codeOf(phone.visits.sign(id, signature))).toBe(code);
    expect(await phone.types(id)).toEqual(['minutes.written']);
  });

  it('needs minutes', async () => {
    const { phone, id } = await phoneWith();
    expect(await codeOf(phone.visits.sign(id, leader))).toBe('minutes_missing');
  });
});

describe('a photograph', () => {
  it('is written with its bytes in the transaction of its act', async () => {
    const { phone, id } = await phoneWith();
    const taken = await phone.visits.takePhoto(id, photograph(5));
    const bytes = await phone.visits.photoBytes(taken.id);
    expect(new Uint8Array(bytes ?? new ArrayBuffer(0))).toEqual(new Uint8Array(photograph(5).bytes));
    expect((await phone.acts(id))[0]).toMatchObject({ id: taken.actId, act: { type: 'photo.taken', content: { photo_id: taken.id, sha256: taken.sha256, size: 64 } } });
  });

  it('that is withdrawn stays, marked, and is out of the revision', async () => {
    const { phone, id } = await phoneWith();
    await phone.visit(id);
    const wrong = await phone.visits.takePhoto(id, photograph(2));
    await phone.visits.withdrawPhoto(id, wrong.id, 'Chụp nhầm');
    await phone.visits.withdrawPhoto(id, wrong.id, 'Chụp nhầm');
    expect((await phone.types(id)).filter((type) => type === 'photo.withdrawn')).toHaveLength(1);
    expect(photosOf(phone.local(id)).map(({ number, withdrawn }) => [number, withdrawn])).toEqual([[1, null], [2, 'Chụp nhầm']]);
    expect((await phone.visits.revision(id)).photos).not.toContain(wrong.sha256);
    expect(await phone.visits.photoBytes(wrong.id)).not.toBeNull();
  });

  it('is given another caption after the shot; the last one counts, and the same words write nothing', async () => {
    const { phone, id } = await phoneWith();
    const taken = await phone.visits.takePhoto(id, photograph(2, { caption: 'Kệ hàn' }));
    await phone.visits.captionPhoto(id, taken.id, ' Kệ hàng ');
    await phone.visits.captionPhoto(id, taken.id, 'Kệ hàng');
    expect((await phone.types(id)).filter((type) => type === 'photo.captioned')).toHaveLength(1);
    const [photo] = photosOf(phone.local(id));
    expect(photo).toMatchObject({ caption: 'Kệ hàng', captions: [{ caption: 'Kệ hàng', before: 'Kệ hàn', by: null, afterSubmission: false }] });
    await phone.visits.captionPhoto(id, taken.id, '');
    expect(photosOf(phone.local(id))[0]).toMatchObject({ caption: null });
    expect(await codeOf(phone.visits.captionPhoto(id, taken.id, 'a'.repeat(501)))).toBe('caption_too_long');
  });

  it('that is called otherwise after the submission is so beside it: the revision stands', async () => {
    const { phone, id } = await phoneWith();
    await phone.visit(id);
    await phone.visits.submit(id);
    const [photo] = photosOf(phone.local(id));
    await phone.visits.captionPhoto(id, photo?.id ?? '', 'Nhãn hàng, ghi sau khi trình');
    const local = phone.local(id);
    expect(local.state).toBe('submitted');
    expect(photosOf(local)[0]).toMatchObject({ caption: 'Nhãn hàng, ghi sau khi trình', addendum: false, captions: [{ afterSubmission: true }] });
  });

  it.each([
    ['nothing', photograph(1, { bytes: new ArrayBuffer(0) }), 'photo_empty'],
    ['a caption without end', photograph(1, { caption: 'a'.repeat(501) }), 'caption_too_long'],
  ])('of %s is not taken', async (_, photo, code) => {
    const { phone, id } = await phoneWith();
    expect(await codeOf(phone.visits.takePhoto(id, photo))).toBe(code);
  });

  it('whose bytes were taken twice is named once', async () => {
    const { phone, id } = await phoneWith();
    await phone.visit(id);
    await phone.visits.takePhoto(id, photograph(1));
    expect((await phone.visits.revision(id)).photos).toHaveLength(1);
    expect(photosOf(phone.local(id))).toHaveLength(2);
  });
});

describe('a full disk', () => {
  it('takes no act and no bytes, says what to do, and the same photograph is taken once there is room', async () => {
    const id = newId();
    let full = true;
    const phone = await TestPhone.make([inspectionView(id)], ({ store }) => ({
      store: new Proxy(store, {
        get(target, name) {
          const found: unknown = Reflect.get(target, name);
          if (name === 'append' && full) return () => Promise.reject(new StorageFull());
          return typeof found === 'function' ? (found.bind(target) as unknown) : found;
        },
      }),
    }));
    expect(await codeOf(phone.visits.takePhoto(id, photograph(1)))).toBe('storage_full');
    expect(await phone.acts()).toEqual([]);
    full = false;
    await phone.visits.takePhoto(id, photograph(1));
    expect(await phone.checkLog()).toBe(1);
  });
});

describe('a phone that is locked while a command waits for its turn', () => {
  it('writes no act', async () => {
    const { phone, id } = await phoneWith();
    const opening = codeOf(phone.visits.open(id));
    const taking = codeOf(phone.visits.takePhoto(id, photograph(1)));
    phone.officerId.value = null;
    expect(await Promise.all([opening, taking])).toEqual(['locked', 'locked']);
    expect(await phone.acts()).toEqual([]);
  });
});

describe('text that cannot be signed', () => {
  it('is told, not altered', async () => {
    const { phone, id } = await phoneWith();
    expect(await codeOf(phone.visits.discard(id, 'Lý do \u0000 lạ'))).toBe('not_opened');
    await phone.visits.open(id);
    expect(await codeOf(phone.visits.discard(id, 'Lý do \u0000 lạ'))).toBe('text_not_allowed');
    expect(await codeOf(phone.fill(id, 'BB-KT', { goods: Array.from({ length: 400 }, () => ({ name: 'a'.repeat(300), kind: 'b'.repeat(400), unit: 'hộp', quantity: '1' })) }))).toBe('act_too_large');
    expect(await phone.types(id)).toEqual(['inspection.opened']);
  });
});

describe('after the submission', () => {
  it('photographs and places join as an addendum; nothing is submitted anew', async () => {
    const { phone, id } = await phoneWith();
    await phone.visit(id);
    await phone.visits.submit(id);
    await phone.visits.takePhoto(id, photograph(2));
    await phone.visits.fixPlace(id, PLACE);
    expect(phone.local(id).state).toBe('submitted');
    expect(photosOf(phone.local(id)).map((photo) => photo.addendum)).toEqual([false, true]);
    expect((await phone.visits.obstacles(id)).map((each) => each.code)).toEqual(['already_submitted']);
    expect(await codeOf(phone.visits.submit(id))).toBe('already_submitted');
    expect(await codeOf(phone.visits.discard(id, 'Thôi không làm'))).toBe('already_submitted');
  });
});

describe('a visit that is given up', () => {
  it('keeps everything, and is taken up again where it was', async () => {
    const { phone, id } = await phoneWith();
    await phone.visit(id);
    await phone.visits.discard(id, 'Trời mưa, cơ sở đóng cửa');
    expect(phone.local(id)).toMatchObject({ state: 'discarded' });
    expect((await phone.visits.obstacles(id)).map((each) => each.code)).toEqual(['inspection_discarded']);
    expect(await codeOf(phone.visits.announce(id, PLACE))).toBe('inspection_discarded');
    await phone.visits.open(id);
    expect(phone.local(id)).toMatchObject({ state: 'opened', photos: [{}], signatures: [{}, {}] });
    await phone.visits.submit(id);
    await phone.checkLog();
  });

  it('needs a reason, and must have begun', async () => {
    const { phone, id } = await phoneWith();
    expect(await codeOf(phone.visits.discard(id, 'Không làm'))).toBe('not_opened');
    await phone.visits.open(id);
    expect(await codeOf(phone.visits.discard(id, ' '))).toBe('reason_needed');
  });
});
