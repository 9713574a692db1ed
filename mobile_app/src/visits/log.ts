/** The officer's log on this device: acts numbered without gaps, chained and signed, each stored
 * in one transaction with its bytes. */
import { v7 } from 'uuid';
import { actHash, composeAct, moment } from '../domain/acts';
import { clockOfAct } from '../domain/clock';
import type { FilingDraft } from '../domain/filings';
import type { ActContents, ActTypeOnPhone, StoredAct, StoredPhoto } from '../domain/model';
import type { FreeNumber } from '../domain/numbers';
import { HeadMoved } from '../store/store';
import type { VisitDeps } from './deps';

/** Only without Web Locks can other tabs write between our reading and writing. They do not do
 * it this often in a row. */
const MOST_TRIES = 20;

/** The part of a photograph's row that the log does not fill in. */
export type NewPhoto = Omit<StoredPhoto, 'officerId' | 'recordId' | 'actId' | 'takenAt'>;

export class ActLog {
  constructor(private readonly deps: VisitDeps) {}

  /** A UUIDv7 by the phone's clock. */
  newId(): string {
    return v7({ msecs: this.deps.now() });
  }

  /** Appends one act.
   *
   * When this resolves, the act is on the disk, with its photograph's bytes or the number that it
   * uses up; otherwise nothing is. The caller holds the officer's lock. If another tab was faster
   * all the same, the act is numbered and signed again.
   */
  async append<T extends ActTypeOnPhone>(
    officerId: string,
    recordId: string,
    type: T,
    content: ActContents[T],
    photo?: { row: NewPhoto; bytes: ArrayBuffer } | { row: NewPhoto; draft: FilingDraft } | null,
    number?: FreeNumber,
  ): Promise<StoredAct> {
    const { deps } = this;
    const id = this.newId();
    const madeAt = moment(deps.now());
    const clock = deps.clock ? clockOfAct(deps.clock.look()) : {};
    const monoMs = Math.max(0, Math.floor(deps.monoMs()));
    const [deviceId, anchor] = await Promise.all([deps.deviceId(), deps.anchor()]);
    for (let tries = 1; ; tries++) {
      const head = await deps.store.head(officerId);
      const envelope = { id, recordId, officerId, deviceId, madeAt, monoMs, anchor, clock, seq: head.seq + 1, prev: head.head };
      const act = await composeAct(envelope, type, content, deps.sign);
      const stored: StoredAct = {
        id, officerId, recordId, seq: envelope.seq, act,
        state: 'waiting', receipt: null, quarantine: null, problem: null, tries: 0, lastError: null,
      };
      const next = { officerId, seq: envelope.seq, head: await actHash(act) };
      try {
        const row = photo && { ...photo.row, officerId, recordId, actId: id, takenAt: madeAt };
        if (photo && row && 'draft' in photo) await deps.store.filings.append(stored, next, row, photo.draft);
        else if (photo && row && 'bytes' in photo) await deps.store.append(stored, next, { row, bytes: photo.bytes });
        else if (number) await deps.store.appendNumbered(stored, next, number);
        else await deps.store.append(stored, next);
        return stored;
      } catch (error) {
        if (!(error instanceof HeadMoved) || tries >= MOST_TRIES) throw error;
      }
    }
  }
}
