/** Bytes that nothing on the phone names: none come about, and what an earlier version left is shown and never deleted by itself. */
import { signal } from '@preact/signals';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { InformationService } from '../../../src/app/informations';
import { lockBy } from '../../../src/app/locks';
import { StrayService } from '../../../src/app/strays';
import { sha256Hex } from '../../../src/domain/canonical-json';
import { IndexedStore } from '../../../src/store/indexed';
import { SERVER_KEYS, THROWN_AWAY, informationsOf } from '../../../src/store/meta';
import { CHUNK_BYTES } from '../../../src/store/schema';
import { LAN, MINH, aPhoto, anAct, firstDifference, someBytes } from '../support/records';
import { inspectionView } from '../support/inspections';
import { newId } from '../support/records';
import { TestPhone } from '../support/visit';

const AT = Date.parse('2026-11-24T02:30:00Z');
const PATIENCE = { timeout: 10_000 };
let name = 0;
let store: IndexedStore;
let officer = signal<string | null>(LAN);

beforeEach(async () => {
  name += 1;
  officer = signal<string | null>(LAN);
  store = new IndexedStore({ name: `strays-${name}`, reserveBytes: 1000 });
  await store.setMeta(SERVER_KEYS, [{ key_id: 'first', use: 'informants', public_key: await identityToRecipient(await generateX25519Identity()) }]);
});
afterEach(() => store.close());

const api = { registerInformation: () => Promise.reject(new Error('no signal')), sendInformationPiece: () => Promise.reject(new Error('no signal')), lastContact: () => null };
const informing = () => new InformationService(store, api, officer, lockBy(null), () => AT);
const keeper = async (informations = informing()): Promise<StrayService> => {
  const made = new StrayService(store, officer, informations, () => AT);
  await vi.waitFor(() => expect(made.found.value.length).toBeGreaterThan(0), PATIENCE);
  return made;
};
const jpeg = (size: number): Blob => new Blob([new Uint8Array([0xff, 0xd8, 0xff]), new Uint8Array(size - 3)]);
/** Leaves bytes as an earlier version did that was killed before it named them. */
const leave = async (id: string, bytes: ArrayBuffer): Promise<void> => {
  for (let n = 0; n * CHUNK_BYTES < bytes.byteLength; n++) await store.filings.putPart(id, n, bytes.slice(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES));
};
const sealed = (): ArrayBuffer => new TextEncoder().encode(`age-encryption.org/v1\n${'x'.repeat(500)}`).buffer;

it('nothing that anything names is taken for a stray: photographs, documents being filed, informations of every officer', async () => {
  const bytes = someBytes(CHUNK_BYTES + 5);
  const act = anAct(1, null);
  const row = aPhoto(act, bytes);
  await store.append(act, { officerId: LAN, seq: 1, head: 'h1' }, { row, bytes });
  const informations = informing();
  const id = await informations.begin();
  await informations.addPhoto(id, jpeg(CHUNK_BYTES + 10));
  await leave('of a colleague', sealed());
  await store.setMeta(informationsOf(MINH), { drafts: [], queued: [{ id: newId(), photos: [{ id: 'of a colleague' }] }], epoch: null });
  await leave('page', someBytes(10));
  await leave('pdf', someBytes(10));
  await store.filings.save({ officerId: MINH, id: newId(), recordId: newId(), way: 'camera', parts: [{ id: 'page', name: '', size: 10, mediaType: 'image/jpeg', sha256: null }], pdf: 'pdf', title: '', kind: null, issuedOn: null, sender: '', number: '', proves: '', provesFact: null, sheets: 1, updatedAt: '' });
  expect(await store.strays.find()).toEqual([]);
  for (const one of ['page', 'pdf', 'of a colleague', row.id]) expect(await store.strays.drop(one)).toBe(false);
  expect(await store.filings.partBytes('page', 0, 10)).not.toBeNull();
});

describe('a kill at any moment', () => {
  it.each([1, 2, 3])('in the writing of a sealed photograph (record %i) leaves all of it or nothing', async (at) => {
    const informations = informing();
    const id = await informations.begin();
    const real = IDBObjectStore.prototype.put;
    let count = 0;
    const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      count += 1;
      if (count === at) {
        this.transaction.abort();
        throw new DOMException('killed', 'AbortError');
      }
      return real.apply(this, args);
    });
    await expect(informations.addPhoto(id, jpeg(CHUNK_BYTES + 10))).rejects.toThrow();
    spy.mockRestore();
    expect(informations.drafts.value[0]!.photos).toEqual([]);
    expect(await store.strays.find()).toEqual([]);
    await informations.addPhoto(id, jpeg(CHUNK_BYTES + 10));
    await informations.dropPhoto(id, informations.drafts.value[0]!.photos[0]!.id);
    expect(await store.strays.find()).toEqual([]);
  });

  it('in the making of a PDF leaves nothing without a name: it is made anew, and goes with the draft', async () => {
    const view = inspectionView(newId());
    const phone = await TestPhone.make([view]);
    const { filings } = phone.visits;
    const draft = await filings.begin(view.id, 'camera');
    const sof = [0xff, 0xc0, 0, 17, 8, 0, 30, 0, 40, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
    const page = new Uint8Array([0xff, 0xd8, ...sof, 0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]);
    const added = await filings.add(draft, { name: 'a.jpg', type: 'image/jpeg', size: page.length, slice: (from, to) => ({ arrayBuffer: async () => page.slice(from, to).buffer }) }, () => undefined, () => false);
    const ready = { ...added, title: 'Hóa đơn', kind: 'invoice' as const, proves: 'Nguồn gốc' };
    await filings.save(added, ready);
    const append = vi.spyOn(phone.store.filings, 'append').mockRejectedValueOnce(new Error('killed'));
    await expect(filings.file(ready, null)).rejects.toThrow();
    append.mockRestore();
    expect(await phone.store.strays.find()).toEqual([]);
    const [half] = await phone.store.filings.ofRecord(phone.officer, view.id);
    await phone.restart();
    const fileId = await phone.visits.filings.file(half!, null);
    expect(fileId).not.toBe(half!.pdf);
    expect(await phone.store.filings.partBytes(half!.pdf!, 0, 4)).toBeNull();
    expect(await phone.store.bytes(fileId)).not.toBeNull();
    expect(await phone.store.strays.find()).toEqual([]);
  });
});

describe('what an earlier version left', () => {
  it('is shown with its size and its time, and a sealed photograph becomes one of a new information, byte for byte', async () => {
    const id = '019b0000-0000-7000-8000-000000000000';
    const bytes = sealed();
    await leave(id, bytes);
    const informations = informing();
    const strays = await keeper(informations);
    expect(strays.found.value).toEqual([{ id, size: bytes.byteLength, at: new Date(0x019b00000000).toISOString(), kind: 'sealed' }]);
    const information = await strays.adopt(id);
    const draft = informations.drafts.value.find((one) => one.id === information)!;
    expect(draft.photos).toMatchObject([{ id, size: bytes.byteLength, sha256: await sha256Hex(bytes), keyId: 'first' }]);
    expect(firstDifference(await store.filings.partBytes(id, 0, bytes.byteLength), bytes)).toBeNull();
    expect(strays.found.value).toEqual([]);
    await expect(strays.throwAway(id)).rejects.toMatchObject({ code: 'stray_gone' });
  });

  it('is saved as a file where one officer uses the phone, and stays until it is thrown away, which is noted', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7 một nửa').buffer;
    await leave('half', bytes);
    await store.setOfficer({ id: LAN, officer: {}, pin: null, refreshToken: null, wrongPins: 0, signedInAt: '' });
    const strays = await keeper();
    const file = await strays.file('half');
    expect([file.type, file.size, file.name]).toEqual(['application/pdf', bytes.byteLength, 'hien-truong-half.pdf']);
    expect(strays.found.value).toMatchObject([{ id: 'half', at: null, kind: 'file' }]);
    await store.setOfficer({ id: MINH, officer: {}, pin: null, refreshToken: null, wrongPins: 0, signedInAt: '' });
    const later = await keeper();
    await vi.waitFor(() => expect(later.mayOpen.value).toBe(false), PATIENCE);
    await expect(later.file('half')).rejects.toMatchObject({ code: 'stray_not_yours' });
    await later.throwAway('half');
    expect(later.found.value).toEqual([]);
    expect(await store.meta(THROWN_AWAY)).toEqual([{ id: 'half', size: bytes.byteLength, officerId: LAN, at: '2026-11-24T02:30:00.000Z' }]);
    officer.value = null;
    expect(later.found.value).toEqual([]);
  });
});
