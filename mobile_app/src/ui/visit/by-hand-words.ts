/** The words for beginning from a decision signed by hand. */
import { catalogue } from '../words';
import { byHandEn } from '../words/by-hand.en';
import { byHandVi } from '../words/by-hand.vi';

export const t = catalogue(byHandVi, byHandEn);
