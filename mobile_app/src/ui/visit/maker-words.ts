/** Words of the maker's digital signature. */
import { catalogue } from '../words';
import { makerEn } from '../words/maker.en';
import { makerVi } from '../words/maker.vi';

export const t = catalogue(makerVi, makerEn);
