/** Words of handing a copy to the inspected party. */
import { catalogue } from '../words';
import { copiesEn } from '../words/copies.en';
import { copiesVi } from '../words/copies.vi';

export const t = catalogue(copiesVi, copiesEn);
