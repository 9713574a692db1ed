/** What the phone learns at every contact: the server's signed time, its epoch and keys, and the
 * server's end of this officer's log. */
import type { ServerKey, SessionAnswer, SyncPage } from '../wire';
import type { StoredAct, StoredPhoto } from '../domain/model';
import type { Store } from '../store/store';
import { ANCHOR, BACKED_UP_THROUGH, PUBLIC_URL, SERVER_KEYS, epochOf, lostOf, restoredOf } from '../store/meta';

type Told = Pick<SessionAnswer | SyncPage, 'anchor' | 'epoch' | 'server_keys' | 'last_seq' | 'last_hash'> & {
  backed_up_through?: string | null;
  public_url?: string | null;
};

export class Handshakes {
  constructor(
    private readonly store: Store,
    private readonly now: () => number = Date.now,
  ) {}

  /** Processes what the server sent. Call it only with the answer to a request that carried a
   * password or a token: new keys are trusted only from such answers. */
  async take(officerId: string, told: Told): Promise<void> {
    await this.store.setMeta(ANCHOR, told.anchor);
    if (told.backed_up_through !== undefined) await this.store.setMeta(BACKED_UP_THROUGH, told.backed_up_through);
    if (typeof told.public_url === 'string') await this.store.setMeta(PUBLIC_URL, told.public_url);
    await this.learn(told.server_keys);
    const before = await this.store.meta<string>(epochOf(officerId));
    if (before !== told.epoch) {
      if (before !== undefined) {
        await this.note(officerId);
        await sendAllAgain(this.store, officerId);
      }
      // Written last: if the app is killed in between, everything is marked again at
      // the next contact.
      await this.store.setMeta(epochOf(officerId), told.epoch);
    }
    if (told.last_seq > 0) await this.store.raiseHead({ officerId, seq: told.last_seq, head: told.last_hash });
    await this.sendLostAgain(officerId, told.last_seq);
  }

  /** Sends again what the server lacks although it gave receipts in the same epoch: a standby
   * took over that had not received the latest acts. */
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
    // Only once for each such `last_seq`. An answer that was made before the acts arrived must not
    // cause endless sending.
    if (before === lastSeq) return;
    await this.note(officerId);
    await sendAgain(this.store, lost, (await this.store.blobsOf(officerId)).filter((photo) => lost.some((act) => act.id === photo.actId)));
    await this.store.setMeta(key, lastSeq);
  }

  /** Records that the server went back, so that the officer can read it and so that acts can
   * wait for colleagues' phones. */
  private async note(officerId: string): Promise<void> {
    await this.store.setMeta(restoredOf(officerId), { at: new Date(this.now()).toISOString(), read: false });
  }

  /** Stores the server's keys. A known key never changes: its id cannot refer to another key.
   * The keys that the server names now come last, because a rescue file is encrypted to the last
   * recipient, and the server may have gone back to an earlier one. */
  private async learn(told: readonly ServerKey[]): Promise<void> {
    const known = (await this.store.meta<ServerKey[]>(SERVER_KEYS)) ?? [];
    const named = new Set(told.map((key) => key.key_id));
    const before = known.filter((key) => !named.has(key.key_id));
    const now = told.map((key) => known.find((each) => each.key_id === key.key_id) ?? key);
    const all = [...before, ...now];
    if (all.some((key, at) => known[at]?.key_id !== key.key_id)) await this.store.setMeta(SERVER_KEYS, all);
  }
}

/** The database was restored to an earlier state: every act, and every photograph whose
 * bytes are still here, waits again. Acts keep their receipts until new ones come. Sending
 * again is always safe. */
async function sendAllAgain(store: Store, officerId: string): Promise<void> {
  await sendAgain(store, await store.actsOf(officerId), await store.blobsOf(officerId));
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
