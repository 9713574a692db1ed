/** The words of papers made on site, in the language of the screen. */
import type { PaperSigner } from '../../domain/model';
import { nameOfPaper } from '../../domain/words-of-acts';
import { signersIn } from '../../domain/papers';
import { catalogue, say } from '../words';
import { papersEn } from '../words/papers.en';
import { papersVi } from '../words/papers.vi';

export const t = catalogue(papersVi, papersEn);

/** Name of a paper for use within a sentence, such as "biên bản tạm giữ". */
export function paperName(form: string): string {
  const name = say(nameOfPaper(form));
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The form's label of a signing role. */
export function roleLabel(schema: object, role: PaperSigner): string {
  const found = signersIn(schema).find((signer) => signer.role === role);
  return found ? say(found.label) : role;
}
