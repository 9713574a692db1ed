/** Texts of the parts that are loaded later: outbox, rescue, look-up, settings. */
import { catalogue } from './index';
import { placesEn } from './places.en';
import { placesVi } from './places.vi';

export type { PlacesKey } from './places.vi';

/** Texts of these parts. */
export const t = catalogue(placesVi, placesEn);
