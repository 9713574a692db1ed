/** Conditions for a submission. Mirrors backend/fieldwork/rules/submissions.py,
 * checked by tests/cases/submissions.json. */
import { SUBMISSIONS } from '../wire/forms';
import type { SignerRole } from './model';
import { countedRoles, type Signed, type SignedPaper } from './refusals';

/** Signatures, or refusals to sign, that minutes need: one whole set of `anyOf`, else
 * the fault `code`. */
export interface Need {
  code: string;
  anyOf: readonly (readonly SignerRole[])[];
  /** Sets that suffice as well if the minutes say why those above could not sign. */
  whereAbsenceTold: readonly (readonly SignerRole[])[];
}

/** What a submission of minutes on a form needs beyond the form itself. */
export interface FormRule {
  announced: boolean;
  needs: readonly Need[];
  /** The form's field that says why a required signer was absent. */
  absenceField: string | null;
}

/** Forms of an inspection's minutes. */
export type MinutesForm = keyof typeof SUBMISSIONS;

/** Inspection minutes: Circular 27/2020 Art 16.2 and 18.4; minutes of non-execution: its Art
 * 16.1. Taken from the forms. */
export const FORM_RULES: Record<string, FormRule> = SUBMISSIONS;

/** The form whose rule applies if no minutes are in force. */
export const USUAL_FORM = 'BB-KT';

/** Returns the rule of a form; that of the usual form if the form is unknown or there are
 * no minutes yet. */
export function ruleOf(form: string | null): FormRule {
  const rule = FORM_RULES[form ?? USUAL_FORM] ?? FORM_RULES[USUAL_FORM];
  if (!rule) throw new TypeError(`the usual form ${USUAL_FORM} has no rule`);
  return rule;
}

/** Whether minutes say why a required signer was absent. */
export function tellsAbsence(form: string, fields: Record<string, unknown>): boolean {
  const name = FORM_RULES[form]?.absenceField;
  const told = name ? fields[name] : undefined;
  return typeof told === 'string' && told.trim() !== '';
}

/** Codes of the signatures that are still missing, in the server's order. */
export function missingSignatures(rule: FormRule, absenceTold: boolean, roles: readonly string[]): string[] {
  return rule.needs
    .filter((need) => ![...need.anyOf, ...(absenceTold ? need.whereAbsenceTold : [])].some((group) => group.every((role) => roles.includes(role))))
    .map((need) => need.code);
}

/** The same of minutes as they were written, with the signatures under them. */
export function missingUnder(minutes: SignedPaper, signed: readonly Signed[]): string[] {
  return missingSignatures(ruleOf(minutes.form), tellsAbsence(minutes.form, minutes.fields), countedRoles(minutes, signed));
}

/** What a submission is checked against: what it names, and what is known. */
export interface SubmissionFacts {
  announced: boolean;
  /** Form of the minutes in force, its version and fields. If there are none: null, 0 and {}. */
  form: string | null;
  formVersion: number;
  fields: Record<string, unknown>;
  minutes: string;
  minutesInForce: string | null;
  photos: readonly string[];
  knownPhotos: readonly { sha256: string; inForce: boolean }[];
  signatures: readonly string[];
  knownSignatures: readonly (Signed & { id: string; minutes: string })[];
  places: readonly string[];
  knownPlaces: readonly string[];
}

/** Returns the code with which the server would refuse a submission, or null. */
export function submissionFault(facts: SubmissionFacts): string | null {
  const rule = ruleOf(facts.form);
  if (rule.announced && !facts.announced) return 'not_announced';
  if (facts.minutesInForce === null || facts.minutes !== facts.minutesInForce) return 'minutes_not_in_force';
  const inForce = new Set(facts.knownPhotos.filter((photo) => photo.inForce).map((photo) => photo.sha256));
  if (new Set(facts.photos).size !== facts.photos.length || !facts.photos.every((sha256) => inForce.has(sha256))) return 'photos_not_in_force';
  if (!facts.places.every((id) => facts.knownPlaces.includes(id))) return 'places_unknown';
  const byId = new Map(facts.knownSignatures.map((signature) => [signature.id, signature]));
  const signed = facts.signatures.map((id) => byId.get(id));
  if (signed.includes(undefined)) return 'signatures_unknown';
  if (signed.some((signature) => signature?.minutes !== facts.minutes)) return 'signatures_of_other_minutes';
  const paper = { form: facts.form ?? USUAL_FORM, formVersion: facts.formVersion, fields: facts.fields };
  const roles = countedRoles(paper, signed.filter((signature) => signature !== undefined));
  return missingSignatures(rule, tellsAbsence(paper.form, paper.fields), roles)[0] ?? null;
}
