/** Commands of the newer flow of minutes: who owns them, opinions on a draft, minutes beside,
 * answers about a file. */
import type { MinutesFlow } from '../app/visit-services';
import { same } from '../domain/canonical-json';
import { draftStanding, mayPropose } from '../domain/draft-standing';
import type { Schema } from '../domain/form';
import { photosOf, revisionParts } from '../domain/inspection';
import { isFinal, isNewer, leads, owns, setsAside } from '../domain/minutes-flow';
import type { ActContents, ActTypeOnPhone, Draft, EarlierText, LocalInspection, StoredAct, SupplementDraft } from '../domain/model';
import { isWritten } from '../domain/obstacles';
import { answeredInWords, answersToSend } from '../domain/remarks';
import { proposalOf } from '../domain/revision';
import { step } from '../domain/states';
import { supplementOf } from '../store/meta';
import type { Store } from '../store/store';
import { reasonOf } from './contents';
import type { VisitDeps } from './deps';
import { Saver } from './drafts';
import { refusedBy, trouble } from './troubles';

/** What visits.ts provides; see there. */
interface Lent {
  openOfficer(): string;
  command<T>(id: string, work: (local: LocalInspection, officerId: string) => Promise<T>): Promise<T>;
  append<T extends ActTypeOnPhone>(local: LocalInspection, officerId: string, type: T, content: ActContents[T]): Promise<StoredAct>;
  schemaOf(local: LocalInspection): Promise<Schema | null>;
  keep(draft: Draft, writtenAs: string | null): Promise<void>;
  flushDrafts(): Promise<void>;
}

/** `flush` also covers what was typed and is not on the disk yet. */
export interface FlowEngine extends MinutesFlow {
  flush(): Promise<void>;
}

export function createFlow(lent: Lent, deps: Pick<VisitDeps, 'store' | 'now'>): FlowEngine {
  const { command, append } = lent;
  const typed = supplementSaver(deps.store);

  /** Checks that this act may be made now. Raises the error that the server would return. */
  function ask(local: LocalInspection, type: ActTypeOnPhone): void {
    const cell = step(local.state, type, local.view.minutes_flow);
    if (cell.effect === 'refused') throw refusedBy(cell.code);
  }

  /** The draft with another text in it. What was typed and is nowhere else is kept in `earlier`. */
  function instead(local: LocalInspection, officerId: string, text: Omit<EarlierText, 'at'>, earlier: EarlierText[]): Draft {
    const { draft } = local;
    const at = new Date(deps.now()).toISOString();
    const typedHere = draft && draft.writtenAs === null ? [{ form: draft.form, formVersion: draft.formVersion, fields: draft.fields, at }] : [];
    const kept = [...earlier, ...typedHere];
    return {
      ...(draft?.answers ? { answers: draft.answers } : {}),
      ...(draft?.aside ? { aside: draft.aside } : {}),
      ...(kept.length > 0 ? { earlier: kept } : {}),
      officerId,
      recordId: local.id,
      form: text.form,
      formVersion: text.formVersion,
      fields: text.fields,
      writtenAs: null,
      screen: draft?.screen ?? null,
      updatedAt: at,
    };
  }

  return {
    entrust: (id, officer) =>
      command(id, async (local, officerId) => {
        ask(local, 'minutes.entrusted');
        if (isFinal(local)) throw trouble('file_submitted');
        if (!leads(local)) throw trouble('leader_entrusts');
        if (!local.view.decision.team.some((member) => member.officer_id === officer)) throw trouble('owner_not_on_team');
        if (officer !== local.owner) await append(local, officerId, 'minutes.entrusted', { officer_id: officer });
      }),

    async propose(id) {
      await lent.flushDrafts();
      await command(id, async (local, officerId) => {
        ask(local, 'minutes.proposed');
        if (!owns(local)) throw trouble('not_minutes_owner');
        if (!local.minutes) throw trouble('minutes_missing');
        if (local.signatures.length > 0) throw trouble('draft_signed');
        if (!isWritten(local, await lent.schemaOf(local))) throw trouble('minutes_not_written');
        const proposal = await proposalOf(local.minutes.id, revisionParts(local)?.photos ?? []);
        const before = draftStanding(local);
        if (before?.last.draft === proposal.draft) {
          if (before.standing !== 'returned') return;
          // Asking again about an unchanged draft is useful only if every remark was
          // answered in words.
          if (!answeredInWords(local)) throw trouble('draft_unchanged');
        } else if (!mayPropose(local)) throw trouble('file_submitted');
        const answers = answersToSend(local);
        await append(local, officerId, 'minutes.proposed', { ...proposal, ...(answers.length > 0 ? { answers } : {}) });
      });
    },

    setAside: (id, minutes, reason) =>
      command(id, async (local, officerId) => {
        ask(local, 'minutes.set_aside');
        if (!setsAside(local)) throw trouble('not_minutes_owner');
        const beside = local.beside.find((one) => one.id === minutes);
        if (!beside) throw trouble('minutes_not_beside');
        const content = { minutes, reason: reasonOf(reason) };
        if (beside.setAside === null) await append(local, officerId, 'minutes.set_aside', content);
      }),

    async takeText(id, minutes) {
      await lent.flushDrafts();
      const next = await command(id, async (local, officerId) => {
        if (!isNewer(local) || !owns(local)) throw trouble('not_minutes_owner');
        if (isFinal(local)) throw trouble('file_submitted');
        const beside = local.beside.find((one) => one.id === minutes);
        if (!beside) throw trouble('minutes_not_beside');
        // `read_back` records that the writer read the text to the people. An officer who takes the
        // text over has to read it to them again.
        const { read_back: _, ...fields } = beside.fields;
        if (local.draft && local.draft.form === beside.form && same(local.draft.fields, fields)) return null;
        return Promise.resolve(instead(local, officerId, { ...beside, fields }, local.draft?.earlier ?? []));
      });
      if (next) await lent.keep(next, null);
    },

    async putBack(id, at) {
      await lent.flushDrafts();
      const next = await command(id, (local, officerId) => {
        const earlier = local.draft?.earlier ?? [];
        const found = earlier.find((one) => one.at === at);
        return Promise.resolve(found ? instead(local, officerId, found, earlier.filter((one) => one !== found)) : null);
      });
      if (next) await lent.keep(next, null);
    },

    async supplement(id, asked) {
      const officerId = lent.openOfficer();
      const key = supplementOf(officerId, id);
      const kept = typed.unsaved(key)?.draft ?? (await deps.store.meta<SupplementDraft>(key));
      return kept?.asked === asked ? kept : { asked, answers: [], photos: [], documents: [] };
    },

    keepSupplement: async (id, draft) => typed.save({ key: supplementOf(lent.openOfficer(), id), draft }),

    async sendSupplement(id, draft) {
      await command(id, async (local, officerId) => {
        ask(local, 'file.supplemented');
        const points = local.file?.rulings.find((one) => one.id === draft.asked)?.points;
        if (!points) throw trouble('supplement_not_asked');
        // The answer was sent already, by this phone or a colleague's.
        if (local.file?.openAsk !== draft.asked) {
          const [here] = local.file?.supplements.filter((one) => one.asked === draft.asked && !one.told) ?? [];
          if (here) return;
          throw trouble('supplement_answered');
        }
        const answers = points.map((_, point) => ({ point, text: (draft.answers[point] ?? '').normalize('NFC').trim() }));
        if (answers.some(({ text }) => text === '')) throw trouble('points_unanswered');
        if (answers.some(({ text }) => [...text].length > 2000)) throw trouble('answer_too_long');
        const inForce = new Set(photosOf(local).filter((photo) => photo.inForce).map((photo) => photo.sha256));
        const photos = [...new Set(draft.photos)].filter((sha256) => inForce.has(sha256));
        await append(local, officerId, 'file.supplemented', { asked: draft.asked, answers, photos, documents: [...new Set(draft.documents)] });
      });
      await typed.flush();
      await deps.store.setMeta(supplementOf(lent.openOfficer(), id), undefined);
    },

    flush: () => typed.flush(),
  };
}

/** Saves from the first letter on, because the app may be killed before the last
 * point is answered. */
function supplementSaver(store: Store): Saver<{ key: string; draft: SupplementDraft }> {
  return new Saver(
    ({ key, draft }) => store.setMeta(key, draft),
    ({ key }) => key,
  );
}
