/** Object stores of the phone's database, their keys and indexes.
 *
 * Upgrades only add, because a second tab may still run the previous version. A store or index that
 * is no longer read stays.
 */
import type { DBSchema, IDBPDatabase } from 'idb';
import type { Draft, PaperDraft, StoredAct, StoredPhoto } from '../domain/model';
import type { FilingDraft } from '../domain/filings';
import type { NumberCounter } from '../domain/numbers';
import type { ReferenceEntry } from '../wire';
import type { DeviceKeyRow, HeldRow, LogHead, OfficerRow } from './store';

export const DATABASE = 'hientruong';
export const VERSION = 3;

/** Size of the records that hold a photograph's bytes. WebKit's IndexedDB becomes slow and fails
 * with large records. */
export const CHUNK_BYTES = 4 * 1024 * 1024;

export interface ChunkRow {
  photoId: string;
  /** From 0, without gaps. */
  n: number;
  bytes: ArrayBuffer;
}

export interface PhoneDatabase extends DBSchema {
  /** Small facts by name (./meta.ts). */
  meta: { key: string; value: { key: string; value: unknown } };
  /** The one device key, under DEVICE_KEY. */
  keys: { key: string; value: DeviceKeyRow };
  officers: { key: string; value: OfficerRow };
  heads: { key: string; value: LogHead };
  acts: {
    key: string;
    value: StoredAct;
    indexes: { bySeq: [string, number]; byRecord: [string, string]; byState: [string, string] };
  };
  photos: { key: string; value: StoredPhoto; indexes: { byOfficer: string; byRecord: [string, string] } };
  chunks: { key: [string, number]; value: ChunkRow };
  drafts: { key: [string, string]; value: Draft };
  /** Drafts of papers made on site. Since version 2. */
  papers: { key: [string, string]; value: PaperDraft; indexes: { byRecord: [string, string] } };
  /** Documents of others that are being filed. Since version 3. */
  filings: { key: [string, string]; value: FilingDraft; indexes: { byRecord: [string, string] } };
  /** How far the number blocks are used up, by officer and block. Since version 2. */
  numbers: { key: [string, string]; value: NumberCounter };
  /** What the server sent: inspections, decisions, forms … by officer, kind and id. */
  held: { key: [string, string, string]; value: HeldRow };
  reference: { key: [string, string]; value: ReferenceEntry };
  /** Holds only what a probe of the disk writes, for a moment. */
  probe: { key: number; value: ArrayBuffer };
}

export const DEVICE_KEY = 'device';

/** Upgrades a database of any earlier version to the present one. */
export function upgrade(db: IDBPDatabase<PhoneDatabase>, oldVersion: number): void {
  if (oldVersion < 1) {
    db.createObjectStore('meta', { keyPath: 'key' });
    db.createObjectStore('keys');
    db.createObjectStore('officers', { keyPath: 'id' });
    db.createObjectStore('heads', { keyPath: 'officerId' });
    const acts = db.createObjectStore('acts', { keyPath: 'id' });
    acts.createIndex('bySeq', ['officerId', 'seq']);
    acts.createIndex('byRecord', ['officerId', 'recordId']);
    acts.createIndex('byState', ['officerId', 'state']);
    const photos = db.createObjectStore('photos', { keyPath: 'id' });
    photos.createIndex('byOfficer', 'officerId');
    photos.createIndex('byRecord', ['officerId', 'recordId']);
    db.createObjectStore('chunks', { keyPath: ['photoId', 'n'] });
    db.createObjectStore('drafts', { keyPath: ['officerId', 'recordId'] });
    db.createObjectStore('held', { keyPath: ['officerId', 'kind', 'id'] });
    db.createObjectStore('reference', { keyPath: ['kind', 'id'] });
    db.createObjectStore('probe', { autoIncrement: true });
  }
  if (oldVersion < 2) {
    const papers = db.createObjectStore('papers', { keyPath: ['officerId', 'id'] });
    papers.createIndex('byRecord', ['officerId', 'recordId']);
    db.createObjectStore('numbers', { keyPath: ['officerId', 'blockId'] });
  }
  if (oldVersion < 3) {
    const filings = db.createObjectStore('filings', { keyPath: ['officerId', 'id'] });
    filings.createIndex('byRecord', ['officerId', 'recordId']);
  }
}
