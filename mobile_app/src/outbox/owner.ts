/** Steps that the server refused because somebody else draws up the minutes: kept, and sent again by themselves once the leader has
 * named this officer. The record may still come to be his, so nobody has to press anything. */
import type { StoredAct } from '../domain/model';
import type { InspectionView } from '../wire';
import type { Port, Round } from './port';

/** It waits for the leader to name who made it. */
export function awaitsOwner(act: StoredAct): boolean {
  return act.state === 'parked' && act.problem?.code === 'not_minutes_owner';
}

/** Puts back among what is to be sent what this officer may do now, as the last sync tells. */
export async function sendOwned(port: Port, round: Round): Promise<void> {
  const parked = await port.store.actsInState(round.officerId, 'parked');
  for (const act of parked.filter(awaitsOwner)) {
    const view = (await port.store.heldOne(round.officerId, 'inspection', act.recordId))?.value as InspectionView | undefined;
    if (view?.minutes_owner !== round.officerId) continue;
    await port.store.updateAct(act.id, { state: 'waiting', problem: null, lastError: null });
  }
}
