import { expect, it, vi } from 'vitest';
import { createUpdates, DRAFT_LOCK, holdVersion, type UpdateWorld } from '../../../src/app/service-worker';
import { Trouble } from '../../../src/app/services';

/** A browser's service worker as far as updates need it: one registration whose waiting worker
 * takes over when told to. */
function browser(options: { controlled: boolean; deaf?: boolean }) {
  const container = new EventTarget() as EventTarget & { controller: object | null; register: () => Promise<object> };
  const posted: unknown[] = [];
  const registration = Object.assign(new EventTarget(), {
    installing: null as EventTarget | null,
    waiting: null as { postMessage: (message: unknown) => void } | null,
    checks: 0,
    async update() {
      registration.checks += 1;
    },
  });
  container.controller = options.controlled ? {} : null;
  container.register = async () => registration;
  const held: { name: string }[] = [];
  let onFocus = (): void => undefined;
  const reload = vi.fn();
  const world: UpdateWorld = {
    container: container as unknown as ServiceWorkerContainer,
    locks: { query: async () => ({ held }) } as unknown as LockManager,
    reload,
    onFocus: (check) => {
      onFocus = check;
    },
    every: () => undefined,
    wait: () => Promise.resolve(),
  };
  return {
    world,
    reload,
    posted,
    held,
    registration,
    focus: () => onFocus(),
    /** A new version is downloaded and waits. */
    arrive() {
      const worker = new EventTarget();
      registration.installing = worker;
      registration.dispatchEvent(new Event('updatefound'));
      registration.installing = null;
      registration.waiting = {
        postMessage(message) {
          posted.push(message);
          if (!options.deaf) container.dispatchEvent(new Event('controllerchange'));
        },
      };
      worker.dispatchEvent(new Event('statechange'));
    },
    /** The browser dropped the worker. */
    lose() {
      container.controller = null;
      container.dispatchEvent(new Event('controllerchange'));
    },
    takeControl: () => container.dispatchEvent(new Event('controllerchange')),
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('a new version waits until the officer agrees', async () => {
  const phone = browser({ controlled: true });
  const updates = createUpdates(phone.world);
  await settled();
  expect(updates.ready.value).toBe(false);
  phone.arrive();
  expect(updates.ready.value).toBe(true);
  expect(phone.posted).toEqual([]);
  await updates.apply();
  expect(phone.posted).toEqual([{ type: 'SKIP_WAITING' }]);
  expect(phone.reload).toHaveBeenCalled();
});

it('is refused while a draft is open in any window, with the sentence that says so', async () => {
  const phone = browser({ controlled: true });
  const updates = createUpdates(phone.world);
  await settled();
  phone.arrive();
  phone.held.push({ name: DRAFT_LOCK });
  const refusal: unknown = await updates.apply().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Trouble);
  expect((refusal as Trouble).code).toBe('draft_open');
  expect(phone.posted).toEqual([]);
  expect(phone.reload).not.toHaveBeenCalled();
});

it('opens again even where the change of controller is never told (iOS)', async () => {
  const phone = browser({ controlled: true, deaf: true });
  const updates = createUpdates(phone.world);
  await settled();
  phone.arrive();
  await updates.apply();
  expect(phone.reload).toHaveBeenCalledOnce();
});

it('the first installation is no update and reloads nothing', async () => {
  const phone = browser({ controlled: false });
  const updates = createUpdates(phone.world);
  await settled();
  phone.arrive();
  expect(updates.ready.value).toBe(false);
  phone.takeControl();
  expect(phone.reload).not.toHaveBeenCalled();
});

it('follows another window that agreed', async () => {
  const phone = browser({ controlled: true });
  createUpdates(phone.world);
  await settled();
  phone.takeControl();
  expect(phone.reload).toHaveBeenCalledOnce();
});

it('stays as it is where a full disk made the browser drop the worker', async () => {
  const phone = browser({ controlled: true });
  createUpdates(phone.world);
  await settled();
  phone.lose();
  expect(phone.reload).not.toHaveBeenCalled();
});

it('looks for a new version whenever the app is looked at', async () => {
  const phone = browser({ controlled: true });
  createUpdates(phone.world);
  await settled();
  phone.focus();
  phone.focus();
  expect(phone.registration.checks).toBe(2);
});

it('without a service worker nothing is ever ready', async () => {
  const updates = createUpdates({ ...browser({ controlled: false }).world, container: null });
  await updates.apply();
  expect(updates.ready.value).toBe(false);
});

it('an open draft holds a shared lock until it is left', async () => {
  let ended = false;
  const request = vi.fn((_name: string, _options: object, work: () => Promise<void>) => work().then(() => void (ended = true)));
  const release = holdVersion({ request } as unknown as LockManager);
  expect(request).toHaveBeenCalledWith(DRAFT_LOCK, { mode: 'shared' }, expect.any(Function));
  await settled();
  expect(ended).toBe(false);
  release();
  await settled();
  expect(ended).toBe(true);
});
