/** Notices about a decision that the team asked not to carry out, or that was withdrawn. */
import { isNewer } from '../../domain/minutes-flow';
import type { LocalInspection } from '../../domain/model';
import { Notice } from '../parts';
import { dayTime } from '../words';
import { t } from './words';

/** Shows nothing in the older flow, in which the team itself gives a visit up. */
export function Asked({ inspection }: { inspection: LocalInspection }) {
  const { view, state, discardAsked } = inspection;
  if (!isNewer(inspection)) return null;
  if (state === 'discarded') {
    const by = view.discarded;
    return by === null ? null : (
      <Notice tone="warning" title={t('discard.withdrawn', { name: by.officer_name, time: dayTime(by.at) })} live="polite">
        {t('discard.withdrawn_means', { reason: by.reason })}
      </Notice>
    );
  }
  const withdrawn = view.acts.findLast((act) => act.type === 'decision.withdrawn');
  if (withdrawn) {
    // A phone that could not know of the withdrawal announced the decision. The visit goes on, and
    // the people who were told of the withdrawal are told of that as well.
    return (
      <Notice tone="warning" title={t('discard.withdrawn_before', { name: withdrawn.officer, time: dayTime(withdrawn.received_at) })} live="polite">
        {t('discard.withdrawn_before_means')}
      </Notice>
    );
  }
  if (discardAsked === null) return null;
  const name = view.discard_asked?.officer_name;
  return (
    <Notice tone="warning" title={t('discard.asked', { time: dayTime(discardAsked.madeAt) })} live="polite">
      {name !== undefined && <p>{t('discard.asked_by', { name })}</p>}
      <p>{t('discard.asked_means', { reason: discardAsked.reason })}</p>
    </Notice>
  );
}
