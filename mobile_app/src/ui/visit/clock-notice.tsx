/** Says that the phone's clock is known to be wrong, wherever dates are typed or shown. Also the
 * time that the screens of a visit use. */
import { useEffect, useState } from 'preact/hooks';
import { moment } from '../../domain/acts';
import type { Standing } from '../../domain/clock';
import { useServices } from '../context';
import { Notice } from '../parts';
import { dayTime, span } from '../words';
import { t } from './words';

/** How often the time in the notice is updated. */
const TICK_MS = 15_000;

/** The state of the clock, and the present time for a paper; null if unknown. */
export function useTimeNow(): { standing: Standing; now: () => string | null } {
  const { clock } = useServices();
  const now = (): string | null => {
    const ms = clock.timeMs();
    return ms === null ? null : moment(ms);
  };
  return { standing: clock.standing.value, now };
}

/** Warning at a field for a day or a time; null while the clock can be trusted. */
export function clockField(standing: Standing): string | null {
  if (standing.state === 'lost') return t('clock.field_lost');
  if (standing.state !== 'off') return null;
  return t(standing.offMs < 0 ? 'clock.field_fast' : 'clock.field_slow', { span: span(standing.offMs) });
}

/** Shown at the top of each screen of a visit. */
export function ClockNotice() {
  const { standing, now } = useTimeNow();
  const [time, setTime] = useState(now);
  const wrong = standing.state === 'off' || standing.state === 'lost';
  useEffect(() => {
    if (!wrong) return;
    setTime(now());
    const timer = setInterval(() => setTime(now()), TICK_MS);
    return () => clearInterval(timer);
  }, [wrong]);
  if (standing.state === 'lost') {
    return (
      <Notice tone="warning" title={t('clock.lost')}>
        {t('clock.lost_means')}
      </Notice>
    );
  }
  if (standing.state !== 'off') return null;
  return (
    <Notice tone="warning" title={t(standing.offMs < 0 ? 'clock.fast' : 'clock.slow', { span: span(standing.offMs) })}>
      {t('clock.off_means', { time: dayTime(time ?? '') })}
    </Notice>
  );
}
