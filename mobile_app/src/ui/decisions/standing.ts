/** An officer's proposals as the phone shows them: what the server told, under what is not sent yet. Pure. */
import type { OutboxItem } from '../../app/services';
import { isAct } from '../../domain/acts';
import type { DecisionProposed, ProposalView, Text } from '../../wire';

export interface Shown {
  documentId: string;
  recordId: string;
  state: ProposalView['state'] | 'unsent' | 'parked';
  proposed: DecisionProposed;
  view: ProposalView | null;
  /** Why the server refused it. */
  why: Text | null;
}

/** Newest first: those not sent yet, then the others. */
export function proposalsOf(views: readonly ProposalView[], items: readonly OutboxItem[]): Shown[] {
  const shown = new Map<string, Shown>();
  for (const { act } of items) {
    if (!act || !isAct(act.act, 'decision.proposed') || (act.state !== 'waiting' && act.state !== 'parked' && act.state !== 'received')) continue;
    const proposed = act.act.content;
    const view = views.find((one) => one.document_id === proposed.document_id) ?? null;
    if (act.state === 'received') {
      // The server has it. What the server says of it comes a moment later, with the sync.
      const answered = view?.answered_at ?? view?.proposed_at ?? '';
      if (!shown.has(proposed.document_id) && (view === null || (view.state === 'returned' && Date.parse(act.receipt?.received_at ?? '') > Date.parse(answered)))) {
        shown.set(proposed.document_id, { documentId: proposed.document_id, recordId: act.recordId, state: 'proposed', proposed, view, why: null });
      }
      continue;
    }
    // A refused one is over once its officer has read why, or once another one took its place.
    if (act.state === 'parked' && act.read) continue;
    shown.set(proposed.document_id, { documentId: proposed.document_id, recordId: act.recordId, state: act.state === 'waiting' ? 'unsent' : 'parked', proposed, view, why: act.problem?.text ?? null });
  }
  for (const view of views) {
    const own = shown.get(view.document_id);
    if (own) continue;
    shown.set(view.document_id, { documentId: view.document_id, recordId: view.record_id, state: view.state, proposed: view.proposed, view, why: null });
  }
  return [...shown.values()];
}
