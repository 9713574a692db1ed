/** A supervisor's opinion on the draft of a team to which the supervisor does not belong. Its
 * acts are sent in the same way as all others, so that none is lost. */
import type { OpinionDraft, Opinions } from '../app/visit-services';
import { isAct } from '../domain/acts';
import type { ActContents, StoredAct } from '../domain/model';
import { opinionOf } from '../store/meta';
import type { Store } from '../store/store';
import type { VisitDeps } from './deps';
import { Saver } from './drafts';
import type { ActLog } from './log';
import { asTrouble, trouble } from './troubles';

const MOST_REMARKS = 200;
const LONGEST = 2000;

export type OpinionEngine = Omit<Opinions, 'look' | 'picture'> & {
  /** Also writes what was typed and is not on the disk yet. */
  flush(): Promise<void>;
};

export function createOpinions(log: ActLog, openOfficer: () => string, deps: Pick<VisitDeps, 'store' | 'lock' | 'officerId'>): OpinionEngine {
  const saver = new Saver<{ key: string; typed: OpinionDraft }>(
    ({ key, typed }) => deps.store.setMeta(key, typed),
    ({ key }) => key,
  );

  /** Records an opinion, exclusively across all tabs. Does nothing if this request about the
   * draft was answered already. */
  async function say<T extends 'draft.approved' | 'draft.returned'>(id: string, type: T, content: ActContents[T]): Promise<void> {
    try {
      const officerId = openOfficer();
      await deps.lock(`acts ${officerId}`, async () => {
        if (officerId !== deps.officerId.peek()) throw trouble('locked');
        const before = await deps.store.actsOfRecord(officerId, id);
        if (before.some((each) => answers(each, content))) return;
        await log.append(officerId, id, type, content);
      });
      await saver.flush();
      await deps.store.setMeta(opinionOf(officerId, id), undefined);
    } catch (error) {
      throw asTrouble(error);
    }
  }

  return {
    async typed(id) {
      const key = opinionOf(openOfficer(), id);
      return saver.unsaved(key)?.typed ?? (await kept(deps.store, key));
    },

    keep: async (id, typed) => saver.save({ key: opinionOf(openOfficer(), id), typed }),

    approve: (id, draft, proposal) => say(id, 'draft.approved', { draft, proposal }),

    async giveBack(id, { draft, remarks }, proposal) {
      const comments = remarks.map(({ at, text }) => ({ at, text: text.normalize('NFC').trim() })).filter(({ text }) => text !== '');
      if (comments.length === 0) throw trouble('remark_needed');
      if (comments.length > MOST_REMARKS || comments.some(({ text }) => [...text].length > LONGEST)) throw trouble('answer_too_long');
      await say(id, 'draft.returned', { draft, comments, proposal });
    },

    flush: () => saver.flush(),
  };
}

async function kept(store: Store, key: string): Promise<OpinionDraft | null> {
  return (await store.meta<OpinionDraft | null>(key)) ?? null;
}

/** Whether this act is an opinion on that draft that the server accepted or may still accept.
 * The same draft may be asked about again, with answers to the remarks. An opinion written by
 * the previous version names only the draft. */
function answers({ act, state }: StoredAct, { draft, proposal }: ActContents['draft.approved']): boolean {
  if (state === 'parked' || !(isAct(act, 'draft.approved') || isAct(act, 'draft.returned'))) return false;
  return act.content.draft === draft && (act.content.proposal ?? proposal) === proposal;
}
