/** The service for information that an officer takes in on site. As in services.ts, every promise rejects with a `Trouble`. */
import type { ReadonlySignal } from '@preact/signals';
import type { InformantTyped, InformationDraft, Nature, QueuedInformation, SealedPoint, Source, Typed } from '../domain/informations';

/** An information that the officer registered by phone and still sees, as the sync tells it (schemas/intake/from_phones.py). */
export interface OwnInformation {
  id: string;
  number: string;
  nature: Nature;
  source: Source;
  state: string;
  received_at: string;
  registered_at: string;
  summary: string;
}

export interface Informations {
  drafts: ReadonlySignal<InformationDraft[]>;
  /** What has to be sent, and what was sent and is still here; newest first. */
  queued: ReadonlySignal<QueuedInformation[]>;
  /** What the server lists, newest first. */
  registered: ReadonlySignal<OwnInformation[]>;
  /** Whether what is kept was read from the disk. */
  read: ReadonlySignal<boolean>;
  /** Whether this phone has the key to which who informed is sealed. It comes with the first sync. */
  maySeal: ReadonlySignal<boolean>;
  /** Begins one; returns its id, which will be the record's. */
  begin(): Promise<string>;
  /** Keeps what is typed for the work, letter by letter. */
  save(id: string, typed: Typed): Promise<void>;
  /** Seals what was told in place of what `part` held; an empty text removes it. While one is sealed, only the newest waits. */
  sealAccount(id: string, part: string, text: string): Promise<void>;
  sealInformant(id: string, part: string, told: InformantTyped): Promise<void>;
  /** Seals where it happens, in place of what was sealed of it before. */
  sealPoint(id: string, point: SealedPoint): Promise<void>;
  /** Drops a sealed part that cannot be read any more, at the officer's word. */
  dropText(id: string, part: string): Promise<void>;
  /** Seals a photograph: its bytes as they came, and nothing of them in the clear. */
  addPhoto(id: string, file: Blob): Promise<void>;
  /** Begins an information with a sealed photograph that is on this phone and in none; returns its id. */
  adopt(photo: { id: string; sha256: string; size: number }): Promise<string>;
  dropPhoto(id: string, photoId: string): Promise<void>;
  /** Deletes a draft, or what was refused. */
  drop(id: string): Promise<void>;
  /** Puts it in the queue and sends it if there is a signal. */
  register(id: string): Promise<void>;
  /** Takes a refused one back to be mended; what is sealed stays sealed. */
  mend(id: string): Promise<void>;
  /** Tries a photograph again that the server could not use. */
  retryPhoto(id: string, photoId: string): Promise<void>;
  /** Sends what waits. */
  send(): Promise<void>;
}
