/** Whether the violator may explain themselves before the decision (Law 15/2012 Art 61), by the
 * bands of the catalogue. Pure.
 *
 * The right exists if the greatest fine of a band is at least 15,000,000 đồng for an individual or
 * 30,000,000 for an organisation. It also exists if the decree may suspend a licence or stop a
 * business; confiscation alone does not give it. The phone's catalogue lacks the latter measures,
 * so the phone never rules the right out: **what is not known counts as existing**, because a
 * decision without a hearing that was due is void. An organisation is fined twice the amount for an
 * individual, unless the decree states its amounts for organisations. The server's rule is
 * backend/law/rules/hearing.py.
 */

import type { Finding } from './form';

export const LEAST_INDIVIDUAL = 15_000_000;
export const LEAST_ORGANISATION = 30_000_000;

/** The band of a behaviour in the catalogue; null if the row was not taken from the catalogue. */
export interface Band {
  fineMax: number | null;
  /** The kind of violator for whom the amounts are stated. */
  subject: string | null;
}

export interface Explanation {
  /** yes: a band reaches the bound · open: no known band reaches it; the right is treated as
   * existing. */
  right: 'yes' | 'open';
  /** The greatest fine found for this kind of violator, in đồng; null if none is known. */
  greatest: number | null;
  bound: number;
}

export function explanationOf(kind: string, bands: readonly (Band | null)[]): Explanation {
  const organisation = kind === 'organisation';
  const bound = organisation ? LEAST_ORGANISATION : LEAST_INDIVIDUAL;
  const amounts = bands.map((band) => (band === null || band.fineMax === null ? null : stated(band.fineMax, band.subject === 'organisation', organisation)));
  const known = amounts.filter((amount): amount is number => amount !== null);
  const greatest = known.length === 0 ? null : Math.max(...known);
  return { right: greatest !== null && greatest >= bound ? 'yes' : 'open', greatest, bound };
}

/** What is wrong with minutes that deny a right which a band of the catalogue gives: nothing that is
 * done on such minutes stands, and they are refused in the case. */
export function deniedRight(right: Explanation['right'] | null, fields: Record<string, unknown>): Finding[] {
  return right === 'yes' && fields.explanation === 'none' ? [['/explanation', DENIED]] : [];
}

const DENIED = {
  vi: 'Khung phạt tiền cho người vi phạm quyền giải trình (Điều 61 Luật XLVPHC): ghi là được giải trình.',
  en: 'The fine gives the violator the right to give an explanation (Law on Handling Administrative Violations, Art 61): record it as existing.',
};

/** How many written acts are not in the phone's catalogue. Their band is determined at the desk,
 * by two people, before the sanction; a row without words says nothing yet. */
export function unlisted(wordings: readonly string[], bands: readonly (Band | null)[]): number {
  return wordings.filter((wording, index) => wording.trim() !== '' && (bands[index] ?? null) === null).length;
}

function stated(amount: number, forOrganisation: boolean, organisation: boolean): number {
  if (forOrganisation === organisation) return amount;
  return organisation ? amount * 2 : amount / 2;
}
