/** What the parts of the outbox share: the store, the server, and the officer of this round. */
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

/** One run of the sender for one officer. It ends when the officer locks the app. */
export interface Round {
  officerId: string;
  signal: AbortSignal;
}

/** The officer locked the app, or the app stops. Whatever was under way is left as it is and
 * taken up again later. */
export class RoundOver extends Error {}

/** Raises RoundOver if this round may not send any more. Called before every request, because
 * one officer's data must not be sent under another's token. */
export function go(round: Round): void {
  if (round.signal.aborted) throw new RoundOver('the round is over');
}

export async function keysOf(port: Port): Promise<ServerKey[]> {
  return (await port.store.meta<ServerKey[]>(SERVER_KEYS)) ?? [];
}

