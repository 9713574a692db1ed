/** Photographs between the shutter and the act. They stay in memory until they are
 * written, whatever fails. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { CapturedPhoto } from '../../app/visit-services';
import type { StoredPhoto } from '../../domain/model';
import type { Text } from '../../wire';
import type { DrawSmall } from './small-pictures';

export interface PendingShot {
  key: string;
  inspectionId: string;
  photo: CapturedPhoto;
  state: 'saving' | 'failed';
  why: Text | null;
}

/** One photograph, decoded and encoded, may take 60 MB on a cheap phone. With this many in
 * memory the shutter waits. */
export const MOST_IN_MEMORY = 4;

export interface ShotDesk {
  pending: ReadonlySignal<PendingShot[]>;
  /** Accepts a photograph immediately. Photographs are written in the background, one after
   * another, in the order of the shots. */
  take(inspectionId: string, photo: CapturedPhoto): void;
  retry(key: string): void;
  /** Drops a photograph: the officer has saved it elsewhere, or does not want it. Called only at
   * the officer's request. */
  letGo(key: string): void;
  /** Makes the small picture of a photograph that has none yet. If it is called twice, the
   * picture is made once. */
  draw: DrawSmall;
}

/** `write` hashes, signs and stores immediately (visits.takePhoto): nothing else is done while a
 * photograph is only in memory. `draw` requests its small picture afterwards. `explain` converts
 * an error to a message. */
export function shotDesk(
  write: (inspectionId: string, photo: CapturedPhoto) => Promise<Pick<StoredPhoto, 'id' | 'mediaType'>>,
  draw: DrawSmall,
  explain: (error: unknown) => Text,
): ShotDesk {
  const pending = signal<PendingShot[]>([]);
  let turn: Promise<void> = Promise.resolve();
  let count = 0;

  const change = (key: string, changed: Partial<PendingShot>): void => {
    pending.value = pending.peek().map((shot) => (shot.key === key ? { ...shot, ...changed } : shot));
  };
  const drop = (key: string): void => {
    pending.value = pending.peek().filter((shot) => shot.key !== key);
  };
  async function save(key: string): Promise<void> {
    const shot = pending.peek().find((one) => one.key === key);
    if (shot === undefined) return;
    try {
      const stored = await write(shot.inspectionId, shot.photo);
      drop(key);
      draw(stored.id, stored.mediaType);
    } catch (error) {
      change(key, { state: 'failed', why: explain(error) });
    }
  }
  const queue = (key: string): void => {
    turn = turn.then(() => save(key));
  };
  return {
    pending,
    take(inspectionId, photo) {
      count += 1;
      const key = `shot-${count}`;
      pending.value = [...pending.peek(), { key, inspectionId, photo, state: 'saving', why: null }];
      queue(key);
    },
    retry(key) {
      const shot = pending.peek().find((one) => one.key === key);
      if (shot?.state !== 'failed') return;
      change(key, { state: 'saving', why: null });
      queue(key);
    },
    letGo: drop,
    draw,
  };
}
