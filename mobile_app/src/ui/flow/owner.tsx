/** Whose the minutes are, and what becomes of the text of one who does not draw them up. */
import { isFinal, isNewer, leaderOf, leads, mineBeside, notTaken, ownerName, owns, replacedElsewhere } from '../../domain/minutes-flow';
import { actAt } from '../../domain/clock';
import type { LocalInspection } from '../../domain/model';
import { List, Notice, Row } from '../parts';
import { dayTime } from '../words';
import { t } from './words';

/** One line; nothing by the older flow. With `link`, the leader's way to entrust a colleague or to take the minutes back, and everybody
 * else's to read what that means and whom to ask. */
export function OwnerLine({ inspection, link = false }: { inspection: LocalInspection; link?: boolean }) {
  if (!isNewer(inspection)) return null;
  const words = t(owns(inspection) ? 'owner.line_you' : 'owner.line', { name: ownerName(inspection) });
  if (!link || isFinal(inspection) || inspection.state === 'discarded') return <p>{words}</p>;
  return (
    <List>
      <Row href={`/app/inspections/${inspection.id}/owner`} title={words} note={t(!leads(inspection) ? 'owner.read' : owns(inspection) ? 'owner.entrust' : 'owner.take_back')} />
    </List>
  );
}

/** Said before he types and after he wrote: it stands beside, and whom to ask. Nothing for the owner, or once the file is submitted;
 * with `written` only after he wrote. */
export function NotOwner({ inspection, written = false }: { inspection: LocalInspection; written?: boolean }) {
  if (!isNewer(inspection) || owns(inspection) || isFinal(inspection) || inspection.state === 'discarded') return null;
  const names = { name: ownerName(inspection), leader: leaderOf(inspection).name };
  const mine = mineBeside(inspection);
  const refused = notTaken(inspection);
  if (written && mine === null && refused === null) return null;
  const title = refused ? t('owner.not_taken', { time: dayTime(actAt(refused.act)) }) : mine ? t('owner.after', { time: dayTime(mine.madeAt) }) : t('owner.before');
  return (
    <Notice tone={refused ? 'danger' : 'warning'} title={title}>
      {/* The leader asks nobody: he takes them back. */}
      <p>{refused ? t('owner.not_taken_text', names) : leads(inspection) ? t('owner.leader_text', names) : t(mine ? 'owner.after_text' : 'owner.before_text', names)}</p>
    </Notice>
  );
}

/** That another phone's text came in the place of this one's, and what became of the signatures that were taken here. */
export function ReplacedText({ inspection }: { inspection: LocalInspection }) {
  const replaced = replacedElsewhere(inspection);
  if (replaced === null) return null;
  const { by, signatures } = replaced;
  return (
    <Notice tone="warning" title={t(by === null ? 'owner.replaced_own' : 'owner.replaced', { time: dayTime(replaced.madeAt), name: by ?? '' })}>
      <p>{signatures > 0 ? t('owner.replaced_signed', { count: signatures }) : t('owner.replaced_means')}</p>
    </Notice>
  );
}
