/** What the engine needs of the browser it runs in, handed in so that it also runs in Node.
 *
 * Everything is optional in some browser: no Web Locks in old ones, no `navigator.storage` in WebKitGTK, no wake lock on iOS
 * before 16.4. `inBrowser()` finds out what is there.
 */

export interface Environment {
  fetch: typeof fetch;
  origin: string;
  /** The phone's clock, right or wrong, in ms since 1970. */
  now: () => number;
  /** Its monotonic clock, whole ms. */
  monoMs: () => number;
  locks: LockManager | null;
  storage: StorageManager | null;
  wakeLock: WakeLock | null;
  /** Null where there is no screen (Node): then nothing stands in a tab. */
  matchMedia: ((query: string) => MediaQueryList) | null;
  /** iOS's own word for "opened from the home screen". */
  standaloneByApple: boolean;
  /** `online`, and the page becoming visible: moments at which trying again is worth it. Returns how to stop listening. */
  onReturn: (listener: () => void) => () => void;
  random: () => number;
  /** A name for this device until the officer gives one. */
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
