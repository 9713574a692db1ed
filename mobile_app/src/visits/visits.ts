/** Commands of a visit. Each writes at most one signed act, in one transaction with its bytes,
 * before it resolves.
 *
 * Commands of one officer run one after another across all tabs (`deps.lock`). Each starts from the
 * state on the disk, not from what a screen showed. Each can be repeated: if it was done already,
 * it returns the same answer without a second act. A double tap does no harm then, nor does an app
 * that was killed before it saw the answer.
 */
import { Trouble } from '../app/services';
import type { CapturedPhoto, HandSigned, Visits } from '../app/visit-services';
import { same, sha256Hex } from '../domain/canonical-json';
import { isAct } from '../domain/acts';
import type { Schema } from '../domain/form';
import { photosOf, revisionParts } from '../domain/inspection';
import type { ActContents, ActTypeOnPhone, Draft, LocalInspection, StoredAct } from '../domain/model';
import { isFinal, toSign } from '../domain/minutes-flow';
import { fieldsToWrite, findingsOf, isWritten, obstaclesOf, writtenOf } from '../domain/obstacles';
import type { FreeNumber } from '../domain/numbers';
import { declaredHere } from '../domain/relations';
import { answersToSend, remarksOf } from '../domain/remarks';
import { revisionOf } from '../domain/revision';
import { USUAL_FORM } from '../domain/submission-rules';
import { step } from '../domain/states';
import type { VisitDeps } from './deps';
import { DraftSaver } from './drafts';
import { newDraft } from './drawing-up';
import { createFilings, type FilingEngine } from './filings';
import { createFlow, type FlowEngine } from './flow';
import { createHandSigned } from './hand-signed';
import { LiveInspections } from './live';
import { ActLog } from './log';
import { createMinutesNumbers, type MinutesNumbers } from './minutes-number';
import { createOpinions, type OpinionEngine } from './opinions';
import { createProposals, type ProposalEngine } from './proposals';
import { createPapers, type PaperEngine } from './papers';
import { captionOf, contentOfPhoto, contentOfSignature, reasonOf, rowOfPhoto } from './contents';
import { asTrouble, refusedBy, trouble } from './troubles';
import { TypedSaver } from './typed';

/** What the wiring and tests need in addition to what screens may use. */
export interface VisitEngine extends Visits {
  /** Papers made on site besides the minutes. */
  papers: PaperEngine;
  filings: FilingEngine;
  flow: FlowEngine;
  numbers: MinutesNumbers;
  handSigned: HandSigned;
  /** A supervisor's opinions on drafts of teams to which the supervisor does not belong. */
  opinions: OpinionEngine;
  /** Proposals of inspections, before there is one. */
  proposals: ProposalEngine;
  /** Resolves when every typed draft is on the disk. Called before locking, updating the app, or
   * making a rescue file. */
  flush(): Promise<void>;
  /** Resolves when everything written before is folded into the signals. */
  settled(): Promise<void>;
  stop(): void;
}

/** Creates the visits. The wiring (src/app/create.ts) passes the store, the open officer, the
 * device's key, the clocks, the anchor of the last contact, Web Locks, and the forms that came
 * by sync; see VisitDeps. */
export function createVisits(deps: VisitDeps): VisitEngine {
  const log = new ActLog(deps);
  const drafts = new DraftSaver(deps.store);
  const typed = new TypedSaver(deps.store);
  const live = new LiveInspections(deps, drafts);

  function openOfficer(): string {
    const officerId = deps.officerId.peek();
    if (officerId === null) throw trouble('locked');
    return officerId;
  }

  /** Runs a command exclusively, on the state on the disk, and shows its result. */
  async function command<T>(id: string, work: (local: LocalInspection, officerId: string) => Promise<T>): Promise<T> {
    try {
      const officerId = openOfficer();
      return await deps.lock(`acts ${officerId}`, async () => {
        const local = await live.reload(officerId, id);
        if (!local) throw trouble('inspection_unknown');
        if (local.acts.length === 0 && !local.draft) await live.keepView(officerId, local.view);
        return live.whileWriting(id, async () => {
          const result = await work(local, officerId);
          await live.reload(officerId, id);
          return result;
        });
      });
    } catch (error) {
      throw asTrouble(error);
    }
  }

  async function append<T extends ActTypeOnPhone>(
    local: LocalInspection,
    officerId: string,
    type: T,
    content: ActContents[T],
    number?: FreeNumber,
  ): Promise<StoredAct> {
    // The app was locked while the command waited for its turn: it must not write an act.
    if (officerId !== deps.officerId.peek()) throw trouble('locked');
    return log.append(officerId, local.id, type, content, null, number);
  }

  const papers = createPapers({ one: (id) => live.one(id), command, append }, deps);

  const flow = createFlow({ openOfficer, command, append, schemaOf, keep, flushDrafts: () => drafts.flush() }, deps);

  const numbers = createMinutesNumbers({ command, append, schemaOf, keep, flushDrafts: () => drafts.flush() }, deps);

  const filings = createFilings({ one: (id) => live.one(id), command, openOfficer, log }, deps);
  const handSigned = createHandSigned({ openOfficer, command, append, keepView: (officerId, view) => live.keepView(officerId, view) }, deps);

  const opinions = createOpinions(log, openOfficer, deps);

  const proposals = createProposals(log, openOfficer, deps);

  async function schemaOf(local: LocalInspection): Promise<Schema | null> {
    const drawnUp = local.draft ?? local.minutes;
    return drawnUp ? deps.forms.form(drawnUp.form, drawnUp.formVersion) : null;
  }

  async function fresh(id: string): Promise<LocalInspection> {
    const local = await live.read(openOfficer(), id);
    if (!local) throw trouble('inspection_unknown');
    return local;
  }

  async function keep(draft: Draft, writtenAs: string | null): Promise<void> {
    const next: Draft = { ...draft, writtenAs, updatedAt: new Date(deps.now()).toISOString() };
    live.showDraft(next);
    try {
      await drafts.save(next);
    } catch (error) {
      throw asTrouble(error);
    }
  }

  async function drafted(id: string, form: string): Promise<Draft> {
    const local = await fresh(id);
    if (local.draft?.form === form) return local.draft;
    const officerId = openOfficer();
    if (local.acts.length === 0 && !local.draft) await live.keepView(officerId, local.view);
    const made = await newDraft(local, officerId, form, deps);
    await keep(made, writtenAs(made, local));
    return live.one(id).peek()?.draft ?? made;
  }

  function saveDraft(draft: Draft): Promise<void> {
    const shown = live.one(draft.recordId).peek();
    const now = shown?.draft;
    // A last letter typed into the form that was just left arrives late. It belongs to that form's
    // fields in `aside`.
    if (now && now.form !== draft.form) return keep({ ...now, aside: { ...now.aside, [draft.form]: draft.fields } }, now.writtenAs);
    const answers = now?.answers ? { answers: now.answers } : {};
    return keep({ ...draft, ...answers, ...(now?.aside ? { aside: { ...draft.aside, ...now.aside } } : {}) }, writtenAs(draft, shown));
  }

  return {
    all: live.all,
    one: (id) => live.one(id),

    open: (id) =>
      command(id, async (local, officerId) => {
        const cell = step(local.state, 'inspection.opened', local.view.minutes_flow);
        // In the newer flow, opening again withdraws the request not to carry out the visit, and
        // has no other effect.
        if (cell.effect !== 'takes' || (cell.next === local.state && local.discardAsked === null)) return;
        await append(local, officerId, 'inspection.opened', { decision_id: local.view.decision.decision_id });
      }),

    declareRelation: (id, relation, reason) =>
      command(id, async (local, officerId) => {
        const said = declaredHere(local);
        if (said && said.relation === relation && said.reason === reason) return;
        if (relation === null) await append(local, officerId, 'relation.none_declared', { same_name: reason === null ? null : reasonOf(reason) });
        else await append(local, officerId, 'relation.declared', { relation, reason: reasonOf(reason ?? '') });
      }),

    fixPlace: (id, place) => command(id, async (local, officerId) => (await append(local, officerId, 'place.fixed', place)).id),

    announce: (id, place) =>
      command(id, async (local, officerId) => {
        const cell = step(local.state, 'inspection.announced', local.view.minutes_flow);
        if (cell.effect === 'refused') throw refusedBy(cell.code);
        const already = local.announcedAt !== null && (cell.next === null || cell.next === local.state);
        const known = already ? announcementOf(local) : null;
        return known ?? (await append(local, officerId, 'inspection.announced', { place })).id;
      }),

    async takePhoto(id: string, photo: CapturedPhoto) {
      if (photo.bytes.byteLength === 0) throw trouble('photo_empty');
      const sha256 = await sha256Hex(photo.bytes);
      return command(id, async (local, officerId) => {
        if (officerId !== deps.officerId.peek()) throw trouble('locked');
        const content = contentOfPhoto(log.newId(), sha256, photo);
        const row = rowOfPhoto(content, photo);
        const act = await log.append(officerId, local.id, 'photo.taken', content, { row, bytes: photo.bytes });
        const stored = await deps.store.photo(row.id);
        if (!stored) throw new Error(`photograph ${row.id} of act ${act.id} was written but is not there`);
        return stored;
      });
    },

    keepThumbnail: (photoId, jpeg) => deps.store.updatePhoto(photoId, { thumbnail: jpeg }),

    withdrawPhoto: (id, photoId, reason) =>
      command(id, async (local, officerId) => {
        const photo = photosOf(local).find((each) => each.id === photoId);
        if (!photo) throw trouble('photo_unknown');
        const content = { photo_id: photoId, reason: reasonOf(reason) };
        if (photo.withdrawn === null) await append(local, officerId, 'photo.withdrawn', content);
        if (photo.mine) await deps.store.updatePhoto(photoId, { withdrawn: photo.withdrawn ?? content.reason });
      }),

    captionPhoto: (id, photoId, text) =>
      command(id, async (local, officerId) => {
        const photo = photosOf(local).find((each) => each.id === photoId);
        if (!photo) throw trouble('photo_unknown');
        const caption = captionOf(text);
        if (caption !== photo.caption) await append(local, officerId, 'photo.captioned', { photo_id: photoId, caption });
      }),

    photoBytes: (photoId) => deps.store.bytes(photoId),

    typed: async (of) => typed.kept(openOfficer(), of),
    keepTyped: async (of, text) => typed.keep(openOfficer(), of, text),

    async answerRemark(id, key, answer) {
      const local = live.one(id).peek() ?? (await fresh(id));
      if (!remarksOf(local).some((remark) => remark.key === key)) return;
      const draft = local.draft ?? (await drafted(id, local.minutes?.form ?? USUAL_FORM));
      const { [key]: _, ...others } = draft.answers ?? {};
      await keep({ ...draft, answers: answer === null ? others : { ...others, [key]: answer } }, draft.writtenAs);
    },

    draft: drafted,

    saveDraft,

    async writeMinutes(id) {
      await drafts.flush();
      const { written, draft } = await command(id, async (local, officerId) => {
        if (!local.draft) throw trouble('minutes_missing');
        const { form, formVersion: form_version, fields: typed } = local.draft;
        const schema = await deps.forms.form(form, form_version);
        if (!schema) throw trouble('form_missing');
        const fields = fieldsToWrite(schema, typed);
        const [first] = findingsOf(schema, fields);
        if (first) throw new Trouble(first.code, first.text);
        const inForce = writtenOf(local, schema);
        // People hold the numbered text. Once it is final, what was typed goes beside it.
        if (!inForce && local.number && !isFinal(local)) throw trouble('paper_closed');
        const { id: act } = inForce ?? (await append(local, officerId, 'minutes.written', { form, form_version, fields }));
        return { written: act, draft: local.draft };
      });
      // If something was typed meanwhile, the draft is ahead of the minutes and stays so.
      const now = live.one(id).peek()?.draft;
      if (now && now.form === draft.form && same(now.fields, draft.fields)) await keep(now, written);
      return written;
    },

    async sign(id, signature) {
      await drafts.flush();
      return command(id, async (local, officerId) => {
        const under = toSign(local);
        if (!under) throw trouble('minutes_missing');
        if (local.number) throw trouble('paper_closed');
        if (!isWritten(local, await schemaOf(local))) throw trouble('minutes_not_written');
        const content = contentOfSignature(under.id, signature);
        const again = local.signatures.find((each) => each.role === content.role && each.name === content.name && same(each.drawing, content.drawing) && same(each.refusal, content.refusal));
        return again?.id ?? (await append(local, officerId, 'person.signed', content)).id;
      });
    },

    numberMinutes: (id) => numbers.number(id),
    numbersLeft: (form) => numbers.numbersLeft(form),
    numbers,

    async obstacles(id) {
      const local = await fresh(id);
      return obstaclesOf(local, await schemaOf(local));
    },

    async revision(id) {
      const parts = revisionParts(await fresh(id));
      if (!parts) throw trouble('minutes_missing');
      return revisionOf(parts);
    },

    async submit(id, shown) {
      await drafts.flush();
      await command(id, async (local, officerId) => {
        const [first] = obstaclesOf(local, await schemaOf(local));
        if (first) throw new Trouble(first.code, first.text);
        const parts = revisionParts(local);
        if (!parts) throw trouble('minutes_missing');
        const revision = await revisionOf(parts);
        if (shown !== undefined && shown !== revision.revision) throw trouble('revision_changed');
        const answers = answersToSend(local);
        await append(local, officerId, 'inspection.submitted', { ...revision, ...(answers.length > 0 ? { answers } : {}) });
      });
    },

    discard: (id, reason) =>
      command(id, async (local, officerId) => {
        const cell = step(local.state, 'inspection.discarded', local.view.minutes_flow);
        if (cell.effect === 'refused') throw refusedBy(cell.code);
        if (cell.effect === 'takes' && local.discardAsked === null) await append(local, officerId, 'inspection.discarded', { reason: reasonOf(reason) });
      }),

    papers,
    filings,
    flow,
    handSigned,
    opinions,
    proposals,
    async flush() {
      await Promise.all([drafts.flush(), typed.flush(), papers.flush(), flow.flush(), opinions.flush()]);
    },
    settled: () => live.settled(),
    stop() {
      papers.stop();
      filings.stop();
      live.stop();
    },
  };
}

/** The act by which exactly these fields were written; null if anything else was typed since. */
function writtenAs(draft: Draft, shown: LocalInspection | null): string | null {
  const { draft: before, minutes } = shown ?? {};
  const form = (other: { form: string; formVersion: number }): boolean => other.form === draft.form && other.formVersion === draft.formVersion;
  if (before?.writtenAs && form(before) && same(before.fields, draft.fields)) return before.writtenAs;
  return minutes && form(minutes) && same(minutes.fields, draft.fields) ? minutes.id : null;
}

function announcementOf(local: LocalInspection): string | null {
  const own = local.acts.find(({ act, state }) => isAct(act, 'inspection.announced') && state !== 'parked');
  return own?.id ?? local.view.acts.find((act) => act.type === 'inspection.announced')?.id ?? null;
}
