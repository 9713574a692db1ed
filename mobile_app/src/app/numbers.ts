/** Fetches numbers for papers made on site while there is a connection, before they run out. */
import { FEW_NUMBERS, yearInVietnam } from '../domain/numbers';
import { Refused, type Api } from '../net/api';
import type { Store } from '../store/store';
import { NUMBERED_BY_PHONE } from '../wire/forms';

/** What the keeper needs from the papers, and from the minutes. */
export interface NumberUser {
  numbersLeft(form: string): Promise<number>;
  giveWaiting(): Promise<void>;
}

export class NumberKeeper {
  private running: Promise<void> | null = null;

  constructor(
    private readonly store: Store,
    private readonly api: Api,
    private readonly users: readonly [NumberUser, ...NumberUser[]],
    private readonly officerId: () => string | null,
    private readonly now: () => number,
  ) {}

  /** Requests more numbers for each form of which few are left, then numbers the
   * papers that waited.
   *
   * A second call while it runs joins the first. It also resolves if the server refuses (an officer
   * without a number, for example): the officer learns of that when a number is needed.
   */
  refill(): Promise<void> {
    this.running ??= this.all().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async all(): Promise<void> {
    const officerId = this.officerId();
    if (officerId === null) return;
    for (const form of NUMBERED_BY_PHONE) {
      // Until its form has arrived, this phone makes no such paper.
      if ((await this.users[0].numbersLeft(form)) >= FEW_NUMBERS || !(await this.hasForm(officerId, form))) continue;
      try {
        const block = await this.api.numberBlock(form, yearInVietnam(this.now()));
        // The app was locked in between: the block belongs to the other officer, who gets
        // it by sync.
        if (this.officerId() !== officerId) return;
        await this.store.applySync(officerId, [{ officerId, kind: 'number_block', id: block.id, value: block }], [], {}, false);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
    }
    for (const user of this.users) await user.giveWaiting();
  }

  private async hasForm(officerId: string, form: string): Promise<boolean> {
    return (await this.store.held(officerId, 'form')).some((row) => row.id.startsWith(`${form}/`));
  }
}
