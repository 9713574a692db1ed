/** Papers whose QR code is scanned: what their statement proves without a signal, what the server says
 * now, and the address that this phone's own QR codes lead to. */
import { signal } from '@preact/signals';
import { judge, type Scanned } from '../domain/statements';
import type { Verify } from '../domain/receipts';
import type { Api } from '../net/api';
import { PUBLIC_URL, SERVER_KEYS } from '../store/meta';
import type { Store } from '../store/store';
import type { PublicDocument, ServerKey } from '../wire';
import type { Checks } from './services';

export class CheckService implements Checks {
  readonly publicUrl = signal<string>('');

  /** `origin` is used until the server has said its public address. */
  constructor(
    private readonly store: Store,
    private readonly api: Pick<Api, 'publicDocument'>,
    private readonly verify: Verify,
    private readonly origin: string,
  ) {
    this.publicUrl.value = origin;
  }

  /** Reads the address again: at the start, and after each contact. */
  async begin(): Promise<void> {
    this.publicUrl.value = (await this.store.meta<string>(PUBLIC_URL)) ?? this.origin;
  }

  async judge(text: string): Promise<Scanned> {
    return judge(text, (await this.store.meta<ServerKey[]>(SERVER_KEYS)) ?? [], this.verify);
  }

  ask(code: string): Promise<PublicDocument | null> {
    return this.api.publicDocument(code);
  }
}
