import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { signal } from '@preact/signals';
import { MAGIC, fileName, type Manifest } from '../../../src/rescue/container';
import { createRescue, makeRescue, recipientAmong } from '../../../src/rescue/rescue';
import { IndexedStore } from '../../../src/store/indexed';
import { LAN, MINH, SHOP, aPhoto, anAct, firstDifference, someBytes } from '../support/records';

const MIB = 1024 * 1024;
const NOW = Date.parse('2026-11-24T02:30:00Z');
let name = 0;
let store: IndexedStore;
let identity: string;
let recipient: string;

beforeEach(async () => {
  name += 1;
  store = new IndexedStore({ name: `rescue-${name}`, reserveBytes: 1000 });
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  await store.setDeviceKey({ deviceId: SHOP, privateKey: keys.privateKey, publicJwk: {}, madeAt: '2026-11-24T02:00:00Z' });
});
afterEach(() => store.close());

/** Writes an act with a photograph, as a visit does. */
async function photograph(seq: number, bytes: ArrayBuffer, officerId = LAN) {
  const act = anAct(seq, seq === 1 ? null : `h${seq - 1}`, { officerId });
  const photo = aPhoto(act, bytes);
  await store.append(act, { officerId, seq, head: `h${seq}` }, { row: photo, bytes });
  return { act, photo, bytes };
}

const make = (onProgress: (done: number, total: number) => void = () => undefined, officerId: string | null = LAN) =>
  makeRescue(store, officerId, async () => recipient, onProgress, () => NOW);

/** Decrypts a file as the server does. */
async function opened(parts: BlobPart[]): Promise<{ manifest: Manifest; bytes: ArrayBuffer }> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const plain = await decrypter.decrypt(new Uint8Array(await new Blob(parts).arrayBuffer()));
  const start = MAGIC.length + 11;
  expect(new TextDecoder().decode(plain.subarray(0, MAGIC.length))).toBe(MAGIC);
  const length = Number(new TextDecoder().decode(plain.subarray(MAGIC.length, start - 1)));
  const manifest = JSON.parse(new TextDecoder().decode(plain.subarray(start, start + length))) as Manifest;
  return { manifest, bytes: new Uint8Array(plain.subarray(start + length)).buffer };
}

describe('a rescue file', () => {
  it('holds the unsent acts as they were signed and the photographs byte for byte, for the server alone', async () => {
    const one = await photograph(1, someBytes(5 * MIB + 3));
    const two = await photograph(2, someBytes(70_001, 11));
    const { name: file, parts } = await make();

    const { manifest, bytes } = await opened(parts);
    expect(manifest).toMatchObject({ format: 1, officer_id: LAN, device_id: SHOP, made_at: '2026-11-24T02:30:00.000Z' });
    expect(manifest.acts).toEqual([one.act.act, two.act.act]);
    const said = new Map(manifest.photos.map((photo) => [photo.photo_id, photo]));
    expect(said.get(one.photo.id)).toMatchObject({ size: 5 * MIB + 3, sha256: one.photo.sha256, record_id: SHOP, media_type: 'image/jpeg' });
    let at = 0;
    for (const entry of manifest.photos) {
      const original = entry.photo_id === one.photo.id ? one.bytes : two.bytes;
      expect(firstDifference(bytes.slice(at, at + entry.size), original)).toBeNull();
      at += entry.size;
    }
    expect(at).toBe(bytes.byteLength);
    expect(file).toMatch(/^hientruong-.*\.htrescue\.age$/);
    const other = new Decrypter();
    other.addIdentity(await generateX25519Identity());
    await expect(other.decrypt(new Uint8Array(await new Blob(parts).arrayBuffer()))).rejects.toThrow();
  });

  it('leaves out what the server has, and takes in what it refused and what another act waits for', async () => {
    const done = await photograph(1, someBytes(1000));
    await store.updateAct(done.act.id, { state: 'received' });
    await store.updatePhoto(done.photo.id, { state: 'stored', receipt: { photo_id: done.photo.id } as never });
    const half = await photograph(2, someBytes(2000));
    await store.updateAct(half.act.id, { state: 'received' });
    const parked = anAct(3, 'h2');
    await store.append(parked, { officerId: LAN, seq: 3, head: 'h3' });
    await store.updateAct(parked.id, { state: 'parked' });

    const { manifest } = await opened((await make()).parts);
    expect(manifest.acts.map((act) => act.id)).toEqual([parked.id]);
    expect(manifest.photos.map((photo) => photo.photo_id)).toEqual([half.photo.id]);
  });

  it('is one officer’s: what another recorded on the same phone is not in it', async () => {
    await photograph(1, someBytes(500));
    await photograph(1, someBytes(600), MINH);
    const { manifest } = await opened((await make()).parts);
    expect(manifest.acts).toHaveLength(1);
    expect(manifest.photos.map((photo) => photo.size)).toEqual([500]);
  });

  it('tells how far it is, up to the whole', async () => {
    await photograph(1, someBytes(3 * MIB));
    const told: [number, number][] = [];
    await make((done, total) => told.push([done, total]));
    expect(told.length).toBeGreaterThan(3);
    const [last, total] = told.at(-1) ?? [0, 1];
    expect(last).toBe(total);
    expect(told.map(([done]) => done)).toEqual([...told.map(([done]) => done)].sort((a, b) => a - b));
  });

  it('reads each record of a photograph once and hands over Blobs, never the whole as one buffer', async () => {
    await photograph(1, someBytes(9 * MIB));
    const spy = vi.spyOn(store, 'bytes');
    const { parts } = await make();
    expect(spy.mock.calls.map(([, from = 0, to = 0]) => to - from)).toEqual([4 * MIB, 4 * MIB, MIB]);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect((part as Blob).size).toBeLessThan(5 * MIB);
  });

  it('goes on without a photograph whose bytes the phone has lost, and keeps its act', async () => {
    const lost = await photograph(1, someBytes(6 * MIB));
    const kept = await photograph(2, someBytes(1000));
    const real = store.bytes.bind(store);
    vi.spyOn(store, 'bytes').mockImplementation((id, from, to) => (id === lost.photo.id && from ? Promise.resolve(null) : real(id, from, to)));
    const { manifest, bytes } = await opened((await make()).parts);
    expect(manifest.photos.map((photo) => photo.photo_id)).toEqual([kept.photo.id]);
    expect(manifest.acts.map((act) => act.id)).toEqual([lost.act.id, kept.act.id]);
    expect(firstDifference(bytes, kept.bytes)).toBeNull();
  });

  it('says what is missing: an open officer, a key of the server, something unsent', async () => {
    await expect(make(undefined, null)).rejects.toMatchObject({ code: 'rescue_locked' });
    await expect(make()).rejects.toMatchObject({ code: 'rescue_nothing' });
    await expect(makeRescue(store, LAN, async () => null, () => undefined)).rejects.toMatchObject({ code: 'rescue_no_key', retryable: true });
  });
});

describe('what waits for a rescue file', () => {
  it('is counted for the officer who is open, and again after every act', async () => {
    const open = signal<string | null>(null);
    const rescue = createRescue(store, open, async () => recipient, () => NOW);
    expect(rescue.pending.value).toEqual({ acts: 0, informations: 0, drafts: 0, photos: 0, bytes: 0 });
    await photograph(1, someBytes(1000));
    open.value = LAN;
    await vi.waitFor(() => expect(rescue.pending.value).toEqual({ acts: 1, informations: 0, drafts: 0, photos: 1, bytes: 1000 }));
    await photograph(2, someBytes(500));
    await vi.waitFor(() => expect(rescue.pending.value).toEqual({ acts: 2, informations: 0, drafts: 0, photos: 2, bytes: 1500 }));
    open.value = null;
    await vi.waitFor(() => expect(rescue.pending.value).toEqual({ acts: 0, informations: 0, drafts: 0, photos: 0, bytes: 0 }));
  });
});

describe('the work of an officer whom no PIN opens any more', () => {
  it('leaves by the same file, sealed to the server, while nobody is open', async () => {
    const { act } = await photograph(1, someBytes(1000));
    const rescue = createRescue(store, signal(null), async () => recipient, () => NOW);
    expect(await rescue.pendingOf(LAN)).toEqual({ acts: 1, informations: 0, drafts: 0, photos: 1, bytes: 1000 });
    await expect(rescue.make(() => undefined)).rejects.toMatchObject({ code: 'rescue_locked' });
    const { manifest } = await opened((await rescue.make(() => undefined, LAN)).parts);
    expect(manifest).toMatchObject({ officer_id: LAN, acts: [act.act] });
  });
});

describe('its name and its key', () => {
  it('names the officer and the minute by the phone’s own clock', () => {
    expect(fileName('an', new Date(2026, 10, 4, 7, 5))).toBe('hientruong-an-20261104-0705.htrescue.age');
    expect(fileName('../ă n', new Date(2026, 10, 4, 17, 45))).toBe('hientruong-..-n-20261104-1745.htrescue.age');
  });

  it('is encrypted to the newest rescue key that the server told', () => {
    const receipt = { key_id: 'a', use: 'receipt', public_key: { kty: 'OKP' } };
    const rescue = (key_id: string, public_key: string) => ({ key_id, use: 'rescue', public_key });
    expect(recipientAmong([receipt])).toBeNull();
    expect(recipientAmong([rescue('b', 'age1old'), receipt, rescue('c', 'age1new')])).toBe('age1new');
  });
});
