/** The service for handing copies to the inspected party. As in services.ts, every promise rejects with a
 * `Trouble`. */
import type { ReadonlySignal } from '@preact/signals';
import type { CopiesPage, CopyAppointment, CopyHanded, HandCopy, PrintCopy, Text } from '../wire';

export type CopyLayout = PrintCopy['layout'];

/** The paper whose copy is handed over: its public code, where it is, how people call it. */
export interface CopiedPaper {
  code: string;
  inspectionId: string;
  name: string;
}

/** A handing over that the server has not taken yet. */
export interface QueuedCopy {
  paper: CopiedPaper;
  said: HandCopy;
  /** What the server said at the last attempt; null if it was not reached. */
  problem: Text | null;
}

/** A copy that is to be handed over once there is a signal. */
export interface CopyWish {
  paper: CopiedPaper;
  /** RFC 3339, by the phone's clock. */
  at: string;
}

export interface Copies {
  /** Kept on this phone until the server has them, oldest first. */
  queued: ReadonlySignal<QueuedCopy[]>;
  wishes: ReadonlySignal<CopyWish[]>;
  /** The second code of this paper if this app got it in the last half hour. It is kept in memory only. */
  given(code: string): CopyHanded | null;
  /** These three need a connection. */
  look(code: string): Promise<CopiesPage>;
  /** Gets a second code. `replaces`: the code in use that the officer agreed to void. After a lost answer, the
   * same request is sent again. */
  give(code: string, replaces: string | null): Promise<CopyHanded>;
  print(code: string, ticket: string, layout: CopyLayout, appointment: CopyAppointment | null): Promise<ArrayBuffer>;
  wish(paper: CopiedPaper): Promise<void>;
  forgetWish(code: string): Promise<void>;
  /** Records that a copy was handed over, now by the phone's clock. Works without a signal. True if the server has
   * it, false while it waits here. */
  record(paper: CopiedPaper, said: Omit<HandCopy, 'id' | 'handed_at'>): Promise<boolean>;
  /** Sends what waits. */
  send(): Promise<void>;
  /** Takes away what the server refused, once the officer has read why. */
  discard(id: string): Promise<void>;
}
