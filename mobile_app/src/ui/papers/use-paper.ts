/** A paper being edited: its draft, its form, the tree of fields, and saving at every keystroke. */
import { effect } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Services } from '../../app/services';
import { same } from '../../domain/canonical-json';
import { judged } from '../../domain/bounds';
import { deniedRight, type Explanation } from '../../domain/explanation';
import { join, withoutCleared, withoutHidden, type Finding, type Schema } from '../../domain/form';
import type { PaperDraft, PaperSigner } from '../../domain/model';
import { missingUnderPaper, type LocalPaper } from '../../domain/papers';
import { useServices } from '../context';
import { autosave, type Autosave } from '../visit/autosave';
import { FormModel } from '../visit/form-model';
import type { FormSchema } from '../visit/schema';
import { asReadBack, READ_BACK, useSchema } from '../visit/use-minutes';

/** Fields that the form's screen omits: the read-back question, and the number, which comes
 * after all signatures. */
export const NOT_ASKED: readonly string[] = [READ_BACK, 'number'];

export interface PaperInHand {
  schema: FormSchema;
  form: FormModel;
  saving: Autosave;
  /** The fields as they would be written. */
  fields(): Record<string, unknown>;
  /** Tells whether the catalogue gives the violator the right to explain; the form is checked again. */
  knowsRight(right: Explanation['right'] | null): void;
  /** Whether another window of this phone has typed since. Its text is newer and must
   * not be overwritten. */
  isOvertakenBy(draft: PaperDraft): boolean;
}

function inHand(draft: PaperDraft, schema: FormSchema, papers: Services['papers']): PaperInHand {
  const plain = schema as unknown as Schema;
  let { writtenAs, wantsNumber } = draft;
  const asWritten = (fields: Record<string, unknown>): Record<string, unknown> => withoutCleared(plain, withoutHidden(plain, fields));
  let known = draft.fields;
  let right: Explanation['right'] | null = null;
  const saving = autosave(
    () => {
      known = form.fields();
      return papers.saveDraft({ ...draft, fields: known, writtenAs, wantsNumber });
    },
    () => new Date().toISOString(),
  );
  const judge = (fields: Record<string, unknown>): Finding[] =>
    [...judged(plain, asReadBack(plain, asWritten(fields))).filter(([pointer]) => pointer !== join(READ_BACK)), ...deniedRight(right, fields)];
  const form: FormModel = new FormModel(schema, draft.fields, judge, () => {
    writtenAs = null;
    wantsNumber = false;
    saving.request();
  });
  return {
    schema,
    form,
    saving,
    fields: () => asWritten(form.fields()),
    knowsRight: (told) => {
      right = told;
      form.check();
    },
    isOvertakenBy(other) {
      // Our own save returns as the same object. Read again from the disk, or written, it returns
      // as an equal one.
      if (other.fields === known || saving.busy()) return false;
      if (!same(asWritten(other.fields), asWritten(known))) return true;
      known = other.fields;
      return false;
    },
  };
}

export type Loading = { state: 'loading' } | { state: 'no_form' } | { state: 'failed'; error: unknown } | { state: 'ready'; inHand: PaperInHand; followed: boolean };

/** Loads the draft of a paper and its form, once per paper. */
export function usePaperInHand(id: string, paperId: string): Loading {
  const services = useServices();
  const [loading, setLoading] = useState<Loading>({ state: 'loading' });
  useEffect(() => {
    let here = true;
    const load = async (): Promise<Loading> => {
      const draft = await services.papers.draft(id, paperId);
      const schema = (await services.form(draft.form, draft.formVersion)) as unknown as FormSchema | null;
      return schema === null ? { state: 'no_form' } : { state: 'ready', inHand: inHand(draft, schema, services.papers), followed: false };
    };
    setLoading({ state: 'loading' });
    load().then(
      (loaded) => here && setLoading(loaded),
      (error: unknown) => here && setLoading({ state: 'failed', error }),
    );
    return () => {
      here = false;
    };
  }, [services, id, paperId]);
  useEffect(() => {
    if (loading.state !== 'ready') return;
    const { inHand: hand } = loading;
    const all = services.papers.of(id);
    return effect(() => {
      const draft = all.value.find((paper) => paper.id === paperId)?.draft ?? null;
      if (draft !== null && hand.isOvertakenBy(draft)) setLoading({ state: 'ready', inHand: inHand(draft, hand.schema, services.papers), followed: true });
    });
  }, [services, id, paperId, loading]);
  return loading;
}

/** The form of the text in force. Undefined while it is being read; null if it is not here or
 * nothing was written. */
export function useWrittenSchema(paper: LocalPaper | null): FormSchema | null | undefined {
  return useSchema(paper?.written ? paper.form : null, paper?.written?.formVersion ?? 1);
}

/** Roles that still have to sign; null until the paper is written and its form is here. */
export function useMissing(paper: LocalPaper): PaperSigner[] | null {
  const schema = useWrittenSchema(paper);
  return schema && paper.written ? missingUnderPaper(schema, paper) : null;
}
