/** What the store offers for documents that are being filed. */
import type { FilingDraft } from '../domain/filings';
import type { StoredAct, StoredPhoto } from '../domain/model';
import type { LogHead } from './log-head';

export interface FilingRows {
  get(officerId: string, id: string): Promise<FilingDraft | undefined>;
  ofRecord(officerId: string, recordId: string): Promise<FilingDraft[]>;
  /** With `dropped`, the bytes of parts that the draft no longer names go in the same transaction. */
  save(draft: FilingDraft, dropped?: readonly string[]): Promise<void>;
  /** Deletes a draft with the bytes of its parts. Only at the officer's request. */
  drop(draft: FilingDraft): Promise<void>;
  /** Writes one record of a part, from 0. Raises StorageFull. */
  putPart(partId: string, n: number, bytes: ArrayBuffer): Promise<void>;
  dropPart(partId: string): Promise<void>;
  /** Bytes `from` … `to` of a part; null if they are not here. */
  partBytes(partId: string, from: number, to: number): Promise<ArrayBuffer | null>;
  /** Writes in one transaction the act, the new head and the row of the file, whose bytes are here
   * already, and deletes the draft and the parts that are not the file. Raises HeadMoved. */
  append(act: StoredAct, head: LogHead, row: StoredPhoto, draft: FilingDraft): Promise<void>;
}
