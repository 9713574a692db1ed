/** The words of the newer flow of minutes in the language of the screen, for the hub of a visit
 * and its screens. */
import { catalogue } from '../words';
import { flowEn } from '../words/flow.en';
import { flowVi } from '../words/flow.vi';

export const t = catalogue(flowVi, flowEn);
