/** The one sender of this phone. A Web Lock makes it the only one among all tabs. It works for the
 * open officer only, in the order acts, thumbnails, originals.
 *
 * It may be killed at any point: all its state is in the store, and whatever was under way is
 * asked for again.
 */
import { signal } from '@preact/signals';
import type { StoredAct, StoredPhoto } from '../domain/model';
import type { InspectionView, Text } from '../wire';
import { NotSignedIn, Refused, Unreached } from '../net/api';
import { LAST_CONTACT } from '../store/meta';
import { StorageFull } from '../store/store';
import type { Outbox, OutboxItem, OutboxSummary } from '../app/services';
import { sendActs } from './acts';
import { TICK_MS, pauseAfter } from './backoff';
import { sendLacking } from './lacking';
import { sendPhotos } from './photos';
import { sendOwned } from './owner';
import { RoundOver, type Port, type Round } from './port';
import { collectReceipts, forgetStored } from './receipts';
import { recheckSent } from './recheck';
import { FINAL, WHY } from './sentences';
import { countsOf, itemsOf } from './summary';
import { sendThumbnails } from './thumbnails';
import { UploadFailed } from './tus';

const LOCK = 'hientruong-outbox';
/** Delay after something new was written, so that one batch takes everything that
 * one touch wrote. */
const NEWS_MS = 400;
/** While bytes are sent but not confirmed the server is asked sooner: its worker takes a
 * second or two. */
const RECEIPT_MS = 3_000;
/** Lists are read as a whole, so rarely that typing during an upload is not slowed down. */
const REDRAW_MS = 400;
/** Interval at which to look again while another tab is the sender. */
const OTHER_TAB_MS = 5_000;

export interface OutboxDeps extends Port {
  officerId: () => string | null;
  /** One pull of the sync: brings receipts, keys and the epoch. Nothing is asked if that was just done,
   * unless `anew`. Rejects as the Api does. */
  pull: (officerId: string, anew?: boolean) => Promise<void>;
  sessionEnded: (error: NotSignedIn) => void;
  signInNeeded: () => Text | null;
  holdOriginals: () => boolean;
  locks: LockManager | null;
  wakeLock: WakeLock | null;
  onReturn: (listener: () => void) => () => void;
  random: () => number;
  /** Called after each successful contact. */
  contacted?: () => Promise<void>;
  /** Called with errors that should not happen. */
  report?: (error: unknown) => void;
  /** Pauses within one upload; only tests shorten them. */
  pauses?: number[];
  /** Delay before new writes are sent automatically, in ms. Only tests lengthen it. */
  newsMs?: number;
}

export class Sender implements Outbox {
  readonly summary = signal<OutboxSummary>(EMPTY);
  readonly items = signal<OutboxItem[]>([]);

  private running: Promise<void> | null = null;
  private again = false;
  private abort = new AbortController();
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private redraw: ReturnType<typeof setTimeout> | null = null;
  private readonly stops: (() => void)[] = [];
  private started = false;
  private sendingActs = new Set<string>();
  private originalsOnce = false;
  private portal: Text | null = null;
  /** Rounds in a row in which nothing was left but missing receipts. */
  private quiet = 0;
  private unconfirmed = false;

  constructor(private readonly deps: OutboxDeps) {}

  start(): void {
    if (this.started) return;
    this.started = true;
    this.abort = new AbortController();
    this.stops.push(this.deps.onReturn(() => void this.sendNow()));
    this.stops.push(this.deps.store.watch(({ table }) => this.written(table)));
    void this.show();
    void this.kick();
  }

  stop(): void {
    this.started = false;
    this.abort.abort();
    for (const stop of this.stops.splice(0)) stop();
    if (this.timer) clearTimeout(this.timer);
    if (this.redraw) clearTimeout(this.redraw);
    this.timer = this.redraw = null;
    this.failures = 0;
    this.originalsOnce = this.unconfirmed = false;
    this.portal = null;
    this.items.value = [];
    this.summary.value = EMPTY;
  }

  async sendNow(): Promise<void> {
    this.failures = this.quiet = 0;
    await this.kick();
  }

  async sendOriginalsNow(): Promise<void> {
    this.originalsOnce = true;
    await this.sendNow();
  }

  async retry(key: string): Promise<void> {
    const { act, photo } = await this.behind(key);
    const anew = { problem: null, lastError: null, tries: 0 };
    if (act && (act.state === 'parked' || act.problem)) await this.deps.store.updateAct(act.id, { state: 'waiting', ...anew });
    if (photo?.state === 'parked') await this.deps.store.updatePhoto(photo.id, { state: 'waiting', ...anew });
    else if (photo?.problem) await this.deps.store.updatePhoto(photo.id, anew);
    await this.sendNow();
  }

  async read(key: string): Promise<void> {
    const { act } = await this.behind(key);
    if (act?.state === 'parked' && FINAL.has(act.problem?.code ?? '')) await this.deps.store.updateAct(act.id, { read: true });
    await this.show();
  }

  private async behind(key: string): Promise<{ act: StoredAct | undefined; photo: StoredPhoto | undefined }> {
    const [kind, id] = key.split(':') as [string, string];
    const photo = kind === 'photo' ? await this.deps.store.photo(id) : undefined;
    return { act: await this.deps.store.act(photo ? photo.actId : id), photo };
  }

  async waitNoLonger(key: string): Promise<void> {
    const { act } = await this.behind(key);
    if (act?.others === 'awaited') await this.deps.store.updateAct(act.id, { others: 'given_up' });
    await this.sendNow();
  }

  /** Runs a round now, or once more after the present one. */
  private async kick(): Promise<void> {
    if (!this.started) return;
    this.again = true;
    this.running ??= this.rounds().finally(() => {
      this.running = null;
    });
    await this.running;
  }

  private async rounds(): Promise<void> {
    while (this.again && this.started) {
      this.again = false;
      await this.exclusively();
    }
    this.schedule();
    await this.show();
  }

  private async exclusively(): Promise<void> {
    const officerId = this.deps.officerId();
    if (officerId === null || this.deps.signInNeeded() !== null) return;
    const round: Round = { officerId, signal: this.abort.signal };
    if (!this.deps.locks) return this.round(round);
    await this.deps.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
      this.change({ otherTabSends: lock === null });
      if (lock) await this.round(round);
    });
  }

  private async round(round: Round): Promise<void> {
    const awake = await this.stayAwake(round);
    this.change({ sending: true, nextTryAt: null });
    try {
      await this.pull(round);
      await sendOwned(this.deps, round);
      const { left, ask } = await sendActs(this.deps, round, (ids) => this.nowSending(ids));
      await this.contact();
      this.change({ busy: null });
      if (ask) await this.pull(round, true);
      await sendThumbnails(this.deps, round);
      await sendLacking(this.deps, round);
      let failed = 0;
      if (!this.deps.holdOriginals() || this.originalsOnce) {
        const photos = await sendPhotos(this.deps, round, this.deps.pauses);
        failed = photos.failed;
        if (photos.sent > 0) this.quiet = 0;
      }
      this.originalsOnce = false;
      await recheckSent(this.deps, round);
      this.unconfirmed = (await collectReceipts(this.deps, round)) > 0;
      await forgetStored(this.deps, round);
      this.failures = left + failed > 0 ? this.failures + 1 : 0;
    } catch (error) {
      await this.failed(error);
    } finally {
      this.nowSending([]);
      this.change({ sending: false });
      await awake?.release().catch(() => undefined);
    }
  }

  /** If our server refuses the sync for the moment, acts are sent all the same. */
  private async pull(round: Round, anew = false): Promise<void> {
    try {
      await this.deps.pull(round.officerId, anew);
      await this.contact();
    } catch (error) {
      if (!(error instanceof Refused || error instanceof StorageFull)) throw error;
    }
  }

  private async contact(): Promise<void> {
    // The server's clock, from its answer. By its own clock, a phone that is an hour slow would
    // show a contact of an hour ago.
    const at = new Date(this.deps.api.lastContact()?.serverMs ?? this.deps.now()).toISOString();
    await this.deps.store.setMeta(LAST_CONTACT, at).catch(() => undefined);
    this.portal = null;
    this.change({ reached: true, tried: true, lastContact: at, stopped: this.deps.signInNeeded() });
    await this.deps.contacted?.();
  }

  private async failed(error: unknown): Promise<void> {
    if (error instanceof RoundOver) return;
    this.failures += 1;
    this.change({ tried: true });
    if (error instanceof NotSignedIn) {
      this.deps.sessionEnded(error);
      this.change({ reached: true, stopped: this.deps.signInNeeded() });
    } else if (error instanceof Unreached) {
      this.portal = error.portal ? WHY.portal : null;
      this.change({ reached: false, stopped: this.portal });
    } else if (error instanceof Refused || error instanceof UploadFailed) {
      // Our server was reached but is busy or has a fault. Its message is shown, and it is
      // asked again later.
      this.change({ reached: true, busy: error.problem?.text ?? null });
    } else if (!(error instanceof StorageFull)) {
      // A fault of ours, or one of the browser that a reload cures. The next attempt may succeed,
      // and nothing is lost in between.
      this.deps.report?.(error);
    }
  }

  private schedule(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (!this.started) return;
    const pause = this.pause();
    this.timer = setTimeout(() => void this.kick(), pause);
    this.change({ nextTryAt: this.failures > 0 ? new Date(this.deps.now() + pause).toISOString() : null });
  }

  /** Redraws the lists soon, after a change of the settings or of who must sign in. */
  look(): void {
    this.written('acts');
  }

  private pause(): number {
    if (this.failures > 0) return pauseAfter(this.failures, this.deps.random());
    if (this.summary.peek().otherTabSends) return OTHER_TAB_MS;
    return this.unconfirmed ? receiptPause(this.quiet++) : TICK_MS;
  }

  private written(table: string): void {
    if (table !== 'acts' && table !== 'photos') return;
    this.redraw ??= setTimeout(() => {
      this.redraw = null;
      void this.show().then((fresh) => {
        // New writes are sent immediately if the server answers, even if something else is stuck.
        if (fresh && this.running === null && (this.failures === 0 || this.summary.peek().reached)) this.soon();
      });
    }, REDRAW_MS);
  }

  private soon(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.kick(), this.deps.newsMs ?? NEWS_MS);
  }

  private nowSending(ids: string[]): void {
    this.sendingActs = new Set(ids);
  }

  private change(change: Partial<OutboxSummary>): void {
    this.summary.value = { ...this.summary.peek(), ...change };
  }

  /** Redraws the lists. Returns true if something waits that was never tried. What cannot be
   * read now is drawn at the next change. */
  private show(): Promise<boolean> {
    return this.draw().catch(() => false);
  }

  private async draw(): Promise<boolean> {
    const officerId = this.deps.officerId();
    if (officerId === null || !this.started) return false;
    const [acts, photos, lastContact] = await Promise.all([
      this.deps.store.actsOf(officerId),
      this.deps.store.blobsOf(officerId),
      this.deps.store.meta<string>(LAST_CONTACT),
    ]);
    const sending = this.running !== null && this.summary.peek().sending;
    const decided = await decidedOf(this.deps.store, officerId, acts);
    const told = await toldOf(this.deps.store, officerId, photos);
    const newer = await newerOf(this.deps.store, officerId, acts);
    const now = { sendingActs: this.sendingActs, sending, holdOriginals: this.deps.holdOriginals(), decided, told, newer };
    const items = itemsOf(acts, photos, now);
    if (!this.started) return false;
    this.items.value = items;
    const stopped = this.deps.signInNeeded() ?? this.portal;
    this.change({ ...countsOf(acts, photos, items, now), lastContact: lastContact ?? null, stopped });
    return acts.some((act) => act.state === 'waiting' && act.tries === 0);
  }

  /** Keeps the screen on while something is sent, if the browser allows it: phones fall asleep
   * in the middle of an upload. */
  private async stayAwake(round: Round): Promise<WakeLockSentinel | null> {
    const waiting = this.summary.peek().waitingPhotos > 0 && !round.signal.aborted;
    if (!waiting || !this.deps.wakeLock) return null;
    return this.deps.wakeLock.request('screen').catch(() => null);
  }
}

/** Decisions about acts that were held on arrival, by the last sync: admitted or dismissed. */
async function decidedOf(store: Port['store'], officerId: string, acts: readonly StoredAct[]): Promise<Map<string, 'admitted' | 'dismissed'>> {
  const found = new Map<string, 'admitted' | 'dismissed'>();
  const records = new Set(acts.filter((act) => act.state === 'held').map((act) => act.recordId));
  for (const id of records) {
    const view = (await store.heldOne(officerId, 'inspection', id))?.value as InspectionView | undefined;
    for (const held of view?.quarantined ?? []) {
      if (held.decided === 'admitted' || held.decided === 'dismissed') found.set(held.act_id, held.decided);
    }
  }
  return found;
}

/** Photograph ids in the order of the last sync, for each inspection of which this
 * phone has photographs. */
async function toldOf(store: Port['store'], officerId: string, photos: readonly StoredPhoto[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const id of new Set(photos.map((photo) => photo.recordId))) {
    const view = (await store.heldOne(officerId, 'inspection', id))?.value as InspectionView | undefined;
    if (view) found.set(id, view.photos.map((photo) => photo.photo_id));
  }
  return found;
}

/** Inspections of the newer flow among those that this phone discarded. In that flow the act
 * only asks for it. */
async function newerOf(store: Port['store'], officerId: string, acts: readonly StoredAct[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const id of new Set(acts.filter(({ act }) => act.type === 'inspection.discarded').map((act) => act.recordId))) {
    const view = (await store.heldOne(officerId, 'inspection', id))?.value as InspectionView | undefined;
    if (view?.minutes_flow === 2) found.add(id);
  }
  return found;
}

function receiptPause(rounds: number): number {
  return Math.min(TICK_MS, RECEIPT_MS * 2 ** Math.min(rounds, 5));
}

const EMPTY: OutboxSummary = {
  waitingActs: 0,
  waitingPhotos: 0,
  waitingDocuments: 0,
  waitingBytes: 0,
  heldBack: 0,
  unconfirmed: 0,
  unconfirmedDocuments: 0,
  needsAttention: 0,
  sending: false,
  reached: false,
  tried: false,
  lastContact: null,
  otherTabSends: false,
  nextTryAt: null,
  stopped: null,
  busy: null,
};
