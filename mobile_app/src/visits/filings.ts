/** Commands for documents that the team obtains on site. Bytes are on the disk before anything
 * names them; filing writes one signed act (see visits.ts). */
import { sha256 } from '@noble/hashes/sha2.js';
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { v7 } from 'uuid';
import type { Filings, PickedFile } from '../app/visit-services';
import { moment } from '../domain/acts';
import { hex } from '../domain/canonical-json';
import { MOST_BYTES, MOST_PAGES, contentOf, filedOf, lacking, shortName, type FilingDraft, type FilingPart, type LocalFiled } from '../domain/filings';
import type { LocalInspection, Place, StoredPhoto } from '../domain/model';
import { pageOf, piecesOf, storedBytes, type Page } from '../domain/pages-as-pdf';
import { CHUNK_BYTES } from '../store/schema';
import { UNSENT, reasonOf } from './contents';
import type { VisitDeps } from './deps';
import type { ActLog } from './log';
import { asTrouble, trouble } from './troubles';

/** What visits.ts provides. */
export interface FilingCore {
  one(id: string): ReadonlySignal<LocalInspection | null>;
  command<T>(id: string, work: (local: LocalInspection, officerId: string) => Promise<T>): Promise<T>;
  openOfficer(): string;
  log: ActLog;
}

export type FilingEngine = Filings & { stop(): void };

interface Kept {
  rows: StoredPhoto[];
  drafts: FilingDraft[];
}

interface Whole {
  id: string;
  sha256: string;
  size: number;
  mediaType: string;
  name: string;
}

/** The draft with a part that was copied whole: the file, or one more page. */
function withPart(now: FilingDraft, done: FilingPart): FilingDraft {
  if (now.way === 'camera') {
    const parts = now.parts.map((one) => (one.id === done.id ? done : one));
    return { ...now, parts, sheets: parts.length };
  }
  const title = now.title || [...done.name.replace(/\.[^.]*$/, '')].slice(0, 300).join('');
  return { ...now, parts: [done], title };
}

export function createFilings(core: FilingCore, deps: VisitDeps): FilingEngine {
  const { store } = deps;
  const kept = new Map<string, Signal<Kept>>();
  const live = new Map<string, ReadonlySignal<{ filed: LocalFiled[]; drafts: FilingDraft[] }>>();
  let saving: Promise<unknown> = Promise.resolve();
  let saves = 0;

  async function read(inspectionId: string): Promise<void> {
    const officerId = deps.officerId.peek();
    const shown = kept.get(inspectionId);
    if (!shown) return;
    if (officerId === null) {
      shown.value = { rows: [], drafts: [] };
      return;
    }
    for (;;) {
      const before = saves;
      await saving;
      const [rows, drafts] = await Promise.all([store.blobsOfRecord(officerId, inspectionId), store.filings.ofRecord(officerId, inspectionId)]);
      if (officerId !== deps.officerId.peek()) return;
      // What was typed meanwhile is shown already, and is newer than what was just read.
      if (before !== saves) continue;
      shown.value = { rows: rows.filter((row) => row.kind === 'document'), drafts };
      return;
    }
  }

  const stopWatching = store.watch(({ table, recordId }) => {
    if (recordId !== undefined && kept.has(recordId) && (table === 'photos' || table === 'filings')) void read(recordId).catch(() => undefined);
  });

  /** Writes drafts one after another, in the order of the calls. */
  function save(draft: FilingDraft, dropped: readonly string[] = []): Promise<void> {
    const next = { ...draft, updatedAt: moment(deps.now()) };
    saves += 1;
    const shown = kept.get(draft.recordId);
    if (shown) shown.value = { ...shown.peek(), drafts: [...shown.peek().drafts.filter((one) => one.id !== draft.id), next].sort((a, b) => (a.id < b.id ? -1 : 1)) };
    const turn = saving.then(() => store.filings.save(next, dropped));
    saving = turn.catch(() => undefined);
    return turn.catch((error: unknown) => {
      throw asTrouble(error);
    });
  }

  /** Writes pieces of any size as records of CHUNK_BYTES, and hashes them. */
  function writer(id: string): { write(bytes: Uint8Array<ArrayBuffer>): Promise<void>; end(): Promise<{ sha256: string; size: number }> } {
    const hash = sha256.create();
    let buffer = new Uint8Array(CHUNK_BYTES);
    let [filled, n, size] = [0, 0, 0];
    const flush = async (): Promise<void> => {
      await store.filings.putPart(id, n, buffer.slice(0, filled).buffer);
      buffer = new Uint8Array(CHUNK_BYTES);
      n += 1;
      filled = 0;
    };
    return {
      async write(bytes) {
        hash.update(bytes);
        size += bytes.length;
        for (let at = 0; at < bytes.length; ) {
          const part = bytes.subarray(at, at + CHUNK_BYTES - filled);
          buffer.set(part, filled);
          filled += part.length;
          at += part.length;
          if (filled === CHUNK_BYTES) await flush();
        }
      },
      async end() {
        if (filled > 0) await flush();
        return { sha256: hex(hash.digest()), size };
      },
    };
  }

  async function copy(part: FilingPart, file: PickedFile, onCopied: (bytes: number) => void, stopped: () => boolean): Promise<string> {
    const out = writer(part.id);
    for (let at = 0; at < file.size; at += CHUNK_BYTES) {
      if (stopped()) throw trouble('copy_stopped');
      const bytes = new Uint8Array(await file.slice(at, Math.min(at + CHUNK_BYTES, file.size)).arrayBuffer());
      if (bytes.length === 0) throw trouble('file_unreadable');
      await out.write(bytes);
      onCopied(Math.min(at + CHUNK_BYTES, file.size));
    }
    const done = await out.end();
    if (done.size !== file.size) throw trouble('file_unreadable');
    return done.sha256;
  }

  async function bytesOf(part: FilingPart): Promise<ArrayBuffer> {
    const bytes = await store.filings.partBytes(part.id, 0, part.size);
    if (bytes === null) throw trouble('file_lost');
    return bytes;
  }

  /** Puts the pages into one PDF under a new id. */
  async function asPdf(draft: FilingDraft): Promise<Whole> {
    const pages: Page[] = [];
    for (const part of draft.parts) {
      const page = pageOf(await bytesOf(part));
      if (page === null) throw trouble('page_not_jpeg');
      pages.push(page);
    }
    const id = core.log.newId();
    // Named before it is written, in place of one that a killed app left half made.
    await change(draft, (now) => ({ ...now, pdf: id }), ({ pdf }) => (pdf === undefined ? [] : [pdf]));
    const out = writer(id);
    const text = new TextEncoder();
    for (const piece of piecesOf(pages)) {
      if ('text' in piece) await out.write(text.encode(piece.text));
      else await out.write(storedBytes(pages[piece.page]!, await bytesOf(draft.parts[piece.page]!)));
    }
    return { id, ...(await out.end()), mediaType: 'application/pdf', name: `${draft.title.normalize('NFC').trim()}.pdf` };
  }

  /** The draft as it was shown last: the officer types faster than a screen is drawn. */
  function latest(draft: FilingDraft): FilingDraft | undefined {
    return kept.get(draft.recordId)?.peek().drafts.find((one) => one.id === draft.id);
  }

  /** Changes a draft as it is on the disk now: the officer may be typing meanwhile. */
  async function change(draft: FilingDraft, how: (now: FilingDraft) => FilingDraft, dropped: (now: FilingDraft) => readonly string[] = () => []): Promise<FilingDraft> {
    await saving;
    const now = latest(draft) ?? (await store.filings.get(draft.officerId, draft.id)) ?? draft;
    const next = how(now);
    await save(next, dropped(now));
    return next;
  }

  /** Keeps a picture that cannot be a page as a document of its own. */
  async function apart(draft: FilingDraft, part: FilingPart): Promise<void> {
    await save({ ...draft, id: v7({ msecs: deps.now() }), way: 'file', parts: [part], sheets: 1 });
  }

  async function wholeOf(draft: FilingDraft): Promise<Whole> {
    if (draft.way === 'camera') return asPdf(draft);
    const part = draft.parts.at(-1);
    if (!part?.sha256) throw trouble('filing_lacks');
    return { ...part, sha256: part.sha256 };
  }

  return {
    of(inspectionId) {
      let found = live.get(inspectionId);
      if (!found) {
        const rows = signal<Kept>({ rows: [], drafts: [] });
        kept.set(inspectionId, rows);
        const one = core.one(inspectionId);
        live.set(inspectionId, (found = computed(() => ({ filed: one.value ? filedOf(one.value, rows.value.rows) : [], drafts: rows.value.drafts }))));
        void read(inspectionId).catch(() => undefined);
      }
      return found;
    },

    async begin(inspectionId, way) {
      const draft: FilingDraft = {
        officerId: core.openOfficer(), id: v7({ msecs: deps.now() }), recordId: inspectionId, way, parts: [], title: '', kind: null, issuedOn: null,
        sender: core.one(inspectionId).peek()?.view.decision.subject.name ?? '', number: '', proves: '', provesFact: null, sheets: 1, updatedAt: moment(deps.now()),
      };
      await save(draft);
      return draft;
    },

    save: (draft, typed) => save({ ...(latest(draft) ?? draft), ...typed }),

    async drop(draft) {
      try {
        await saving;
        await store.filings.drop(draft);
      } catch (error) {
        throw asTrouble(error);
      }
    },

    async add(draft, file, onCopied, stopped) {
      if (file.size === 0) throw trouble('file_empty');
      if (file.size > MOST_BYTES) throw trouble('file_too_large');
      if (draft.parts.length >= MOST_PAGES) throw trouble('too_many_pages');
      const part: FilingPart = { id: core.log.newId(), name: shortName(file.name), size: file.size, mediaType: file.type || 'application/octet-stream', sha256: null };
      // Named before it is copied: if the app is killed meanwhile, its bytes are found and removed.
      await change(draft, (now) => ({ ...now, parts: [...now.parts, part] }));
      try {
        const done = { ...part, sha256: await copy(part, file, onCopied, stopped) };
        if (draft.way === 'camera' && pageOf(await bytesOf(done)) === null) {
          await apart(draft, done);
          throw trouble('page_not_jpeg');
        }
        const olds = draft.way === 'file' ? draft.parts : [];
        return await change(draft, (now) => withPart(now, done), () => olds.map((old) => old.id));
      } catch (error) {
        const kept = await change(draft, (now) => ({ ...now, parts: now.parts.filter((one) => one.id !== part.id) })).catch(() => null);
        const elsewhere = (await store.filings.ofRecord(draft.officerId, draft.recordId)).some((one) => one.parts.some((each) => each.id === part.id));
        if (kept && !elsewhere) await store.filings.dropPart(part.id).catch(() => undefined);
        throw asTrouble(error);
      }
    },

    async removePart(draft, partId) {
      const parts = draft.parts.filter((part) => part.id !== partId);
      const next = { ...draft, parts, sheets: draft.way === 'camera' ? Math.max(1, parts.length) : draft.sheets };
      await save(next, [partId]);
      return next;
    },

    async file(draft, place: Place | null) {
      await saving;
      if (lacking(draft).length > 0) throw trouble('filing_lacks');
      let whole: Whole;
      try {
        whole = await wholeOf(draft);
      } catch (error) {
        throw asTrouble(error);
      }
      return core.command(draft.recordId, async (local, officerId) => {
        // Another tab, or a second tap, has filed it.
        if (!(await store.filings.get(officerId, draft.id))) {
          if (draft.way === 'camera') await store.filings.dropPart(whole.id).catch(() => undefined);
          return draft.id;
        }
        const content = contentOf(draft, whole, place);
        const row = {
          id: whole.id, kind: 'document' as const, sha256: whole.sha256, size: whole.size, mediaType: content.media_type, way: draft.way, caption: content.title, place, ...UNSENT,
        };
        await core.log.append(officerId, local.id, 'document.filed', content, { row, draft });
        return whole.id;
      });
    },

    strike: (inspectionId, fileId, reason) =>
      core.command(inspectionId, async (local, officerId) => {
        const one = filedOf(local, []).find((each) => each.id === fileId);
        if (!one) throw trouble('filing_unknown');
        if (one.struck === null) await core.log.append(officerId, local.id, 'document.struck', { file_id: fileId, reason: reasonOf(reason) });
      }),

    stop: stopWatching,
  };
}
