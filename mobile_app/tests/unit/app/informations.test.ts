/** Information that an officer takes in: sealed on the phone with each letter, kept over a kill, sent until the server has it. */
import { describe, expect, it } from 'vitest';
import { queuedInformations } from '../../../src/app/informations-kept';
import { sealingKeyAmong } from '../../../src/app/sealing';
import { PIECE_BYTES, lackingIn, orderOf, waitsOf } from '../../../src/domain/informations';
import { SERVER_KEYS, epochOf } from '../../../src/store/meta';
import { CHUNK_BYTES } from '../../../src/store/schema';
import { StorageFull } from '../../../src/store/store';
import { NO_SIGNAL, TOLD, WHO, jpeg, phone, refusal, settled, written } from '../support/informing';

describe('what tells who informed', () => {
  it('is on the disk only sealed, and opens with the server’s key alone', async () => {
    const { open, opened, kept, chunks, server } = await phone();
    const service = open();
    const id = await written(service);
    await service.addPhoto(id, new Blob([new Uint8Array([0xff, 0xd8, 0xff]), new TextEncoder().encode(TOLD)]));
    const disk = JSON.stringify([...kept.values()]) + [...chunks.values()].map((bytes) => new TextDecoder().decode(bytes)).join('');
    for (const word of ['Quách', '0987 654', 'đối diện', 'ông Bảo']) expect(disk).not.toContain(word);
    await service.register(id);
    await service.send();
    const [order] = [...server.registered.values()];
    const texts = await Promise.all(order!.sealed.map(async ({ kind, key_id, sealed }) => [kind, key_id, JSON.parse(new TextDecoder().decode(await opened(Uint8Array.from(atob(sealed), (c) => c.charCodeAt(0))))) as unknown]));
    expect(texts).toEqual([['account', 'first', { text: TOLD }], ['informant', 'first', WHO]]);
    const [pieces] = [...server.pieces.values()];
    const photo = await opened(new Uint8Array(await new Blob([...pieces!.values()]).arrayBuffer()));
    expect(new TextDecoder().decode(photo.subarray(3))).toBe(TOLD);
  });

  it('says where only sealed, as an account before the one that counts, and the later position in place of the earlier', async () => {
    const { open, opened, kept, server } = await phone();
    const service = open();
    const id = await written(service);
    await service.sealPoint(id, { latitude_e7: 210_285_110, longitude_e7: 1_058_542_300, accuracyM: 7.2 });
    await service.sealPoint(id, { latitude_e7: 210_290_000, longitude_e7: 1_058_550_000, accuracyM: null });
    const disk = JSON.stringify([...kept.values()]);
    for (const word of ['210290000', '21.029', '1058550000', '105.855']) expect(disk).not.toContain(word);
    await service.register(id);
    await service.send();
    const [order] = [...server.registered.values()];
    const texts = await Promise.all(order!.sealed.map(async ({ kind, sealed }) => [kind, JSON.parse(new TextDecoder().decode(await opened(Uint8Array.from(atob(sealed), (c) => c.charCodeAt(0))))) as unknown]));
    expect(texts).toEqual([['account', { text: 'Vị trí: 21.029000, 105.855000 (chỉ trên bản đồ của điện thoại)' }], ['account', { text: TOLD }], ['informant', WHO]]);
  });

  it('is whole however long it is: an account is sealed in pieces that the server takes, in their order, and again as one when it is shortened', async () => {
    const { open, opened } = await phone();
    const service = open();
    const id = await written(service);
    const long = 'ế🚚'.repeat(22_500);
    await service.sealAccount(id, 'a', long);
    const accounts = async (): Promise<string[]> => Promise.all(service.drafts.value[0]!.texts.filter((one) => one.kind === 'account').map(async ({ sealed }) => (JSON.parse(new TextDecoder().decode(await opened(Uint8Array.from(atob(sealed), (c) => c.charCodeAt(0))))) as { text: string }).text));
    const pieces = await accounts();
    expect(pieces.map((one) => [...one].length)).toEqual([20_000, 20_000, 5_000]);
    expect(pieces.join('')).toBe(long);
    expect(service.drafts.value[0]!.texts.map((one) => one.kind)).toEqual(['account', 'account', 'account', 'informant']);
    await service.sealAccount(id, 'a', TOLD);
    expect(await accounts()).toEqual([TOLD]);
    await service.sealAccount(id, 'a', '  ');
    expect(await accounts()).toEqual([]);
  });

  it('has its photograph whoever registers while it is being sealed, and nothing is left of one that does not fit', async () => {
    const { open, chunks, written: firmly, disk } = await phone();
    const service = open();
    const id = await written(service);
    disk.full = true;
    await expect(service.addPhoto(id, jpeg(CHUNK_BYTES + 1))).rejects.toBeInstanceOf(StorageFull);
    expect([...chunks.keys()]).toEqual([]);
    disk.full = false;
    const adding = service.addPhoto(id, jpeg(CHUNK_BYTES + 1));
    await service.register(id);
    await adding;
    expect(service.queued.value[0]!.photos).toHaveLength(1);
    expect(firmly.filter((one) => one === 'strict')).toHaveLength(2); // the photograph, and the registering
    const other = await written(service);
    const late = service.addPhoto(other, jpeg(100));
    await service.drop(other);
    await expect(late).rejects.toMatchObject({ code: 'information_gone' });
    expect([...chunks.keys()].filter((name) => !name.startsWith(service.queued.value[0]!.photos[0]!.id))).toEqual([]);
  });

  it('is sealed as it was typed last, while letters come faster than they are sealed', async () => {
    const { open, opened } = await phone();
    const service = open();
    const id = await service.begin();
    await Promise.all([...TOLD].map((_, at) => service.sealAccount(id, 'a', TOLD.slice(0, at + 1))));
    await settled();
    const [text] = service.drafts.value[0]!.texts;
    expect(service.drafts.value[0]!.texts).toHaveLength(1);
    expect(new TextDecoder().decode(await opened(Uint8Array.from(atob(text!.sealed), (c) => c.charCodeAt(0))))).toBe(JSON.stringify({ text: TOLD }));
    await service.sealAccount(id, 'a', '   ');
    await settled();
    expect(service.drafts.value[0]!.texts).toEqual([]);
  });

  it('survives a kill beside what is typed afterwards', async () => {
    const { open } = await phone();
    const id = await written(open());
    const again = open();
    await settled();
    await again.sealAccount(id, 'b', 'Còn một kho nữa.');
    await settled();
    expect(again.drafts.value[0]!.texts.map((one) => one.id)).toEqual(['a', 'i', 'b']);
    expect(again.drafts.value[0]!.typed.summary).toBe('Bán rượu không nhãn');
  });

  it('is not taken down before the phone has the key, and is sealed to the key that the server named last', async () => {
    const { open, kept, key } = await phone();
    kept.set(SERVER_KEYS, []);
    const service = open();
    const id = await service.begin();
    await expect(service.sealAccount(id, 'a', TOLD)).rejects.toMatchObject({ code: 'no_sealing_key' });
    await expect(service.addPhoto(id, jpeg(10))).rejects.toMatchObject({ code: 'no_sealing_key' });
    expect(sealingKeyAmong([key, { key_id: 'r', use: 'rescue', public_key: 'age1x' }, { ...key, key_id: 'second' }])?.keyId).toBe('second');
  });
});

describe('sending', () => {
  it('registers the text first, and each photograph goes on where it stopped', async () => {
    const { open, server } = await phone();
    const service = open();
    const id = await written(service);
    await service.addPhoto(id, jpeg(PIECE_BYTES * 2 + 10));
    server.photoTrouble = NO_SIGNAL;
    await service.register(id);
    await service.send();
    expect(service.queued.value[0]).toMatchObject({ state: 'registered', number: '01000001/TT-2026' });
    expect(waitsOf(service.queued.value[0]!)).toBe(1);
    const attachment = service.queued.value[0]!.photos[0]!.id;
    server.pieces.set(`${id} ${attachment}`, new Map([[1, new ArrayBuffer(PIECE_BYTES)]])); // one piece arrived, its answer did not
    server.photoTrouble = null;
    await open().send(); // the app was killed in between
    const sent = server.pieces.get(`${id} ${attachment}`)!;
    expect([...sent.keys()]).toEqual([1, 0, 2]);
  });

  it('waits without a signal, and one that is refused stays with the reason and can be mended', async () => {
    const { open, server, officer, kept } = await phone();
    const service = open();
    const id = await written(service);
    server.trouble = NO_SIGNAL;
    await service.register(id);
    await service.send();
    expect(service.queued.value[0]!.state).toBe('waiting');
    expect(await queuedInformations({ meta: async (key: string) => kept.get(key) as never }, 'an')).toBe(1);
    server.trouble = refusal('secret_unreadable', true);
    await service.send();
    expect(service.queued.value[0]).toMatchObject({ state: 'waiting', problem: { en: 'secret_unreadable' } });
    server.trouble = refusal('sealed_unreadable');
    await service.send();
    expect(service.queued.value[0]).toMatchObject({ state: 'refused', problem: { en: 'sealed_unreadable' } });
    const asked = server.asked;
    await service.send();
    expect(server.asked).toBe(asked); // it is not sent again by itself
    await service.mend(id);
    await settled();
    expect(service.drafts.value[0]!.texts).toHaveLength(2);
    server.trouble = null;
    await service.register(id);
    await service.send();
    expect(service.queued.value[0]!.state).toBe('registered');
    officer.value = 'binh';
    await settled();
    expect([service.queued.value, service.drafts.value]).toEqual([[], []]); // nobody else's
  });

  it('keeps a photograph that the server cannot use, and forgets none that it has before a backup has it', async () => {
    const { open, server, kept, chunks } = await phone();
    const service = open();
    const id = await written(service);
    await service.addPhoto(id, jpeg(100));
    server.photoTrouble = refusal('attachment_unreadable');
    await service.register(id);
    await service.send();
    expect(service.queued.value[0]!.photos[0]!.problem).toMatchObject({ en: 'attachment_unreadable' });
    expect(chunks.size).toBe(1);
    server.photoTrouble = null;
    await service.retryPhoto(id, service.queued.value[0]!.photos[0]!.id);
    expect(service.queued.value[0]!.photos[0]!.takenAt).not.toBeNull();
    expect(chunks.size).toBe(1);
    kept.set('backedUpThrough', '2026-11-25T00:00:00Z');
    await service.send();
    expect(chunks.size).toBe(0);
    expect(service.queued.value[0]).toMatchObject({ forgotten: true, texts: [], number: '01000001/TT-2026' });
  });

  it('begins anew at a server that was restored', async () => {
    const { open, server, kept } = await phone();
    kept.set(epochOf('an'), 'one');
    const service = open();
    const id = await written(service);
    await service.register(id);
    await service.send();
    server.registered.clear();
    await service.send();
    expect(server.registered.size).toBe(0);
    kept.set(epochOf('an'), 'two');
    await service.send();
    expect(server.registered.size).toBe(1);
  });

  it('takes no photograph that is none, too large or one too many', async () => {
    const { open } = await phone();
    const service = open();
    const id = await service.begin();
    await expect(service.addPhoto(id, new Blob(['#!/bin/sh']))).rejects.toMatchObject({ code: 'photo_wrong' });
    await expect(service.addPhoto(id, jpeg(12_000_001))).rejects.toMatchObject({ code: 'photo_too_large' });
    for (let n = 0; n < 10; n++) await service.addPhoto(id, jpeg(10));
    await expect(service.addPhoto(id, jpeg(10))).rejects.toMatchObject({ code: 'photos_many' });
  });
});

describe('what is missing', () => {
  it('is told for each source as the law and the server ask (Circular 27/2020 Art 8.1)', async () => {
    const { open } = await phone();
    const service = open();
    const id = await service.begin();
    await settled();
    const draft = service.drafts.value.find((one) => one.id === id)!;
    expect(lackingIn(draft)).toEqual(['source', 'summary', 'about']);
    const whole = { ...draft.typed, source: 'order' as const, summary: 'Kiểm tra kho', aboutOfficer: 'no' as const };
    expect(lackingIn({ ...draft, typed: whole })).toEqual(['letter']);
    const letter = { ...whole, letterFrom: 'UBND thành phố', letterNumber: '12/CĐ', letterDay: '2026-11-20' };
    expect(lackingIn({ ...draft, typed: letter })).toEqual([]);
    expect(orderOf({ ...draft, typed: letter }).order).toEqual({ issued_by: 'UBND thành phố', number: '12/CĐ', issued_on: '2026-11-20' });
    expect(orderOf({ ...draft, typed: letter }).several_places).toBe(false);
    expect(orderOf({ ...draft, typed: { ...letter, severalPlaces: true } }).several_places).toBe(true);
    expect(orderOf({ ...draft, typed: { ...letter, source: 'transfer', severalPlaces: true } }).several_places).toBe(false);
    const named = { ...whole, source: 'officer' as const, collaborator: 'Nguyễn Văn A' };
    expect(lackingIn({ ...draft, typed: named })).toEqual(['collaborator']);
    expect(orderOf({ ...draft, typed: { ...named, collaborator: 'CTV-017' } })).toMatchObject({ collaborator: 'CTV-017', order: null, link: null });
    const complaint = { ...whole, source: 'tip' as const, nature: 'complaint' as const };
    expect(lackingIn({ ...draft, typed: complaint })).toEqual(['against']);
    expect(lackingIn({ ...draft, typed: { ...whole, source: 'tip', aboutOfficer: 'listed' } })).toEqual(['named']);
  });
});
