/** What the engine needs from the browser. It is passed in, so that the engine also runs in Node.
 *
 * Each part is missing in some browser: there are no Web Locks in old ones, no `navigator.storage`
 * in WebKitGTK, no wake lock on iOS before 16.4. `inBrowser()` detects what is available.
 */

export interface Environment {
  fetch: typeof fetch;
  origin: string;
  /** The phone's clock in ms since 1970, whether it is right or not. */
  now: () => number;
  /** The phone's monotonic clock in whole ms. */
  monoMs: () => number;
  locks: LockManager | null;
  storage: StorageManager | null;
  wakeLock: WakeLock | null;
  /** Null without a screen (Node); then nothing counts as open in a browser tab. */
  matchMedia: ((query: string) => MediaQueryList) | null;
  /** Apple's own property for "opened from the home screen". */
  standaloneByApple: boolean;
  /** Calls `listener` on `online` and when the page becomes visible: then trying again is
   * worthwhile. Returns a function that stops it. */
  onReturn: (listener: () => void) => () => void;
  random: () => number;
  /** A name for this device until the officer chooses one. */
  deviceName: string;
}

export function inBrowser(): Environment {
  const apple = navigator as Navigator & { standalone?: boolean };
  return {
    fetch: (...args) => globalThis.fetch(...args),
    origin: location.origin,
    now: () => Date.now(),
    monoMs: () => Math.round(performance.now()),
    locks: navigator.locks ?? null,
    storage: navigator.storage ?? null,
    wakeLock: navigator.wakeLock ?? null,
    matchMedia: (query) => window.matchMedia(query),
    standaloneByApple: apple.standalone === true,
    onReturn: listenForReturn,
    random: () => Math.random(),
    deviceName: nameOfDevice(navigator.userAgent),
  };
}

function listenForReturn(listener: () => void): () => void {
  const whenVisible = () => {
    if (document.visibilityState === 'visible') listener();
  };
  window.addEventListener('online', listener);
  document.addEventListener('visibilitychange', whenVisible);
  return () => {
    window.removeEventListener('online', listener);
    document.removeEventListener('visibilitychange', whenVisible);
  };
}

function nameOfDevice(userAgent: string): string {
  if (/iPad/.test(userAgent)) return 'iPad';
  if (/iPhone/.test(userAgent)) return 'iPhone';
  return /Android[^;)]*;\s*([^;)]{2,40})/.exec(userAgent)?.[1]?.trim() ?? 'Điện thoại';
}
