/** The store over IndexedDB. Every method is one transaction; when it resolves, the data are
 * on the disk. */
import type { Draft, PaperDraft, StoredAct, StoredPhoto } from '../domain/model';
import type { FreeNumber, NumberCounter } from '../domain/numbers';
import type { ReferenceEntry } from '../wire';
import { chunkCount, putChunks, readChunks } from './chunks';
import { Connection, type Names, type Write } from './connection';
import { probe } from './probing';
import { RESERVE_BYTES, Reserve } from './reserve';
import type { FilingRows } from './filing-rows';
import { filingRows } from './filings';
import { follows } from './following';
import type { BytesChange, Strays } from './stray-bytes';
import { putWithBytes, straysOf } from './strays';
import { DATABASE, DEVICE_KEY } from './schema';
import { NumberTaken, StorageFull, type DeviceKeyRow, type HeldRow, type LogHead, type OfficerRow, type Store } from './store';
import { FLUSHED } from './meta';
import { Watching, type Written } from './watching';

/** How long typed text may stay only in the system's memory, in ms. */
const FLUSH_MS = 500;

export interface IndexedOptions {
  /** Name of the database, so that tests can have separate ones. */
  name?: string;
  /** Another tab wants a newer schema: this page must be loaded again. */
  onOutdated?: () => void;
  /** Space reserved against a full disk (./reserve.ts). */
  reserveBytes?: number;
}

export class IndexedStore implements Store {
  private readonly db: Connection;
  private readonly watching: Watching;
  private readonly reserve: Reserve;
  readonly filings: FilingRows;
  readonly strays: Strays;
  private flushing: ReturnType<typeof setTimeout> | null = null;

  constructor(options: IndexedOptions = {}) {
    const name = options.name ?? DATABASE;
    this.db = new Connection(name, options.onOutdated);
    this.watching = new Watching(name);
    this.reserve = new Reserve(this.db, options.reserveBytes ?? RESERVE_BYTES);
    const tell = (table: string, recordId: string): void => this.watching.tell(table, recordId);
    this.filings = filingRows(this.db, (...how) => this.small(...how), (...how) => this.large(...how), tell);
    this.strays = straysOf(this.db, (...how) => this.small(...how));
  }

  async setMetaWithBytes(key: string, value: unknown, change: BytesChange): Promise<void> {
    await putWithBytes(key, value, change, (...how) => this.small(...how), (...how) => this.large(...how));
    this.watching.tell('meta');
  }

  async meta<T>(key: string): Promise<T | undefined> {
    const row = await this.db.read(['meta'], (tx) => tx.objectStore('meta').get(key));
    return row?.value as T | undefined;
  }

  async setMeta(key: string, value: unknown, durability: 'strict' | 'relaxed' = 'relaxed'): Promise<void> {
    await this.small(['meta'], durability, (tx) => tx.objectStore('meta').put({ key, value }));
    if (durability === 'relaxed') this.flushSoon();
    this.watching.tell('meta');
  }

  deviceKey(): Promise<DeviceKeyRow | undefined> {
    return this.db.read(['keys'], (tx) => tx.objectStore('keys').get(DEVICE_KEY));
  }

  async setDeviceKey(row: DeviceKeyRow): Promise<void> {
    await this.small(['keys'], 'strict', (tx) => tx.objectStore('keys').put(row, DEVICE_KEY));
  }

  officers(): Promise<OfficerRow[]> {
    return this.db.read(['officers'], (tx) => tx.objectStore('officers').getAll());
  }

  officer(id: string): Promise<OfficerRow | undefined> {
    return this.db.read(['officers'], (tx) => tx.objectStore('officers').get(id));
  }

  async setOfficer(row: OfficerRow): Promise<void> {
    await this.small(['officers'], 'strict', (tx) => tx.objectStore('officers').put(row));
    this.watching.tell('officers');
  }

  async head(officerId: string): Promise<LogHead> {
    const found = await this.db.read(['heads'], (tx) => tx.objectStore('heads').get(officerId));
    return found ?? { officerId, seq: 0, head: null };
  }

  async append(act: StoredAct, head: LogHead, photo?: { row: StoredPhoto; bytes: ArrayBuffer }): Promise<void> {
    const write = async (tx: Write): Promise<void> => {
      if (!(await follows(tx, act, head)) || !photo) return;
      await tx.objectStore('photos').add({ ...photo.row, chunks: chunkCount(photo.bytes.byteLength) });
      await putChunks(tx, photo.row.id, photo.bytes);
    };
    const stores: Names[] = ['acts', 'heads', 'photos', 'chunks'];
    await (photo ? this.large(stores, write) : this.small(stores, 'strict', write));
    this.watching.tell('acts', act.recordId);
    if (photo) this.watching.tell('photos', act.recordId);
  }

  async appendNumbered(act: StoredAct, head: LogHead, { blockId, number }: FreeNumber): Promise<void> {
    await this.small(['acts', 'heads', 'numbers'], 'strict', async (tx) => {
      if (!(await follows(tx, act, head))) return;
      const { officerId } = act;
      const counter = await tx.objectStore('numbers').get([officerId, blockId]);
      if (counter && counter.next > number) throw new NumberTaken(`${number} of block ${blockId}`);
      await tx.objectStore('numbers').put({ officerId, blockId, next: number + 1 });
    });
    this.watching.tell('acts', act.recordId);
  }

  async raiseHead(head: LogHead): Promise<void> {
    await this.small(['heads'], 'strict', async (tx) => {
      const present = await tx.objectStore('heads').get(head.officerId);
      if (head.seq > (present?.seq ?? 0)) await tx.objectStore('heads').put(head);
    });
  }

  act(id: string): Promise<StoredAct | undefined> {
    return this.db.read(['acts'], (tx) => tx.objectStore('acts').get(id));
  }

  actsOf(officerId: string): Promise<StoredAct[]> {
    const range = IDBKeyRange.bound([officerId, 0], [officerId, Number.MAX_SAFE_INTEGER]);
    return this.db.read(['acts'], (tx) => tx.objectStore('acts').index('bySeq').getAll(range));
  }

  async actsOfRecord(officerId: string, recordId: string): Promise<StoredAct[]> {
    const key = IDBKeyRange.only([officerId, recordId]);
    return bySeq(await this.db.read(['acts'], (tx) => tx.objectStore('acts').index('byRecord').getAll(key)));
  }

  async actsInState(officerId: string, state: StoredAct['state']): Promise<StoredAct[]> {
    const key = IDBKeyRange.only([officerId, state]);
    return bySeq(await this.db.read(['acts'], (tx) => tx.objectStore('acts').index('byState').getAll(key)));
  }

  async updateAct(id: string, change: Partial<StoredAct>): Promise<void> {
    const changed = await this.small(['acts'], 'strict', async (tx) => {
      const row = await tx.objectStore('acts').get(id);
      if (!row) return null;
      // The signed parts never change.
      await tx.objectStore('acts').put({ ...row, ...change, id: row.id, act: row.act, seq: row.seq });
      return row.recordId;
    });
    if (changed !== null) this.watching.tell('acts', changed);
  }

  photo(id: string): Promise<StoredPhoto | undefined> {
    return this.db.read(['photos'], (tx) => tx.objectStore('photos').get(id));
  }

  async blobsOf(officerId: string): Promise<StoredPhoto[]> {
    const key = IDBKeyRange.only(officerId);
    return byId(await this.db.read(['photos'], (tx) => tx.objectStore('photos').index('byOfficer').getAll(key)));
  }

  async blobsOfRecord(officerId: string, recordId: string): Promise<StoredPhoto[]> {
    const key = IDBKeyRange.only([officerId, recordId]);
    return byId(await this.db.read(['photos'], (tx) => tx.objectStore('photos').index('byRecord').getAll(key)));
  }

  async photosOf(officerId: string): Promise<StoredPhoto[]> {
    return (await this.blobsOf(officerId)).filter((row) => row.kind !== 'document');
  }

  async photosOfRecord(officerId: string, recordId: string): Promise<StoredPhoto[]> {
    return (await this.blobsOfRecord(officerId, recordId)).filter((row) => row.kind !== 'document');
  }

  async updatePhoto(id: string, change: Partial<StoredPhoto>): Promise<void> {
    const changed = await this.small(['photos'], 'strict', async (tx) => {
      const row = await tx.objectStore('photos').get(id);
      if (!row) return null;
      await tx.objectStore('photos').put({ ...row, ...change, id: row.id, sha256: row.sha256, size: row.size });
      return row.recordId;
    });
    if (changed !== null) this.watching.tell('photos', changed);
  }

  bytes(photoId: string, from = 0, to?: number): Promise<ArrayBuffer | null> {
    return this.db.read(['photos', 'chunks'], async (tx) => {
      const row = await tx.objectStore('photos').get(photoId);
      if (!row || row.chunks === 0) return null;
      const end = Math.min(to ?? row.size, row.size);
      return readChunks(tx, photoId, Math.min(from, end), end);
    });
  }

  async forgetBytes(photoId: string, at: string): Promise<void> {
    const recordId = await this.small(['photos', 'chunks'], 'strict', async (tx) => {
      const row = await tx.objectStore('photos').get(photoId);
      if (!row) return null;
      await tx.objectStore('photos').put({ ...row, chunks: 0, forgottenAt: at });
      await tx.objectStore('chunks').delete(IDBKeyRange.bound([photoId, 0], [photoId, Number.MAX_SAFE_INTEGER]));
      return row.recordId;
    });
    if (recordId !== null) this.watching.tell('photos', recordId);
  }

  draft(officerId: string, recordId: string): Promise<Draft | undefined> {
    return this.db.read(['drafts'], (tx) => tx.objectStore('drafts').get([officerId, recordId]));
  }

  drafts(officerId: string): Promise<Draft[]> {
    const range = IDBKeyRange.bound([officerId, ''], [officerId, '\uffff']);
    return this.db.read(['drafts'], (tx) => tx.objectStore('drafts').getAll(range));
  }

  async saveDraft(draft: Draft): Promise<void> {
    // A relaxed write survives if the app is killed, and it does not wait for the disk as a strict
    // one does while the next letters are typed. A strict write follows shortly, so that a battery
    // that dies takes no more than that.
    await this.small(['drafts'], 'relaxed', (tx) => tx.objectStore('drafts').put(draft));
    this.flushSoon();
    this.watching.tell('drafts', draft.recordId);
  }

  private flushSoon(): void {
    this.flushing ??= setTimeout(() => void this.flush(), FLUSH_MS);
  }

  /** Flushes the relaxed writes to the disk by means of a strict one. */
  private async flush(): Promise<void> {
    this.flushing = null;
    await this.small(['meta'], 'strict', (tx) => tx.objectStore('meta').put({ key: FLUSHED, value: true })).catch(() => undefined);
  }

  async dropDraft(officerId: string, recordId: string): Promise<void> {
    await this.small(['drafts'], 'strict', (tx) => tx.objectStore('drafts').delete([officerId, recordId]));
    this.watching.tell('drafts', recordId);
  }

  paper(officerId: string, id: string): Promise<PaperDraft | undefined> {
    return this.db.read(['papers'], (tx) => tx.objectStore('papers').get([officerId, id]));
  }

  papersOf(officerId: string): Promise<PaperDraft[]> {
    return this.db.read(['papers'], (tx) => tx.objectStore('papers').getAll(IDBKeyRange.bound([officerId, ''], [officerId, '\uffff'])));
  }

  papersOfRecord(officerId: string, recordId: string): Promise<PaperDraft[]> {
    const key = IDBKeyRange.only([officerId, recordId]);
    return this.db.read(['papers'], (tx) => tx.objectStore('papers').index('byRecord').getAll(key));
  }

  async savePaper(draft: PaperDraft): Promise<void> {
    await this.small(['papers'], 'relaxed', (tx) => tx.objectStore('papers').put(draft));
    this.flushSoon();
    this.watching.tell('papers', draft.recordId);
  }

  async dropPaper(officerId: string, id: string): Promise<void> {
    const recordId = await this.small(['papers'], 'strict', async (tx) => {
      const row = await tx.objectStore('papers').get([officerId, id]);
      await tx.objectStore('papers').delete([officerId, id]);
      return row?.recordId;
    });
    this.watching.tell('papers', recordId);
  }

  numberCounters(officerId: string): Promise<NumberCounter[]> {
    return this.db.read(['numbers'], (tx) => tx.objectStore('numbers').getAll(IDBKeyRange.bound([officerId, ''], [officerId, '\uffff'])));
  }

  held(officerId: string, kind: string): Promise<HeldRow[]> {
    return this.db.read(['held'], (tx) => tx.objectStore('held').getAll(everyOf(officerId, kind)));
  }

  heldOne(officerId: string, kind: string, id: string): Promise<HeldRow | undefined> {
    return this.db.read(['held'], (tx) => tx.objectStore('held').get([officerId, kind, id]));
  }

  async applySync(
    officerId: string,
    puts: HeldRow[],
    removes: { kind: string; id: string }[],
    meta: Record<string, unknown>,
    fresh: boolean,
  ): Promise<void> {
    await this.db.write(['held', 'meta'], 'strict', async (tx) => {
      const held = tx.objectStore('held');
      if (fresh) await held.delete(IDBKeyRange.bound([officerId, '', ''], [officerId, '\uffff', '\uffff']));
      await together([
        ...puts.map((row) => () => held.put(row)),
        ...removes.map((each) => () => held.delete([officerId, each.kind, each.id])),
        ...metaPuts(tx, meta),
      ]);
    });
    this.watching.tell('held');
    this.watching.tell('meta');
  }

  async applyReference(
    entries: ReferenceEntry[],
    removes: { kind: string; id: string }[],
    resetKinds: string[],
    meta: Record<string, unknown>,
  ): Promise<void> {
    await this.db.write(['reference', 'meta'], 'relaxed', async (tx) => {
      const reference = tx.objectStore('reference');
      for (const kind of resetKinds) await reference.delete(IDBKeyRange.bound([kind, ''], [kind, '\uffff']));
      await together([
        ...entries.map((entry) => () => reference.put(entry)),
        ...removes.map((each) => () => reference.delete([each.kind, each.id])),
        ...metaPuts(tx, meta),
      ]);
    });
    this.watching.tell('reference');
  }

  referenceOf(kind: string): Promise<ReferenceEntry[]> {
    const range = IDBKeyRange.bound([kind, ''], [kind, '\uffff']);
    return this.db.read(['reference'], (tx) => tx.objectStore('reference').getAll(range));
  }

  reference(kind: string, id: string): Promise<ReferenceEntry | undefined> {
    return this.db.read(['reference'], (tx) => tx.objectStore('reference').get([kind, id]));
  }

  probe(bytes: number): Promise<void> {
    return probe(this.db, bytes);
  }

  /** Takes the reserve again if there is room for it. Raises StorageFull. */
  keepReserve(): Promise<void> {
    return this.reserve.keep();
  }

  watch(listener: (what: Written) => void): () => void {
    return this.watching.watch(listener);
  }

  close(): void {
    if (this.flushing) clearTimeout(this.flushing);
    this.watching.close();
    this.db.close();
  }

  /** Writes a few kB. On a full disk it uses the room of the reserve. */
  private async small<T>(stores: Names[], durability: 'strict' | 'relaxed', work: (tx: Write) => Promise<T>): Promise<T> {
    this.reserve.check();
    try {
      return await this.db.write(stores, durability, work);
    } catch (error) {
      if (!(error instanceof StorageFull) || !(await this.reserve.release())) throw error;
      return this.db.write(stores, durability, work);
    }
  }

  /** Writes a photograph, only while the reserve is held. If the photograph does not fit, the
   * reserve is released immediately. The photograph does not use it: small writes then do not
   * meet a disk without a free block. */
  private async large(stores: Names[], work: (tx: Write) => Promise<void>): Promise<void> {
    this.reserve.check();
    await this.reserve.require();
    try {
      await this.db.write(stores, 'strict', work);
    } catch (error) {
      if (error instanceof StorageFull) await this.reserve.release();
      throw error;
    }
  }
}

function everyOf(officerId: string, kind: string): IDBKeyRange {
  return IDBKeyRange.bound([officerId, kind, ''], [officerId, kind, '\uffff']);
}

type Request = () => Promise<unknown>;

function metaPuts(tx: Write, meta: Record<string, unknown>): Request[] {
  return Object.entries(meta).map(([key, value]) => () => tx.objectStore('meta').put({ key, value }));
}

/** Runs thousands of requests concurrently. A request that throws synchronously leaves none of
 * the others unhandled. */
async function together(requests: Request[]): Promise<void> {
  await Promise.all(requests.map(async (request) => request()));
}

/** Sorts by creation: acts by `seq`, photographs by the time in their UUIDv7. */
function bySeq(acts: StoredAct[]): StoredAct[] {
  return acts.sort((a, b) => a.seq - b.seq);
}

function byId(photos: StoredPhoto[]): StoredPhoto[] {
  return photos.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
