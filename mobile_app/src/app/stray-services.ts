/** Captured bytes that nothing on this phone names any more. As in services.ts, every promise rejects with a `Trouble`. */
import type { ReadonlySignal } from '@preact/signals';

export interface Stray {
  id: string;
  size: number;
  /** When it was captured by the phone's clock, RFC 3339; null if nobody can tell. */
  at: string | null;
  /** sealed: a photograph of an information, which this phone cannot open · file: anything else. */
  kind: 'sealed' | 'file';
}

export interface StrayKeeper {
  /** What was found, oldest first; empty while nobody is signed in. */
  found: ReadonlySignal<Stray[]>;
  /** Whether a file may be taken out: on a phone of several officers nobody knows whose it is. */
  mayOpen: ReadonlySignal<boolean>;
  /** Begins an information with a sealed photograph; returns the information's id. */
  adopt(id: string): Promise<string>;
  /** A copy to be saved on the phone. What is here stays. */
  file(id: string): Promise<File>;
  /** Deletes it for good, at the officer's word. */
  throwAway(id: string): Promise<void>;
}
