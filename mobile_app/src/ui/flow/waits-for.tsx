/** Whom the draft or the file waits for, and since when, as the server said at the last sync. */
import { draftStanding } from '../../domain/draft-standing';
import { isNewer } from '../../domain/minutes-flow';
import type { LocalInspection } from '../../domain/model';
import { dayTime, say, until } from '../words';
import { t } from './words';

/** Shows nothing where nothing waits, in the older flow, and of a server of the version before; nor once the first
 * signature on this phone ended what the server still believed at the last sync. */
export function WaitsFor({ inspection }: { inspection: LocalInspection }) {
  const waits = inspection.view.waits_for ?? null;
  if (!isNewer(inspection) || waits === null) return null;
  if (inspection.file === null && draftStanding(inspection)?.standing === 'needless') return null;
  const offices = waits.offices.map(say).join('; ');
  const who = waits.names.length > 0 ? `${offices} (${waits.names.join(', ')})` : offices;
  return (
    <p class="small">
      {t('waits.for', { step: say(waits.step), who, time: dayTime(waits.since) })}
      {waits.due_at !== null && ` ${t('waits.until', { time: until(waits.due_at) })}`}
    </p>
  );
}
