/** Who signs, and what is read aloud. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LocalSignature, SignerRole } from '../../../src/domain/model';
import { inOneLine, sectionsOf, type Entry } from '../../../src/ui/visit/plain-text';
import type { FieldSchema, FormSchema } from '../../../src/ui/visit/schema';
import { givenBy, nextName, signersOf } from '../../../src/ui/visit/signers';
import { visitEn } from '../../../src/ui/words/visit.en';
import { visitVi } from '../../../src/ui/words/visit.vi';

const form = (name: string): FormSchema => JSON.parse(readFileSync(new URL(`../../../../backend/documents/forms/${name}.2.json`, import.meta.url), 'utf8')) as FormSchema;
const minutes = (name: string, fields: Record<string, unknown>) => ({ id: 'm2', form: name, formVersion: 2, fields, madeAt: '2026-11-24T02:30:00Z' });
const signature = (role: SignerRole, name: string, under = 'm2', id = `${role}-${name}-${under}`): LocalSignature => ({ id, minutes: under, role, name, drawing: null, refusal: null, madeAt: '2026-11-24T03:00:00Z' });
const fields = {
  leader: { name: 'Nguyễn An' },
  members: [{ name: 'Trần Bình' }, { name: 'Lê Chi' }],
  representative: 'Phạm Dung',
  present: [{ name: 'Vũ Em', capacity: 'Công an phường' }, { name: 'Đỗ Giang', capacity: 'Tổ trưởng dân phố' }],
};

describe('who signs inspection minutes', () => {
  it('are the leader, the members, the inspected party and who else was there, each in his capacity', () => {
    const signers = signersOf({ minutes: minutes('BB-KT', fields), signatures: [] });
    expect(signers.map(({ role, name, required }) => [role, name, required])).toEqual([
      ['leader', 'Nguyễn An', true],
      ['member', 'Trần Bình', false],
      ['member', 'Lê Chi', false],
      ['subject', 'Phạm Dung', true],
      ['authority', 'Vũ Em', false],
      ['witness', 'Đỗ Giang', false],
    ]);
  });

  it('have not signed where they signed the minutes before', () => {
    const signers = signersOf({ minutes: minutes('BB-KT', fields), signatures: [signature('leader', 'Nguyễn An', 'm1')] });
    expect(signers[0]?.signature).toBeNull();
  });

  it('are each known by name among several of one role, and the next in turn is proposed', () => {
    const signers = signersOf({ minutes: minutes('BB-KT', fields), signatures: [signature('member', 'Trần Bình')] });
    expect(signers.filter((one) => one.role === 'member').map((one) => one.signature?.name ?? null)).toEqual(['Trần Bình', null]);
    expect(nextName(signers, 'member')).toBe('Lê Chi');
  });

  it('count under another name than the minutes have where only one signs in that role', () => {
    const signers = signersOf({ minutes: minutes('BB-KT', { ...fields, representative: '' }), signatures: [signature('subject', 'Phạm Dung')] });
    expect(signers.find((one) => one.role === 'subject')?.signature?.name).toBe('Phạm Dung');
  });

  it('are shown as well where nobody asked for them', () => {
    const signers = signersOf({ minutes: minutes('BB-KT', fields), signatures: [signature('interpreter', 'Kim Lee')] });
    expect(signers.at(-1)).toMatchObject({ role: 'interpreter', name: 'Kim Lee', required: false });
  });
});

describe('what somebody gave already', () => {
  const given = [signature('leader', 'Nguyễn An'), signature('subject', 'Phạm Văn Dung'), signature('member', 'Trần Bình')];
  const signers = signersOf({ minutes: minutes('BB-KT', fields), signatures: given });

  it('is told when he comes to the pad again, under the name of the minutes or his own', () => {
    expect(givenBy(signers, 'leader', 'Nguyễn An')?.id).toBe(given[0]?.id);
    expect(givenBy(signers, 'subject', 'Phạm Dung')?.id).toBe(given[1]?.id);
    expect(givenBy(signers, 'subject', ' Phạm Văn Dung'.normalize('NFD'))?.id).toBe(given[1]?.id);
  });

  it('is nothing for who has not signed', () => {
    expect(givenBy(signers, 'member', 'Lê Chi')).toBeNull();
    expect(givenBy(signers, 'witness', 'Nguyễn An')).toBeNull();
  });
});

describe('who signs minutes of non-execution', () => {
  it('is the commune, and where nobody of it was there, a witness', () => {
    const present = signersOf({ minutes: minutes('BB-KKT', { ...fields, authority: [{ name: 'Vũ Em' }], witnesses: [] }), signatures: [] });
    expect(present.filter((one) => one.required).map((one) => one.role)).toEqual(['leader', 'authority']);
    const absent = signersOf({ minutes: minutes('BB-KKT', { ...fields, authority: [], witnesses: [{ name: 'Đỗ Giang' }] }), signatures: [] });
    expect(absent.filter((one) => one.required).map((one) => one.name)).toEqual(['Nguyễn An', 'Đỗ Giang']);
  });

  it('is a witness too where the minutes name somebody of the commune and say why he does not sign; he may still', () => {
    const told = minutes('BB-KKT', { ...fields, authority: [{ name: 'Vũ Em' }], authority_absence: 'Đã về trước khi ký.', witnesses: [] });
    const required = (signatures: LocalSignature[]) => signersOf({ minutes: told, signatures }).filter((one) => one.required).map((one) => one.role);
    expect(required([])).toEqual(['leader', 'witness']);
    expect(required([signature('authority', 'Vũ Em')])).toEqual(['leader']);
  });
});

describe('the minutes read aloud', () => {
  const speech = { yes: 'Có', no: 'Không', day: (at: string) => `ngày ${at}`, dayTime: (at: string) => `lúc ${at}`, text: (text: { vi: string }) => text.vi };
  const all = (entries: Entry[]): Entry[] => entries.flatMap((entry) => (typeof entry.value === 'string' ? [entry] : [entry, ...all(entry.value.flat())]));

  it('leave out what nobody filled in, say none where a list is empty, and read choices and times in words', () => {
    const sections = sectionsOf(form('BB-KKT'), { cause: 'closed', started_at: '2026-11-24T02:30:00Z', authority: [], read_back: true, tax_code: '' }, speech);
    const entries = all(sections.flatMap((section) => section.entries));
    const value = (pointer: string): unknown => entries.find((entry) => entry.pointer === pointer)?.value;
    expect(value('/cause')).toBe('Cơ sở đóng cửa');
    expect(value('/started_at')).toBe('lúc 2026-11-24T02:30:00Z');
    expect(value('/authority')).toBe('');
    expect(value('/read_back')).toBe('Có');
    expect(value('/tax_code')).toBeUndefined();
  });

  it('go through every row in order, in the sections of the paper', () => {
    const sections = sectionsOf(form('BB-KT'), { goods: [{ name: 'Trà', unit: 'hộp', quantity: '3' }, { name: 'Bánh', unit: 'hộp', quantity: '36' }] }, speech);
    const goods = all(sections.flatMap((section) => section.entries)).filter((entry) => entry.pointer.endsWith('/name') && entry.pointer.startsWith('/goods'));
    expect(goods.map((entry) => entry.value)).toEqual(['Trà', 'Bánh']);
    expect(sections.map((section) => section.key)).toEqual(['head', 'subject', 'team', 'time', 'work', 'opinions', 'close']);
  });
});

describe('a row of a list in one line', () => {
  it('reads days, times and choices as the screen does, and leaves out what is empty', () => {
    const speech = { yes: 'Có', no: 'Không', day: (at: string) => `ngày ${at}`, dayTime: (at: string) => `lúc ${at}`, text: (text: { vi: string }) => text.vi };
    const text = { type: 'string' } as FieldSchema;
    const fields = [
      { schema: text, value: 'Bán hàng nhập lậu' },
      { schema: text, value: '' },
      { schema: { ...text, format: 'date' } as FieldSchema, value: '2026-11-28' },
    ];
    expect(inOneLine(fields, speech)).toBe('Bán hàng nhập lậu – ngày 2026-11-28');
    expect(inOneLine([], speech)).toBe('');
  });
});

describe('the words', () => {
  it('have the same holes in both languages', () => {
    const holes = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();
    for (const key of Object.keys(visitVi) as (keyof typeof visitVi)[]) expect([key, holes(visitEn[key])]).toEqual([key, holes(visitVi[key])]);
  });

  it('are all said somewhere', () => {
    const folder = new URL('../../../src/ui/visit/', import.meta.url);
    const source = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
    // Keys that are composed, such as `sign.role_${role}`, are recognised by their beginning.
    const begun = [...source.matchAll(/`([a-z_]+\.[a-z_]*)\$\{/g)].map((match) => match[1] ?? '');
    const unsaid = Object.keys(visitVi).filter((key) => !source.includes(`'${key}'`) && !begun.some((start) => key.startsWith(start)));
    expect(unsaid).toEqual([]);
  });

  it('are Vietnamese nowhere in the screens themselves', () => {
    const folder = new URL('../../../src/ui/visit/', import.meta.url);
    const strings = readdirSync(folder)
      .filter((name) => name.endsWith('.tsx'))
      .flatMap((name) => [...readFileSync(new URL(name, folder), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').matchAll(/['">`][^'"<>`\n]*[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữự][^'"<>`\n]*['"<`]/gi)].map((match) => `${name}: ${match[0]}`));
    expect(strings).toEqual([]);
  });
});
