/** Saves at every change, one at a time and in order: while one save is under way, only the newest state waits. */
import { signal, type ReadonlySignal } from '@preact/signals';

export type SaveState = { state: 'saved'; at: string | null } | { state: 'saving' } | { state: 'failed'; error: unknown };

/** A save that is quicker is not told while it runs: words that change with every letter disturb, and cost the phone a layout. */
const SLOW_MS = 400;

export interface Autosave {
  /** saving: for so long that it is worth telling. */
  state: ReadonlySignal<SaveState>;
  /** Whether something is not surely saved yet. */
  busy(): boolean;
  /** Saves what is there now, or as soon as the save before has ended. */
  request(): void;
  /** Resolves once nothing is waiting; rejects where the last save failed. */
  settled(): Promise<void>;
}

/** `save` takes a snapshot and writes it; a failure is told and tried again with the next change or request. */
export function autosave(save: () => Promise<void>, now: () => string): Autosave {
  const state = signal<SaveState>({ state: 'saved', at: null });
  let running: Promise<void> | null = null;
  let again = false;

  async function run(): Promise<void> {
    do {
      again = false;
      try {
        await save();
        if (!again) state.value = { state: 'saved', at: now() };
      } catch (error) {
        state.value = { state: 'failed', error };
      }
    } while (again);
  }
  return {
    state,
    request() {
      if (running !== null) {
        again = true;
        return;
      }
      const slow = setTimeout(() => (state.value = { state: 'saving' }), SLOW_MS);
      running = run().finally(() => {
        clearTimeout(slow);
        running = null;
      });
    },
    busy: () => running !== null,
    async settled() {
      while (running !== null) await running;
      const last = state.peek();
      if (last.state === 'failed') throw last.error;
    },
  };
}
