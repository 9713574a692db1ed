/** What the phone knows of its clock, said where a time of receipt is written. */
import { useServices } from '../context';
import { Notice } from '../parts';
import { dayTime, span, t as shell } from '../words';
import { t } from './words';

/** At the top of the form, while the clock is known to be wrong. */
export function ClockNotice() {
  const { clock } = useServices();
  const standing = clock.standing.value;
  if (standing.state === 'lost') {
    return (
      <Notice tone="warning" title={shell('home.clock_lost')}>
        {t('informations.clock_lost_means')}
      </Notice>
    );
  }
  if (standing.state !== 'off') return null;
  return (
    <Notice tone="warning" title={shell(standing.offMs < 0 ? 'home.clock_fast' : 'home.clock_slow', { span: span(standing.offMs) })}>
      {t('informations.clock_off_means', { time: dayTime(new Date(clock.timeMs() ?? Date.now()).toISOString()) })}
    </Notice>
  );
}

/** That a time was set right after the clock had been compared; null if it was not. */
export function correctedWords(corrected: { offMs: number } | undefined): string | null {
  if (corrected === undefined) return null;
  return t(corrected.offMs < 0 ? 'informations.clock_corrected_fast' : 'informations.clock_corrected_slow', { span: span(corrected.offMs) });
}
