/** The check that keeps an officer's log on this device without gaps and without forks. */
import type { StoredAct } from '../domain/model';
import type { Write } from './connection';
import { HeadMoved, type LogHead } from './store';

/** Checks that the new head follows the present one, and raises HeadMoved otherwise. Returns
 * false if the act is stored already, because the connection was lost while it committed. */
export async function follows(tx: Write, act: StoredAct, head: LogHead): Promise<boolean> {
  const present = await tx.objectStore('heads').get(act.officerId);
  const seq = present?.seq ?? 0;
  if (seq === head.seq && present?.head === head.head && (await tx.objectStore('acts').get(act.id))) return false;
  if (head.seq !== seq + 1 || act.seq !== head.seq || act.act.prev !== (present?.head ?? null)) {
    throw new HeadMoved(`act ${act.seq} does not follow ${seq}`);
  }
  await tx.objectStore('acts').add(act);
  await tx.objectStore('heads').put(head);
  return true;
}
