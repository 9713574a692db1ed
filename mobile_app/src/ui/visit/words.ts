/** The words of a visit, in the language of the screen. */
import type { SignerRole } from '../../domain/model';
import { catalogue, day, dayTime, say } from '../words';
import { visitEn } from '../words/visit.en';
import { visitVi } from '../words/visit.vi';
import type { Speech } from './plain-text';

export const t = catalogue(visitVi, visitEn);

export const ROLES: readonly SignerRole[] = ['leader', 'member', 'subject', 'witness', 'authority', 'partner', 'interpreter'];

/** In what capacity somebody signs. */
export function roleName(role: SignerRole): string {
  return t(`sign.role_${role}`);
}

/** How values are expressed when minutes are read aloud, in the language of the screen. */
export function speech(): Speech {
  return { yes: t('visit.yes'), no: t('visit.no'), day, dayTime, text: say };
}

/** The first eight characters of a hash in two groups, enough for comparing by eye. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;
}
