/** The rescue file (Tệp chưa gửi): an officer's unsent work, encrypted with age to the server's
 * key. See docs/exchange/rescue.md. */
import { signal, type ReadonlySignal } from '@preact/signals';
import { signer } from '../app/device';
import { base64, seal } from '../app/sealing';
import { Trouble, type Rescue, type UnsentCounts } from '../app/services';
import { NotCanonical, base64url, composed } from '../domain/canonical-json';
import { orderOf, orderOfUnfinished, isAnswered, unfinishedTexts, type InformationDraft, type QueuedInformation } from '../domain/informations';
import { epochOf } from '../store/meta';
import type { DeviceKeyRow, Store } from '../store/store';
import type { OfficerSelf, RegisterInformation } from '../wire';
import { fileName, headOf, informationStatement, type Draft, type Manifest, type ManifestInformation } from './container';
import { BytesMissing, collect, plainStream, type Following } from './stream';
import { countsOf, sealingKeyOf, unsentInformations, unsentWork, type Unsent } from './unsent';

const NOTHING: UnsentCounts = { acts: 0, informations: 0, drafts: 0, photos: 0, bytes: 0 };
/** Tables whose changes affect what is unsent. Informations are in `meta`, which changes with each letter that is typed. */
const TABLES = new Set(['acts', 'photos', 'chunks']);

const SAY = {
  noKey: {
    vi: 'Máy chủ chưa cho khóa để mã hóa tệp chưa gửi. Hãy đồng bộ một lần khi có mạng rồi thử lại.',
    en: 'The server has given no key for rescue files yet. Sync once when there is a connection, then try again.',
  },
  nobody: { vi: 'Hãy mở khóa trước khi xuất tệp chưa gửi.', en: 'Unlock before you make a rescue file.' },
  nothing: { vi: 'Không có việc nào chưa gửi.', en: 'There is nothing unsent.' },
  tooMuch: {
    vi: 'Có quá nhiều việc chưa gửi cho một tệp. Hãy gửi bớt khi có mạng rồi xuất lại.',
    en: 'There is too much unsent work for one file. Send some of it when there is a connection, then make it again.',
  },
} as const;

/** Returns the age recipient to encrypt to, among the keys that the server sent; null if there
 * is none yet. The newest is used, because an operator may have made another. */
export function recipientAmong(keys: readonly { use: string; public_key: unknown }[]): string | null {
  const found = keys.filter((key) => key.use === 'rescue').at(-1)?.public_key;
  return typeof found === 'string' ? found : null;
}

/** `recipient` returns the server's key of use `rescue` (`age1…`), or null if the phone has none
 * yet. `now` returns the phone's clock in ms. */
export function createRescue(
  store: Store,
  officerId: ReadonlySignal<string | null>,
  recipient: () => Promise<string | null>,
  now: () => number = Date.now,
): Rescue {
  const pending = signal(NOTHING);
  async function pendingOf(id: string): Promise<UnsentCounts> {
    return countsOf(await unsentWork(store, id));
  }
  async function count(): Promise<void> {
    const id = officerId.peek();
    const found = id === null ? NOTHING : await pendingOf(id);
    if (id === officerId.peek()) pending.value = found;
  }
  /** The officer and the counts of informations that were seen last. */
  let seen = '';
  async function countIfInformationsChanged(): Promise<void> {
    const id = officerId.peek();
    if (id === null) return;
    const now = JSON.stringify([id, countsOf({ acts: [], photos: [], ...(await unsentInformations(store, id)) })]);
    if (now === seen) return;
    seen = now;
    await count();
  }
  // If the count cannot be read now, it is read again at the next change.
  const recount = (): void => void count().catch(() => undefined);
  store.watch(({ table }) => {
    if (TABLES.has(table)) recount();
    else if (table === 'meta') void countIfInformationsChanged().catch(() => undefined);
  });
  officerId.subscribe(recount);
  return { pending, pendingOf, make: (onProgress, of = officerId.peek() ?? undefined) => makeRescue(store, of ?? null, recipient, onProgress, now) };
}

/** Writes the file as Blobs and reads photographs slice by slice.
 *
 * Raises Trouble if no officer is open, nothing is unsent, or no key is known. A photograph whose
 * bytes the phone has lost is left out; its act is in the file.
 */
export async function makeRescue(
  store: Store,
  officerId: string | null,
  recipient: () => Promise<string | null>,
  onProgress: (done: number, total: number) => void,
  now: () => number = Date.now,
): Promise<{ name: string; parts: BlobPart[] }> {
  if (officerId === null) throw new Trouble('rescue_locked', SAY.nobody);
  const to = await recipient();
  if (to === null) throw new Trouble('rescue_no_key', SAY.noKey, true);
  const unsent = await unsentWork(store, officerId);
  const officer = (await store.officer(officerId))?.officer as OfficerSelf | undefined;
  const { Encrypter } = await import('age-encryption');
  for (;;) {
    if (unsent.acts.length === 0 && unsent.photos.length === 0 && unsent.informations.length === 0 && unsent.drafts.length === 0) throw new Trouble('rescue_nothing', SAY.nothing);
    const head = headOf(await manifestOf(store, officerId, officer, unsent, now()));
    if (head === null) throw new Trouble('rescue_too_much', SAY.tooMuch);
    const files = filesOf(store, unsent);
    const total = head.byteLength + files.reduce((sum, file) => sum + file.size, 0);
    const encrypter = new Encrypter();
    encrypter.addRecipient(to);
    try {
      const plain = plainStream(head, files, (done) => onProgress(done, total));
      const parts = await collect(await encrypter.encrypt(plain));
      return { name: fileName(officer?.username ?? '', new Date(now())), parts };
    } catch (error) {
      if (!(error instanceof BytesMissing)) throw error;
      unsent.photos = unsent.photos.filter((photo) => photo.id !== error.photoId);
      unsent.attachments = unsent.attachments.filter((photo) => photo.id !== error.photoId);
    }
  }
}

/** In the order of the manifest. */
function filesOf(store: Store, { photos, attachments }: Unsent): Following[] {
  return [
    ...photos.map(({ id, size }) => ({ id, size, bytes: (from: number, to: number) => store.bytes(id, from, to) })),
    ...attachments.map(({ id, size }) => ({ id, size, bytes: (from: number, to: number) => store.filings.partBytes(id, from, to) })),
  ];
}

/** Each is vouched for by the device: it is no act, whose signature would do so. */
function vouchedFor(informations: readonly QueuedInformation[], device: DeviceKeyRow | undefined, of: Pick<Manifest, 'device_id' | 'officer_id'>): Promise<ManifestInformation[]> {
  return Promise.all(informations.map((one) => vouched(one.id, orderOf(one), device, of)));
}

async function vouched(id: string, order: RegisterInformation, device: DeviceKeyRow | undefined, of: Pick<Manifest, 'device_id' | 'officer_id'>, draft?: Draft): Promise<ManifestInformation> {
  const asked = composed(order);
  return { id, asked, signature: await signatureOf(device, () => informationStatement(of, id, asked, draft)), ...(draft && { draft }) };
}

/** What was typed of a draft is sealed now: nothing of it lies open in the file. */
async function sealedDrafts(store: Store, drafts: readonly InformationDraft[], device: DeviceKeyRow | undefined, of: Pick<Manifest, 'device_id' | 'officer_id'>): Promise<ManifestInformation[]> {
  const key = await sealingKeyOf(store);
  if (key === null) return [];
  return Promise.all(
    drafts.map(async (one) => {
      const rest = await Promise.all(unfinishedTexts(one).map(async (text) => ({ keyId: key.keyId, sealed: base64(await seal(key, new TextEncoder().encode(JSON.stringify({ text })))) })));
      return vouched(one.id, orderOfUnfinished(one, rest), device, of, isAnswered(one) ? 'answered' : 'unanswered');
    }),
  );
}

/** Null without a key, and for text that cannot be signed: it must not keep everything else out of the file. */
async function signatureOf(device: DeviceKeyRow | undefined, statement: () => Uint8Array<ArrayBuffer>): Promise<string | null> {
  try {
    return device ? base64url(new Uint8Array(await signer(device)(statement()))) : null;
  } catch (error) {
    if (error instanceof NotCanonical) return null;
    throw error;
  }
}

async function manifestOf(store: Store, officerId: string, officer: OfficerSelf | undefined, unsent: Unsent, now: number): Promise<Manifest> {
  const device = await store.deviceKey();
  const deviceId = device?.deviceId ?? unsent.acts[0]?.act.device_id;
  if (!deviceId) throw new Trouble('rescue_locked', SAY.nobody);
  const of = { device_id: deviceId, officer_id: officerId };
  const manifest: Manifest = {
    format: 1,
    made_at: new Date(now).toISOString(),
    ...of,
    unit_id: officer?.unit.id ?? null,
    epoch: (await store.meta<string>(epochOf(officerId))) ?? null,
    acts: unsent.acts.map((stored) => stored.act),
    photos: unsent.photos.map((photo) => ({
      photo_id: photo.id,
      record_id: photo.recordId,
      sha256: photo.sha256,
      size: photo.size,
      media_type: photo.mediaType,
    })),
  };
  if (unsent.informations.length + unsent.drafts.length === 0) return manifest;
  return {
    ...manifest,
    format: 2,
    informations: [...(await vouchedFor(unsent.informations, device, of)), ...(await sealedDrafts(store, unsent.drafts, device, of))],
    attachments: unsent.attachments.map(({ id, informationId, sha256, size }) => ({ id, information_id: informationId, sha256, size })),
  };
}
