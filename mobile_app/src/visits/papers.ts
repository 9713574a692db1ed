/** Commands for papers made on site. Each writes at most one signed act and can be
 * repeated (see visits.ts). */
import { computed, type ReadonlySignal } from '@preact/signals';
import { v7 } from 'uuid';
import { Trouble } from '../app/services';
import type { Papers } from '../app/visit-services';
import { moment } from '../domain/acts';
import { same } from '../domain/canonical-json';
import { judged } from '../domain/bounds';
import { CODE_SCHEME } from '../domain/codes';
import { hasPlaceFor, withoutCleared, withoutHidden, labelAt, type Schema } from '../domain/form';
import type { ActContents, ActTypeOnPhone, LocalInspection, PaperDraft, StoredAct } from '../domain/model';
import type { FreeNumber } from '../domain/numbers';
import { missingUnderPaper, papersOf, type LocalPaper } from '../domain/papers';
import { prefillPaper } from '../domain/prefill-papers';
import { contentOfPaperSignature } from './contents';
import { timeOf, type VisitDeps } from './deps';
import { freeHere, giveNext } from './giving-numbers';
import { PaperDrafts } from './paper-drafts';
import { trouble } from './troubles';

/** What visits.ts provides. A command runs exclusively across all tabs, on the state
 * on the disk. */
export interface PaperCore {
  one(id: string): ReadonlySignal<LocalInspection | null>;
  command<T>(id: string, work: (local: LocalInspection, officerId: string) => Promise<T>): Promise<T>;
  append<T extends ActTypeOnPhone>(local: LocalInspection, officerId: string, type: T, content: ActContents[T], number?: FreeNumber): Promise<StoredAct>;
}

export type PaperEngine = Omit<Papers, 'pdf' | 'signing' | 'signDigitally' | 'storedFile'> & {
  flush(): Promise<void>;
  stop(): void;
  /** Gives numbers to papers that waited for one. Called when the phone has some again. */
  giveWaiting(): Promise<void>;
};

export function createPapers(core: PaperCore, deps: VisitDeps): PaperEngine {
  const drafts = new PaperDrafts(deps);
  const live = new Map<string, ReadonlySignal<LocalPaper[]>>();
  /** When a draft was saved, by the phone's own clock. Never printed on a paper. */
  const now = (): string => moment(deps.now());

  /** Runs a command on one paper, in its state on the disk. */
  function onPaper<T>(inspectionId: string, id: string, work: (paper: LocalPaper, local: LocalInspection, officerId: string) => Promise<T>): Promise<T> {
    return core.command(inspectionId, async (local, officerId) => {
      const paper = papersOf(local, await drafts.read(inspectionId)).find((one) => one.id === id);
      if (!paper) throw trouble('paper_unknown');
      return work(paper, local, officerId);
    });
  }

  async function schemaOf(form: string, version: number): Promise<Schema> {
    const schema = await deps.forms.form(form, version);
    if (!schema) throw trouble('form_missing');
    return schema;
  }

  /** Moves a draft that was begun on an older version of its form to the newest version on
   * this phone. The server holds aside what is written on the old version after the newer one
   * came. If the newer version has no field for something that was typed, the draft stays on
   * the old one. */
  async function onNewestForm(draft: PaperDraft): Promise<PaperDraft> {
    const newest = await deps.forms.newestVersion(draft.form);
    if (newest === null || newest <= draft.formVersion) return draft;
    return hasPlaceFor(await schemaOf(draft.form, newest), draft.fields) ? { ...draft, formVersion: newest, updatedAt: now() } : draft;
  }

  async function give(paper: LocalPaper, local: LocalInspection, officerId: string): Promise<string | null> {
    const { written } = paper;
    if (paper.number) return paper.number.text;
    if (!written || (paper.draft && !isWritten(paper, paper.draft))) throw trouble('paper_not_written');
    const schema = await schemaOf(paper.form, written.formVersion);
    if (missingUnderPaper(schema, paper).length > 0) throw trouble('paper_unsigned');
    if (written.officerId !== officerId) throw trouble('paper_of_another');
    return giveNext(deps, officerId, paper.form, schema, (next, text) =>
      core.append(local, officerId, 'document.numbered', { document_id: paper.id, written: written.id, form: paper.form, year: next.year, number: next.number, block_id: next.blockId, text, code_scheme: CODE_SCHEME }, next),
    );
  }

  const engine: PaperEngine = {
    of(inspectionId) {
      let found = live.get(inspectionId);
      if (!found) {
        const [one, typed] = [core.one(inspectionId), drafts.of(inspectionId)];
        live.set(inspectionId, (found = computed(() => (one.value ? papersOf(one.value, typed.value) : []))));
      }
      return found;
    },

    begin: (inspectionId, form) =>
      core.command(inspectionId, async (local, officerId) => {
        const formVersion = await deps.forms.newestVersion(form);
        if (formVersion === null) throw trouble('form_missing');
        const papers = papersOf(local, await drafts.read(inspectionId));
        const time = timeOf(deps);
        const fields = prefillPaper(form, {
          version: formVersion,
          decision: local.view.decision,
          agency: local.view.unit_name_vi,
          officerId,
          minutes: local.minutes?.fields ?? local.draft?.fields ?? {},
          papers: papers.map((paper) => ({
            form: paper.form,
            fields: paper.written?.fields ?? paper.draft?.fields ?? {},
            number: paper.number?.text ?? null,
            madeAt: paper.written?.madeAt ?? paper.draft?.updatedAt ?? now(),
          })),
          now: time === null ? null : moment(time),
        });
        const draft: PaperDraft = {
          officerId, id: v7({ msecs: deps.now() }), recordId: inspectionId, form, formVersion, fields, writtenAs: null, wantsNumber: false, updatedAt: now(),
        };
        await drafts.save(draft);
        return draft;
      }),

    draft: (inspectionId, id) =>
      onPaper(inspectionId, id, async ({ form, written, number, draft }, _, officerId) => {
        if (number) throw trouble('paper_closed');
        if (draft && !written) {
          const moved = await onNewestForm(draft);
          if (moved !== draft) await drafts.save(moved);
          return moved;
        }
        // If nothing was typed since this draft was written, it takes over the text that another
        // phone of the team wrote later.
        if (draft && (draft.writtenAs === null || draft.writtenAs === written?.id)) return draft;
        if (!written) throw trouble('paper_unknown');
        const made: PaperDraft = {
          officerId, id, recordId: inspectionId, form, formVersion: written.formVersion, fields: written.fields, writtenAs: written.id, wantsNumber: false, updatedAt: now(),
        };
        await drafts.save(made);
        return made;
      }),

    saveDraft: (draft) => drafts.save({ ...draft, updatedAt: now() }),

    drop: (inspectionId, id) =>
      onPaper(inspectionId, id, async ({ written, draft, kept }) => {
        if (draft && !written && kept.length === 0) await drafts.drop(draft);
      }),

    async write(inspectionId, id) {
      await drafts.flush();
      return onPaper(inspectionId, id, async (paper, local, officerId) => {
        const { draft, form, number } = paper;
        if (number) throw trouble('paper_closed');
        if (!draft) throw trouble('paper_unknown');
        const schema = await schemaOf(form, draft.formVersion);
        const fields = fieldsOfPaper(schema, draft.fields);
        const [first] = judged(schema, fields);
        if (first) {
          const label = labelAt(schema, first[0]);
          throw new Trouble('form_invalid', { vi: `${label.vi}: ${first[1].vi}`, en: `${label.en}: ${first[1].en}` });
        }
        const { written } = paper;
        const stands = written && written.formVersion === draft.formVersion && same(written.fields, fields) ? written.id : null;
        const act = stands ?? (await core.append(local, officerId, 'document.written', { document_id: id, form, form_version: draft.formVersion, fields })).id;
        await drafts.save({ ...draft, fields, writtenAs: act, updatedAt: now() });
        return act;
      });
    },

    async sign(inspectionId, id, hand) {
      await drafts.flush();
      return onPaper(inspectionId, id, async (paper, local, officerId) => {
        if (paper.number) throw trouble('paper_closed');
        if (!paper.written || (paper.draft && !isWritten(paper, paper.draft))) throw trouble('paper_not_written');
        const content = contentOfPaperSignature(paper.written.id, hand);
        const again = paper.signatures.find((one) => one.role === content.role && one.name === content.name && same(one.drawing, content.drawing) && same(one.refusal, content.refusal));
        return again?.id ?? (await core.append(local, officerId, 'document.signed', content)).id;
      });
    },

    async number(inspectionId, id) {
      await drafts.flush();
      return onPaper(inspectionId, id, async (paper, local, officerId) => {
        const text = await give(paper, local, officerId);
        const base = paper.draft ?? (await draftOf(paper, officerId, inspectionId));
        if (base.wantsNumber !== (text === null)) await drafts.save({ ...base, wantsNumber: text === null, updatedAt: now() });
        return text;
      });
    },

    async numbersLeft(form) {
      const officerId = deps.officerId.peek();
      return officerId === null ? 0 : (await freeHere(deps, officerId, form)).length;
    },

    async giveWaiting() {
      const officerId = deps.officerId.peek();
      if (officerId === null) return;
      const waiting = (await deps.store.papersOf(officerId)).filter((draft) => draft.wantsNumber);
      // If one paper cannot be numbered now (because it was written again, for example), the others
      // still get their numbers.
      for (const { recordId, id } of waiting) await engine.number(recordId, id).catch(() => undefined);
    },

    flush: () => drafts.flush(),
    stop: () => drafts.stop(),
  };

  async function draftOf({ id, form, written }: LocalPaper, officerId: string, recordId: string): Promise<PaperDraft> {
    if (!written) throw trouble('paper_unknown');
    return { officerId, id, recordId, form, formVersion: written.formVersion, fields: written.fields, writtenAs: written.id, wantsNumber: false, updatedAt: now() };
  }

  return engine;
}

/** The fields as the act carries them, without fields hidden by their condition and without
 * optional texts that were cleared. */
export function fieldsOfPaper(schema: Schema, typed: Record<string, unknown>): Record<string, unknown> {
  return withoutCleared(schema, withoutHidden(schema, typed));
}

/** Whether the draft equals the text in force. */
function isWritten({ written }: LocalPaper, draft: PaperDraft): boolean {
  return written !== null && (draft.writtenAs === written.id || same(draft.fields, written.fields));
}
