/** A paper in hand: its draft, its form, the tree of fields, and the saving of every keystroke. */
import { useEffect, useState } from 'preact/hooks';
import type { Services } from '../../app/services';
import { join, validate, withoutCleared, withoutHidden, type Finding, type Schema } from '../../domain/form';
import type { PaperDraft, PaperSigner } from '../../domain/model';
import { missingSigners, type LocalPaper } from '../../domain/papers';
import { useServices } from '../context';
import { autosave, type Autosave } from '../visit/autosave';
import { FormModel } from '../visit/form-model';
import type { FormSchema } from '../visit/schema';
import { READ_BACK, useSchema } from '../visit/use-minutes';

/** What the phone does not ask: the number comes after all signatures. */
export const NOT_ASKED: readonly string[] = [READ_BACK, 'number'];

export interface PaperInHand {
  schema: FormSchema;
  form: FormModel;
  saving: Autosave;
  /** The fields as they would be written. */
  fields(): Record<string, unknown>;
}

function inHand(draft: PaperDraft, schema: FormSchema, papers: Services['papers']): PaperInHand {
  const plain = schema as unknown as Schema;
  let { writtenAs, wantsNumber } = draft;
  const saving = autosave(
    () => papers.saveDraft({ ...draft, fields: form.fields(), writtenAs, wantsNumber }),
    () => new Date().toISOString(),
  );
  const judge = (fields: Record<string, unknown>): Finding[] =>
    validate(plain, withoutCleared(plain, withoutHidden(plain, fields))).filter(([pointer]) => pointer !== join(READ_BACK));
  const form: FormModel = new FormModel(schema, draft.fields, judge, () => {
    writtenAs = null;
    wantsNumber = false;
    saving.request();
  });
  return { schema, form, saving, fields: () => withoutCleared(plain, withoutHidden(plain, form.fields())) };
}

export type Loading = { state: 'loading' } | { state: 'no_form' } | { state: 'failed'; error: unknown } | { state: 'ready'; inHand: PaperInHand };

/** Loads the draft of a paper and its form, once for each paper. */
export function usePaperInHand(id: string, paperId: string): Loading {
  const services = useServices();
  const [loading, setLoading] = useState<Loading>({ state: 'loading' });
  useEffect(() => {
    let here = true;
    const load = async (): Promise<Loading> => {
      const draft = await services.papers.draft(id, paperId);
      const schema = (await services.form(draft.form, draft.formVersion)) as unknown as FormSchema | null;
      return schema === null ? { state: 'no_form' } : { state: 'ready', inHand: inHand(draft, schema, services.papers) };
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
  return loading;
}

/** The form of the writing in force; undefined while it is looked for, null where it is not here or nothing was written. */
export function useWrittenSchema(paper: LocalPaper | null): FormSchema | null | undefined {
  return useSchema(paper?.written ? paper.form : null, paper?.written?.formVersion ?? 1);
}

/** Who still has to sign; null before it was written, and until the form is here. */
export function useMissing(paper: LocalPaper): PaperSigner[] | null {
  const schema = useWrittenSchema(paper);
  return schema && paper.written ? missingSigners(schema, paper.signatures.map(({ role }) => role)) : null;
}
