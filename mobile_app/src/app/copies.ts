/** Copies for the party: second codes from the server, and a list on this phone of what it has still to be told. */
import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { v7 } from 'uuid';
import { NotSignedIn, Refused, Unreached, type Api } from '../net/api';
import { copiesOf } from '../store/meta';
import type { Store } from '../store/store';
import type { CopyAppointment, CopyHanded, HandCopy } from '../wire';
import type { Copies, CopiedPaper, CopyLayout, CopyWish, QueuedCopy } from './copy-services';
import type { Lock } from './locks';

/** The server prints a second code for as long after it gave it. */
const SHOWN_MS = 30 * 60_000;

/** What is kept on the phone for one officer. */
interface Kept {
  queued: QueuedCopy[];
  wishes: CopyWish[];
  /** Requests for a second code without an answer, by the paper's code. */
  asked: Record<string, string>;
}

const NOTHING: Kept = { queued: [], wishes: [], asked: {} };

/** How many handings over of an officer wait on this phone. */
export async function queuedCopies(store: Pick<Store, 'meta'>, officerId: string): Promise<number> {
  return ((await store.meta<Kept>(copiesOf(officerId))) ?? NOTHING).queued.length;
}

export class CopyService implements Copies {
  readonly queued = signal<QueuedCopy[]>([]);
  readonly wishes = signal<CopyWish[]>([]);
  private readonly inMemory = new Map<string, { handed: CopyHanded; at: number }>();
  /** Reads are numbered when they begin, so that an earlier one never overwrites a later one. */
  private ticket = 0;

  constructor(
    private readonly store: Pick<Store, 'meta' | 'setMeta' | 'watch'>,
    private readonly api: Pick<Api, 'copies' | 'giveCopy' | 'printCopy' | 'handCopy'>,
    private readonly officerId: ReadonlySignal<string | null>,
    private readonly lock: Lock,
    private readonly now: () => number,
    /** Whether acts of this officer are still to be sent: one of them may be the number of the paper. */
    private readonly actsWait: (officerId: string) => Promise<boolean> = async () => false,
  ) {
    effect(() => {
      // Another officer, or none, sees nothing of this one.
      this.inMemory.clear();
      this.queued.value = [];
      this.wishes.value = [];
      void this.read(officerId.value);
    });
    store.watch(({ table }) => {
      if (table === 'meta') void this.read(this.officerId.peek());
    });
  }

  given(code: string): CopyHanded | null {
    const found = this.inMemory.get(code);
    return found && this.now() - found.at < SHOWN_MS ? found.handed : null;
  }

  look(code: string) {
    return this.api.copies(code);
  }

  async give(code: string, replaces: string | null): Promise<CopyHanded> {
    const officerId = this.mine();
    let id = '';
    await this.change(officerId, (kept) => {
      id = kept.asked[code] ?? v7();
      return { ...kept, asked: { ...kept.asked, [code]: id } };
    });
    const answered = (): Promise<void> =>
      this.change(officerId, (kept) => ({ ...kept, asked: Object.fromEntries(Object.entries(kept.asked).filter(([of]) => of !== code)) }));
    try {
      const handed = await this.api.giveCopy(code, { id, replaces });
      if (this.officerId.peek() === officerId) this.inMemory.set(code, { handed, at: this.now() });
      await answered();
      return handed;
    } catch (error) {
      if (error instanceof Refused) await answered();
      throw error;
    }
  }

  print(code: string, ticket: string, layout: CopyLayout, appointment: CopyAppointment | null): Promise<ArrayBuffer> {
    return this.api.printCopy(code, { ticket, layout, appointment });
  }

  wish(paper: CopiedPaper): Promise<void> {
    const at = new Date(this.now()).toISOString();
    return this.change(this.mine(), (kept) => (kept.wishes.some((one) => one.paper.code === paper.code) ? kept : { ...kept, wishes: [...kept.wishes, { paper, at }] }));
  }

  forgetWish(code: string): Promise<void> {
    return this.change(this.mine(), (kept) => ({ ...kept, wishes: kept.wishes.filter((one) => one.paper.code !== code) }));
  }

  async record(paper: CopiedPaper, said: Omit<HandCopy, 'id' | 'handed_at'>): Promise<boolean> {
    const officerId = this.mine();
    const whole: HandCopy = { ...said, id: v7(), handed_at: new Date(this.now()).toISOString() };
    await this.change(officerId, (kept) => ({
      ...kept,
      queued: [...kept.queued, { paper, said: whole, problem: null }],
      // A copy without a code leaves the code to be handed over.
      wishes: said.copy_id === null ? kept.wishes : kept.wishes.filter((one) => one.paper.code !== paper.code),
    }));
    await this.send();
    return ((await this.store.meta<Kept>(copiesOf(officerId))) ?? NOTHING).queued.every((one) => one.said.id !== whole.id);
  }

  async send(): Promise<void> {
    const officerId = this.officerId.peek();
    if (officerId === null) return;
    for (const { paper, said } of ((await this.store.meta<Kept>(copiesOf(officerId))) ?? NOTHING).queued) {
      if (this.officerId.peek() !== officerId) return;
      try {
        await this.api.handCopy(paper.code, said);
        await this.change(officerId, (kept) => ({ ...kept, queued: kept.queued.filter((one) => one.said.id !== said.id) }));
      } catch (error) {
        if (error instanceof Unreached || error instanceof NotSignedIn) return;
        if (!(error instanceof Refused)) throw error;
        // It stays with the reason. The next round tries again: the paper itself may be on its way.
        const comes = error.problem.code === 'not_found' && (await this.actsWait(officerId));
        const problem = comes ? null : error.problem.text;
        await this.change(officerId, (kept) => ({ ...kept, queued: kept.queued.map((one) => (one.said.id === said.id ? { ...one, problem } : one)) }));
      }
    }
  }

  discard(id: string): Promise<void> {
    return this.change(this.mine(), (kept) => ({ ...kept, queued: kept.queued.filter((one) => one.said.id !== id || one.problem === null) }));
  }

  private mine(): string {
    const officerId = this.officerId.peek();
    if (officerId === null) throw new NotSignedIn(null);
    return officerId;
  }

  /** Changes what is kept, one change at a time among all tabs. */
  private change(officerId: string, to: (kept: Kept) => Kept): Promise<void> {
    return this.lock(`hientruong-copies-${officerId}`, async () => {
      await this.store.setMeta(copiesOf(officerId), to((await this.store.meta<Kept>(copiesOf(officerId))) ?? NOTHING));
      await this.read(officerId);
    });
  }

  private async read(officerId: string | null): Promise<void> {
    const mine = (this.ticket += 1);
    if (officerId === null) return;
    try {
      const kept = (await this.store.meta<Kept>(copiesOf(officerId))) ?? NOTHING;
      if (mine !== this.ticket || officerId !== this.officerId.peek()) return;
      this.queued.value = kept.queued;
      this.wishes.value = kept.wishes;
    } catch {
      // A store that cannot be read is reported elsewhere. What was shown stays.
    }
  }
}
