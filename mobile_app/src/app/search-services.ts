/** The search, as screens use it. */
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Group } from '../domain/searching/held';
import type { PartyLookedUp, Text } from '../wire';

/** What was found on this phone alone. */
export interface Here {
  groups: Group[];
  /** No record has all of the words; these have most of them. */
  near: boolean;
  /** What was typed is no question: why, and what to do. */
  wrong: Text | null;
}

/** What the server found in the officer's scope, or why it was not asked. `old`: something else was asked meanwhile.
 *
 * unreached: no answer · signed_out: the officer has to sign in again · wrong: it is no question · busy: the server
 * answered with a fault of its own. */
export type Everywhere =
  | { state: 'found'; groups: Group[]; near: boolean; behindMinutes: number }
  | { state: 'unreached' | 'signed_out' | 'wrong' | 'busy'; text: Text }
  | { state: 'old' };

export interface Searching {
  /** Who has exactly this number, over the whole force: recorded with its purpose. Needs a connection. */
  lookUp(number: string, purpose: string): Promise<PartyLookedUp[]>;
  /** What is typed in the box. It stays while the app is open, so that somebody who returns from a hit finds it again. */
  typed: Signal<string>;
  /** Changes whenever something on this phone did that is searched. */
  held: ReadonlySignal<unknown>;
  /** Searches what this phone holds, needs no signal. `limit`: hits of each kind. */
  here(typed: string, limit: number): Promise<Here>;
  /** Asks the server. Waits and asks again by itself where it asked too fast. */
  everywhere(typed: string): Promise<Everywhere>;
}
