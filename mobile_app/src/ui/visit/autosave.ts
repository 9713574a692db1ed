/** Saves at every change, one save at a time and in order. While a save is under way, only the
 * newest state waits. */
import { signal, type ReadonlySignal } from '@preact/signals';

export type SaveState = { state: 'saved'; at: string | null } | { state: 'saving' } | { state: 'failed'; error: unknown };

/** A save that takes less time is not announced. Words that change with every letter distract,
 * and cost the phone a layout. */
const SLOW_MS = 400;

export interface Autosave {
  /** `saving` appears only after a save has taken long enough to be worth announcing. */
  state: ReadonlySignal<SaveState>;
  /** Whether something may not be saved yet. */
  busy(): boolean;
  /** Saves the present state now, or as soon as the running save has ended. */
  request(): void;
  /** Resolves once nothing waits. Rejects if the last save failed. */
  settled(): Promise<void>;
}

/** `save` takes a snapshot and writes it. A failure is shown, and the next change or
 * request tries again. */
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
