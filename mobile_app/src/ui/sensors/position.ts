/** The phone's position, watched while a screen needs it.
 *
 * All screens share one watch. A watch may stop reporting after one time-out (Android WebViews, old
 * iPhones). It is therefore restarted after each time-out, and whenever nothing arrived for longer
 * than that. `maximumAge` is 0, because a cached position may be from yesterday's shop.
 */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Place } from '../../domain/model';
import { bestFix, COARSE_M, fixOf, placeOf, WINDOW_MS, type Fix } from './fixes';

/** searching: no fix within the window yet · coarse: only a rough one · denied: refused by the
 * person or the system · unavailable: switched off or no signal · unsupported: this browser has
 * no positions, or the page is not secure. */
export type PositionState = 'off' | 'searching' | 'fixed' | 'coarse' | 'denied' | 'unavailable' | 'unsupported';

const TIMEOUT_MS = 20_000;
const AGAIN_MS = 5_000;

const state = signal<PositionState>('off');
const best = signal<Fix | null>(null);
let fixes: Fix[] = [];
let users = 0;
let watchId: number | null = null;
let lastSign = 0;
let ticker: ReturnType<typeof setInterval> | undefined;
let retry: ReturnType<typeof setTimeout> | undefined;

function settle(): void {
  const now = Date.now();
  fixes = fixes.filter((fix) => now - fix.cameAt <= WINDOW_MS);
  const found = bestFix(fixes, now);
  if (found !== best.peek()) best.value = found;
  if (found !== null) state.value = found.accuracyM > COARSE_M ? 'coarse' : 'fixed';
  else if (state.peek() === 'fixed' || state.peek() === 'coarse' || state.peek() === 'off') state.value = 'searching';
  if (now - lastSign > TIMEOUT_MS + AGAIN_MS && state.peek() === 'searching') begin();
}

function came(position: GeolocationPosition): void {
  lastSign = Date.now();
  const fix = fixOf(position.coords, position.timestamp, lastSign);
  if (fix !== null) fixes.push(fix);
  settle();
}

function failed(error: GeolocationPositionError): void {
  lastSign = Date.now();
  if (error.code === error.PERMISSION_DENIED) {
    state.value = 'denied';
    end();
    return;
  }
  if (error.code === error.POSITION_UNAVAILABLE && best.peek() === null) state.value = 'unavailable';
  clearTimeout(retry);
  retry = setTimeout(begin, error.code === error.TIMEOUT ? 0 : AGAIN_MS);
}

function end(): void {
  if (watchId !== null) navigator.geolocation.clearWatch(watchId);
  watchId = null;
}

function begin(): void {
  if (users === 0) return;
  end();
  lastSign = Date.now();
  watchId = navigator.geolocation.watchPosition(came, failed, { enableHighAccuracy: true, maximumAge: 0, timeout: TIMEOUT_MS });
}

/** The officer may allow positions in the phone's settings while our page stays open. The watch
 * then continues automatically. */
async function hearOfPermission(): Promise<void> {
  try {
    const permission = await navigator.permissions.query({ name: 'geolocation' });
    permission.onchange = () => {
      if (users > 0 && permission.state !== 'denied') restart();
    };
  } catch {
    // Old Safari does not answer for positions. The button "try again" remains.
  }
}

/** Starts again after a refusal or a failure, when the officer asks for it. */
export function restart(): void {
  if (state.peek() !== 'unsupported') state.value = 'searching';
  clearTimeout(retry);
  begin();
}

/** Watches until the returned function is called; several screens may watch concurrently. The
 * first call asks for permission. */
export function watchPosition(): () => void {
  if (!('geolocation' in navigator)) {
    state.value = 'unsupported';
    return () => undefined;
  }
  users += 1;
  if (users === 1) {
    state.value = 'searching';
    begin();
    ticker = setInterval(settle, 1000);
    void hearOfPermission();
  }
  let done = false;
  return () => {
    if (done) return;
    done = true;
    users -= 1;
    if (users > 0) return;
    clearInterval(ticker);
    clearTimeout(retry);
    end();
    fixes = [];
    best.value = null;
    state.value = 'off';
  };
}

/** What screens read. `place()` is the best fix of the last ten seconds in the form of an act's
 * content, or null. */
export const position: { state: ReadonlySignal<PositionState>; best: ReadonlySignal<Fix | null>; place(): Place | null } = {
  state,
  best,
  place() {
    const found = bestFix(fixes, Date.now());
    return found === null ? null : placeOf(found);
  },
};

/** Whether this phone has already allowed positions. A screen may then watch without a tap
 * that explains why. */
export async function alreadyAllowed(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted';
  } catch {
    return false;
  }
}
