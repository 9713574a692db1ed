/** Minutes being edited: the draft, its form, the tree of fields, and saving at every keystroke. */
import { effect } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Services } from '../../app/services';
import { same } from '../../domain/canonical-json';
import { judged } from '../../domain/bounds';
import { join, withoutCleared, type Finding, type Schema } from '../../domain/form';
import type { Draft } from '../../domain/model';
import type { MinutesForm } from '../../domain/submission-rules';
import { useServices } from '../context';
import { autosave, type Autosave } from './autosave';
import { FormModel } from './form-model';
import type { FormSchema } from './schema';

/** The field that records that the minutes were read back. It is answered on the screen for
 * reading, not before. */
export const READ_BACK = 'read_back';

/** The fields as they will be once the minutes were read back. Faults between several fields are
 * looked for only where no single field is wrong: the open question would hide them until after
 * the reading. */
export function asReadBack(schema: Schema, fields: Record<string, unknown>): Record<string, unknown> {
  return Object.hasOwn(schema.properties ?? {}, READ_BACK) ? { ...fields, [READ_BACK]: true } : fields;
}

export interface MinutesInHand {
  schema: FormSchema;
  form: FormModel;
  saving: Autosave;
  /** The act by which exactly these fields were written; null once something was typed. */
  writtenAs(): string | null;
  /** Whether another window of this phone has typed since. Its text is newer and must
   * not be overwritten. */
  isOvertakenBy(draft: Draft): boolean;
}

/** Builds the tree over a draft. Each save contains the whole draft, so the last one
 * is always sufficient. */
function inHand(draft: Draft, schema: FormSchema, visits: Services['visits']): MinutesInHand {
  const now = (): string => new Date().toISOString();
  let written = draft.writtenAs;
  let known = draft.fields;
  const saving = autosave(() => {
    known = form.fields();
    return visits.saveDraft({ ...draft, fields: known, writtenAs: written, screen: draft.form === 'BB-KKT' ? 'minutes?form=BB-KKT' : 'minutes', updatedAt: now() });
  }, now);
  const plain = schema as unknown as Schema;
  const judge = (fields: Record<string, unknown>): Finding[] => judged(plain, asReadBack(plain, withoutCleared(plain, fields))).filter(([pointer]) => pointer !== join(READ_BACK));
  const form: FormModel = new FormModel(schema, draft.fields, judge, () => {
    written = null;
    saving.request();
  });
  return {
    schema,
    form,
    saving,
    writtenAs: () => written,
    isOvertakenBy(other) {
      // Our own save returns as the same object or, read again from the disk, as an equal one.
      if (other.form !== draft.form || other.fields === known || saving.busy()) return false;
      if (!same(other.fields, known)) return true;
      known = other.fields;
      return false;
    },
  };
}

export type Loading =
  | { state: 'loading' }
  | { state: 'no_form' }
  | { state: 'failed'; error: unknown; again: () => void }
  /** `followed`: another window typed, and its text replaced the draft. */
  | { state: 'ready'; minutes: MinutesInHand; followed: boolean };

/** Loads the draft (made from what is known if there is none) and its form. Waits while
 * `form` is null. */
export function useMinutes(id: string, form: MinutesForm | null): Loading {
  const services = useServices();
  const [loading, setLoading] = useState<Loading>({ state: 'loading' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (form === null) return;
    let here = true;
    const load = async (): Promise<Loading> => {
      const draft = await services.visits.draft(id, form);
      const schema = (await services.form(draft.form, draft.formVersion)) as unknown as FormSchema | null;
      return schema === null ? { state: 'no_form' } : { state: 'ready', minutes: inHand(draft, schema, services.visits), followed: false };
    };
    setLoading({ state: 'loading' });
    load().then(
      (loaded) => here && setLoading(loaded),
      (error: unknown) => here && setLoading({ state: 'failed', error, again: () => setTries((count) => count + 1) }),
    );
    return () => {
      here = false;
    };
  }, [services, id, form, tries]);
  useEffect(() => {
    if (loading.state !== 'ready') return;
    const { minutes } = loading;
    const one = services.visits.one(id);
    return effect(() => {
      const draft = one.value?.draft ?? null;
      if (draft !== null && minutes.isOvertakenBy(draft)) setLoading({ state: 'ready', minutes: inHand(draft, minutes.schema, services.visits), followed: true });
    });
  }, [services, id, loading]);
  return loading;
}

/** The schema of a form on this phone. Undefined while it is being read; null if it is not here. */
export function useSchema(form: string | null, version: number): FormSchema | null | undefined {
  const services = useServices();
  const [schema, setSchema] = useState<FormSchema | null | undefined>(undefined);
  const key = useMemo(() => ({ form, version }), [form, version]);
  useEffect(() => {
    let here = true;
    if (key.form === null) setSchema(null);
    else void services.form(key.form, key.version).then((found) => here && setSchema(found as unknown as FormSchema | null));
    return () => {
      here = false;
    };
  }, [services, key]);
  return schema;
}
