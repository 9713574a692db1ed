/** Proposals of inspections: acts of a record that is no inspection yet. They are sent in the same
 * way as all others, so that none is lost. */
import { v4 } from 'uuid';
import type { NewProposal } from '../app/decision-services';
import { same } from '../domain/canonical-json';
import { isAct } from '../domain/acts';
import type { VisitDeps } from './deps';
import type { ActLog } from './log';
import { asTrouble, trouble } from './troubles';

export interface ProposalEngine {
  /** Records decision.proposed. With `again`, it replaces that proposal, which came back. Does nothing
   * if exactly this was proposed already. Returns the ids of record and draft. */
  propose(proposed: NewProposal, again?: { recordId: string; documentId: string }): Promise<{ recordId: string; documentId: string }>;
}

export function createProposals(log: ActLog, openOfficer: () => string, deps: Pick<VisitDeps, 'store' | 'lock' | 'officerId'>): ProposalEngine {
  return {
    async propose(proposed, again) {
      try {
        const officerId = openOfficer();
        return await deps.lock(`acts ${officerId}`, async () => {
          if (officerId !== deps.officerId.peek()) throw trouble('locked');
          const waits = (await deps.store.actsInState(officerId, 'waiting')).flatMap(({ act, recordId }) => (isAct(act, 'decision.proposed') ? [{ content: act.content, recordId }] : []));
          const twice = waits.find(({ content }) => same(content, { ...proposed, document_id: again?.documentId ?? content.document_id }));
          if (twice) return { recordId: twice.recordId, documentId: twice.content.document_id };
          const ids = again ?? { recordId: v4(), documentId: v4() };
          await log.append(officerId, ids.recordId, 'decision.proposed', { ...proposed, document_id: ids.documentId });
          return ids;
        });
      } catch (error) {
        throw asTrouble(error);
      }
    },
  };
}
