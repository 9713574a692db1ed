/** Small pictures of photographs from colleagues' phones. Only for display, never evidence.
 *
 * They are fetched one at a time while nothing is being sent, and kept on this phone for the
 * officer who saw them. The list then also works without a signal.
 */
import type { Api } from '../net/api';
import { Refused } from '../net/api';
import type { Store } from '../store/store';
import type { Pictures } from './visit-services';

/** How many are kept; the oldest is deleted first. At 320 px they take about 20 kB each. */
const KEPT = 300;
/** A picture that does not exist yet is requested again after this time. */
const AGAIN_MS = 60_000;

const keyOf = (officerId: string, photoId: string): string => `picture:${officerId}:${photoId}`;
const listOf = (officerId: string): string => `pictures:${officerId}`;

export class ColleaguePictures implements Pictures {
  private readonly memory = new Map<string, ArrayBuffer>();
  private readonly notNow = new Map<string, number>();
  private turn: Promise<unknown> = Promise.resolve();

  /** `quiet` tells whether the line is free: what is to be sent goes first. */
  constructor(
    private readonly store: Store,
    private readonly api: Pick<Api, 'smallPicture'>,
    private readonly officer: () => string | null,
    private readonly quiet: () => boolean,
    private readonly now: () => number,
  ) {}

  async of(photoId: string, wanted: () => boolean): Promise<ArrayBuffer | null> {
    const officerId = this.officer();
    if (officerId === null) return null;
    const key = keyOf(officerId, photoId);
    const here = this.memory.get(key) ?? (await this.store.meta<ArrayBuffer | null>(key)) ?? null;
    if (here !== null) {
      this.memory.set(key, here);
      return here;
    }
    const asked = this.turn.then(() => (wanted() && this.officer() === officerId ? this.fetched(officerId, photoId) : null));
    this.turn = asked.catch(() => undefined);
    return asked;
  }

  private async fetched(officerId: string, photoId: string): Promise<ArrayBuffer | null> {
    if (!this.quiet() || this.now() < (this.notNow.get(photoId) ?? 0)) return null;
    try {
      const bytes = await this.api.smallPicture(photoId);
      await this.keep(officerId, photoId, bytes);
      return bytes;
    } catch (error) {
      // Refused: it does not exist yet, or is no picture at all. It is requested again later.
      // Without an answer nothing is known.
      if (error instanceof Refused) this.notNow.set(photoId, this.now() + AGAIN_MS);
      return null;
    }
  }

  private async keep(officerId: string, photoId: string, bytes: ArrayBuffer): Promise<void> {
    const key = keyOf(officerId, photoId);
    this.memory.set(key, bytes);
    try {
      const kept = (await this.store.meta<string[]>(listOf(officerId))) ?? [];
      const list = [...kept.filter((id) => id !== photoId), photoId];
      for (const gone of list.splice(0, Math.max(0, list.length - KEPT))) {
        this.memory.delete(keyOf(officerId, gone));
        await this.store.setMeta(keyOf(officerId, gone), null);
      }
      await this.store.setMeta(key, bytes);
      await this.store.setMeta(listOf(officerId), list);
    } catch {
      // A full phone has no room for what can be fetched again. The picture is shown all the same.
    }
  }
}
