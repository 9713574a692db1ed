/** Who owns the minutes, and what happens to the text of an officer who does not own them. */
import { isFinal, isNewer, leaderOf, leads, mineBeside, notTaken, ownReplaced, ownerName, owns, replacedElsewhere } from '../../domain/minutes-flow';
import { actAt } from '../../domain/clock';
import type { LocalInspection } from '../../domain/model';
import { List, Notice, Row } from '../parts';
import { dayTime } from '../words';
import { t } from './words';

/** One line; nothing in the older flow.
 *
 * With `link`, the leader gets a link for entrusting a colleague or taking the minutes back.
 * Everybody else gets one that explains what ownership means and whom to ask.
 */
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

/** Says before and after the officer writes that the text will be minutes beside, and whom to
 * ask. Shows nothing to the owner, or once the file is submitted. With `written` it shows only
 * after the officer wrote. */
export function NotOwner({ inspection, written = false }: { inspection: LocalInspection; written?: boolean }) {
  if (!isNewer(inspection) || owns(inspection) || isFinal(inspection) || inspection.state === 'discarded') return null;
  const names = { name: ownerName(inspection), leader: leaderOf(inspection).name };
  const mine = mineBeside(inspection);
  const refused = notTaken(inspection);
  if (written && mine === null && refused === null) return null;
  const title = refused ? t('owner.not_taken', { time: dayTime(actAt(refused.act)) }) : mine ? t('owner.after', { time: dayTime(mine.madeAt) }) : t('owner.before');
  return (
    <Notice tone={refused ? 'danger' : 'warning'} title={title}>
      {/* The leader need not ask anybody and can take them back. */}
      <p>{refused ? t('owner.not_taken_text', names) : leads(inspection) ? t('owner.leader_text', names) : t(mine ? 'owner.after_text' : 'owner.before_text', names)}</p>
    </Notice>
  );
}

/** Says that another phone's text replaced this phone's, and what happens to the signatures that
 * were taken here. */
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

/** A link to the officer's own text that was replaced, so that it stays readable. */
export function OwnText({ inspection }: { inspection: LocalInspection }) {
  const own = ownReplaced(inspection);
  if (own === null) return null;
  const title = t('owner.own_text', { time: dayTime(own.madeAt) });
  return (
    <List label={title}>
      <Row href={`/app/inspections/${inspection.id}/beside/${own.id}`} icon="minutes" title={title} note={t('owner.own_text_read')} />
    </List>
  );
}
