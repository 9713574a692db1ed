/** Copies for looking at their screens: the server is not reached. */
import { signal } from '@preact/signals';
import type { Copies } from '../../src/app/copy-services';

export { LANDMARKS, fakeInformations } from './fake-informations';
export { fakeStrays } from './fake-strays';

/** `done` notes what was asked for; `refuse` throws for what this trial does not have. */
export const fakeCopies = (done: (what: string) => Promise<void>, refuse: () => never): Copies => ({
  queued: signal([]),
  wishes: signal([]),
  given: () => null,
  look: async () => refuse(),
  give: async () => refuse(),
  print: async () => refuse(),
  wish: () => done('wish'),
  forgetWish: () => done('forgetWish'),
  record: async () => refuse(),
  send: () => done('sendCopies'),
  discard: () => done('discardCopy'),
});
