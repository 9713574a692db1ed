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

/** One signature, or the refusal to give it. */
export interface Signed {
  role: string;
  refusal: unknown;
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
  const certified = excused || byHand.some((role) => rule.certifiedBy.includes(role));
  const nobody = excused && (unknown(fields) || told(fields, rule.unsignedField));
  return nobody || (refused.includes(rule.role) && certified) ? [...byHand, rule.role] : byHand;
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
