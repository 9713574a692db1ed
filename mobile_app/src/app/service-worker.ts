/** New versions of the app: found in the background, applied only when the officer says so and nothing is in hand.
 *
 * On iOS `controllerchange` does not always come and a waiting worker tells nobody: therefore checks on focus and hourly,
 * and a reload after two seconds whatever was heard.
 */
import { signal, type ReadonlySignal } from '@preact/signals';
import { Trouble } from './services';

/** Held (shared) by every window in which something is typed, photographed or signed; see `holdVersion`. */
export const DRAFT_LOCK = 'hientruong-draft-open';

const HOUR = 3_600_000;
const PATIENCE_MS = 2_000;

export interface Updates {
  /** A new version is here and waits. */
  ready: ReadonlySignal<boolean>;
  /** Puts the waiting version in force and opens the app again. Rejects with `draft_open` while a draft is open in any window. */
  apply(): Promise<void>;
}

/** What of the browser is used, so that it can be tried without one. */
export interface UpdateWorld {
  container: ServiceWorkerContainer | null;
  locks: LockManager | null;
  reload: () => void;
  /** Calls back when this window is looked at again. */
  onFocus: (check: () => void) => void;
  every: (ms: number, check: () => void) => void;
  wait: (ms: number) => Promise<void>;
}

const browser = (): UpdateWorld => ({
  container: 'serviceWorker' in navigator && import.meta.env.PROD ? navigator.serviceWorker : null,
  locks: 'locks' in navigator ? navigator.locks : null,
  reload: () => location.reload(),
  onFocus: (check) =>
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') check();
    }),
  every: (ms, check) => void setInterval(check, ms),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

/** Registers the service worker and watches it. Without one (development, a browser that has none) nothing is ever ready. */
export function createUpdates(world: UpdateWorld = browser()): Updates {
  const ready = signal(false);
  const { container, locks } = world;
  let registration: ServiceWorkerRegistration | null = null;

  function look(): void {
    // A waiting worker beside a controller is an update; without a controller it is the first installation.
    ready.value = Boolean(registration?.waiting && container?.controller);
  }

  function watch(worker: ServiceWorker | null): void {
    worker?.addEventListener('statechange', look);
  }

  async function register(from: ServiceWorkerContainer): Promise<void> {
    registration = await from.register('/app/sw.js', { scope: '/app/', updateViaCache: 'none' });
    watch(registration.installing);
    registration.addEventListener('updatefound', () => watch(registration?.installing ?? null));
    look();
    // Without a connection a check fails; the next one comes with the next look at the app.
    const check = (): void => void registration?.update().then(look, () => undefined);
    world.onFocus(check);
    world.every(HOUR, check);
  }

  if (container) {
    const first = !container.controller;
    let changes = 0;
    container.addEventListener('controllerchange', () => {
      changes += 1;
      // A browser whose disk is full drops the worker and leaves none: this page runs on, and opened again without it, offline, it
      // would be gone (Chromium, tried). The first controller of a first visit changes nothing either. Any other came because a
      // window agreed: follow it.
      if (container.controller && !(first && changes === 1)) world.reload();
    });
    // Where it cannot be registered (private window, full disk) the app runs on; settings show that it is not kept.
    void register(container).catch(() => undefined);
  }

  return {
    ready,
    async apply() {
      const held = (await locks?.query())?.held ?? [];
      if (held.some((lock) => lock.name === DRAFT_LOCK)) {
        throw new Trouble('draft_open', {
          vi: 'Đang mở biên bản, máy ảnh hoặc ô ký. Hãy rời màn hình đó (dữ liệu đã lưu), rồi cập nhật.',
          en: 'Minutes, camera or a signature are open. Leave that screen (everything is saved), then update.',
        });
      }
      const waiting = registration?.waiting;
      if (!waiting || !container) return;
      const changed = new Promise<void>((resolve) => container.addEventListener('controllerchange', () => resolve(), { once: true }));
      waiting.postMessage({ type: 'SKIP_WAITING' });
      await Promise.race([changed, world.wait(PATIENCE_MS)]);
      world.reload();
    },
  };
}

/** Keeps this version in force in all windows until the returned function is called: a draft is open here. */
export function holdVersion(locks: LockManager | null = 'locks' in navigator ? navigator.locks : null): () => void {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  void locks?.request(DRAFT_LOCK, { mode: 'shared' }, () => held);
  return release;
}
