/** Whether the violator may explain himself before the decision (Law 15/2012 Art 61), by the bands of the catalogue. Pure.
 *
 * The right exists where the greatest fine of a band is at least 15,000,000 đồng for an individual, 30,000,000 for an
 * organisation. That it also exists where a licence may be taken or a business stopped, the catalogue does not tell: the
 * officer decides. [check] Two notes differ on confiscation (DOMAIN.md D10). An organisation is fined twice the amount for an
 * individual unless the decree states it for organisations.
 */

export const LEAST_INDIVIDUAL = 15_000_000;
export const LEAST_ORGANISATION = 30_000_000;

/** Of a behaviour as the catalogue has it; null where the row was not taken from there. */
export interface Band {
  fineMax: number | null;
  /** Whom the amounts are stated for. */
  subject: string | null;
}

export interface Explanation {
  /** yes: a band reaches the bound · none: all are known, and none does · open: some are not known. */
  right: 'yes' | 'none' | 'open';
  /** The greatest fine found for this kind of violator, đồng; null where none is known. */
  greatest: number | null;
  bound: number;
}

export function explanationOf(kind: string, bands: readonly (Band | null)[]): Explanation {
  const organisation = kind === 'organisation';
  const bound = organisation ? LEAST_ORGANISATION : LEAST_INDIVIDUAL;
  const amounts = bands.map((band) => (band === null || band.fineMax === null ? null : stated(band.fineMax, band.subject === 'organisation', organisation)));
  const known = amounts.filter((amount): amount is number => amount !== null);
  const greatest = known.length === 0 ? null : Math.max(...known);
  if (greatest !== null && greatest >= bound) return { right: 'yes', greatest, bound };
  return { right: amounts.length > 0 && known.length === amounts.length ? 'none' : 'open', greatest, bound };
}

function stated(amount: number, forOrganisation: boolean, organisation: boolean): number {
  if (forOrganisation === organisation) return amount;
  return organisation ? amount * 2 : amount / 2;
}
