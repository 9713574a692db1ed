/** Proposals and decisions to be signed, over the store and the server. */
import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { Unreached, type Api } from '../net/api';
import { proposalChoicesOf } from '../store/meta';
import type { Store } from '../store/store';
import type { Emergency, ProposalChoices, ProposalView } from '../wire';
import type { Decisions, NewProposal } from './decision-services';
import type { ToldThing } from './services';

/** How often the list of officers is fetched unasked. */
const CHOICES_MS = 3_600_000;

type Ids = { recordId: string; documentId: string };

export class DecisionService implements Decisions {
  readonly mine = signal<ProposalView[]>([]);
  readonly waiting = signal<ToldThing[]>([]);
  /** Reads are numbered when they begin, so that an earlier one never overwrites a later one. */
  private ticket = 0;
  /** Whose list of officers was fetched last, and when. */
  private fetched = { officerId: '', at: 0 };

  constructor(
    private readonly store: Pick<Store, 'held' | 'meta' | 'setMeta' | 'watch'>,
    private readonly api: Pick<Api, 'proposalChoices' | 'decisionsToSign' | 'decision' | 'decisionPreview' | 'signDecision' | 'returnProposal' | 'refuseDecision'>,
    private readonly officerId: ReadonlySignal<string | null>,
    private readonly record: (proposed: NewProposal, again?: Ids) => Promise<Ids>,
    /** Pulls what changed, after a head did something. */
    private readonly pull: () => Promise<unknown>,
    private readonly now: () => number = Date.now,
  ) {
    effect(() => {
      this.mine.value = [];
      this.waiting.value = [];
      void this.read(officerId.value);
    });
    store.watch(({ table }) => {
      if (table === 'held') void this.read(this.officerId.peek());
    });
  }

  /** Keeps the list of officers for a proposal without a signal, as the reference data are kept. It changes as
   * rarely. Rejects as the Api does. */
  async keepChoices(): Promise<void> {
    const officerId = this.officerId.peek();
    if (officerId === null || (this.fetched.officerId === officerId && Math.abs(this.now() - this.fetched.at) < CHOICES_MS)) return;
    this.fetched = { officerId, at: this.now() };
    try {
      const found = await this.api.proposalChoices();
      if (this.officerId.peek() === officerId) await this.store.setMeta(proposalChoicesOf(officerId), found);
    } catch (error) {
      if (error instanceof Unreached) this.fetched = { officerId: '', at: 0 };
      throw error;
    }
  }

  async choices(): Promise<ProposalChoices | null> {
    const officerId = this.officerId.peek();
    if (officerId === null) return null;
    const key = proposalChoicesOf(officerId);
    try {
      const found = await this.api.proposalChoices();
      if (this.officerId.peek() === officerId) await this.store.setMeta(key, found);
      return found;
    } catch (error) {
      if (!(error instanceof Unreached)) throw error;
      return (await this.store.meta<ProposalChoices>(key)) ?? null;
    }
  }

  propose(proposed: NewProposal, again?: Ids): Promise<Ids> {
    return this.record(proposed, again);
  }

  list() {
    return this.api.decisionsToSign();
  }

  look(id: string) {
    return this.api.decision(id);
  }

  preview(id: string, fieldsHash: string): Promise<ArrayBuffer> {
    return this.api.decisionPreview(id, fieldsHash);
  }

  async sign(id: string, fieldsHash: string, passphrase: string, code: string | null, unheard: string | null, emergency: Emergency | null) {
    const signed = await this.api.signDecision(id, { fields_hash: fieldsHash, passphrase, code, unheard: unheard?.normalize('NFC').trim() ?? null, emergency: emergency === null ? null : { ...emergency, reason: emergency.reason.normalize('NFC').trim() } });
    void this.pull().catch(() => undefined);
    return signed;
  }

  async giveBack(id: string, comments: string) {
    const paper = await this.api.returnProposal(id, comments.normalize('NFC').trim());
    void this.pull().catch(() => undefined);
    return paper;
  }

  async refuse(id: string, reason: string) {
    const paper = await this.api.refuseDecision(id, reason.normalize('NFC').trim());
    void this.pull().catch(() => undefined);
    return paper;
  }

  private async read(officerId: string | null): Promise<void> {
    const mine = (this.ticket += 1);
    if (officerId === null) return;
    try {
      const [proposals, told] = await Promise.all([this.store.held(officerId, 'proposal'), this.store.held(officerId, 'told')]);
      if (mine !== this.ticket || officerId !== this.officerId.peek()) return;
      this.mine.value = proposals.map((row) => row.value as ProposalView).sort((one, other) => other.proposed_at.localeCompare(one.proposed_at));
      this.waiting.value = told.map((row) => row.value as ToldThing).filter(({ kind }) => kind === 'decision').sort((one, other) => one.at.localeCompare(other.at));
    } catch {
      // A store that cannot be read is reported elsewhere. What was shown stays.
    }
  }
}
