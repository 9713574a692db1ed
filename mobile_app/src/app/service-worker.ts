/** New versions of the app: found in the background, and applied only when the officer agrees and
 * nothing is being edited.
 *
 * On iOS `controllerchange` does not always fire, and a waiting worker notifies nobody. Therefore
 * the app checks on focus and hourly, and reloads after two seconds in any case.
 */
import { signal, type ReadonlySignal } from '@preact/signals';
import { Trouble } from './services';

/** Held (shared) by every window in which something is typed, photographed or
 * signed; see `holdVersion`. */
export const DRAFT_LOCK = 'hientruong-draft-open';

const HOUR = 3_600_000;
const PATIENCE_MS = 2_000;

export interface Updates {
  /** A new version is here and waits. */
  ready: ReadonlySignal<boolean>;
  /** Activates the waiting version and opens the app again. Rejects with `draft_open` while a
   * draft is open in any window. */
  apply(): Promise<void>;
}

/** The parts of the browser that are used, so that tests can replace them. */
export interface UpdateWorld {
  container: ServiceWorkerContainer | null;
  locks: LockManager | null;
  reload: () => void;
  /** Calls back when this window becomes visible or focused again. */
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

/** Registers the service worker and watches it. Without one (in development, or if the browser
 * has none) no version is ever ready. */
export function createUpdates(world: UpdateWorld = browser()): Updates {
  const ready = signal(false);
  const { container, locks } = world;
  let registration: ServiceWorkerRegistration | null = null;

  function look(): void {
    // A waiting worker is an update if there is a controller; otherwise it is
    // the first installation.
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
    // Without a connection a check fails. The next one runs when the officer next looks at the app.
    const check = (): void => void registration?.update().then(look, () => undefined);
    world.onFocus(check);
    world.every(HOUR, check);
  }

  if (container) {
    const first = !container.controller;
    let changes = 0;
    container.addEventListener('controllerchange', () => {
      changes += 1;
      // Reload only for a controller that another window agreed to. A browser whose disk is full
      // drops the worker and leaves none. This page runs on, but it would be gone if opened again
      // without a worker, offline (Chromium, tried). The first controller of a first visit
      // changes nothing either.
      if (container.controller && !(first && changes === 1)) world.reload();
    });
    // If it cannot be registered (private window, full disk), the app runs on. The settings show
    // that it is not kept offline.
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

/** Keeps this version active in all windows until the returned function is called, because a
 * draft is open here. */
export function holdVersion(locks: LockManager | null = 'locks' in navigator ? navigator.locks : null): () => void {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  void locks?.request(DRAFT_LOCK, { mode: 'shared' }, () => held);
  return release;
}
