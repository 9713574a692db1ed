/** That the phone's clock is known to be wrong, where dates are typed or shown; and the time that the screens of a visit go by. */
import { useEffect, useState } from 'preact/hooks';
import { moment } from '../../domain/acts';
import type { Standing } from '../../domain/clock';
import { useServices } from '../context';
import { Notice } from '../parts';
import { dayTime, span } from '../words';
import { t } from './words';

/** How often the time in the notice moves on. */
const TICK_MS = 15_000;

/** How the clock stands, and the moment now for a paper; null where nobody can tell. */
export function useTimeNow(): { standing: Standing; now: () => string | null } {
  const { clock } = useServices();
  const now = (): string | null => {
    const ms = clock.timeMs();
    return ms === null ? null : moment(ms);
  };
  return { standing: clock.standing.value, now };
}

/** At a field for a day or a moment; null while the clock may be read. */
export function clockField(standing: Standing): string | null {
  if (standing.state === 'lost') return t('clock.field_lost');
  if (standing.state !== 'off') return null;
  return t(standing.offMs < 0 ? 'clock.field_fast' : 'clock.field_slow', { span: span(standing.offMs) });
}

/** At the top of each screen of a visit. */
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
