/** Bytes that nothing names, for looking at them in the outbox. */
import { signal, type Signal } from '@preact/signals';
import type { Stray, StrayKeeper } from '../../src/app/stray-services';

/** `done` notes what was asked for. */
export const fakeStrays = (done: (what: string) => Promise<void>): StrayKeeper => ({
  found: signal<Stray[]>([]),
  mayOpen: signal(true),
  adopt: async () => {
    await done('adopt');
    return 'draft';
  },
  file: async () => {
    await done('saveStray');
    return new File([], 'hien-truong.jpg');
  },
  throwAway: () => done('throwAway'),
});

export function tellStrays({ strays }: { strays: StrayKeeper }): void {
  const { found } = strays as unknown as { found: Signal<Stray[]> };
  found.value = [
    { id: 's1', size: 1_800_000, at: '2026-11-24T02:40:00Z', kind: 'sealed' },
    { id: 's2', size: 640_000, at: null, kind: 'file' },
  ];
}
