/** Information for looking at its screens: the server is not reached. */
import { signal } from '@preact/signals';
import type { Informations } from '../../src/app/information-services';

/** `done` notes what was asked for. */
export const fakeInformations = (done: (what: string) => Promise<void>): Informations => ({
  drafts: signal([]),
  queued: signal([]),
  registered: signal([]),
  read: signal(true),
  maySeal: signal(true),
  begin: async () => {
    await done('beginInformation');
    return 'draft';
  },
  save: () => done('saveInformation'),
  sealAccount: () => done('sealAccount'),
  sealInformant: () => done('sealInformant'),
  dropText: () => done('dropText'),
  addPhoto: () => done('addInformationPhoto'),
  dropPhoto: () => done('dropInformationPhoto'),
  drop: () => done('dropInformation'),
  register: () => done('registerInformation'),
  mend: () => done('mendInformation'),
  retryPhoto: () => done('retryInformationPhoto'),
  send: () => done('sendInformations'),
});
