/** Documents obtained on site for looking at their screens: none yet. */
import { signal } from '@preact/signals';
import type { Filings } from '../../src/app/visit-services';

/** `done` notes what was asked for; `refuse` throws for what this trial does not have. */
export const fakeFilings = (done: (what: string) => Promise<void>, refuse: () => never): Filings => ({
  of: () => signal({ filed: [], drafts: [] }),
  begin: async () => refuse(),
  save: () => done('saveFiling'),
  drop: () => done('dropFiling'),
  add: async () => refuse(),
  removePart: async () => refuse(),
  file: async () => refuse(),
  strike: () => done('strike'),
});
