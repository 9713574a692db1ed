/** Information that waits on the phone leaves it by the rescue file: sealed twice, and vouched for by the device. */
import { signal } from '@preact/signals';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { UNFINISHED, orderOf, emptyInformation, type InformationDraft, type QueuedInformation, type SentPhoto } from '../../../src/domain/informations';
import { fromBase64url, sha256Hex } from '../../../src/domain/canonical-json';
import { MAGIC, informationStatement, type Manifest } from '../../../src/rescue/container';
import { createRescue, makeRescue } from '../../../src/rescue/rescue';
import { IndexedStore } from '../../../src/store/indexed';
import { SERVER_KEYS, informationsOf } from '../../../src/store/meta';
import { CHUNK_BYTES } from '../../../src/store/schema';
import { LAN, MINH, SHOP, aPhoto, anAct, firstDifference, someBytes } from '../support/records';

const NOW = Date.parse('2026-11-24T02:30:00Z');
const ECDSA = { name: 'ECDSA', hash: 'SHA-256' };
let name = 0;
let store: IndexedStore;
let identity: string;
let recipient: string;
let keys: CryptoKeyPair;

beforeEach(async () => {
  name += 1;
  store = new IndexedStore({ name: `rescue-informations-${name}`, reserveBytes: 1000 });
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  await store.setDeviceKey({ deviceId: SHOP, privateKey: keys.privateKey, publicJwk: {}, madeAt: '2026-11-24T02:00:00Z' });
});
afterEach(() => store.close());

/** A sealed photograph whose bytes are on the disk. */
async function photo(id: string, bytes: ArrayBuffer, changed: Partial<SentPhoto> = {}): Promise<SentPhoto> {
  for (let n = 0; n * CHUNK_BYTES < bytes.byteLength; n++) await store.filings.putPart(id, n, bytes.slice(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES));
  return { id, keyId: 'key', sha256: await sha256Hex(bytes), size: bytes.byteLength, at: '2026-11-24T02:10:00Z', takenAt: null, pieces: 0, problem: null, forgotten: false, ...changed };
}

function information(id: string, photos: SentPhoto[] = [], changed: Partial<QueuedInformation> = {}): QueuedInformation {
  return {
    id, photos, state: 'waiting', number: null, registeredAt: null, problem: null, forgotten: false, updatedAt: '2026-11-24T02:10:00Z',
    typed: { ...emptyInformation('2026-11-24T02:00:00Z'), source: 'tip', summary: 'Bán rượu không nhãn', aboutOfficer: 'no' },
    texts: [{ id: 't', kind: 'account', keyId: 'key', sealed: 'YWdl', at: '2026-11-24T02:10:00Z' }],
    ...changed,
  };
}

const keep = (queued: QueuedInformation[], officerId = LAN, drafts: InformationDraft[] = []) => store.setMeta(informationsOf(officerId), { drafts, queued, epoch: null });
const make = () => makeRescue(store, LAN, async () => recipient, () => undefined, () => NOW);

async function opened({ parts }: { parts: BlobPart[] }): Promise<{ manifest: Manifest; bytes: ArrayBuffer }> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const plain = await decrypter.decrypt(new Uint8Array(await new Blob(parts).arrayBuffer()));
  const start = MAGIC.length + 11;
  const length = Number(new TextDecoder().decode(plain.subarray(MAGIC.length, start - 1)));
  return { manifest: JSON.parse(new TextDecoder().decode(plain.subarray(start, start + length))) as Manifest, bytes: new Uint8Array(plain.subarray(start + length)).buffer };
}

it('holds it as the phone would register it, its sealed photographs after the others, and the device’s word for it', async () => {
  const act = anAct(1, null, { officerId: LAN });
  const taken = someBytes(1001);
  await store.append(act, { officerId: LAN, seq: 1, head: 'h1' }, { row: aPhoto(act, taken), bytes: taken });
  const sealed = someBytes(5 * 1024 * 1024 + 3, 7);
  const one = information('one', [await photo('p', sealed)]);
  await keep([one]);

  const { manifest, bytes } = await opened(await make());
  expect(manifest.format).toBe(2);
  expect(manifest.informations).toMatchObject([{ id: 'one', asked: orderOf(one) }]);
  expect(manifest.attachments).toEqual([{ id: 'p', information_id: 'one', sha256: await sha256Hex(sealed), size: sealed.byteLength }]);
  expect(bytes.byteLength).toBe(taken.byteLength + sealed.byteLength);
  expect(firstDifference(bytes.slice(taken.byteLength), sealed)).toBeNull();
  const { signature, asked } = manifest.informations![0]!;
  const verify = (id: string) => crypto.subtle.verify(ECDSA, keys.publicKey, fromBase64url(signature ?? ''), informationStatement(manifest, id, asked));
  expect(await verify('one')).toBe(true);
  expect(await verify('two')).toBe(false);
});

it('takes what was refused, and photographs that the server does not have; not what is safe, and nobody else’s', async () => {
  const there = { takenAt: '2026-11-24T02:20:00Z' };
  const half = information('half', [await photo('sent', someBytes(10), there), await photo('waits', someBytes(20)), await photo('gone', someBytes(30), { forgotten: true })], { state: 'registered', registeredAt: there.takenAt });
  await keep([information('refused', [], { state: 'refused' }), half, information('safe', [await photo('safe', someBytes(40), there)], { state: 'registered', registeredAt: there.takenAt })]);
  await keep([information('other')], MINH);
  const { manifest } = await opened(await make());
  expect(manifest.informations?.map((one) => one.id)).toEqual(['refused', 'half']);
  expect(manifest.informations?.[1]?.asked.attachments.map((one) => one.id)).toEqual(['sent', 'waits', 'gone']);
  expect(manifest.attachments?.map((one) => one.id)).toEqual(['waits']);
});

it('is of the first format, which every server reads, while no information waits', async () => {
  await store.append(anAct(1, null, { officerId: LAN }), { officerId: LAN, seq: 1, head: 'h1' });
  const { manifest } = await opened(await make());
  expect(manifest.format).toBe(1);
  expect(manifest).not.toHaveProperty('informations');
});

it('goes on without a photograph whose bytes the phone has lost, and without a signature where none can be made', async () => {
  const lost = await photo('lost', someBytes(100));
  await store.filings.dropPart('lost');
  const broken = information('broken');
  broken.typed.summary = 'Hàng \ud800 giả';
  await keep([information('one', [lost, await photo('here', someBytes(200))]), broken]);
  const { manifest, bytes } = await opened(await make());
  expect(manifest.attachments?.map((one) => one.id)).toEqual(['here']);
  expect(firstDifference(bytes, someBytes(200))).toBeNull();
  expect(manifest.informations?.map((one) => [one.id, one.signature === null])).toEqual([['one', false], ['broken', true]]);
});

it('takes drafts along, of which nothing lies open, and for which the device vouches as for drafts', async () => {
  const informants = await generateX25519Identity();
  const photograph = await photo('p', someBytes(1_000));
  const draft = (id: string, aboutOfficer: 'no' | null): InformationDraft => {
    const { typed, texts, updatedAt } = information(id);
    return { id, texts, updatedAt, photos: id === 'one' ? [photograph] : [], typed: { ...typed, source: null, summary: 'Bà Hoa ở số 3 kể', place: 'Ngõ Giếng', suspects: [{ subjectId: null, kind: null, name: 'Kho ông Bảo', address: '', taxCode: '' }], aboutOfficer } };
  };
  const empty: InformationDraft = { id: 'empty', typed: emptyInformation('2026-11-24T02:00:00Z'), texts: [], photos: [], updatedAt: '2026-11-24T02:00:00Z' };
  await keep([], LAN, [draft('one', 'no'), draft('two', null), empty]);
  await expect(make()).rejects.toMatchObject({ code: 'rescue_nothing' }); // without a key that seals them nothing of them may leave
  await store.setMeta(SERVER_KEYS, [{ key_id: 'k', use: 'informants', public_key: await identityToRecipient(informants) }]);
  const rescue = createRescue(store, signal(LAN), async () => recipient, () => NOW);
  await vi.waitFor(() => expect(rescue.pending.value).toEqual({ acts: 0, informations: 0, drafts: 2, photos: 1, bytes: 1_000 }));

  const { manifest } = await opened(await make());
  expect(manifest.format).toBe(2);
  expect(manifest.informations?.map((one) => [one.id, one.draft])).toEqual([['one', 'answered'], ['two', 'unanswered']]);
  expect(manifest.attachments).toMatchObject([{ id: 'p', information_id: 'one' }]);
  for (const word of ['Hoa', 'Giếng', 'Bảo']) expect(JSON.stringify(manifest)).not.toContain(word);
  const [one, two] = manifest.informations!;
  expect(one!.asked).toMatchObject({ source: 'tip', nature: 'tip', matter: { summary: UNFINISHED, suspects: [] }, about_unnamed_officer: false, attachments: [{ id: 'p' }] });
  expect(two!.asked.about_unnamed_officer).toBe(true);
  const decrypter = new Decrypter();
  decrypter.addIdentity(informants);
  const typed = await decrypter.decrypt(Uint8Array.from(atob(one!.asked.sealed[0]!.sealed), (c) => c.charCodeAt(0)));
  expect(JSON.parse(new TextDecoder().decode(typed))).toEqual({ text: 'Bản nháp trên điện thoại, chưa ghi xong.\nTiếp nhận lúc: 2026-11-24T02:00:00Z\nTóm tắt: Bà Hoa ở số 3 kể\nĐịa điểm: Ngõ Giếng\nBị phản ánh: Kho ông Bảo' });
  expect(one!.asked.sealed.slice(1)).toEqual([{ kind: 'account', key_id: 'key', sealed: 'YWdl' }]);
  const verify = (draft?: 'answered' | 'unanswered') => crypto.subtle.verify(ECDSA, keys.publicKey, fromBase64url(one!.signature ?? ''), informationStatement(manifest, 'one', one!.asked, draft));
  expect([await verify('answered'), await verify('unanswered'), await verify()]).toEqual([true, false, false]);
});

it('is counted as soon as it waits, and no more once the server has it', async () => {
  const rescue = createRescue(store, signal(LAN), async () => recipient, () => NOW);
  await keep([information('one', [await photo('p', someBytes(500))])]);
  await vi.waitFor(() => expect(rescue.pending.value).toEqual({ acts: 0, informations: 1, drafts: 0, photos: 1, bytes: 500 }));
  await keep([information('one', [], { state: 'registered', registeredAt: '2026-11-24T02:20:00Z' })]);
  await vi.waitFor(() => expect(rescue.pending.value).toEqual({ acts: 0, informations: 0, drafts: 0, photos: 0, bytes: 0 }));
});
