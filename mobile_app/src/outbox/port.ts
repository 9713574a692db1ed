/** What the parts of the outbox share: the store, the server, and whose work this round is. */
import type { ServerKey } from '../wire';
import type { Verify } from '../domain/receipts';
import type { Api } from '../net/api';
import { SERVER_KEYS } from '../store/meta';
import type { Store } from '../store/store';

export interface Port {
  store: Store;
  api: Api;
  verify: Verify;
  now: () => number;
  /** Such as location.origin. */
  origin: string;
  fetch: typeof fetch;
}

/** One run of the sender, for one officer; it ends when he locks the app. */
export interface Round {
  officerId: string;
  signal: AbortSignal;
}

/** The officer locked, or the app stops: whatever was under way is left as it is, to be taken up again. */
export class RoundOver extends Error {}

/** Raises RoundOver once this round may not send any more. Called before every request: nothing of one officer's may go out under
 * another's token. */
export function go(round: Round): void {
  if (round.signal.aborted) throw new RoundOver('the round is over');
}

export async function keysOf(port: Port): Promise<ServerKey[]> {
  return (await port.store.meta<ServerKey[]>(SERVER_KEYS)) ?? [];
}

