/** What every contact tells a phone: the server's signed time, its epoch and keys, and where this officer's log stands there. */
import type { ServerKey, SessionAnswer, SyncPage } from '../wire';
import type { StoredAct, StoredPhoto } from '../domain/model';
import type { Store } from '../store/store';
import { ANCHOR, BACKED_UP_THROUGH, SERVER_KEYS, epochOf, lostOf, restoredOf } from '../store/meta';

type Told = Pick<SessionAnswer | SyncPage, 'anchor' | 'epoch' | 'server_keys' | 'last_seq' | 'last_hash'> & {
  backed_up_through?: string | null;
};

export class Handshakes {
  constructor(
    private readonly store: Store,
    private readonly now: () => number = Date.now,
  ) {}

  /** Takes it in. Call it only with the answer to a request that bore a password or a token: new keys are believed from nobody else. */
  async take(officerId: string, told: Told): Promise<void> {
    await this.store.setMeta(ANCHOR, told.anchor);
    if (told.backed_up_through !== undefined) await this.store.setMeta(BACKED_UP_THROUGH, told.backed_up_through);
    await this.learn(told.server_keys);
    const before = await this.store.meta<string>(epochOf(officerId));
    if (before !== told.epoch) {
      if (before !== undefined) {
        await this.note(officerId);
        await sendAllAgain(this.store, officerId);
      }
      // Last: ended in between, all of it is marked again at the next contact.
      await this.store.setMeta(epochOf(officerId), told.epoch);
    }
    if (told.last_seq > 0) await this.store.raiseHead({ officerId, seq: told.last_seq, head: told.last_hash });
    await this.sendLostAgain(officerId, told.last_seq);
  }

  /** The server stands behind what it gave receipts for, in the same epoch: a standby took over that had not heard the latest. */
  private async sendLostAgain(officerId: string, lastSeq: number): Promise<void> {
    const deviceId = (await this.store.deviceKey())?.deviceId;
    const answered = (await this.store.actsOf(officerId)).filter((act) => act.state === 'received' || act.state === 'held');
    const lost = answered.filter((act) => act.seq > lastSeq && act.act.device_id === deviceId);
    const key = lostOf(officerId);
    const before = await this.store.meta<number>(key);
    if (lost.length === 0) {
      if (before !== undefined) await this.store.setMeta(key, undefined);
      return;
    }
    // Once for each such answer: one that was written before the acts arrived must not make them go round for ever.
    if (before === lastSeq) return;
    await this.note(officerId);
    await sendAgain(this.store, lost, (await this.store.photosOf(officerId)).filter((photo) => lost.some((act) => act.id === photo.actId)));
    await this.store.setMeta(key, lastSeq);
  }

  /** For the officer to read, and for what hangs on colleagues' phones. */
  private async note(officerId: string): Promise<void> {
    await this.store.setMeta(restoredOf(officerId), { at: new Date(this.now()).toISOString(), read: false });
  }

  /** A key that is known stays what it was: its id cannot become another key. What the server names now stands last, since a
   * rescue file is encrypted to the last recipient, and the server may have gone back to one from before. */
  private async learn(told: readonly ServerKey[]): Promise<void> {
    const known = (await this.store.meta<ServerKey[]>(SERVER_KEYS)) ?? [];
    const named = new Set(told.map((key) => key.key_id));
    const before = known.filter((key) => !named.has(key.key_id));
    const now = told.map((key) => known.find((each) => each.key_id === key.key_id) ?? key);
    const all = [...before, ...now];
    if (all.some((key, at) => known[at]?.key_id !== key.key_id)) await this.store.setMeta(SERVER_KEYS, all);
  }
}

/** The database was restored to an earlier state: every act, and every byte that is still here, waits again. Receipts stay
 * with their acts until new ones come; sending again is always right. */
async function sendAllAgain(store: Store, officerId: string): Promise<void> {
  await sendAgain(store, await store.actsOf(officerId), await store.photosOf(officerId));
}

async function sendAgain(store: Store, acts: StoredAct[], photos: StoredPhoto[]): Promise<void> {
  for (const act of acts) {
    if (act.state !== 'waiting' || act.others) await store.updateAct(act.id, { state: 'waiting', problem: null, quarantine: null, tries: 0, others: null });
  }
  for (const photo of photos) {
    if (photo.chunks === 0) continue;
    const anew = { state: 'waiting' as const, sentBytes: 0, uploadUrl: null, thumbnailSent: false, receipt: null };
    await store.updatePhoto(photo.id, { ...anew, problem: null, tries: 0, lastError: null });
  }
}
