/** Numbers are fetched while there is a connection, before they run out. Papers that waited for
 * one get it. */
import { describe, expect, it } from 'vitest';
import { formOf } from '../support/cases';
import { aPhone, anInspection, type TestPhone } from '../support/phone';
import { newId } from '../support/records';
import { Server } from '../support/server';
import { Problems, type Json } from '../support/wire';
import { DRAWING } from '../support/visit';

const CLOSE = { ended_at: '2026-11-24T09:00:00Z', pages: 2, copies: 2, read_back: true, subject_opinion: '' };
const MINE = {
  maker: { name: 'Nguyễn Thị Lan', title: 'Kiểm soát viên' }, seizure_reason: 'Ngăn chặn tẩu tán', custody_place: 'Kho Đội 1',
  exhibits: [{ name: 'Sữa bột', unit: 'hộp', quantity: '48' }], violator: { kind: 'household', name: 'Cửa hàng Hòa Bình' },
};

async function onSite(): Promise<{ server: Server; phone: TestPhone; id: string; given: () => number }> {
  const server = await Server.start();
  const id = newId();
  server.state.inspections.set(id, anInspection(id));
  server.forms.set('MBB15/2', formOf('MBB15', 2));
  (server.officers.get('lan') as { officer_number: string | null }).officer_number = '01-QLTT009';
  let blocks = 0;
  server.numbers = ({ form, year }): Json => {
    blocks += 1;
    return { id: newId(), form, year, first: blocks * 10 + 1, last: blocks * 10 + 2, used: [] };
  };
  const phone = await aPhone(server);
  await phone.open('lan');
  await phone.services.visits.announce(id, null);
  return { server, phone, id, given: () => blocks };
}

async function signedPaper({ services }: TestPhone, id: string): Promise<string> {
  const { papers } = services;
  const draft = await papers.begin(id, 'MBB15');
  await papers.saveDraft({ ...draft, fields: { ...draft.fields, ...MINE, ...CLOSE } });
  await papers.write(id, draft.id);
  await papers.sign(id, draft.id, { role: 'maker', name: 'Nguyễn Thị Lan', drawing: DRAWING, refusal: null });
  await papers.sign(id, draft.id, { role: 'subject', name: 'Hòa', drawing: DRAWING, refusal: null });
  return draft.id;
}

const waitUntil = async (holds: () => Promise<boolean> | boolean): Promise<void> => {
  for (let tries = 0; tries < 200 && !(await holds()); tries++) await new Promise((done) => setTimeout(done, 5));
  expect(await holds()).toBe(true);
};

describe('numbers', () => {
  it('are there after the first sync, only of forms that are on the phone, and asked for again when few are left', async () => {
    const { server, phone } = await onSite();
    await waitUntil(async () => (await phone.services.papers.numbersLeft('MBB15')) > 0);
    expect(await phone.services.papers.numbersLeft('MBB01')).toBe(0);
    expect(server.log.filter((each) => each === 'POST /number-blocks').length).toBeGreaterThan(0);
    await phone.services.syncNow();
    await waitUntil(async () => (await phone.services.papers.numbersLeft('MBB15')) >= 3);
  });

  it('come for a signed paper that waited, once the net is back', async () => {
    const { server, phone, id } = await onSite();
    server.numbers = () => {
      throw new Problems(503, 'unavailable', true);
    };
    await waitUntil(async () => (await phone.services.papers.numbersLeft('MBB15')) > 0);
    const papers = [await signedPaper(phone, id), await signedPaper(phone, id), await signedPaper(phone, id), await signedPaper(phone, id), await signedPaper(phone, id)];
    const given: (string | null)[] = [];
    for (const paper of papers) given.push(await phone.services.papers.number(id, paper));
    const waiting = given.filter((text) => text === null).length;
    expect(waiting).toBeGreaterThan(0);
    server.numbers = ({ form, year }): Json => ({ id: newId(), form, year, first: 91, last: 99, used: [] });
    await phone.services.syncNow();
    await waitUntil(() => phone.services.papers.of(id).value.every((paper) => paper.number !== null));
    const texts = phone.services.papers.of(id).value.map((paper) => paper.number?.text);
    expect(new Set(texts).size).toBe(papers.length);
    expect(texts.filter((text) => text?.startsWith('9')).length).toBe(waiting);
  });

  it('that the server does not give (an officer without a number, say) stop nothing else', async () => {
    const { server, phone, id } = await onSite();
    server.numbers = () => {
      throw new Problems(409, 'officer_number_missing');
    };
    await signedPaper(phone, id);
    await phone.services.syncNow();
    await phone.services.outbox.sendNow();
    expect(phone.services.outbox.summary.value.waitingActs).toBe(0);
  });
});

it('a PDF comes as its bytes', async () => {
  const { phone } = await onSite();
  expect(new Uint8Array(await phone.services.papers.pdf(newId()))).toEqual(new Uint8Array([37, 80, 68, 70]));
});
