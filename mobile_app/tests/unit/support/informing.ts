/** A phone on which informations are written: its store, and a server that opens what is sealed with its own key. */
import { signal } from '@preact/signals';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { InformationService } from '../../../src/app/informations';
import { lockBy } from '../../../src/app/locks';
import { timeNow, type Standing } from '../../../src/domain/clock';
import { NOBODY } from '../../../src/domain/informations';
import { Refused, Unreached, type Api } from '../../../src/net/api';
import { SERVER_KEYS } from '../../../src/store/meta';
import { CHUNK_BYTES } from '../../../src/store/schema';
import { StorageFull } from '../../../src/store/store';
import type { BytesChange } from '../../../src/store/stray-bytes';
import type { RegisterInformation, ServerKey } from '../../../src/wire';

export const NO_SIGNAL = new Unreached('no signal');
export const TOLD = 'Tôi bán hàng đối diện kho nhà ông Bảo.';
export const WHO = { ...NOBODY, name: 'Quách Thị Mai Hoa', phone: '0987 654 321' };
export const refusal = (code: string, retryable = false): Refused => new Refused(retryable ? 503 : 422, { code, text: { vi: `Bị từ chối: ${code}`, en: code }, retryable } as never, null);
export const jpeg = (size: number): Blob => new Blob([new Uint8Array([0xff, 0xd8, 0xff]), new Uint8Array(size - 3)]);

/** A phone whose store outlives the app, and a server that opens with its own key, or does not answer. */
export async function phone() {
  const identity = await generateX25519Identity();
  const key: ServerKey = { key_id: 'first', use: 'informants', public_key: await identityToRecipient(identity) };
  const kept = new Map<string, unknown>([[SERVER_KEYS, [key]]]);
  const chunks = new Map<string, ArrayBuffer>();
  /** How firmly each change was written. */
  const written: string[] = [];
  const disk = { full: false };
  const officer = signal<string | null>('an');
  const server = { trouble: null as Error | null, photoTrouble: null as Error | null, registered: new Map<string, RegisterInformation>(), pieces: new Map<string, Map<number, ArrayBuffer>>(), asked: 0 };
  const partBytes = async (id: string, from: number, to: number): Promise<ArrayBuffer | null> => {
    const parts = [...chunks.entries()].filter(([name]) => name.startsWith(`${id} `)).sort(([a], [b]) => Number(a.split(' ')[1]) - Number(b.split(' ')[1]));
    return parts.length === 0 ? null : (await new Blob(parts.map(([, bytes]) => bytes)).arrayBuffer()).slice(from, to);
  };
  const store = {
    meta: async <T,>(name: string) => structuredClone(kept.get(name)) as T | undefined,
    setMeta: async (name: string, value: unknown, durability?: string) => {
      kept.set(name, structuredClone(value));
      written.push(durability ?? 'relaxed');
    },
    watch: () => () => undefined,
    held: async () => [],
    setMetaWithBytes: async (name: string, value: unknown, { put, drop = [] }: BytesChange) => {
      if (put && disk.full) throw new StorageFull('full');
      kept.set(name, structuredClone(value));
      written.push('strict');
      for (let n = 0; put && n * CHUNK_BYTES < put.bytes.byteLength; n++) chunks.set(`${put.id} ${n}`, put.bytes.slice(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES));
      for (const each of [...chunks.keys()]) if (drop.some((id) => each.startsWith(`${id} `))) chunks.delete(each);
    },
    filings: {
      partBytes,
    } as never,
  };
  const progress = (id: string, of: RegisterInformation) =>
    of.attachments.map((one) => {
      const here = server.pieces.get(`${id} ${one.id}`) ?? new Map<number, ArrayBuffer>();
      const taken = [...here.values()].reduce((sum, bytes) => sum + bytes.byteLength, 0) === one.size;
      return { id: one.id, received: taken ? [] : [...here.keys()], taken };
    });
  const api = {
    registerInformation: async (id, order) => {
      server.asked += 1;
      if (server.trouble) throw server.trouble;
      server.registered.set(id, server.registered.get(id) ?? order);
      return { id, number: '01000001/TT-2026', registered_at: '2026-11-24T03:00:00Z', attachments: progress(id, order) };
    },
    sendInformationPiece: async (id, attachment, n, bytes) => {
      if (server.photoTrouble) throw server.photoTrouble;
      const name = `${id} ${attachment}`;
      server.pieces.set(name, (server.pieces.get(name) ?? new Map<number, ArrayBuffer>()).set(n, bytes));
      return progress(id, server.registered.get(id)!).find((one) => one.id === attachment)!;
    },
    lastContact: () => ({ serverMs: Date.parse('2026-11-24T03:00:00Z'), localMs: 0 }),
  } satisfies Pick<Api, 'registerInformation' | 'sendInformationPiece' | 'lastContact'>;
  /** At two o’clock by the server, once the clock is compared; before, by the phone. */
  const clock = signal<Standing>({ state: 'right', offMs: 0 });
  const wall = { at: Date.parse('2026-11-24T02:00:00Z') };
  const timeMs = (): number | null => (clock.peek().state === 'lost' ? null : timeNow({ wallMs: wall.at, serverMs: wall.at + ('offMs' in clock.peek() ? (clock.peek() as { offMs: number }).offMs : 0), contactMs: 0, monoMs: 0, page: '', lost: false }, wall.at));
  const open = () => new InformationService(store, api, officer, lockBy(null), timeMs, clock);
  const opened = async (sealed: Uint8Array): Promise<Uint8Array> => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    return decrypter.decrypt(sealed);
  };
  return { open, opened, officer, server, kept, chunks, key, written, disk, clock, wall };
}

export const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

/** Writes one down, complete. */
export async function written(service: InformationService): Promise<string> {
  const id = await service.begin();
  await settled();
  const draft = service.drafts.value.find((one) => one.id === id)!;
  await service.save(id, { ...draft.typed, source: 'tip', summary: 'Bán rượu không nhãn', aboutOfficer: 'no' });
  await service.sealAccount(id, 'a', TOLD);
  await service.sealInformant(id, 'i', WHO);
  return id;
}
