/** Earlier cases of a business in the reference data: what was decided, what is unpaid, and whether
 * it still counts as a prior offence.
 *
 * The values are read defensively, because the reference pack may be older or newer than this app.
 */

export interface EarlierCase {
  caseId: string;
  /** The inspection from which the case arose, if there was one. */
  inspectionId: string | null;
  number: string;
  /** Null if there are violation minutes but no sanction (yet). */
  sanctionedOn: string | null;
  decisionNumber: string | null;
  /** Whether the sanction is a warning and nothing besides; null if the data are older than the question. */
  onlyWarned: boolean | null;
  fineVnd: number;
  openVnd: number;
  /** The last day on which it counts for re-offence (Law 15/2012 Art 7); null until it is
   * executed completely. */
  lapsesOn: string | null;
}

export type Standing = 'none' | 'counts' | 'lapsed';

/** Returns the cases in the reference value of a business; empty if it has none. */
export function earlierCases(value: unknown): EarlierCase[] {
  const rows = typeof value === 'object' && value !== null ? (value as { cases?: unknown }).cases : undefined;
  if (!Array.isArray(rows)) return [];
  return rows
    .filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null)
    .map((row) => ({
      caseId: word(row.case_id) ?? '',
      inspectionId: word(row.inspection_id),
      number: word(row.number) ?? '',
      sanctionedOn: word(row.sanctioned_on),
      decisionNumber: word(row.decision_number),
      onlyWarned: typeof row.only_warned === 'boolean' ? row.only_warned : null,
      fineVnd: amount(row.fine_vnd),
      openVnd: amount(row.open_vnd),
      lapsesOn: word(row.lapses_on),
    }));
}

const word = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const amount = (value: unknown): number => (typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0);

/** Whether a sanction still counts at a moment (ms since 1970), by the calendar of Vietnam
 * (UTC+7, no daylight saving). */
export function standingOf(earlier: EarlierCase, now: number): Standing {
  if (earlier.sanctionedOn === null) return 'none';
  const today = new Date(now + 7 * 3_600_000).toISOString().slice(0, 10);
  return earlier.lapsesOn !== null && earlier.lapsesOn < today ? 'lapsed' : 'counts';
}
