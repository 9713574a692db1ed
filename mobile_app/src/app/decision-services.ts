/** The services for proposing an inspection and for signing its decision. As in services.ts, every
 * promise rejects with a `Trouble`. */
import type { ReadonlySignal } from '@preact/signals';
import type { DecisionOnPhone, DecisionProposed, DecisionsToSign, Emergency, ProposalChoices, ProposalView, SignedDecision, Text } from '../wire';

/** A notice that a decision waits. `record_id` is its draft. */
export interface WaitingDecision {
  id: string;
  kind: string;
  record_id: string;
  title: Text;
  text: Text;
  at: string;
}

/** What the officer proposes; the phone adds the id of the draft. */
export type NewProposal = Omit<DecisionProposed, 'document_id'>;

export interface Decisions {
  /** This officer's proposals as the server knows them, newest first. */
  mine: ReadonlySignal<ProposalView[]>;
  /** Proposals that wait for this head, as the server told; the longest waiting first. */
  waiting: ReadonlySignal<WaitingDecision[]>;
  /** Whom one may name to a team: from the server, else as it was kept. Null if there was never a
   * connection. */
  choices(): Promise<ProposalChoices | null>;
  /** Records decision.proposed; works without a signal. */
  propose(proposed: NewProposal, again?: { recordId: string; documentId: string }): Promise<{ recordId: string; documentId: string }>;
  /** All below need a connection; nothing of them is queued. */
  list(): Promise<DecisionsToSign>;
  look(id: string): Promise<DecisionOnPhone>;
  /** The paper with this content, as it would be signed, as PDF. */
  preview(id: string, fieldsHash: string): Promise<ArrayBuffer>;
  /** Signs exactly this content. Safe to repeat: there is one number. The passphrase is not kept. */
  sign(id: string, fieldsHash: string, passphrase: string, code: string | null, unheard: string | null, emergency: Emergency | null): Promise<SignedDecision>;
  giveBack(id: string, comments: string): Promise<DecisionOnPhone>;
  refuse(id: string, reason: string): Promise<DecisionOnPhone>;
}
