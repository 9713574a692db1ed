/** One scan at a time: what was found, and what the server says of it. An answer that comes after the
 * officer scanned again is another paper's, and is not shown. */
import type { Scanned } from '../domain/statements';
import type { PublicDocument, Text } from '../wire';
import { Trouble, type Checks } from './services';

export type Asked = { state: 'asking' } | { state: 'told'; paper: PublicDocument | null } | { state: 'failed'; why: Text };

export class OneScan {
  private turn = 0;

  /** `show` is told each change; null: nothing was scanned yet. */
  constructor(
    private readonly checks: Pick<Checks, 'judge' | 'ask'>,
    private readonly show: (found: Scanned | null, asked: Asked | null) => void,
  ) {}

  again(): void {
    this.turn += 1;
    this.show(null, null);
  }

  async judge(text: string): Promise<void> {
    const turn = ++this.turn;
    const found = await this.checks.judge(text);
    if (turn !== this.turn) return;
    const asks = found.verdict !== 'no_paper' && found.verdict !== 'forged';
    this.show(found, asks ? { state: 'asking' } : null);
    if (!asks) return;
    const asked = await this.asked(found.code);
    if (turn === this.turn) this.show(found, asked);
  }

  private async asked(code: string): Promise<Asked> {
    try {
      return { state: 'told', paper: await this.checks.ask(code) };
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      return { state: 'failed', why: error.text };
    }
  }
}
