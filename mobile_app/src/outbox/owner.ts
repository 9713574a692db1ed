/** Steps that the server refused because another officer owns the minutes.
 *
 * They are kept and sent again automatically once the leader has named this officer. The officer
 * may still become the owner, so nobody has to press anything.
 */
import type { StoredAct } from '../domain/model';
import type { InspectionView } from '../wire';
import type { Port, Round } from './port';

/** Whether an act waits for the leader to name its maker as owner of the minutes. */
export function awaitsOwner(act: StoredAct): boolean {
  return act.state === 'parked' && act.problem?.code === 'not_minutes_owner';
}

/** Queues for sending again what this officer may do now, by the last sync. */
export async function sendOwned(port: Port, round: Round): Promise<void> {
  const parked = await port.store.actsInState(round.officerId, 'parked');
  for (const act of parked.filter(awaitsOwner)) {
    const view = (await port.store.heldOne(round.officerId, 'inspection', act.recordId))?.value as InspectionView | undefined;
    if (view?.minutes_owner !== round.officerId) continue;
    await port.store.updateAct(act.id, { state: 'waiting', problem: null, lastError: null });
  }
}
