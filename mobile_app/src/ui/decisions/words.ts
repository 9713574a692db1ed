/** The words of proposals and of signing in the language of the screen. */
import { catalogue } from '../words';
import { decisionsEn } from '../words/decisions.en';
import { decisionsVi } from '../words/decisions.vi';

export const t = catalogue(decisionsVi, decisionsEn);
