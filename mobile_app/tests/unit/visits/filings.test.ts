import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../src/domain/canonical-json';
import { MOST_BYTES, filedOf } from '../../../src/domain/filings';
import { pageOf, piecesOf, storedBytes, storedSize } from '../../../src/domain/pages-as-pdf';
import type { PickedFile } from '../../../src/app/visit-services';
import { unsentWork } from '../../../src/rescue/unsent';
import { inspectionView } from '../support/inspections';
import { newId } from '../support/records';
import { TestPhone } from '../support/visit';

const never = (): boolean => false;

/** A file as a chooser gives it. */
function picked(name: string, type: string, bytes: Uint8Array): PickedFile {
  return { name, type, size: bytes.length, slice: (from, to) => ({ arrayBuffer: async () => bytes.slice(from, to).buffer }) };
}

/** The beginning of a JPEG of 40 × 30 that is turned, and something like a picture after it. */
function jpeg(orientation: number, rest: number[]): Uint8Array<ArrayBuffer> {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const sof = [0xff, 0xc0, 0, 17, 8, 0, 30, 0, 40, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
  return new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2, ...exif, ...sof, 0xff, 0xda, 0, 2, ...rest, 0xff, 0xd9]);
}

async function phoneWithVisit(): Promise<{ phone: TestPhone; id: string }> {
  const view = inspectionView(newId());
  return { phone: await TestPhone.make([view]), id: view.id };
}

describe('documents obtained on site', () => {
  it('copies a file piece by piece and files it in one act, whose bytes wait to be sent', async () => {
    const { phone, id } = await phoneWithVisit();
    const { filings } = phone.visits;
    const bytes = new Uint8Array(9_000_000).map((_, at) => at % 251);
    const draft = await filings.begin(id, 'file');
    const seen: number[] = [];
    const added = await filings.add(draft, picked('Hóa đơn.pdf', 'application/pdf', bytes), (done) => seen.push(done), never);
    expect(seen.at(-1)).toBe(bytes.length);
    expect(added.title).toBe('Hóa đơn');
    const ready = { ...added, kind: 'invoice' as const, sheets: 3, issuedOn: '2026-11-02', proves: 'Nguồn gốc' };
    await filings.save(added, ready);
    const fileId = await filings.file(ready, null);
    await filings.file(ready, null); // a second tap
    expect(await phone.types(id)).toEqual(['document.filed']);
    const [stored] = await phone.acts(id);
    expect(stored?.act.content).toMatchObject({ file_id: fileId, sha256: await sha256Hex(bytes.buffer), size: bytes.length, file_name: 'Hóa đơn.pdf', sheets: 3, document_kind: 'invoice' });
    expect(new Uint8Array((await phone.store.bytes(fileId, 4_194_300, 4_194_310))!)).toEqual(bytes.slice(4_194_300, 4_194_310));
    expect(await phone.store.filings.ofRecord(phone.officer, id)).toEqual([]);
    expect((await phone.store.photosOfRecord(phone.officer, id)).length).toBe(0);
    expect((await unsentWork(phone.store, phone.officer)).photos.map((row) => row.id)).toEqual([fileId]);
  });

  it('keeps pages over a kill and joins them, each as it was taken, into one PDF', async () => {
    const { phone, id } = await phoneWithVisit();
    const [first, second] = [jpeg(1, [1, 2, 3]), jpeg(6, [0x2f, 0x4a, 0x53, 0x20])];
    const draft = await phone.visits.filings.begin(id, 'camera');
    await phone.visits.filings.add(draft, picked('1.jpg', 'image/jpeg', first), () => undefined, never);
    await phone.restart();
    const { filings } = phone.visits;
    filings.of(id);
    await expect.poll(() => filings.of(id).value.drafts[0]?.parts.length).toBe(1);
    const more = await filings.add(filings.of(id).value.drafts[0]!, picked('2.jpg', 'image/jpeg', second), () => undefined, never);
    expect(more.sheets).toBe(2);
    const fileId = await filings.file({ ...more, title: 'Giấy phép', kind: 'licence' }, null);
    const pdf = new Uint8Array((await phone.store.bytes(fileId))!);
    const text = String.fromCharCode(...pdf);
    expect(text).toContain(String.fromCharCode(...first));
    expect(text).not.toContain('/JS '); // bytes that look like the name of a script are in hexadecimal
    expect(text).toContain('2F4A5320');
    const [, at] = /startxref\n(\d+)\n%%EOF\n$/.exec(text)!;
    expect(text.slice(Number(at), Number(at) + 4)).toBe('xref');
    for (const [, offset, number] of [...text.matchAll(/(\d{10}) 00000 n \n/g)].map((hit, n) => [hit[0], hit[1], n + 1] as const)) {
      expect(text.slice(Number(offset)).startsWith(`${number} 0 obj`)).toBe(true);
    }
    for (const part of more.parts) expect(await phone.store.filings.partBytes(part.id, 0, part.size)).toBeNull();
  });

  it('loses no field that is typed while another one is being saved', async () => {
    const { phone, id } = await phoneWithVisit();
    const { filings } = phone.visits;
    const shown = filings.of(id);
    const draft = await filings.begin(id, 'file');
    for (const letter of ['B', 'Bả', 'Bản', 'Bảng']) {
      void filings.save(draft, { title: letter });
      await new Promise((later) => setTimeout(later));
      void filings.save(draft, { kind: 'invoice' });
      for (let turn = 0; turn < 12; turn++) {
        void filings.save(draft, { number: `${turn}` });
        await new Promise((later) => setTimeout(later, turn % 3));
        expect(shown.value.drafts[0]).toMatchObject({ title: letter, kind: 'invoice', number: `${turn}` });
      }
      void filings.save(draft, { kind: null });
    }
    await filings.save(draft, { kind: 'contract' });
    expect(await phone.store.filings.ofRecord(phone.officer, id)).toMatchObject([{ title: 'Bảng', kind: 'contract', number: '11' }]);
  });

  it('keeps a picture that cannot be a page as a document of its own', async () => {
    const { phone, id } = await phoneWithVisit();
    const { filings } = phone.visits;
    const draft = await filings.begin(id, 'camera');
    await expect(filings.add(draft, picked('a.heic', 'image/heic', new Uint8Array([0, 0, 0, 24, 0x66])), () => undefined, never)).rejects.toMatchObject({ code: 'page_not_jpeg' });
    const kept = await phone.store.filings.ofRecord(phone.officer, id);
    expect(kept.map((one) => [one.way, one.parts.length])).toEqual([['camera', 0], ['file', 1]]);
    const [part] = kept[1]!.parts;
    expect((await phone.store.filings.partBytes(part!.id, 0, part!.size))!.byteLength).toBe(5);
  });

  it('says before copying that a film is too large, and leaves nothing of one that was stopped', async () => {
    const { phone, id } = await phoneWithVisit();
    const { filings } = phone.visits;
    const draft = await filings.begin(id, 'file');
    const film: PickedFile = { ...picked('a.mp4', 'video/mp4', new Uint8Array(1)), size: MOST_BYTES + 1 };
    await expect(filings.add(draft, film, () => undefined, never)).rejects.toMatchObject({ code: 'file_too_large' });
    let pieces = 0;
    const stops = (): boolean => (pieces += 1) > 1;
    await expect(filings.add(draft, picked('b.mp4', 'video/mp4', new Uint8Array(9_000_000)), () => undefined, stops)).rejects.toMatchObject({ code: 'copy_stopped' });
    expect((await phone.store.filings.ofRecord(phone.officer, id))[0]?.parts).toEqual([]);
  });

  it('strikes a document out once, with its reason, and it stays', async () => {
    const { phone, id } = await phoneWithVisit();
    const { filings } = phone.visits;
    const draft = await filings.begin(id, 'file');
    const added = await filings.add(draft, picked('a.pdf', 'application/pdf', new Uint8Array([1, 2])), () => undefined, never);
    const fileId = await filings.file({ ...added, title: 'Nhầm', kind: 'other' }, null);
    await filings.strike(id, fileId, 'Của cửa hàng khác');
    await filings.strike(id, fileId, 'Lần nữa');
    expect(await phone.types(id)).toEqual(['document.filed', 'document.struck']);
    expect(filedOf(phone.local(id), [])[0]?.struck).toBe('Của cửa hàng khác');
  });
});

describe('pages as a PDF', () => {
  it('turns a page as its camera said and gives it the sheet that fits', () => {
    const upright = pageOf(jpeg(6, []).buffer)!;
    expect([upright.width, upright.height, upright.orientation]).toEqual([40, 30, 6]);
    const text = piecesOf([upright]).map((piece) => ('text' in piece ? piece.text : '')).join('');
    expect(text).toContain('/MediaBox[0 0 595 842]'); // 30 × 40 once turned
    expect(piecesOf([pageOf(jpeg(1, []).buffer)!]).some((piece) => 'text' in piece && piece.text.includes('/MediaBox[0 0 842 595]'))).toBe(true);
  });

  it('takes no picture that a PDF cannot hold', () => {
    for (const bytes of [[], [0xff, 0xd8], [0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff, 0xda, 0, 2, 1, 1, 1, 1, 1, 1]]) {
      expect(pageOf(new Uint8Array(bytes).buffer)).toBeNull();
    }
  });

  it('states the length that the bytes have', () => {
    const bytes = jpeg(1, [0x2f, 0x33, 0x44, 0x20]);
    const page = pageOf(bytes.buffer)!;
    expect(page.hex).toBe(true);
    expect(storedBytes(page, bytes.buffer).length).toBe(storedSize(page));
  });
});
