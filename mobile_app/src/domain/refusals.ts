/** Whose signature a recorded refusal to sign stands for: only if somebody else certifies it by a
 * signature (Circular 27/2020 Art 18.3.b; Law 15/2012 Arts 58, 125). Mirrors
 * backend/fieldwork/rules/refusals.py, checked by tests/cases/refusals.json. */
import { REFUSALS } from '../wire/forms';

/** What a refusal needs, from one edition of a form on. */
interface RefusalRule {
  from: number;
  /** Who may refuse: the party. */
  role: string;
  /** Roles of which one has to sign. */
  certifiedBy: readonly string[];
  /** The field that says why nobody could certify it, where the law accepts that. */
  excusedBy: string | null;
  /** The field that says why the party did not sign, if it was not even there to refuse. */
  unsignedField: string | null;
}

/** A paper as it was written; its signatures are under that text. */
export interface SignedPaper {
  form: string;
  formVersion: number;
  fields: Record<string, unknown>;
}

/** One signature, or the refusal to give it. `order` of a refusal: only who signs after it certifies
 * it; refusals of older apps have none. */
export interface Signed {
  role: string;
  name: string;
  refusal: { order?: 1 } | null;
  madeAt: string;
}

const RULES: Record<string, RefusalRule> = REFUSALS;

function told(fields: Record<string, unknown>, name: string | null): boolean {
  const value = name ? fields[name] : undefined;
  return typeof value === 'string' && value.trim() !== '';
}

function unknown(fields: Record<string, unknown>): boolean {
  return (fields['violator'] as { kind?: unknown } | null | undefined)?.kind === 'unknown';
}

/** Returns the roles that are signed for: by their own hand, or by a refusal that stands. */
export function countedRoles({ form, formVersion, fields }: SignedPaper, signed: readonly Signed[]): string[] {
  const byHand = signed.filter(({ refusal }) => refusal === null).map(({ role }) => role);
  const refused = signed.filter(({ refusal }) => refusal !== null).map(({ role }) => role);
  const rule = RULES[form];
  if (!rule || formVersion < rule.from) return [...byHand, ...refused];
  const excused = told(fields, rule.excusedBy);
  const certified = excused || isCertified(rule, signed);
  const nobody = excused && (unknown(fields) || told(fields, rule.unsignedField));
  return nobody || (refused.includes(rule.role) && certified) ? [...byHand, rule.role] : byHand;
}

const time = (one: Signed): number => Date.parse(one.madeAt);

/** Whether somebody who may certify signed, after the latest refusal where that has the order;
 * acts tell their second, so that the same second counts as after. Who signed and then refuses takes
 * the certification back. */
function isCertified(rule: RefusalRule, signed: readonly Signed[]): boolean {
  const said = signed.filter(({ role }) => rule.certifiedBy.includes(role));
  const refusals = signed.filter(({ role, refusal }) => refusal !== null && role === rule.role);
  const latest = refusals.reduce<Signed | null>((newest, one) => (newest === null || time(one) > time(newest) ? one : newest), null);
  if (latest === null || latest.refusal?.order !== 1) return said.some(({ refusal }) => refusal === null);
  const newest = new Map([...said].sort((a, b) => time(a) - time(b)).map((one) => [`${one.role} ${one.name}`, one]));
  return [...newest.values()].some((one) => one.refusal === null && time(one) >= time(latest));
}

/** Who may certify a refusal that waits and signed before it, so that they have to sign again. */
export function signedTooEarly(paper: SignedPaper, signed: readonly Signed[]): string[] {
  if (!isUncertified(paper, signed)) return [];
  return [...new Set(signed.filter(({ role, refusal }) => refusal === null && certifiersOf(paper.form).includes(role)).map(({ role }) => role))];
}

/** The roles of which one certifies a refusal on this form. */
export function certifiersOf(form: string): readonly string[] {
  return RULES[form]?.certifiedBy ?? [];
}

/** Whether a refusal is recorded that nobody has certified yet. */
export function isUncertified(paper: SignedPaper, signed: readonly Signed[]): boolean {
  const role = RULES[paper.form]?.role;
  return signed.some((one) => one.refusal !== null && one.role === role) && role !== undefined && !countedRoles(paper, signed).includes(role);
}
