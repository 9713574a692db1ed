/** The phone's storage as the engine sees it.
 *
 * The one implementation is IndexedDB (./indexed.ts), which reopens a lost connection by itself;
 * tests run it over fake-indexeddb. Object stores, keys and indexes are in ./schema.ts.
 */
import type { Draft, PaperDraft, StoredAct, StoredPhoto } from '../domain/model';
import type { FreeNumber, NumberCounter } from '../domain/numbers';
import type { ReferenceEntry } from '../wire';
import type { FilingRows } from './filing-rows';
import type { LogHead } from './log-head';
import type { BytesChange, Strays } from './stray-bytes';

export interface DeviceKeyRow {
  deviceId: string;
  privateKey: CryptoKey;
  publicJwk: JsonWebKey;
  madeAt: string;
}

export interface OfficerRow {
  id: string;
  /** OfficerSelf as the server last sent it. */
  officer: unknown;
  pin: { salt: ArrayBuffer; iterations: number; iv: ArrayBuffer; wrapped: ArrayBuffer } | null;
  /** Refresh token while no PIN is set (a few minutes at most). Afterwards it is
   * only inside `pin.wrapped`. */
  refreshToken: string | null;
  wrongPins: number;
  signedInAt: string;
}

export type { LogHead };

export interface HeldRow {
  officerId: string;
  kind: string;
  id: string;
  value: unknown;
}

/** The disk is full. Nothing was written, and everything written before is still there. */
export class StorageFull extends Error {}

/** Another tab wrote an act between reading the head and writing. The caller reads the head
 * and signs again. */
export class HeadMoved extends Error {}

/** Another tab gave this number to a paper. The caller takes the next one. */
export class NumberTaken extends Error {}

export interface Store {
  meta<T>(key: string): Promise<T | undefined>;
  /** Strict: on the disk when it resolves, whatever happens to the battery. Otherwise within a second. */
  setMeta(key: string, value: unknown, durability?: 'strict' | 'relaxed'): Promise<void>;
  /** Writes it strictly, with the bytes that it names from now on, or does not name any more, in one transaction. */
  setMetaWithBytes(key: string, value: unknown, change: BytesChange): Promise<void>;
  /** Bytes that nothing names. */
  strays: Strays;
  deviceKey(): Promise<DeviceKeyRow | undefined>;
  setDeviceKey(row: DeviceKeyRow): Promise<void>;
  officers(): Promise<OfficerRow[]>;
  officer(id: string): Promise<OfficerRow | undefined>;
  setOfficer(row: OfficerRow): Promise<void>;

  head(officerId: string): Promise<LogHead>;
  /** Writes in one transaction the act, the new head and, with a photograph, its row and bytes.
   * The new head must follow the present one; raises HeadMoved otherwise. */
  append(act: StoredAct, head: LogHead, photo?: { row: StoredPhoto; bytes: ArrayBuffer }): Promise<void>;
  /** The same with a number that the act uses up. Raises NumberTaken if it is used already. */
  appendNumbered(act: StoredAct, head: LogHead, number: FreeNumber): Promise<void>;
  /** Sets the head after a restore or a loss, so that the log continues after what the server
   * has. Never moves it backwards. */
  raiseHead(head: LogHead): Promise<void>;
  act(id: string): Promise<StoredAct | undefined>;
  actsOf(officerId: string): Promise<StoredAct[]>;
  actsOfRecord(officerId: string, recordId: string): Promise<StoredAct[]>;
  actsInState(officerId: string, state: StoredAct['state']): Promise<StoredAct[]>;
  updateAct(id: string, change: Partial<StoredAct>): Promise<void>;

  photo(id: string): Promise<StoredPhoto | undefined>;
  /** All bytes that are or were here: photographs and filed documents. */
  blobsOf(officerId: string): Promise<StoredPhoto[]>;
  blobsOfRecord(officerId: string, recordId: string): Promise<StoredPhoto[]>;
  /** The photographs among them. */
  photosOf(officerId: string): Promise<StoredPhoto[]>;
  photosOfRecord(officerId: string, recordId: string): Promise<StoredPhoto[]>;
  updatePhoto(id: string, change: Partial<StoredPhoto>): Promise<void>;
  /** Reads `from` (inclusive) to `to` (exclusive), and only the chunks that are needed. */
  bytes(photoId: string, from?: number, to?: number): Promise<ArrayBuffer | null>;
  /** Deletes the bytes and keeps the row. The caller has checked that they may be deleted. */
  forgetBytes(photoId: string, at: string): Promise<void>;

  draft(officerId: string, recordId: string): Promise<Draft | undefined>;
  drafts(officerId: string): Promise<Draft[]>;
  saveDraft(draft: Draft): Promise<void>;
  dropDraft(officerId: string, recordId: string): Promise<void>;

  paper(officerId: string, id: string): Promise<PaperDraft | undefined>;
  papersOf(officerId: string): Promise<PaperDraft[]>;
  papersOfRecord(officerId: string, recordId: string): Promise<PaperDraft[]>;
  savePaper(draft: PaperDraft): Promise<void>;
  dropPaper(officerId: string, id: string): Promise<void>;
  /** Documents of others that are being filed. */
  filings: FilingRows;
  numberCounters(officerId: string): Promise<NumberCounter[]>;

  held(officerId: string, kind: string): Promise<HeldRow[]>;
  heldOne(officerId: string, kind: string, id: string): Promise<HeldRow | undefined>;
  /** Applies a sync page and its cursor in one transaction. With `fresh`, everything that is not
   * in `puts` is deleted (a full pull replaces it). */
  applySync(officerId: string, puts: HeldRow[], removes: { kind: string; id: string }[], meta: Record<string, unknown>, fresh: boolean): Promise<void>;

  applyReference(entries: ReferenceEntry[], removes: { kind: string; id: string }[], resetKinds: string[], meta: Record<string, unknown>): Promise<void>;
  referenceOf(kind: string): Promise<ReferenceEntry[]>;
  reference(kind: string, id: string): Promise<ReferenceEntry | undefined>;

  /** Writes and deletes this many bytes. Raises StorageFull. */
  probe(bytes: number): Promise<void>;
  /** Calls `listener` after every committed write, in this tab and (through BroadcastChannel)
   * in the others. */
  watch(listener: (what: { table: string; recordId?: string }) => void): () => void;
  close(): void;
}
