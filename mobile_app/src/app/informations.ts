/** Information that an officer takes in: typed and sealed on this phone, kept over a kill, and sent until the server has it.
 *
 * It is no act of this phone's log: an act stays for ever and in every copy, and what is sealed must not (decision 0053). The
 * server writes the act, with hashes that only it can make (decision 0063). */
import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { v7 } from 'uuid';
import { sha256Hex } from '../domain/canonical-json';
import { MOST_PHOTO_BYTES, MOST_PHOTOS, NOBODY, PIECE_BYTES, piecesOf, accountPieces, emptyInformation, isPartOf, isPicture, isUrgent, lackingIn, partName, orderOf, pointText, waitsOf, type InformantTyped, type InformationDraft, type QueuedInformation, type SealedPart, type SealedPhoto, type SealedPoint, type SentPhoto, type Typed } from '../domain/informations';
import type { Standing } from '../domain/clock';
import { minuteOf, withTrueTime } from '../domain/information-times';
import { NotSignedIn, Refused, Unreached, type Api } from '../net/api';
import { mayForget } from '../outbox/receipts';
import { BACKED_UP_THROUGH, SERVER_KEYS, epochOf, informationsOf } from '../store/meta';
import type { Store } from '../store/store';
import type { BytesChange } from '../store/stray-bytes';
import type { ServerKey } from '../wire';
import type { Informations, OwnInformation } from './information-services';
import { keptOf, type Kept } from './informations-kept';
import type { Lock } from './locks';
import { base64, seal, sealingKeyAmong, type SealingKey } from './sealing';
import { SAY_INFORMATION } from './sentences';
import { Trouble } from './services';

/** Rounds over the pieces of one photograph before the others have their turn: each asks anew for what is missing. */
const MOST_ROUNDS = 3;
/** How long a registered one is listed here once nothing of it is kept; the server lists it as long. */
const LISTED_MS = 90 * 86_400_000;

type InformationStore = Pick<Store, 'meta' | 'setMeta' | 'setMetaWithBytes' | 'watch' | 'held' | 'filings'>;

export class InformationService implements Informations {
  readonly drafts = signal<InformationDraft[]>([]);
  readonly queued = signal<QueuedInformation[]>([]);
  readonly registered = signal<OwnInformation[]>([]);
  readonly read = signal(false);
  readonly maySeal = signal(false);
  /** Reads are numbered when they begin, so that an earlier one never overwrites a later one. */
  private ticket = 0;
  private running: Promise<void> | null = null;
  /** What was typed last, by draft or sealed part, and the work that keeps it: while one letter is kept, only the newest waits. */
  /** Photographs that are being sealed: who registers or locks the phone meanwhile means them too. */
  private readonly sealing = new Set<Promise<void>>();
  private readonly typing = new Map<string, { value: unknown; work: Promise<void> | null }>();

  constructor(
    private readonly store: InformationStore,
    private readonly api: Pick<Api, 'registerInformation' | 'sendInformationPiece' | 'lastContact'>,
    private readonly officerId: ReadonlySignal<string | null>,
    private readonly lock: Lock,
    /** The present time, ms since 1970; null if the phone's clock was changed and the time is unknown. */
    private readonly now: () => number | null,
    private readonly clock: ReadonlySignal<Standing> = signal({ state: 'right', offMs: 0 }),
  ) {
    effect(() => {
      const [known, id] = [clock.value.state !== 'unknown', officerId.value];
      // What fails now is set right before it is registered or sent.
      if (known && id !== null) void this.setTimesRight(id).catch(() => undefined);
    });
    effect(() => {
      // Another officer, or none, sees nothing of this one.
      this.drafts.value = [];
      this.queued.value = [];
      this.registered.value = [];
      this.read.value = this.maySeal.value = false;
      void this.show(officerId.value);
    });
    store.watch(({ table }) => {
      if (table === 'meta' || table === 'held') void this.show(this.officerId.peek());
    });
  }

  async begin(): Promise<string> {
    const at = this.now();
    const id = v7(at === null ? {} : { msecs: at });
    const filledIn = at === null ? null : minuteOf(at);
    const draft: InformationDraft = { id, typed: emptyInformation(filledIn), texts: [], photos: [], updatedAt: this.stamp(), ...(filledIn !== null && this.clock.peek().state === 'unknown' && { unchecked: filledIn }) };
    await this.change(this.mine(), (kept) => ({ ...kept, drafts: [...kept.drafts, draft] }));
    return id;
  }

  save(id: string, typed: Typed): Promise<void> {
    return this.newest(id, typed, (now) => this.changeDraft(id, (draft) => ({ ...draft, typed: now })));
  }

  sealAccount(id: string, part: string, text: string): Promise<void> {
    return this.sealNewest(id, part, 'account', accountPieces(text).map((each) => ({ text: each })));
  }

  sealInformant(id: string, part: string, told: InformantTyped): Promise<void> {
    const trimmed = Object.fromEntries(Object.keys(NOBODY).map((name) => [name, told[name as keyof InformantTyped].normalize('NFC').trim()]));
    return this.sealNewest(id, part, 'informant', Object.values(trimmed).every((text) => text === '') ? [] : [trimmed]);
  }

  sealPoint(id: string, point: SealedPoint): Promise<void> {
    // One for each draft: who takes the position again means the later one.
    return this.sealNewest(id, `${id} place`, 'place', [{ text: pointText(point) }]);
  }

  dropText(id: string, part: string): Promise<void> {
    return this.changeDraft(id, (draft) => ({ ...draft, texts: draft.texts.filter((one) => one.id !== part) }));
  }

  addPhoto(id: string, file: Blob): Promise<void> {
    const work = this.sealPhoto(id, file).finally(() => this.sealing.delete(work));
    this.sealing.add(work);
    return work;
  }

  async adopt(photo: Pick<SealedPhoto, 'id' | 'sha256' | 'size'>): Promise<string> {
    const { keyId } = await this.key();
    const id = await this.begin();
    await this.changeDraft(id, (draft) => ({ ...draft, photos: [{ ...photo, keyId, at: this.stamp() }] }));
    return id;
  }

  private async sealPhoto(id: string, file: Blob): Promise<void> {
    const officerId = this.mine();
    if (file.size > MOST_PHOTO_BYTES) throw new Trouble('photo_too_large', SAY_INFORMATION.photoTooLarge);
    const draft = (await keptOf(this.store, officerId)).drafts.find((one) => one.id === id);
    if (draft === undefined) throw new Trouble('information_gone', SAY_INFORMATION.gone);
    if (draft.photos.length >= MOST_PHOTOS) throw new Trouble('photos_many', SAY_INFORMATION.photosMany);
    const plain = new Uint8Array(await file.arrayBuffer());
    if (!isPicture(plain)) throw new Trouble('photo_wrong', SAY_INFORMATION.photoWrong);
    const key = await this.key();
    const sealed = await seal(key, plain);
    const photo = { id: v7(), keyId: key.keyId, sha256: await sha256Hex(sealed), size: sealed.byteLength, at: this.stamp() };
    // With the bytes in one transaction: a kill leaves neither bytes that nothing names nor a name without bytes.
    await this.change(
      officerId,
      (kept) => {
        if (!kept.drafts.some((one) => one.id === id)) throw new Trouble('information_gone', SAY_INFORMATION.gone);
        return { ...kept, drafts: kept.drafts.map((one) => (one.id === id ? { ...one, photos: [...one.photos, photo], updatedAt: this.stamp() } : one)) };
      },
      { put: { id: photo.id, bytes: sealed.buffer } },
    );
  }

  async dropPhoto(id: string, photoId: string): Promise<void> {
    await this.change(this.mine(), (kept) => ({
      ...kept,
      drafts: kept.drafts.map((one) => (one.id === id ? { ...one, photos: one.photos.filter((photo) => photo.id !== photoId) } : one)),
      queued: kept.queued.map((one) => (one.id === id ? changePhoto(one, photoId, { forgotten: true, problem: null }) : one)),
    }), { drop: [photoId] });
  }

  async drop(id: string): Promise<void> {
    const officerId = this.mine();
    const gone = (kept: Kept): (InformationDraft | QueuedInformation)[] => [...kept.drafts, ...kept.queued.filter((one) => one.state === 'refused')].filter((one) => one.id === id);
    const change = { drop: [] as string[] };
    await this.change(
      officerId,
      (now) => {
        change.drop = gone(now).flatMap((one) => one.photos.map((photo) => photo.id));
        return { ...now, drafts: now.drafts.filter((one) => one.id !== id), queued: now.queued.filter((one) => one.id !== id || one.state !== 'refused') };
      },
      change,
    );
  }

  async register(id: string): Promise<void> {
    await this.flush();
    await this.change(this.mine(), (kept) => {
      const written = kept.drafts.find((one) => one.id === id);
      if (written === undefined) return kept;
      const draft = withTrueTime(written, this.clock.peek());
      if (lackingIn(draft, this.now()).length > 0) throw new Trouble('information_lacks', SAY_INFORMATION.lacks);
      const photos = draft.photos.map((photo): SentPhoto => ({ ...photo, takenAt: null, pieces: 0, problem: null, forgotten: false }));
      const queued: QueuedInformation = { ...draft, photos, state: 'waiting', number: null, registeredAt: null, problem: null, forgotten: false, updatedAt: this.stamp() };
      return { ...kept, drafts: kept.drafts.filter((one) => one.id !== id), queued: [...kept.queued, queued] };
    }, 'strict');
    void this.send().catch(() => undefined);
  }

  mend(id: string): Promise<void> {
    return this.change(this.mine(), (kept) => {
      const refused = kept.queued.find((one) => one.id === id && one.state === 'refused');
      if (refused === undefined) return kept;
      const { typed, texts, unchecked, corrected } = refused;
      const photos = refused.photos.map(({ id: photoId, keyId, sha256, size, at }) => ({ id: photoId, keyId, sha256, size, at }));
      return { ...kept, drafts: [...kept.drafts, { id, typed, texts, photos, updatedAt: this.stamp(), ...(unchecked && { unchecked }), ...(corrected && { corrected }) }], queued: kept.queued.filter((one) => one.id !== id) };
    });
  }

  async retryPhoto(id: string, photoId: string): Promise<void> {
    await this.changeQueued(this.mine(), id, (one) => changePhoto(one, photoId, { problem: null }));
    await this.send();
  }

  send(): Promise<void> {
    this.running ??= this.sendAll().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** Waits until everything typed and every photograph is sealed and on the disk. */
  async flush(): Promise<void> {
    await Promise.allSettled(this.sealing);
    for (const { work } of [...this.typing.values()]) await work;
  }

  private async sendAll(): Promise<void> {
    const officerId = this.officerId.peek();
    if (officerId === null) return;
    await this.setTimesRight(officerId);
    await this.sendAgainAfterRestore(officerId);
    const waiting = (await keptOf(this.store, officerId)).queued.filter((one) => one.state !== 'refused' && waitsOf(one) > 0);
    // On a weak line what cannot wait goes ahead of the photographs of the others.
    for (const { id } of [...waiting.filter((one) => isUrgent(one.typed)), ...waiting.filter((one) => !isUrgent(one.typed))]) {
      if (this.officerId.peek() !== officerId) return;
      try {
        await this.sendOne(officerId, id);
      } catch (error) {
        if (error instanceof Unreached || error instanceof NotSignedIn) return;
        if (!(error instanceof Refused)) throw error;
        const { retryable, text } = error.problem;
        await this.changeQueued(officerId, id, (one) => (one.state === 'registered' ? one : { ...one, state: retryable ? 'waiting' : 'refused', problem: text }));
      }
    }
    await this.forget(officerId);
  }

  /** The text first: the head is told at once (Circular 27/2020 Art 9.1), whatever a weak line makes of photographs. */
  private async sendOne(officerId: string, id: string): Promise<void> {
    const one = (await keptOf(this.store, officerId)).queued.find((each) => each.id === id);
    if (one === undefined) return;
    const taken = await this.api.registerInformation(id, orderOf(one));
    await this.changeQueued(officerId, id, (now) => ({
      ...now,
      state: 'registered',
      number: taken.number,
      registeredAt: taken.registered_at,
      problem: null,
      photos: now.photos.map((photo) => (taken.attachments.some((there) => there.id === photo.id && there.taken) ? { ...photo, takenAt: photo.takenAt ?? taken.registered_at } : photo)),
    }));
    for (const photo of one.photos) {
      const there = taken.attachments.find((each) => each.id === photo.id);
      if (there === undefined || there.taken || photo.problem !== null || photo.forgotten) continue;
      if (this.officerId.peek() !== officerId) return;
      try {
        await this.sendPhoto(officerId, id, photo, there.received);
      } catch (error) {
        if (!(error instanceof Refused) || error.problem.retryable) throw error;
        await this.changeQueued(officerId, id, (now) => changePhoto(now, photo.id, { problem: error.problem.text }));
      }
    }
  }

  /** Sends the pieces that the server lacks, until it has the photograph sealed beside the information. */
  private async sendPhoto(officerId: string, id: string, photo: SentPhoto, known: readonly number[]): Promise<void> {
    const count = piecesOf(photo);
    let here: readonly number[] = known;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      for (let n = 0; n < count; n++) {
        if (here.includes(n)) continue;
        const bytes = await this.store.filings.partBytes(photo.id, n * PIECE_BYTES, Math.min(photo.size, (n + 1) * PIECE_BYTES));
        if (bytes === null) {
          await this.changeQueued(officerId, id, (now) => changePhoto(now, photo.id, { problem: SAY_INFORMATION.photoLost }));
          return;
        }
        const told = await this.api.sendInformationPiece(id, photo.id, n, bytes, await sha256Hex(bytes));
        here = told.received;
        const takenAt = told.taken ? new Date(this.api.lastContact()?.serverMs ?? Date.now()).toISOString() : null;
        await this.changeQueued(officerId, id, (now) => changePhoto(now, photo.id, { takenAt, pieces: here.length }));
        if (told.taken) return;
      }
    }
  }

  /** What was filled in from a clock that was never compared, once it was. What the server has stays as it was sent. */
  private async setTimesRight(officerId: string): Promise<void> {
    const right = <T extends InformationDraft | QueuedInformation>(one: T): T => ('state' in one && one.state === 'registered' ? one : withTrueTime(one, this.clock.peek()));
    const kept = await keptOf(this.store, officerId);
    if ([...kept.drafts, ...kept.queued].every((one) => right(one) === one)) return;
    await this.change(officerId, (now) => ({ ...now, drafts: now.drafts.map(right), queued: now.queued.map(right) }), 'strict');
  }

  /** Another epoch means that the server was restored: everything that is still here is sent again. That is always safe. */
  private async sendAgainAfterRestore(officerId: string): Promise<void> {
    const epoch = (await this.store.meta<string>(epochOf(officerId))) ?? null;
    const kept = await keptOf(this.store, officerId);
    if (epoch === null || kept.epoch === epoch) return;
    await this.change(officerId, (now) => ({
      ...now,
      epoch,
      queued: now.epoch === null ? now.queued : now.queued.map((one) => (one.forgotten || one.state === 'refused' ? one : { ...one, state: 'waiting', photos: one.photos.map((photo) => ({ ...photo, takenAt: null, pieces: 0 })) })),
    }));
  }

  /** Forgets what the server has, once a verified backup is later, or after seven days by the server's clock: as the bytes of
   * other photographs (outbox/receipts.ts). The line with its number stays. */
  private async forget(officerId: string): Promise<void> {
    const serverNow = this.api.lastContact()?.serverMs ?? null;
    const backedUp = (await this.store.meta<string | null>(BACKED_UP_THROUGH)) ?? null;
    const safe = (at: string | null): boolean => at !== null && mayForget({ stored_at: at }, backedUp, serverNow);
    for (const one of (await keptOf(this.store, officerId)).queued) {
      if (one.state !== 'registered' || waitsOf(one) > 0) continue;
      for (const photo of one.photos.filter((each) => !each.forgotten && safe(each.takenAt))) {
        await this.changeQueued(officerId, one.id, (now) => changePhoto(now, photo.id, { forgotten: true }), { drop: [photo.id] });
      }
      if (!one.forgotten && safe(one.registeredAt) && one.photos.every((photo) => photo.forgotten || safe(photo.takenAt))) {
        await this.changeQueued(officerId, one.id, (now) => ({ ...now, texts: [], forgotten: true }));
      }
    }
    const old = (one: QueuedInformation): boolean => one.forgotten && serverNow !== null && serverNow - Date.parse(one.registeredAt ?? '') > LISTED_MS;
    if ((await keptOf(this.store, officerId)).queued.some(old)) await this.change(officerId, (kept) => ({ ...kept, queued: kept.queued.filter((one) => !old(one)) }));
  }

  /** Seals the newest texts of a part; resolves when they are on the disk. */
  private sealNewest(id: string, part: string, kind: SealedPart['kind'], told: readonly unknown[]): Promise<void> {
    const plain = told.map((one) => new TextEncoder().encode(JSON.stringify(one)));
    return this.newest(part, plain, (now) => this.putTexts(id, part, kind, now));
  }

  /** Keeps the newest value under a name, one at a time. */
  private newest<T>(name: string, value: T, keep: (value: T) => Promise<void>): Promise<void> {
    const slot = this.typing.get(name) ?? { value, work: null };
    slot.value = value;
    this.typing.set(name, slot);
    slot.work ??= (async () => {
      try {
        for (let last: unknown = slot; last !== slot.value; ) {
          last = slot.value;
          await keep(last as T);
        }
      } finally {
        this.typing.delete(name);
      }
    })();
    return slot.work;
  }

  private async putTexts(id: string, part: string, kind: SealedPart['kind'], plain: readonly Uint8Array<ArrayBuffer>[]): Promise<void> {
    const texts: SealedPart[] = [];
    for (const [at, one] of plain.entries()) {
      const key = await this.key();
      texts.push({ id: partName(part, at), kind, keyId: key.keyId, sealed: base64(await seal(key, one)), at: this.stamp() });
    }
    await this.changeDraft(id, (draft) => {
      const at = draft.texts.findIndex((one) => isPartOf(one, part));
      const others = draft.texts.filter((one) => !isPartOf(one, part));
      return { ...draft, texts: at < 0 ? [...others, ...texts] : [...others.slice(0, at), ...texts, ...others.slice(at)] };
    });
  }

  private async key(): Promise<SealingKey> {
    const found = sealingKeyAmong((await this.store.meta<ServerKey[]>(SERVER_KEYS)) ?? []);
    if (found === null) throw new Trouble('no_sealing_key', SAY_INFORMATION.noKey, true);
    return found;
  }

  private mine(): string {
    const officerId = this.officerId.peek();
    if (officerId === null) throw new NotSignedIn(null);
    return officerId;
  }

  private stamp(): string {
    return new Date(this.now() ?? Date.now()).toISOString();
  }

  private changeDraft(id: string, to: (draft: InformationDraft) => InformationDraft): Promise<void> {
    return this.change(this.mine(), (kept) => ({ ...kept, drafts: kept.drafts.map((one) => (one.id === id ? { ...to(one), updatedAt: this.stamp() } : one)) }));
  }

  private changeQueued(officerId: string, id: string, to: (one: QueuedInformation) => QueuedInformation, how?: BytesChange): Promise<void> {
    return this.change(officerId, (kept) => ({ ...kept, queued: kept.queued.map((one) => (one.id === id ? to(one) : one)) }), how);
  }

  /** Changes what is kept, one change at a time among all tabs. Strict where the officer puts the phone away afterwards, and
   * with bytes. */
  private change(officerId: string, to: (kept: Kept) => Kept, how?: 'strict' | BytesChange): Promise<void> {
    return this.lock(`hientruong-informations-${officerId}`, async () => {
      const next = to(await keptOf(this.store, officerId));
      if (typeof how === 'object') await this.store.setMetaWithBytes(informationsOf(officerId), next, how);
      else await this.store.setMeta(informationsOf(officerId), next, how);
      await this.show(officerId);
    });
  }

  private async show(officerId: string | null): Promise<void> {
    const mine = (this.ticket += 1);
    if (officerId === null) return;
    try {
      const [kept, held, keys] = await Promise.all([keptOf(this.store, officerId), this.store.held(officerId, 'information'), this.store.meta<ServerKey[]>(SERVER_KEYS)]);
      if (mine !== this.ticket || officerId !== this.officerId.peek()) return;
      this.drafts.value = kept.drafts;
      this.queued.value = [...kept.queued].reverse();
      this.registered.value = held.map((row) => row.value as OwnInformation).sort((one, other) => other.registered_at.localeCompare(one.registered_at));
      this.maySeal.value = sealingKeyAmong(keys ?? []) !== null;
      this.read.value = true;
    } catch {
      // A store that cannot be read is reported elsewhere. What was shown stays.
    }
  }
}

function changePhoto(one: QueuedInformation, photoId: string, change: Partial<SentPhoto>): QueuedInformation {
  return { ...one, photos: one.photos.map((photo) => (photo.id === photoId ? { ...photo, ...change } : photo)) };
}
