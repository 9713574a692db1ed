/** Makes the first draft of minutes. */
import { moment } from '../domain/acts';
import type { Draft, LocalInspection } from '../domain/model';
import { prefill } from '../domain/prefill';
import { timeOf, type VisitDeps } from './deps';
import { trouble } from './troubles';

/** Makes the draft for a form if the inspection has none for it.
 *
 * It starts from what was typed under that form before, else from the minutes in force, else from
 * what is known. What was typed under another form is kept in `aside`. If there are minutes on that
 * form, the draft stays on their version of it; otherwise it is on the newest one. Raises form_missing.
 */
export async function newDraft(local: LocalInspection, officerId: string, form: string, deps: Pick<VisitDeps, 'forms' | 'now' | 'clock'>): Promise<Draft> {
  const { draft: before, minutes, view } = local;
  const aside = { ...before?.aside, ...(before ? { [before.form]: before.fields } : {}) };
  const earlier = aside[form];
  delete aside[form];
  const base = { officerId, recordId: local.id, form, screen: before?.screen ?? null, updatedAt: moment(deps.now()), writtenAs: null };
  const kept = { ...(Object.keys(aside).length > 0 ? { aside } : {}), ...(before?.answers ? { answers: before.answers } : {}) };
  const begun = minutes?.form === form ? minutes : null;
  if (!earlier && begun) return { ...base, ...kept, formVersion: begun.formVersion, fields: begun.fields };
  const formVersion = begun?.formVersion ?? (await deps.forms.newestVersion(form));
  if (formVersion === null) throw trouble('form_missing');
  const time = timeOf(deps);
  const known = { decision: view.decision, agency: view.unit_name_vi, announcedAt: local.announcedAt, now: time === null ? null : moment(time) };
  const fields = earlier ?? prefill(form, known, before?.fields, await deps.forms.form(form, formVersion));
  return { ...base, ...kept, formVersion, fields };
}
