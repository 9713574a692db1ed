/** Indicators for things that take time. */
import { useId } from 'preact/hooks';
import { number, t } from '../words';

/** Progress from 0 to 100; null if unknown. */
export function Progress({ label, percent }: { label: string; percent: number | null }) {
  const id = useId();
  return (
    <div class="progress">
      <div class="progress-words">
        <label for={id}>{label}</label>
        {percent !== null && <span>{number(Math.floor(percent))} %</span>}
      </div>
      <progress id={id} max={100} value={percent ?? undefined} />
    </div>
  );
}

/** Waiting without a known duration. Announced politely. */
export function Spinner({ label }: { label?: string }) {
  return (
    <div class="spinner" role="status">
      <span class="spinner-ring" />
      <span>{label ?? t('wait')}</span>
    </div>
  );
}
