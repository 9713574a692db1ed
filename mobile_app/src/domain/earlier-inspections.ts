/** Earlier inspections of a business as the reference data tell them, and what each came to. A mirror of backend/casework/rules/prior_offences.py
 * (tests/cases/outcomes.json); read with care: the pack may be older or newer than this app. */

/** Only the first two say that the party was inspected and what was found. */
export type Outcome = 'violations' | 'no_violation' | 'not_executed' | 'not_carried_out' | 'under_way' | 'given_up' | 'not_accepted';

export interface EarlierInspection {
  inspectionId: string;
  number: string;
  issuedOn: string;
  state: string;
  violations: string[];
  outcome: Outcome;
}

/** By the state, the form of the minutes in force (null: none, or an older pack does not say) and how many violations they name. */
export function outcomeOf(state: string, form: string | null, found: number): Outcome {
  if (state === 'discarded') return 'given_up';
  if (form === 'BB-KKT') return 'not_executed';
  if (state === 'decided' || state === 'opened') return 'not_carried_out';
  if (found > 0) return 'violations';
  if (state === 'refused') return 'not_accepted';
  return state === 'submitted' || state === 'approved' ? 'no_violation' : 'under_way';
}

/** Whether somebody can say that something, or nothing, was found. */
export function wasCarriedOut({ outcome }: { outcome: Outcome }): boolean {
  return outcome === 'violations' || outcome === 'no_violation';
}

/** The inspections of a business's value, in the pack's order; none where it tells of none. */
export function earlierInspections(value: unknown): EarlierInspection[] {
  const rows = typeof value === 'object' && value !== null ? (value as { history?: unknown }).history : undefined;
  if (!Array.isArray(rows)) return [];
  return rows
    .filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null)
    .map((row) => {
      const violations = Array.isArray(row.violations) ? row.violations.filter((one): one is string => typeof one === 'string') : [];
      const state = word(row.state) ?? '';
      return {
        inspectionId: word(row.inspection_id) ?? '',
        number: word(row.number) ?? '',
        issuedOn: word(row.issued_on) ?? '',
        state,
        violations,
        outcome: outcomeOf(state, word(row.form), violations.length),
      };
    });
}

const word = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
