/** The phone's memory as the engine sees it. The one implementation is IndexedDB (./indexed.ts), which reopens a lost
 * connection by itself; tests run it over fake-indexeddb. Object stores, keys and indexes: ./schema.ts. */
import type { Draft, PaperDraft, StoredAct, StoredPhoto } from '../domain/model';
import type { FreeNumber, NumberCounter } from '../domain/numbers';
import type { ReferenceEntry } from '../wire';

export interface DeviceKeyRow {
  deviceId: string;
  privateKey: CryptoKey;
  publicJwk: JsonWebKey;
  madeAt: string;
}

export interface OfficerRow {
  id: string;
  /** OfficerSelf as the server last told it. */
  officer: unknown;
  pin: { salt: ArrayBuffer; iterations: number; iv: ArrayBuffer; wrapped: ArrayBuffer } | null;
  /** Refresh token while no PIN was set (minutes at most); afterwards only inside `pin.wrapped`. */
  refreshToken: string | null;
  wrongPins: number;
  signedInAt: string;
}

export interface LogHead {
  officerId: string;
  seq: number;
  head: string | null;
}

export interface HeldRow {
  officerId: string;
  kind: string;
  id: string;
  value: unknown;
}

/** Raised when the disk is full: nothing was written, and everything written before is still there. */
export class StorageFull extends Error {}

/** Another tab wrote an act between reading the head and writing: read again and sign again. */
export class HeadMoved extends Error {}

/** Another tab gave this number to a paper: take the next one. */
export class NumberTaken extends Error {}

export interface Store {
  meta<T>(key: string): Promise<T | undefined>;
  setMeta(key: string, value: unknown): Promise<void>;
  deviceKey(): Promise<DeviceKeyRow | undefined>;
  setDeviceKey(row: DeviceKeyRow): Promise<void>;
  officers(): Promise<OfficerRow[]>;
  officer(id: string): Promise<OfficerRow | undefined>;
  setOfficer(row: OfficerRow): Promise<void>;

  head(officerId: string): Promise<LogHead>;
  /** One transaction: the act, the new head (which must follow the present one, else HeadMoved) and, with a photograph, its row and bytes. */
  append(act: StoredAct, head: LogHead, photo?: { row: StoredPhoto; bytes: ArrayBuffer }): Promise<void>;
  /** The same with a number that is used up by it, else NumberTaken. */
  appendNumbered(act: StoredAct, head: LogHead, number: FreeNumber): Promise<void>;
  /** After a restore or loss: continue behind what the server has. Never moves backwards. */
  raiseHead(head: LogHead): Promise<void>;
  act(id: string): Promise<StoredAct | undefined>;
  actsOf(officerId: string): Promise<StoredAct[]>;
  actsOfRecord(officerId: string, recordId: string): Promise<StoredAct[]>;
  actsInState(officerId: string, state: StoredAct['state']): Promise<StoredAct[]>;
  updateAct(id: string, change: Partial<StoredAct>): Promise<void>;

  photo(id: string): Promise<StoredPhoto | undefined>;
  photosOf(officerId: string): Promise<StoredPhoto[]>;
  photosOfRecord(officerId: string, recordId: string): Promise<StoredPhoto[]>;
  updatePhoto(id: string, change: Partial<StoredPhoto>): Promise<void>;
  /** `from` inclusive, `to` exclusive; reads only the chunks it needs. */
  bytes(photoId: string, from?: number, to?: number): Promise<ArrayBuffer | null>;
  /** Deletes the bytes, keeps the row. The caller has checked that they may be forgotten. */
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
  numberCounters(officerId: string): Promise<NumberCounter[]>;

  held(officerId: string, kind: string): Promise<HeldRow[]>;
  heldOne(officerId: string, kind: string, id: string): Promise<HeldRow | undefined>;
  /** Applies a sync page and its cursor in one transaction. With `fresh`, what is not put is gone (a full pull, swapped in). */
  applySync(officerId: string, puts: HeldRow[], removes: { kind: string; id: string }[], meta: Record<string, unknown>, fresh: boolean): Promise<void>;

  applyReference(entries: ReferenceEntry[], removes: { kind: string; id: string }[], resetKinds: string[], meta: Record<string, unknown>): Promise<void>;
  referenceOf(kind: string): Promise<ReferenceEntry[]>;
  reference(kind: string, id: string): Promise<ReferenceEntry | undefined>;

  /** Writes and deletes so many bytes. Raises StorageFull. */
  probe(bytes: number): Promise<void>;
  /** Told after every committed write, in this tab and (through BroadcastChannel) in the others. */
  watch(listener: (what: { table: string; recordId?: string }) => void): () => void;
  close(): void;
}
