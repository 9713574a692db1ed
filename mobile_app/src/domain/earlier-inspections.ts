/** Earlier inspections of a business in the reference data, and the outcome of each.
 *
 * Mirrors backend/casework/rules/prior_offences.py (tests/cases/outcomes.json). The values are read
 * defensively, because the reference pack may be older or newer than this app.
 */

/** Only the first two mean that the party was inspected and a result was recorded. */
export type Outcome = 'violations' | 'no_violation' | 'not_executed' | 'not_carried_out' | 'under_way' | 'given_up' | 'not_accepted';

export interface EarlierInspection {
  inspectionId: string;
  number: string;
  issuedOn: string;
  state: string;
  violations: string[];
  outcome: Outcome;
}

/** Derives the outcome from the state, the form of the minutes in force (null if there are none,
 * or if an older pack does not tell) and the number of violations in them. */
export function outcomeOf(state: string, form: string | null, found: number): Outcome {
  if (state === 'discarded') return 'given_up';
  if (form === 'BB-KKT') return 'not_executed';
  if (state === 'decided' || state === 'opened') return 'not_carried_out';
  if (found > 0) return 'violations';
  if (state === 'refused') return 'not_accepted';
  return state === 'submitted' || state === 'approved' ? 'no_violation' : 'under_way';
}

/** Whether the inspection took place, so that its result (violations or none) is known. */
export function wasCarriedOut({ outcome }: { outcome: Outcome }): boolean {
  return outcome === 'violations' || outcome === 'no_violation';
}

/** Returns the inspections in the reference value of a business, in the pack's order; empty if
 * it has none. */
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
