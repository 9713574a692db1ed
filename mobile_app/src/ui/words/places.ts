/** The words of the places that come after the first load: outbox, rescue, look-up, settings. */
import { catalogue } from './index';
import { placesEn } from './places.en';
import { placesVi } from './places.vi';

export type { PlacesKey } from './places.vi';

/** Their words. */
export const t = catalogue(placesVi, placesEn);
