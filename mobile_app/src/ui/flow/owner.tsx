/** Whose the minutes are, and what becomes of the text of one who does not draw them up. */
import { isFinal, isNewer, leaderOf, leads, mineBeside, ownerName, owns } from '../../domain/minutes-flow';
import type { LocalInspection } from '../../domain/model';
import { LinkButton, Notice } from '../parts';
import { dayTime } from '../words';
import { t } from './words';

/** One line; nothing by the older flow. With `link`, the leader's way to entrust a colleague or to take the minutes back. */
export function OwnerLine({ inspection, link = false }: { inspection: LocalInspection; link?: boolean }) {
  if (!isNewer(inspection)) return null;
  const name = ownerName(inspection);
  return (
    <>
      <p>{t(owns(inspection) ? 'owner.line_you' : 'owner.line', { name })}</p>
      {link && leads(inspection) && !isFinal(inspection) && inspection.state !== 'discarded' && (
        <div class="button-row">
          <LinkButton href={`/app/inspections/${inspection.id}/owner`}>{t(owns(inspection) ? 'owner.entrust' : 'owner.take_back')}</LinkButton>
        </div>
      )}
    </>
  );
}

/** Said before he types and after he wrote: it stands beside, and whom to ask. Nothing for the owner, or once the file is submitted;
 * with `written` only after he wrote. */
export function NotOwner({ inspection, written = false }: { inspection: LocalInspection; written?: boolean }) {
  if (!isNewer(inspection) || owns(inspection) || isFinal(inspection) || inspection.state === 'discarded') return null;
  const names = { name: ownerName(inspection), leader: leaderOf(inspection).name };
  const mine = mineBeside(inspection);
  if (written && mine === null) return null;
  return (
    <Notice tone="warning" title={mine ? t('owner.after', { time: dayTime(mine.madeAt) }) : t('owner.before')}>
      <p>{t(mine ? 'owner.after_text' : 'owner.before_text', names)}</p>
    </Notice>
  );
}
